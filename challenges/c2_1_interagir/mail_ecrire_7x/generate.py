from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

from challenges.toolkit import domains, people, places, texts
from challenges.toolkit.draws import demand, pick
from challenges.toolkit.options import id_of, options
from webapp.domain.materials import Files, Json, Recipe
from webapp.domain.responses import Blank, Blanks, Choice, Text
from webapp.domain.variant import Variant

SUBJECTS = ("Devoir de SES", "Exposé de SVT", "Dossier de SNT", "Commentaire de texte")
RELAYS = ("envoi-rapide.test", "diffusion-plus.test", "postexpress.test", "transit-nord.test")
FILTERS = ("filtre-azur.test", "anti-pourriel.test", "garde-courrier.test")
ABROAD = (0, -3, -5, -7)  # hours from universal time
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")


@dataclass(frozen=True)
class Stop:
    """A server of the way, and the moment it received the message, on its own clock."""

    server: str
    moment: datetime


@dataclass(frozen=True)
class Way:
    """A message from the computer that wrote it to the school."""

    deadline: datetime  # in Paris
    written: datetime  # what the computer says, right or wrong
    stops: Sequence[Stop]  # in order

    @property
    def left(self) -> datetime:
        """When the first server received it, in Paris."""
        return self.stops[0].moment.astimezone(self.deadline.tzinfo)

    @property
    def early(self) -> bool:
        """Whether it left before the deadline."""
        return self.left < self.deadline

    def holder(self) -> int:
        """The place of the server that kept it longest."""
        return _longest([stop.moment for stop in self.stops])

    def apparent_holder(self) -> int:
        """The same, by hours compared as they are printed."""
        return _longest([stop.moment.replace(tzinfo=None) for stop in self.stops])


def generate(rng: Random) -> Variant:
    """Four servers on three clocks: when it left, who kept it, and whether it was in time."""
    person, school = people.person(rng), places.school(rng)
    way = _way(rng, people.plain(school))
    holder, apparent = way.holder(), way.apparent_holder()
    demand(apparent != holder)
    verdicts = options(rng, ["Oui", "Non"])
    answer, opposite = ("Oui", "Non") if way.early else ("Non", "Oui")
    first, last = way.stops[0].moment, way.stops[-1].moment
    waited = way.stops[holder + 1].moment - way.stops[holder].moment
    hours = {
        "no_conversion": _short(first),
        "written_date": _short(way.written),
        "arrival": _short(last),
    }
    demand(len({*hours.values(), _short(way.left)}) == 4)
    names = [stop.server for stop in way.stops]
    waiting = {"next_server": names[holder + 1]}
    if apparent != holder + 1:
        waiting["apparent_gap"] = names[apparent]
    return Variant(
        params={
            "first": person.first,
            "school": school,
            "deadline": texts.hour(way.deadline.hour, way.deadline.minute),
            "paris": f"{way.deadline:%z}",
            "zone": f"{first:%z}",
            "left": texts.hour(way.left.hour, way.left.minute),
            "arrived": texts.hour(last.hour, last.minute),
            "waited": texts.plural(round(waited.total_seconds() / 60), "minute"),
            "holder": names[holder],
            "early": way.early,
        },
        response=Blanks(
            (
                Blank(
                    "a", "Parti à", Text(hint="Heure de Paris, sans les secondes", reading="time")
                ),
                Blank("b", "Serveur qui l’a retenu", Text(hint="Son nom", reading="address")),
                Blank("c", "Parti dans les temps ?", Choice(verdicts, display="list")),
            )
        ),
        accepted=[{"a": [_short(way.left)], "b": [names[holder]], "c": [id_of(verdicts, answer)]}],
        material=Files((_recipe(rng, way, person),)),
        mistakes={
            **{name: {"a": hour} for name, hour in hours.items()},
            **{name: {"b": server} for name, server in waiting.items()},
            "wrong_verdict": {"c": id_of(verdicts, opposite)},
        },
    )


def _way(rng: Random, school: str) -> Way:
    """A first server abroad, one long wait, and a computer whose clock is right or not."""
    day = texts.school_day(rng)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Paris"))
    paris = timezone(noon.utcoffset() or timedelta())
    deadline = noon.replace(hour=rng.choice((18, 19, 20)), tzinfo=paris)
    early = rng.random() < 0.5
    gap = timedelta(minutes=rng.randint(6, 14), seconds=rng.randrange(60))
    left = deadline - gap if early else deadline + gap
    slip = timedelta(minutes=rng.randint(17, 29) if rng.random() < 0.5 else 0)
    written = (left + slip if early else left - slip) - timedelta(seconds=40, minutes=1)
    waits = [timedelta(seconds=rng.randint(20, 150)) for _ in range(3)]
    waits[rng.randrange(3)] = timedelta(minutes=rng.randint(24, 55), seconds=rng.randrange(60))
    names = (
        f"smtp{rng.randint(2, 29)}.{rng.choice(domains.MAILBOXES)}",
        f"relais{rng.randint(2, 29)}.{rng.choice(RELAYS)}",
        f"filtre{rng.randint(2, 29)}.{rng.choice(FILTERS)}",
        f"mx{rng.randint(1, 4)}.{school}.example",
    )
    abroad = [timezone(timedelta(hours=hours)) for hours in pick(rng, ABROAD, 2)]
    zones = (abroad[0], *rng.choice(((abroad[1], paris), (paris, abroad[1]))), paris)
    moments = [left + sum(waits[:place], timedelta()) for place in range(4)]
    stops = [
        Stop(name, moment.astimezone(zone))
        for name, moment, zone in zip(names, moments, zones, strict=True)
    ]
    return Way(deadline, written, stops)


def _recipe(rng: Random, way: Way, person: people.Person) -> Recipe:
    headers = _headers(rng, way, person)
    body = f"Bonjour,\n\nVoici mon devoir.\n\n{person.full}\n"
    lines = [f"{name}: {value}" for name, value in headers]
    return Recipe(
        name="message-original.eml",
        builder="eml",
        arguments={"headers": headers, "text": body},
        description="Courriel tel que le lycée l’a reçu",
        alternative="\n".join([*lines, "", body]),
    )


def _headers(rng: Random, way: Way, person: people.Person) -> list[Json]:
    """The headers in the order they stand in the file, the last server first."""
    senders = [f"[{domains.ip_address(rng)}]", *(stop.server for stop in way.stops)]
    received = [
        ["Received", f"from {sender} by {stop.server}; {_stamp(stop.moment)}"]
        for sender, stop in zip(senders, way.stops, strict=False)
    ]
    provider, school = (way.stops[place].server.partition(".")[2] for place in (0, -1))
    address = f"{person.login}@{provider}"
    return [
        ["Return-Path", f"<{address}>"],
        *reversed(received),
        ["Date", _stamp(way.written)],
        ["From", f"<{address}>"],
        ["To", f"<devoirs@{school}>"],
        ["Subject", rng.choice(SUBJECTS)],
        ["Message-ID", f"<{rng.randint(100_001, 989_898)}@{provider}>"],
    ]


def _longest(moments: Sequence[datetime]) -> int:
    """The place of the moment that the next one is farthest from."""
    gaps = [abs(after - before) for before, after in pairwise(moments)]
    return gaps.index(max(gaps))


def _short(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def _stamp(moment: datetime) -> str:
    """A date as mail writes it, in English whatever the language of the machine."""
    day, month = DAYS[moment.weekday()], MONTHS[moment.month - 1]
    return f"{day}, {moment.day} {month} {moment:%Y %H:%M:%S %z}"

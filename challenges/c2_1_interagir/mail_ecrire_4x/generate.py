from datetime import timedelta
from random import Random

from challenges.toolkit import domains, people, places, texts
from challenges.toolkit.draws import pick
from webapp.domain.materials import Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.webmail import Mailbox

# sport → the neighbour in the address book that looks like it
_SPORTS = {
    "escalade": "escrime",
    "badminton": "basket",
    "natation": "natation synchronisée",
    "handball": "hand adapté",
    "judo": "jujitsu",
    "volley": "voile",
}


def generate(rng: Random) -> Variant:
    """One message: the right group hidden, the club visible, a word and an hour said."""
    sport = rng.choice(list(_SPORTS))
    town = places.town(rng)
    club = f"Club {sport} de {town}"
    address = f"club@{people.plain(f'{sport} {town}')}.example"
    day = texts.school_day(rng)
    hour, minutes = rng.choice(((17, 15), (17, 45), (18, 15), (18, 45), (19, 15)))
    old = texts.hour(hour - 1, 30)
    count = rng.randint(38, 64)
    box = Mailbox(rng, owner=(club, address), now=f"{day - timedelta(days=4)}T10:40")
    families, others = _groups(rng, box, sport, count)
    _letters(rng, box, town, sport, families, day - timedelta(days=4))
    said = texts.hour(hour, minutes)
    return Variant(
        params={
            "club": club,
            "address": address,
            "word": sport,
            "day": texts.day(day),
            "new_hour": said,
            "old_hour": old,
            "count": count,
        },
        response=NoResponse(),
        accepted=[_sent(box, sport, said, to=address, bcc=_name(box, families))],
        material=Simulation(
            "webmail",
            box.state(),
            "sent_one_message",
            {
                "hidden": [f"group:{families}"],
                "visible": [address],
                "subject": {"contains": [sport]},
                "body": {"times": [f"{hour:02d}:{minutes:02d}"]},
            },
        ),
        mistakes={
            "nothing_sent": box.steps().do("compose").actions,
            "addresses_visible": _sent(box, sport, said, to=address, cc=_name(box, families)),
            "wrong_group": _sent(box, sport, said, to=address, bcc=_name(box, others)),
            "missing_recipient": _sent(box, sport, said, bcc=_name(box, families)),
            "recipient_hidden": _sent(box, sport, said, bcc=f"{_name(box, families)}, {address}"),
            "wrong_subject": _sent(box, "séance", said, to=address, bcc=_name(box, families)),
            "wrong_time": _sent(box, sport, old, to=address, bcc=_name(box, families)),
        },
    )


def _groups(rng: Random, box: Mailbox, sport: str, count: int) -> tuple[str, str]:
    """The address book: the families, those of the neighbour, and the board; two ids."""
    neighbour = _SPORTS[sport]
    made = {
        name: box.group(f"Familles {name}", _members(rng, size))
        for name, size in ((sport, count), (neighbour, rng.randint(30, 66)))
    }
    box.group("Bureau du club", _members(rng, 5))
    for person in people.people(rng, 4):
        box.contact(person.full, domains.mailbox(rng, person))
    return made[sport], made[neighbour]


def _members(rng: Random, count: int) -> list[tuple[str, str]]:
    """Families: a surname and an address; two addresses never are the same."""
    domain = rng.choice(domains.MAILBOXES)
    surnames = [people.person(rng).last for _ in range(count)]
    return [
        (f"Famille {last}", f"{people.plain(last)}.{number}@{domain}")
        for number, last in enumerate(surnames, 1)
    ]


def _letters(
    rng: Random, box: Mailbox, town: str, sport: str, families: str, today: object
) -> None:
    """What the inbox already holds; one letter shows the families to whoever answers all."""
    hall = ("Gymnase municipal", f"gymnase@{people.plain(town)}.example")
    first, second = pick(rng, [p.full for p in people.people(rng, 6)], 3)[:2]
    boxes = [f"{people.plain(name).replace('-', '.')}@boite-libre.test" for name in (first, second)]
    box.message(
        hall,
        f"Créneau {sport}",
        "Bonjour,\n\nLa salle sera libre plus tard ce jour-là. Bonne semaine.",
        date=f"{today}T09:12",
        unread=True,
    )
    box.message(
        (first, boxes[0]),
        "Re : cotisations",
        f"Merci ! J’ai bien reçu les trois chèques.\n\n{first}",
        date=f"{today}T08:47",
        unread=True,
        cc=[families],
    )
    box.message(
        (second, boxes[1]), "Absence", "Bonjour, mon fils est malade.", date=f"{today}T08:05"
    )


def _name(box: Mailbox, group: str) -> str:
    return str(box.state()["groups"][group]["name"])


def _sent(
    box: Mailbox, subject: str, hour: str, *, to: str = "", cc: str = "", bcc: str = ""
) -> list[dict[str, object]]:
    """Write one message and send it."""
    steps = box.steps().do("compose")
    body = f"Bonjour,\n\nLa séance commencera à {hour}.\n\nLe secrétariat"
    draft = steps.nth_made()
    return steps.do(
        "send", draft=draft, to=to, cc=cc, bcc=bcc, subject=f"Info {subject}", body=body
    ).actions

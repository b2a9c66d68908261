from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations, product
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Matching
from webapp.domain.variant import Variant

_EVENTS = {
    "theft": "Le sac et l’ordinateur sont volés au lycée",
    "fire": "Un incendie détruit la maison, l’ordinateur et le sac",
    "ransom": "Un rançongiciel chiffre l’ordinateur",
    "error": "Un fichier abîmé par l’erreur doit être retrouvé",
}
_PLACES = ("dans le sac", "à la maison", "chez une tante", "en ligne")
_NAMES = {
    "dans le sac": ("La clé USB", "La carte mémoire"),
    "à la maison": ("Le disque dur", "Le boîtier familial"),
    "chez une tante": ("Le vieux disque", "Le disque de secours"),
    "en ligne": ("L’espace en ligne", "Le nuage du lycée"),
}
_KEEPERS = ("en ligne", "à la maison")  # where old versions may be kept
# How recent the copy of each place is (0: the last), who keeps versions, whether the copy at home
# is always plugged in.
_Shape = tuple[tuple[int, ...], str, bool]


@dataclass(frozen=True)
class _Copy:
    """A copy: where it is, whether malware reaches it, its day, whether it keeps versions."""

    name: str
    place: str
    linked: bool
    day: date
    versions: bool

    def survives(self, event: str, *, error: date) -> bool:
        """Whether this copy still holds good files after the event."""
        if event == "theft":
            return self.place != "dans le sac"
        if event == "fire":
            return self.place not in ("dans le sac", "à la maison")
        if event == "ransom":
            return self.versions or not self.linked
        return self.versions or self.day < error


def generate(rng: Random) -> Variant:
    """Four copies in four places, four events: at least three different answers."""
    today = texts.school_day(rng, first=date(2027, 2, 1))
    error = today - timedelta(days=rng.randint(2, 4))
    synchronised = rng.random() < 0.4
    copies = _copies(rng, today, synchronised=synchronised)
    answers = {event: _latest(copies, event, error, good=True) for event in _EVENTS}
    lost = {event: _latest(copies, event, error, good=False) for event in _EVENTS}
    items, labels = options(rng, _EVENTS.values()), options(rng, [copy.name for copy in copies])
    return Variant(
        params={
            "first": people.person(rng).first,
            "today": texts.day(today),
            "error_day": texts.day(error),
            "rows": [_row(copy) for copy in shuffled(rng, copies)],
            "lost": {event: copy.name for event, copy in lost.items()},
        },
        response=Matching(items, labels),
        accepted=[{
            id_of(items, words): id_of(labels, answers[event].name)
            for event, words in _EVENTS.items()
        }],
        mistakes={
            f"{event}_wrong": {id_of(items, words): id_of(labels, lost[event].name)}
            for event, words in _EVENTS.items()
        },
    )  # fmt: skip


def _telling(copies: list[_Copy], error: date) -> bool:
    """Whether each event spares some copies and not others, with three different answers."""
    spared = [sum(copy.survives(event, error=error) for copy in copies) for event in _EVENTS]
    if not all(0 < count < len(copies) for count in spared):
        return False
    return len({_latest(copies, event, error, good=True) for event in _EVENTS}) >= 3


def _latest(copies: list[_Copy], event: str, error: date, *, good: bool) -> _Copy:
    """The most recent of the copies that survive an event, or of those that do not."""
    kept = [copy for copy in copies if copy.survives(event, error=error) is good]
    return max(kept, key=lambda copy: copy.day)


def _copies(rng: Random, today: date, *, synchronised: bool) -> list[_Copy]:
    """Four ages; the online copy is synchronised today, or sent by hand like the others."""
    between = [1, rng.randint(5, 8), rng.randint(10, 20)]
    ages = [0, *between] if synchronised else [*between, rng.randint(22, 30)]
    days = [today - timedelta(days=age) for age in ages]
    names = [rng.choice(_NAMES[place]) for place in _PLACES]
    return _shaped(rng.choice(_SHAPES[synchronised]), names, days, synchronised=synchronised)


def _shaped(
    shape: _Shape, names: Sequence[str], days: list[date], *, synchronised: bool
) -> list[_Copy]:
    """The copies of that shape, the days being given from the last to the first."""
    ranks, versions, always = shape
    linked = {"en ligne": synchronised, "à la maison": always}
    return [
        _Copy(name, place, linked.get(place, False), days[rank], place == versions)
        for name, place, rank in zip(names, _PLACES, ranks, strict=True)
    ]


def _shapes(*, synchronised: bool) -> list[_Shape]:
    """Those that tell the copies apart; of the ages, all that matters is the side of the error.

    The copy at home is always plugged in for three out of five.
    """
    today, ages = date(2027, 3, 1), (0, 1, 6, 15) if synchronised else (1, 6, 15, 26)
    days, error = [today - timedelta(days=age) for age in ages], today - timedelta(days=3)
    return [
        shape
        for shape in product(permutations(range(4)), _KEEPERS, (True, True, True, False, False))
        if (shape[0][-1] == 0 or not synchronised)
        and _telling(_shaped(shape, _PLACES, days, synchronised=synchronised), error)
    ]


_SHAPES = {each: _shapes(synchronised=each) for each in (True, False)}


def _row(copy: _Copy) -> dict[str, str]:
    online = copy.place == "en ligne"
    after = "copie envoyée à la main" if online else "copie débranchée aussitôt faite"
    always = "copie synchronisée" if online else "copie toujours reliée"
    return {
        "name": copy.name,
        "place": "sur internet" if online else copy.place,
        "link": always if copy.linked else after,
        "day": texts.day(copy.day),
        "versions": "avec les anciennes versions" if copy.versions else "sans anciennes versions",
    }

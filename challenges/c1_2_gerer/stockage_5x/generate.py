from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand, shuffled
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
    copies = _copies(rng, today)
    answers, lost = {}, {}
    for event in _EVENTS:
        good = [copy for copy in copies if copy.survives(event, error=error)]
        bad = [copy for copy in copies if copy not in good]
        demand(good and bad)
        answers[event] = max(good, key=lambda copy: copy.day)
        lost[event] = max(bad, key=lambda copy: copy.day)
    demand(len(set(answers.values())) >= 3)
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


def _copies(rng: Random, today: date) -> list[_Copy]:
    """Four ages; the online copy is synchronised today, or sent by hand like the others."""
    synchronised = rng.random() < 0.5
    ages = shuffled(rng, [1, rng.randint(5, 8), rng.randint(10, 20)])
    ages.append(0 if synchronised else rng.randint(22, 30))
    if not synchronised:
        ages = shuffled(rng, ages)
    versions = rng.choice(("en ligne", "à la maison"))
    linked = {"en ligne": synchronised, "à la maison": rng.random() < 0.6}
    return [
        _Copy(
            name=rng.choice(_NAMES[place]),
            place=place,
            linked=linked.get(place, False),
            day=today - timedelta(days=age),
            versions=place == versions,
        )
        for place, age in zip(_PLACES, ages, strict=True)
    ]


def _row(copy: _Copy) -> dict[str, str]:
    online = copy.place == "en ligne"
    after = "envoyée à la main" if online else "débranchée après la copie"
    always = "synchronisée" if online else "toujours branchée"
    return {
        "name": copy.name,
        "place": copy.place,
        "link": always if copy.linked else after,
        "day": texts.day(copy.day),
        "versions": "oui, deux mois" if copy.versions else "non",
    }

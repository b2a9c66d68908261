from dataclasses import dataclass
from random import Random

from challenges.toolkit import people
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant


@dataclass(frozen=True)
class _Change:
    """A suggestion: what was there and what would be; one of them may be empty."""

    old: str
    new: str

    @property
    def marked(self) -> str:
        crossed = f"[barré : {self.old}]" if self.old else ""
        added = f"[ajouté : {self.new}]" if self.new else ""
        return " ".join(filter(None, (crossed, added)))


# Sentences with two holes; each suggestion fits its hole whether it is accepted or refused.
_SENTENCES = (
    (
        "La réunion aura lieu {0} à {1} en salle 12.",
        ("lundi", "mardi", "jeudi", "vendredi"),
        ("17 h", "18 h", "17 h 30", "18 h 30"),
    ),
    (
        "Les {0} élèves partiront de {1} avant midi.",
        ("24", "26", "32", "34"),
        ("la gare", "la mairie", "l’internat", "la piscine"),
    ),
    (
        "Le club prête {0} vélos pendant {1} jours.",
        ("8", "12", "15", "18"),
        ("trois", "quatre", "cinq", "six"),
    ),
    (
        "Le concert du {0} mai coûte {1} euros.",
        ("12", "14", "21", "23"),
        ("4", "5", "6", "7"),
    ),
)
# One hole to replace, one to fill or to empty: a « pas » or a « sauf » changes everything.
_TWISTS = (
    (
        "Le foyer {1} le {0} pendant les examens.",
        ("lundi", "mardi", "jeudi", "vendredi"),
        ("est ouvert", "n’est pas ouvert"),
    ),
    (
        "Le bus de {0} {1} devant le lycée.",
        ("7 h 40", "8 h 10", "16 h 20", "17 h 15"),
        ("passe", "ne passe plus"),
    ),
    (
        "Le tournoi de {0} est ouvert à tous{1}.",
        ("handball", "badminton", "volley", "futsal"),
        (", sauf aux débutants", ""),
    ),
    (
        "Le stage de {0} est gratuit{1}.",
        ("théâtre", "danse", "robotique", "cuisine"),
        (" pour les internes", ""),
    ),
)
_VERBS = {True: ("accepte", "acceptée"), False: ("refuse", "refusée")}


def generate(rng: Random) -> Variant:
    """Two suggestions, each accepted or refused; the four options are the four outcomes."""
    sentence, firsts, seconds = rng.choice((*_SENTENCES, *_TWISTS))
    changes = [_Change(*rng.sample(words, 2)) for words in (firsts, seconds)]
    if sentence.index("{1}") < sentence.index("{0}"):  # numbered as they are read
        sentence, changes = sentence.format("{1}", "{0}"), changes[::-1]
    decisions = rng.choice(((True, False), (False, True), (False, False)))

    def outcome(first: bool, second: bool) -> str:
        kept = [c.new if yes else c.old for c, yes in zip(changes, (first, second), strict=True)]
        return sentence.format(*kept)

    first, second = decisions
    right = outcome(first, second)
    texts = {
        "first_reversed": outcome(not first, second),
        "second_reversed": outcome(first, not second),
        "both_reversed": outcome(not first, not second),
    }
    choices = options(rng, [right, *texts.values()])
    author, person = people.people(rng, 2)
    return Variant(
        params={
            "author": author.first,
            "first": person.first,
            "of_first": person.of,
            "marked": _marked(sentence, changes),
            "first_decision": _VERBS[first][0],
            "second_decision": _VERBS[second][0],
            "first_past": _VERBS[first][1],
            "second_past": _VERBS[second][1],
            "first_effect": _effect(changes[0], accepted=first),
            "second_effect": _effect(changes[1], accepted=second),
            "result": right,
        },
        response=Choice(choices),
        accepted=[id_of(choices, right)],
        mistakes={name: id_of(choices, text) for name, text in texts.items()},
    )


def _marked(sentence: str, changes: list[_Change]) -> str:
    """The sentence with its suggestions; a mark never sticks to the word before."""
    text = sentence.format(*(f"\x00{change.marked}" for change in changes))
    return " ".join(text.replace("\x00", " ").split())


def _effect(change: _Change, *, accepted: bool) -> str:
    """What became of both parts of a suggestion."""
    old, new = change.old.strip(" ,"), change.new.strip(" ,")
    gone, back = (old, new) if accepted else (new, old)
    parts = []
    if back:
        parts.append(f"« {back} » reste")
    if gone:
        parts.append(f"« {gone} » disparaît")
    return ", ".join(parts) + "."

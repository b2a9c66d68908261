import re
from random import Random

from challenges.toolkit import people, places
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_FAULTS = {
    "spaces_to_align": "Plusieurs espaces en début de ligne pour décaler le texte",
    "empty_paragraphs": "Des paragraphes vides pour espacer",
    "tabs_in_series": "Plusieurs tabulations à la suite",
    "break_in_sentence": "Un saut de ligne (↵) au milieu d’une phrase",
    "paragraph_in_sentence": "Une fin de paragraphe (¶) au milieu d’une phrase",
    "double_space": "Deux espaces entre deux mots",
}
_REQUESTS = (
    ("demande de stage", "Je cherche un stage de deux semaines dans votre atelier"),
    ("demande de salle", "Je souhaite réserver la grande salle pour notre spectacle"),
    ("inscription au tournoi", "Notre équipe aimerait participer au tournoi de printemps"),
    ("prêt de matériel", "Nous aurions besoin de quatre micros pour notre émission"),
)
_MIDDLES = (
    "Je suis disponible tous les jours sauf le mercredi",
    "Notre professeur peut confirmer les dates par téléphone",
    "Le règlement signé se trouve avec cette lettre",
)


def generate(rng: Random) -> Variant:
    """A letter with two to four faults out of six; every mark has a sound use in it as well."""
    faults = set(pick(rng, list(_FAULTS), rng.randint(2, 4)))
    choices = options(rng, _FAULTS.values())
    person, reader = people.people(rng, 2)
    lines = _lines(rng, faults, person.full, reader.title)
    return Variant(
        params={
            "of_first": person.of,
            "letter": "\n".join(lines),
            "notes": {
                name: "il y en a ici." if name in faults else "il n’y en a pas ici."
                for name in _FAULTS
            },
        },
        response=Choices(choices),
        accepted=[sorted(ids_of(choices, [_FAULTS[name] for name in faults]))],
        mistakes={name: id_of(choices, text) for name, text in _FAULTS.items()},
    )


def _lines(rng: Random, faults: set[str], author: str, reader: str) -> list[str]:
    """The lines of the letter, marks shown."""
    town = places.town(rng)
    indent = "·" * rng.randint(8, 14) if "spaces_to_align" in faults else "→"
    tabs = "→→→→" if "tabs_in_series" in faults else "→"
    gap = ["¶", "¶"] if "empty_paragraphs" in faults else []
    subject, request = rng.choice(_REQUESTS)
    opening = _split(request, "↵", broken="break_in_sentence" in faults)
    middle = _split(rng.choice(_MIDDLES), "¶", broken="paragraph_in_sentence" in faults)
    thanks = "Merci de votre réponse, qui nous aidera beaucoup.¶"
    if "double_space" in faults:
        thanks = thanks.replace("votre ", "votre  ")
    listed = [
        f"{author}↵",
        f"{rng.randint(3, 48)} rue des Tilleuls↵",
        f"{town}¶",
        *gap,
        f"{indent}{reader}¶",
        f"Objet :{tabs}{subject}¶",
        *gap[:1],
        *opening,
        *middle,
        thanks,
        f"{author}¶",
    ]
    return [_shown(line) for line in listed]


def _shown(line: str) -> str:
    """The spaces as dots; a narrow page breaks the line after a dot, never inside a word."""
    return re.sub(r"·(?=\w)", "·\u200b", line.replace(" ", "·"))


def _split(sentence: str, mark: str, *, broken: bool) -> list[str]:
    """One line that ends its paragraph, or two with a mark in the middle of the sentence."""
    if not broken:
        return [f"{sentence}.¶"]
    words = sentence.split()
    half = len(words) // 2
    space = " " if mark == "↵" else ""
    return [" ".join(words[:half]) + space + mark, f"{' '.join(words[half:])}.¶"]

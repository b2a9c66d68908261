from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import demand
from webapp.domain.materials import Files, Json, Recipe
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_EVENTS = ("tournoi de futsal", "concours d’éloquence", "tournoi d’échecs", "rallye photo")
_SUBJECTS = (
    *("Chaque équipe", "Le jury", "Un arbitre", "Le responsable de salle", "Chaque participant"),
    *("Le capitaine", "Un membre du bureau", "Le public", "Toute personne inscrite"),
)
_VERBS = (
    *("signale tout changement", "respecte les horaires affichés", "reste dans la zone prévue"),
    *("garde son badge visible", "range le matériel utilisé", "prévient l’accueil"),
    *("accepte les décisions prises", "vérifie la feuille de présence"),
)
_ENDS = (
    *("avant le début de la rencontre", "pendant toute la durée de l’épreuve"),
    *("dès son arrivée dans le gymnase", "au plus tard la veille de la finale"),
    *("sans gêner les autres groupes", "et le confirme par écrit au secrétariat"),
)
_SENTENCES = [
    f"{subject} {verb} {end}." for subject in _SUBJECTS for verb in _VERBS for end in _ENDS
]
_PAGES, _PARAGRAPHS = 12, 4


def generate(rng: Random) -> Variant:
    """Twelve pages with 11 to 29 double spaces, several in some paragraphs, never three spaces."""
    paragraphs = _paragraphs(rng)
    answer = rng.randint(11, 29)
    for _ in range(answer):
        at = rng.randrange(len(paragraphs))
        paragraphs[at] = _doubled(rng, paragraphs[at])
    counts = [text.count("  ") for text in paragraphs]
    demand(sum(counts) == answer and not any("   " in text for text in paragraphs))
    wrong = {
        "spaces_counted": 2 * answer,
        "paragraphs_counted": sum(count > 0 for count in counts),
        "first_half": sum(counts[: len(counts) // 2]),
    }
    demand(len({answer, *wrong.values()}) == 4)
    return Variant(
        params={
            "event": rng.choice(_EVENTS),
            "first": people.person(rng).first,
            "answer": answer,
        },
        response=Number(label="Nombre de doubles espaces"),
        accepted=[answer],
        material=Files((_recipe(paragraphs),)),
        mistakes=wrong,
    )


def _paragraphs(rng: Random) -> list[str]:
    """Of three sentences each, one space between the words."""
    sentences = iter(rng.choices(_SENTENCES, k=3 * _PAGES * _PARAGRAPHS))
    return [" ".join(three) for three in zip(sentences, sentences, sentences, strict=True)]


def _doubled(rng: Random, text: str) -> str:
    """The text with one of its single spaces doubled."""
    words = text.split(" ")
    places = [n for n in range(1, len(words)) if words[n] and words[n - 1]]
    at = rng.choice(places)
    return " ".join([*words[:at], "", *words[at:]])


def _recipe(paragraphs: list[str]) -> Recipe:
    blocks: list[dict[str, Json]] = []
    lines: list[str] = []
    for page in range(_PAGES):
        if page:
            blocks.append({"page_break": True})
        texts = paragraphs[page * _PARAGRAPHS : (page + 1) * _PARAGRAPHS]
        blocks += [{"heading": f"Article {page + 1}", "level": 1}, *({"text": t} for t in texts)]
        lines += [f"Article {page + 1}", *texts]
    return Recipe(
        name="reglement.odt",
        builder="odt",
        arguments={"blocks": blocks},
        description=f"Texte, {_PAGES} pages",
        alternative="\n".join(lines),
    )

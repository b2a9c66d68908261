from random import Random

from challenges.toolkit import people, texts
from webapp.domain.materials import Files, Json, Recipe
from webapp.domain.responses import Blank, Blanks, Text
from webapp.domain.variant import Variant

_MEETINGS = (
    "des délégués",
    "du conseil de la vie lycéenne",
    "du club journal",
    "de la maison des lycéens",
    "du comité des fêtes",
)


def generate(rng: Random) -> Variant:
    """Four names: the author, the last to save, the one who signs, one quoted in the text."""
    author, last, signed, quoted = people.people(rng, 4)
    meeting, day = rng.choice(_MEETINGS), texts.school_day(rng)
    blocks: list[dict[str, Json]] = [
        {"heading": f"Réunion {meeting}", "level": 1},
        {"text": f"Séance du {texts.day(day, year=True)}."},
        {"text": f"{quoted.full} présente le budget, puis les questions sont posées."},
        {"text": "La prochaine réunion aura lieu dans un mois."},
        {"text": f"Pour le bureau, {signed.full}", "bold": True},
    ]
    properties = {
        "title": f"Réunion {meeting}",
        "author": author.full,
        "last_author": last.full,
        "created": f"{day}T12:40:00",
        "modified": f"{day}T17:05:00",
        "revision": rng.randint(3, 9),
    }
    return Variant(
        params={
            "meeting": meeting,
            "signed": signed.full,
            "author": author.full,
            "last": last.full,
        },
        response=Blanks(
            (
                Blank("a", "Auteur", Text(hint="Prénom et nom")),
                Blank("b", "Modifié en dernier par", Text(hint="Prénom et nom")),
            )
        ),
        accepted=[{"a": _names(author), "b": _names(last)}],
        material=Files((_document(blocks, properties),)),
        mistakes={
            "signed_name": {"a": signed.full},
            "swapped": {"a": last.full, "b": author.full},
            "quoted_name": {"b": quoted.full},
        },
    )


def _names(person: people.Person) -> list[str]:
    return [person.full, f"{person.last} {person.first}"]


def _document(blocks: list[dict[str, Json]], properties: dict[str, Json]) -> Recipe:
    lines = [
        f"Titre : {properties['title']}",
        f"Auteur : {properties['author']}",
        "Mots-clés : aucun",
        f"Dernier enregistrement par : {properties['last_author']}",
        f"Nombre d’enregistrements : {properties['revision']}",
        "",
        *(str(block.get("heading") or block["text"]) for block in blocks),
    ]
    return Recipe(
        name="compte-rendu.docx",
        builder="docx",
        arguments={"blocks": blocks, "properties": properties},
        description="Document texte",
        alternative="\n".join(lines),
    )

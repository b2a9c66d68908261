from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import shuffled
from webapp.domain.materials import Files, Json, Recipe
from webapp.domain.responses import Blank, Blanks, Number, Text
from webapp.domain.variant import Variant

_CLUBS = ("club d’escalade", "ciné-club", "club d’échecs", "club de robotique", "club de théâtre")
_RULES = (
    "Les séances commencent à l’heure.",
    "Le matériel se range après chaque séance.",
    "Toute absence est signalée la veille.",
    "Chaque membre prend soin des locaux.",
    "Le bureau est élu en septembre.",
    "La cotisation se règle au premier trimestre.",
    "Les invités s’inscrivent auprès du bureau.",
    "Les téléphones restent silencieux.",
    "Une trousse de secours est à l’entrée.",
    "Les clés sont rendues au secrétariat.",
)


def generate(rng: Random) -> Variant:
    """Cover and summary without numbers: printed name and last number differ from the file's."""
    club, (author, signed) = rng.choice(_CLUBS), people.people(rng, 2)
    pages, unnumbered = rng.randint(5, 11), rng.choice((1, 2))
    printed = pages - unnumbered
    title = f"Règlement du {club}"
    return Variant(
        params={
            "club": club,
            "author": author.full,
            "signed": signed.full,
            "pages": pages,
            "printed": printed,
        },
        response=Blanks(
            (
                Blank("a", "Auteur déclaré", Text(hint="Prénom et nom")),
                Blank("b", "Nombre de pages", Number(unit="pages")),
            )
        ),
        accepted=[{"a": [author.full, f"{author.last} {author.first}"], "b": [pages]}],
        material=Files((_document(rng, title, author.full, signed.full, pages, unnumbered),)),
        mistakes={
            "printed_name": {"a": signed.full},
            "title_as_author": {"a": title},
            "printed_number": {"b": printed},
        },
    )


def _document(
    rng: Random, title: str, author: str, signed: str, pages: int, unnumbered: int
) -> Recipe:
    rules = shuffled(rng, _RULES)
    sheets: list[list[dict[str, Json]]] = [
        [{"heading": title, "level": 1}, {"text": f"Texte de {signed}"}]
    ]
    sheets += [
        [{"heading": f"Article {n}", "level": 2}, {"text": rules[n - 1]}] for n in range(1, pages)
    ]
    numbers = ["" if n < unnumbered else str(n - unnumbered + 1) for n in range(pages)]
    properties = {"title": title, "author": author, "subject": "Vie du lycée"}
    return Recipe(
        name="reglement.pdf",
        builder="pdf",
        arguments={"pages": sheets, "properties": properties, "numbers": numbers},
        description="Document PDF",
        alternative="\n".join([*_facts(properties), "", *_lines(sheets, numbers)]),
    )


def _facts(properties: dict[str, str]) -> list[str]:
    return [
        f"Titre : {properties['title']}",
        f"Sujet : {properties['subject']}",
        f"Auteur : {properties['author']}",
        "Mots-clés : aucun",
        "Format : A4",
    ]


def _lines(sheets: list[list[dict[str, Json]]], numbers: list[str]) -> list[str]:
    """Each page on a line, with what is printed at its foot."""
    return [
        f"[page] {' — '.join(str(block.get('heading') or block['text']) for block in sheet)}"
        f" (en bas : {number or 'rien'})"
        for sheet, number in zip(sheets, numbers, strict=True)
    ]

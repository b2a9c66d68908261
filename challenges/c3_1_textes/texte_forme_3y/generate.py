from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.materials import Files, Json, Recipe
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

# What is said → where the first line and the others start, on a measure of 60.
_INDENTS = {
    "un retrait de première ligne": (6, 0),
    "un retrait de tout le paragraphe": (6, 6),
    "un retrait négatif (la première ligne dépasse)": (0, 6),
}
_ALIGNMENTS = ("justifié", "aligné à gauche")
_TITLES = (
    *("Dune", "Marée", "Orage", "Forêt", "Volcan", "Sentier", "Phare", "Rivière", "Glacier"),
    *("Colline", "Marais", "Falaise"),
)
_MEASURE, _LINES, _STEP = 60, 5, 22


def generate(rng: Random) -> Variant:
    """Two settings to see at once; the others have one of them, or none."""
    indent, other = pick(rng, list(_INDENTS), 2)
    alignment, opposite = pick(rng, _ALIGNMENTS, 2)
    titles = pick(rng, _TITLES, 4)
    settings = [(indent, alignment), (other, alignment), (indent, opposite), (other, opposite)]
    extracts = [(t, _lines(rng, *each)) for t, each in zip(titles, settings, strict=True)]
    choices = options(rng, titles)
    return Variant(
        params={"first": people.person(rng).first, "indent": indent, "alignment": alignment},
        response=Choice(choices),
        accepted=[id_of(choices, titles[0])],
        material=Files((_recipe(shuffled(rng, extracts)),)),
        mistakes={
            "other_indent": id_of(choices, titles[1]),
            "other_alignment": id_of(choices, titles[2]),
            "neither": id_of(choices, titles[3]),
        },
    )


def _lines(rng: Random, indent: str, alignment: str) -> list[tuple[int, int]]:
    """Where each line starts and ends; a ragged edge is never within two of the margin."""
    first, others = _INDENTS[indent]
    ragged = rng.sample(range(_MEASURE - 12, _MEASURE - 2), _LINES)
    ends = [_MEASURE] * _LINES if alignment == "justifié" else ragged
    ends[-1] = rng.randint(24, 34)
    return [(others if line else first, end) for line, end in enumerate(ends)]


def _recipe(extracts: list[tuple[str, list[tuple[int, int]]]]) -> Recipe:
    shapes: list[dict[str, Json]] = []
    said = ["Marge de gauche : 0 ; marge de droite : 60."]
    for number, (title, lines) in enumerate(extracts):
        left, top = 20 + 360 * (number % 2), 30 + 180 * (number // 2)
        shapes += _drawn(title, lines, left, top)
        said += ["", title, *(f"Ligne {n} : de {a} à {b}" for n, (a, b) in enumerate(lines, 1))]
    return Recipe(
        name="extraits.png",
        builder="png",
        arguments={"width": 720, "height": 380, "shapes": shapes},
        description="Quatre extraits",
        alternative="\n".join(said),
        inline=True,
    )


def _drawn(title: str, lines: list[tuple[int, int]], left: int, top: int) -> list[dict[str, Json]]:
    """One extract: its title, its two margins, a bar a line."""
    sheet = _box(left - 10, top - 22, left + 330, top + 148, fill="#ffffff", outline="#999999")
    heading = {"kind": "text", "points": [[left, top + 4]], "text": title, "size": 28}
    margins = [_box(x, top + 12, x, top + 140, fill="#b00020") for x in (left, left + 5 * _MEASURE)]
    bars = [
        _box(left + 5 * a, top + 20 + n * _STEP, left + 5 * b, top + 32 + n * _STEP, fill="#555555")
        for n, (a, b) in enumerate(lines)
    ]
    return [sheet, heading, *margins, *bars]


def _box(left: int, top: int, right: int, bottom: int, **colours: str) -> dict[str, Json]:
    return {"kind": "rectangle", "points": [[left, top], [right, bottom]], **colours}

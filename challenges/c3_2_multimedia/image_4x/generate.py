from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import demand
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_PLACES = ("du foyer", "de la mini-entreprise", "du club vélo", "de la radio", "de la coopérative")
_Colour = tuple[int, int, int]
_WIDTH, _HEIGHT = 480, 320


def generate(rng: Random) -> Variant:
    """Three flat colours far apart: the background, a drawing and its outline."""
    colours = [_colour(rng) for _ in range(3)]
    demand(all(_far(colours[i], colours[j]) for i, j in ((0, 1), (0, 2), (1, 2))))
    background, drawing, outline = map(_code, colours)
    backwards = _code(colours[0][::-1])
    demand(backwards != background)
    red, green, blue = colours[0]
    return Variant(
        params={
            "first": people.person(rng).first,
            "of_place": rng.choice(_PLACES),
            "background": background,
            "drawing": drawing,
            "outline": outline,
            "red": red,
            "green": green,
            "blue": blue,
        },
        response=Text(label="Code de la couleur", reading="exact"),
        accepted=[background, background.removeprefix("#")],
        material=Files((_recipe(rng, colours),)),
        mistakes={"drawing": drawing, "outline": outline, "reversed": backwards},
    )


def _colour(rng: Random) -> _Colour:
    red, green, blue = (rng.randint(17, 250) for _ in range(3))
    return red, green, blue


def _far(one: _Colour, other: _Colour) -> bool:
    """Two colours that nobody takes for one another."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) > 180


def _code(colour: _Colour) -> str:
    return "#" + "".join(f"{part:02X}" for part in colour)


def _recipe(rng: Random, colours: list[_Colour]) -> Recipe:
    left, top = rng.randint(60, 130), rng.randint(40, 80)
    shape = {
        "kind": rng.choice(("rectangle", "ellipse")),
        "points": [[left, top], [_WIDTH - left, _HEIGHT - top]],
        "fill": _code(colours[1]),
        "outline": _code(colours[2]),
        "width": 14,
    }
    zones = zip(("Coins de l’image", "Dessin au milieu", "Contour"), colours, strict=True)
    said = [f"{zone} : rouge {r}, vert {g}, bleu {b}" for zone, (r, g, b) in zones]
    rng.shuffle(said)
    return Recipe(
        name="logo.png",
        builder="png",
        arguments={
            "width": _WIDTH,
            "height": _HEIGHT,
            "background": _code(colours[0]),
            "shapes": [shape],
        },
        description="Image du logo",
        alternative="\n".join(said),
    )

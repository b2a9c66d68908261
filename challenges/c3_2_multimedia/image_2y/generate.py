from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import demand
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Blank, Blanks, Number
from webapp.domain.variant import Variant

_NAMES = ("candidature", "concours", "envoi", "image-finale", "participation")
_SCENES = ("wall", "sky", "road", "desk")


def generate(rng: Random) -> Variant:
    """A picture to measure by its properties; upright or lying down, its thumbnail smaller."""
    width, height = (rng.randrange(480, 1180, 2) for _ in range(2))
    demand(abs(width - height) > 120)
    small = (width // 4, height // 4)
    return Variant(
        params={"first": people.person(rng).first, "width": width, "height": height},
        response=Blanks(
            (
                Blank("a", "Largeur", Number(unit="pixels")),
                Blank("b", "Hauteur", Number(unit="pixels")),
            )
        ),
        accepted=[{"a": [width], "b": [height]}],
        material=Files((_recipe(rng, width, height, small),)),
        mistakes={
            "swapped": {"a": height, "b": width},
            "small_copy": {"a": small[0], "b": small[1]},
        },
    )


def _recipe(rng: Random, width: int, height: int, small: tuple[int, int]) -> Recipe:
    dots = rng.choice((72, 96, 150, 300))
    name = f"{rng.choice(_NAMES)}-{rng.randint(2, 9)}.png"
    listing = (
        f"Nom : {name}",
        "Type : image PNG",
        "Profondeur : 24 bits",
        f"Vignette : {small[0]} × {small[1]} pixels",
        f"Résolution : {dots} points par pouce",
        f"Dimensions : {width} × {height} pixels",
        "Entrelacement : aucun",
        "Transparence : non",
    )
    return Recipe(
        name=name,
        builder="png",
        arguments={
            "scene": rng.choice(_SCENES),
            "width": width,
            "height": height,
            "seed": rng.randrange(10**6),
            "dpi": dots,
        },
        description="Image",
        alternative="\n".join(listing),
    )

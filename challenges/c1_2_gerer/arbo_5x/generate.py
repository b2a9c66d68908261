from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_TOP = ("Club", "Lycee", "Projet", "Atelier", "Journal")
_BRANCHES = ("images", "textes", "sons", "archives", "budget", "cartes", "videos", "modeles")
_LEAVES = ("2026", "2027", "brouillons", "final", "mai", "juin", "tests", "envois")
_FILES = ("plan.odt", "liste.csv", "logo.png", "notes.txt", "affiche.pdf", "menu.odt", "score.ods")
_UPS = {2: "deux fois", 3: "trois fois"}


def generate(rng: Random) -> Variant:
    """Start two or three folders below the common one, then one or two folders down."""
    top = rng.choice(_TOP)
    here, there, other = pick(rng, _BRANCHES, 3)
    leaves = pick(rng, _LEAVES, 5)
    files = pick(rng, _FILES, 4)
    ups, downs = rng.choice(((2, 1), (2, 2), (3, 1), (3, 2)))
    start = [top, here, *leaves[: ups - 1]]
    below = [there, *leaves[3 : 2 + downs]]
    path = "/".join([*[".."] * ups, *below, files[0]])
    through_the_top = "/".join([*[".."] * (ups + 1), top, *below, files[0]])  # longer, but right
    places = [[*start, files[1]], [top, *below, files[0]], [top, other, files[2]], [top, files[3]]]
    tree = texts.tree(["/".join(place) for place in places])
    return Variant(
        params={
            "owner": people.person(rng).of,
            "start": "/".join(start),
            "target": files[0],
            "tree": tree,
            "path": path,
            "common": top,
            "ups_in_words": _UPS[ups],
            "example": {
                "start": f"{top}/{other}",
                "name": files[3],
                "path": f"../{files[3]}",
            },
        },
        response=Text(label="Chemin relatif", hint="Avec des barres obliques /", reading="exact"),
        accepted=[path, f"./{path}", path.replace("/", "\\"), through_the_top],
        mistakes={
            "from_the_root": "/".join([top, *below, files[0]]),
            "one_up_short": "/".join([*[".."] * (ups - 1), *below, files[0]]),
            "one_up_too_many": "/".join([*[".."] * (ups + 1), *below, files[0]]),
            "name_alone": files[0],
        },
    )

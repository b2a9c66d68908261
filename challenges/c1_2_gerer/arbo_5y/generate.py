from posixpath import join, normpath
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand, pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_TOP = ("Club", "Lycee", "Projet", "Atelier", "Journal", "Voyage")
_FOLDERS = ("images", "textes", "sons", "archives", "budget", "cartes", "videos", "modeles")
_LEAVES = ("2026", "2027", "final", "mai", "juin", "essais", "envois")
_FILES = ("plan.odt", "liste.csv", "logo.png", "notes.txt", "affiche.pdf", "menu.odt", "score.ods")


def generate(rng: Random) -> Variant:
    """A path that goes up once or twice; its equal is absolute, or a detour, or has a « . »."""
    top, name = rng.choice(_TOP), rng.choice(_FILES)
    here, there, other = pick(rng, _FOLDERS, 3)
    leaf = rng.choice(_LEAVES)
    deep = rng.random() < 0.5
    start = f"/{top}/{here}/{leaf}" if deep else f"/{top}/{here}"
    ups = "../.." if deep else ".."
    given, place = f"{ups}/{there}/{name}", f"/{top}/{there}/{name}"
    right = rng.choice((place, f"./{given}", f"{ups}/{other}/../{there}/{name}",
                        f"{ups}/../{top}/{there}/{name}"))  # fmt: skip
    wrong = {
        "into_start": rng.choice((f"./{there}/{name}", f"./{other}/../{there}/{name}")),
        "namesake": rng.choice((f"/{top}/{other}/{name}", f"{ups}/{there}/../{other}/{name}")),
        **({"one_up_short": f"../{there}/{name}"} if deep else {"missing_top": f"/{there}/{name}"}),
    }
    demand(_arrival(start, right) == place == _arrival(start, given))
    demand(all(_arrival(start, each) != place for each in wrong.values()))
    shown = rng.choice("/\\")
    offered = options(rng, [_written(path, shown) for path in (right, *wrong.values())])
    paths = [f"{top}/{here}/{leaf}/{pick(rng, _FILES, 1)[0]}", f"{top}/{there}/{name}",
             f"{top}/{other}/{name}"]  # fmt: skip
    return Variant(
        params={
            "first": (person := people.person(rng)).first,
            "pronoun": person.pronoun,
            "start": _written(start, shown),
            "given": _written(given, shown),
            "answer": _written(right, shown),
            "place": _written(place, shown),
            "sep": shown,
            "top": top,
            "tree": texts.tree(paths).replace("/", shown),
        },
        response=Choice(offered),
        accepted=[id_of(offered, _written(right, shown))],
        mistakes={kind: id_of(offered, _written(path, shown)) for kind, path in wrong.items()},
    )


def _arrival(start: str, path: str) -> str:
    """Where a path leads, followed from the start."""
    return normpath(join(start, path))


def _written(path: str, separator: str) -> str:
    return path.replace("/", separator)

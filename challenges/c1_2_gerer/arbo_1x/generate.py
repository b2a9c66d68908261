from collections.abc import Iterable
from itertools import chain
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick, shuffled
from webapp.domain.materials import Simulation
from webapp.domain.responses import Number
from webapp.domain.variant import Variant
from webapp.simulators.worlds.files import Tree

_SUBJECTS = ("Anglais", "Espagnol", "Français", "Histoire", "Maths", "Physique", "SES", "SVT")
_KINDS = {  # as in a file’s name → as written in the sheet
    "controle": "contrôle",
    "devoir": "devoir",
    "interro": "interro",
    "evaluation": "évaluation",
}


def generate(rng: Random) -> Variant:
    """Three subjects with files of the same names; nine marks that all differ."""
    owner, kind = people.person(rng), rng.choice(list(_KINDS))
    subject, *others = subjects = pick(rng, _SUBJECTS, 3)
    names = [f"{kind}-{number}.odt" for number in (1, 2, 3)]
    wanted, neighbour = pick(rng, names, 2)
    marks = iter(pick(rng, range(12, 40), 9))  # halves of a point
    averages = iter(pick(rng, [10.3, 10.7, 11.2, 11.6, 11.8, 12.1, 12.4, 12.7, 13.2], 9))
    sheets = {
        f"{each}/{name}": (next(marks) / 2, next(averages)) for each in subjects for name in names
    }
    mark, average = sheets[f"{subject}/{wanted}"]
    return Variant(
        params={
            "owner": owner.params(),
            "subject": subject,
            "name": wanted,
            "answer": texts.number(mark),
        },
        response=Number(label="Note", unit="/20"),
        accepted=[mark],
        material=Simulation("files", _tree(rng, owner.first, sheets).state()),
        mistakes={
            "other_folder": sheets[f"{rng.choice(others)}/{wanted}"][0],
            "other_file": sheets[f"{subject}/{neighbour}"][0],
            "class_average": average,
        },
    )


def _days(rng: Random, paths: Iterable[str]) -> dict[str, int]:
    """A day of January for each file; in a folder, a test never comes before the one before."""
    ordered = sorted(paths)
    days = pick(rng, range(4, 30), len(ordered))
    by_folder = [sorted(days[start : start + 3]) for start in range(0, len(days), 3)]
    return dict(zip(ordered, chain.from_iterable(by_folder), strict=True))


def _tree(rng: Random, owner: str, sheets: dict[str, tuple[float, float]]) -> Tree:
    tree = Tree(rng, now="2027-02-02T17:20", title=f"Ordinateur {people.of(owner)}")
    days = _days(rng, sheets)
    for path in shuffled(rng, sheets):
        mark, average = sheets[path]
        subject, _, name = path.rpartition("/")
        kind, _, number = name.removesuffix(".odt").partition("-")
        title = f"{subject} — {_KINDS[kind]} n° {number}"
        tree.file(
            path,
            size=rng.randrange(21_000, 48_000),
            modified=f"2027-01-{days[path]:02d}T{rng.randint(9, 18):02d}:{rng.randint(10, 59)}",
            text=f"{title}\n{owner} : {texts.number(mark)}/20\n"
            f"Moyenne de la classe : {texts.number(average)}/20",
        )
    return tree

from random import Random
from typing import NamedTuple

from challenges.toolkit import people
from challenges.toolkit.draws import demand, shuffled
from webapp.domain.materials import Simulation
from webapp.domain.responses import Number
from webapp.domain.variant import Variant
from webapp.simulators.worlds.files import Tree, matches

_STEMS = ("photo", "plan", "devoir", "carte", "notes", "affiche", "menu", "essai")
_FOLDERS = ("Lycée", "Lycée/Projet", "Club", "Vacances", "Divers", "Club/Sorties")
_WORDS = (
    *("a", "b", "c", "d", "album", "brouillon", "classe", "copie", "groupe", "recto", "verso"),
    *("sortie", "vues"),
)
_ENDINGS = ("jpg", "pdf", "odt", "png", "csv")
_NUMBERS = {1: range(1, 10), 2: range(10, 100), 3: range(100, 1000)}  # by their figures


class _File(NamedTuple):
    folder: str
    name: str
    octets: int


def generate(rng: Random) -> Variant:
    """A pattern with one ? and one *, a size; each oversight gives another count."""
    owner, stem, ending = people.person(rng), rng.choice(_STEMS), rng.choice(_ENDINGS)
    limit = rng.randrange(300, 800, 50)
    pattern = rng.choice((f"{stem}-??-*.{ending}", f"{stem}-?-*.{ending}", f"*-{stem}-??.{ending}"))
    files = _files(rng, stem, ending, limit, figures=pattern.count("?"))
    named = [file for file in files if matches(pattern, file.name)]
    heavy = [file for file in named if file.octets > limit * 1000]
    demand(5 <= len(heavy) <= 13 and 8 <= len(named) <= 24)
    loose = pattern.replace("??", "*").replace("?", "*")
    folder = max(_FOLDERS, key=lambda each: sum(file.folder == each for file in heavy))
    wrong = {
        "name_only": len(named),
        "mega_missed": sum(file.octets < 1_000_000 for file in heavy),
        "question_mark_as_star": sum(
            file.octets > limit * 1000 and matches(loose, file.name) for file in files
        ),
        "one_folder": sum(file.folder == folder for file in heavy),
    }
    demand(len({len(heavy), *wrong.values()}) == 5)
    tree = Tree(rng, now="2027-05-12T18:05", title=f"Ordinateur {owner.of}")
    for number, file in enumerate(shuffled(rng, files)):
        tree.file(
            f"{file.folder}/{file.name}",
            size=file.octets,
            modified=f"2027-0{1 + number % 4}-{1 + number % 28:02d}T1{number % 10}:15",
        )
    return Variant(
        params={
            "owner": owner.params(),
            "pattern": pattern,
            "limit": limit,
            "found": len(named),
            "answer": len(heavy),
        },
        response=Number(label="Nombre de fichiers", unit="fichiers"),
        accepted=[len(heavy)],
        material=Simulation("files", tree.state()),
        mistakes=wrong,
    )


def _files(rng: Random, stem: str, ending: str, limit: int, *, figures: int) -> list[_File]:
    """Forty names: half have numbers of that many figures; words before or after.

    They weigh less than the limit, more, or are in Mo; never near the limit.
    """
    names: dict[str, None] = {}
    while len(names) < 40:
        count = figures if rng.random() < 0.5 else rng.choice((1, 2, 3))
        number = rng.choice(_NUMBERS[count])
        word = rng.choice(_WORDS)
        end = ending if rng.random() < 0.85 else rng.choice(_ENDINGS)
        before = rng.random() < 0.5
        begin = f"{word}-{stem}-{number}" if before else f"{stem}-{number}-{word}"
        names[f"{begin}.{end}"] = None
    sizes = (
        range(40_000, (limit - 20) * 1000, 1000),
        range((limit + 20) * 1000, 990_000, 1000),
        range(1_100_000, 9_400_000, 100_000),
    )
    folders = rng.choices(_FOLDERS, k=len(names))
    octets = [rng.choice(those) for those in rng.choices(sizes, k=len(names))]
    return list(map(_File, folders, names, octets))

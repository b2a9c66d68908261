from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand, pick
from webapp.domain.materials import Simulation
from webapp.domain.responses import Text
from webapp.domain.variant import Variant
from webapp.simulators.worlds.files import Tree

_FOLDERS = ("Journal", "Club photo", "Radio", "Voyage", "Atelier vidéo", "Exposition")
_STEMS = (
    *("affiche", "agenda", "annexe", "archives", "atelier", "bilan", "budget", "carte", "chapitre"),
    *("croquis", "decor", "edito", "enquete", "entretien", "essai", "galerie", "guide"),
    *("histoire", "invitation", "logo", "maquette", "memo", "montage", "notes", "plan"),
    *("portrait", "programme", "projet", "rapport", "recit", "releve", "reportage", "resume"),
    *("scenario", "sommaire", "sondage", "tableau", "tournage"),
)
_ENDINGS = {"Mo": ("jpg", "mp4", "wav", "png", "pdf"), "ko": ("odt", "txt", "csv", "svg", "ods")}
_Row = tuple[str, str, int]  # name, moment, octets


def generate(rng: Random) -> Variant:
    """Thirty files; heavier ones in other months, one in the same month a year before."""
    owner, folder = people.person(rng), rng.choice(_FOLDERS)
    month, year = rng.randint(2, 6), 2027
    stems = pick(rng, _STEMS, 30)
    best, kilo, latest, before, heaviest = chosen = [
        _row(rng, stems[0], "Mo", (31, 60), _day(rng, year, month, (4, 17))),
        _row(rng, stems[1], "ko", (810, 980), _day(rng, year, month, (4, 17))),
        _row(rng, stems[2], "Mo", (2, 9), _day(rng, year, month, (26, 28))),
        _row(rng, stems[3], "Mo", (65, 90), _day(rng, year - 1, month, (3, 25))),
        _row(rng, stems[4], "Mo", (100, 190), _day(rng, year, _other(rng, month), (3, 25))),
    ]
    others = [_filler(rng, stem, year, month, n) for n, stem in enumerate(stems[5:])]
    tree = Tree(rng, now="2027-07-01T14:05", title=f"Ordinateur {owner.of}")
    for name, moment, octets in [*chosen, *others]:
        tree.file(f"{folder}/{name}", size=octets, modified=moment)
    demand(best[2] not in {row[2] for row in others})
    return Variant(
        params={
            "owner": owner.params(),
            "pronoun": texts.capitalised(owner.pronoun),
            "folder": folder,
            "month": texts.MONTHS[month - 1],
            "year": year,
            "answer": best[0],
            "size": texts.size(best[2]),
        },
        response=Text(label="Nom du fichier", reading="exact"),
        accepted=[best[0], best[0].rpartition(".")[0]],
        material=Simulation("files", tree.state()),
        mistakes={
            "biggest_of_all": heaviest[0],
            "other_year": before[0],
            "biggest_number": kilo[0],
            "latest_of_month": latest[0],
        },
    )


def _filler(rng: Random, stem: str, year: int, month: int, number: int) -> _Row:
    """Five lighter files of the month, twenty of any size below the decoys in other months."""
    if number < 5:
        return _row(rng, stem, rng.choice(("Mo", "ko")), (3, 28), _day(rng, year, month, (2, 25)))
    unit, sizes = rng.choice((("Mo", (2, 88)), ("ko", (12, 990))))
    moment = _day(rng, rng.choice((year, year - 1)), _other(rng, month), (2, 27))
    return _row(rng, stem, unit, sizes, moment)


def _row(rng: Random, stem: str, unit: str, sizes: tuple[int, int], moment: str) -> _Row:
    tenths = rng.randint(sizes[0] * 10, sizes[1] * 10)
    octets = tenths * 100_000 if unit == "Mo" else tenths // 10 * 1000
    return f"{stem}.{rng.choice(_ENDINGS[unit])}", moment, octets


def _day(rng: Random, year: int, month: int, days: tuple[int, int]) -> str:
    hour = f"{rng.randint(8, 19):02d}:{rng.randint(10, 59)}"
    return f"{year}-{month:02d}-{rng.randint(*days):02d}T{hour}"


def _other(rng: Random, month: int) -> int:
    return rng.choice([each for each in range(1, 7) if each != month])

from datetime import date, timedelta
from random import Random

from challenges.toolkit import people, places, texts
from challenges.toolkit.draws import pick, shuffled
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_FOLDERS = ("culture", "sport", "lycee", "monde", "sciences", "humour")
_STEMS = (
    *("concert", "tournoi", "cantine", "portrait", "enquete", "recette", "sondage", "sortie"),
    *("interview", "critique", "quiz", "reportage", "billet", "agenda", "roman", "club", "debat"),
    *("voyage", "climat", "metier", "espace", "theatre", "festival", "musique", "jardin"),
)
_WORDS = ("final", "definitif", "v3", "derniere-version")
_ENDINGS = ("odt", "txt")


def generate(rng: Random) -> Variant:
    """Four folders of six files; the latest has a plain name, an older one says « final »."""
    folder, *others = pick(rng, _FOLDERS, 4)
    word, stems = rng.choice(_WORDS), pick(rng, _STEMS, 24)
    dates = iter(_dates(rng))
    entries: dict[str, list[tuple[str, date]]] = {folder: [], **{each: [] for each in others}}
    latest_elsewhere = next(dates)
    here = sorted(next(dates) for _ in range(6))
    names = [f"{stem}.{rng.choice(_ENDINGS)}" for stem in stems]
    promising = rng.randint(1, 3)
    for number, when in enumerate(here):
        stem, _, ending = names[number].rpartition(".")
        name = f"{stem}-{word}.{ending}" if number == promising else f"{stem}.{ending}"
        entries[folder].append((name, when))
    for number, each in enumerate(names[6:]):
        entries[others[number // 6]].append((each, next(dates)))
    rival = rng.choice(others)
    entries[rival][2] = (entries[rival][2][0], latest_elsewhere)
    answer, when = entries[folder][-1]
    return Variant(
        params={
            "first": people.person(rng).first,
            "school": places.school(rng),
            "folder": folder,
            "word": word,
            "answer": answer,
            "when": f"modifié le {texts.day(when, year=True)}",
        },
        response=Text(label="Nom du fichier", reading="exact"),
        accepted=[answer, answer.rpartition(".")[0], *_with_folders(f"{folder}/{answer}")],
        material=Files((_archive(rng, entries),)),
        mistakes={
            "other_folder": entries[rival][2][0],
            "promising_name": entries[folder][promising][0],
            "oldest": entries[folder][0][0],
        },
    )


def _with_folders(path: str) -> list[str]:
    """The name as one copies it from the archive, with its folders in front."""
    return [each for long in (path, f"journal/{path}") for each in (long, long.replace("/", "\\"))]


def _dates(rng: Random) -> list[date]:
    """Twenty-five different days, the latest first, the others in no order."""
    start = date(2026, 9, 7) + timedelta(days=rng.randrange(60))
    days = sorted(start + timedelta(days=n) for n in pick(rng, range(180), 25))
    return [days.pop(), *shuffled(rng, days)]


def _archive(rng: Random, entries: dict[str, list[tuple[str, date]]]) -> Recipe:
    """The archive, its files listed in no order."""
    listed = [
        (f"journal/{folder}/{name}", f"{when} {rng.randint(8, 19):02d}:{rng.randint(10, 59)}")
        for folder, files in entries.items()
        for name, when in files
    ]
    mixed = shuffled(rng, listed)
    lines = [f"{path} — modifié le {_said(when)}" for path, when in mixed]
    return Recipe(
        name="journal.zip",
        builder="zip",
        arguments={"entries": [_entry(path, when) for path, when in mixed]},
        description="Archive ZIP, 24 fichiers",
        alternative="\n".join(lines),
    )


def _said(when: str) -> str:
    """« 12/03/2027 à 10:42 » of an ISO moment."""
    return f"{when[8:10]}/{when[5:7]}/{when[:4]} à {when[11:]}"


def _entry(path: str, modified: str) -> dict[str, object]:
    title = texts.capitalised(path.rpartition("/")[2].partition(".")[0].partition("-")[0])
    line = "Article à relire avant la mise en page."
    if path.endswith(".odt"):
        blocks = [{"heading": title, "level": 1}, {"text": line}]
        return _file(path, "odt", {"blocks": blocks}, modified)
    return _file(path, "text", {"body": f"{title}\n\n{line}"}, modified)


def _file(path: str, builder: str, arguments: object, modified: str) -> dict[str, object]:
    return {"path": path, "builder": builder, "arguments": arguments, "modified": modified}

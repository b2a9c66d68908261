from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import demand, pick, shuffled
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_FOLDERS = ("portraits", "paysages", "concert", "tournoi", "sortie", "atelier", "exposition")
_STEMS = (
    *("arbre", "banc", "cour", "danse", "equipe", "fenetre", "gradins", "horloge", "ile", "jardin"),
    *("kiosque", "lac", "marche", "neige", "ombre", "pont", "quai", "rue", "scene", "toit"),
    *("usine", "vague", "wagon", "zebre"),
)
_IMAGES = ("jpg", "png", "svg")
_OTHERS = {"txt": "text", "csv": "csv", "mp3": "mp3"}
_ARGUMENTS: dict[str, dict[str, object]] = {
    "jpg": {"scene": "sky", "width": 64, "height": 48},
    "png": {"width": 32, "height": 24, "background": "#7a8b99"},
    "svg": {"width": 32, "height": 24, "shapes": []},
    "txt": {"body": "Légende à compléter."},
    "csv": {"header": ["Nom", "Lieu"], "rows": [["", ""]]},
    "mp3": {"seconds": 0.5},
}


def generate(rng: Random) -> Variant:
    """Three folders of images of three kinds and other files; the answer from 7 to 15."""
    folders = pick(rng, _FOLDERS, 3)
    wanted = folders[0]
    files = {folder: _names(rng) for folder in folders}
    images = {folder: [n for n in names if _is_image(n)] for folder, names in files.items()}
    answer = len(images[wanted])
    wrong = {
        "all_files": len(files[wanted]),
        "one_extension": sum(name.endswith(".jpg") for name in images[wanted]),
        "whole_archive": sum(map(len, images.values())),
    }
    demand(len({answer, *wrong.values()}) == 4)
    demand(len({len(images[each]) for each in folders}) == 3)
    paths = shuffled(rng, [f"club/{each}/{n}" for each, names in files.items() for n in names])
    return Variant(
        params={"first": people.person(rng).first, "folder": wanted, "answer": answer},
        response=Number(label="Nombre d’images", unit="images"),
        accepted=[answer],
        material=Files((_archive(paths),)),
        mistakes=wrong,
    )


def _names(rng: Random) -> list[str]:
    """Seven to fifteen images, two to four other files."""
    images = [rng.choice(_IMAGES) for _ in range(rng.randint(7, 15))]
    others = [rng.choice(list(_OTHERS)) for _ in range(rng.randint(2, 4))]
    stems = pick(rng, _STEMS, len(images) + len(others))
    return [f"{stem}.{end}" for stem, end in zip(stems, images + others, strict=True)]


def _is_image(name: str) -> bool:
    return name.rpartition(".")[2] in _IMAGES


def _archive(paths: list[str]) -> Recipe:
    return Recipe(
        name="club-photo.zip",
        builder="zip",
        arguments={"entries": [_entry(path) for path in paths]},
        description="Archive ZIP, trois sous-dossiers",
        alternative="\n".join(paths),
    )


def _entry(path: str) -> dict[str, object]:
    ending = path.rpartition(".")[2]
    builder = _OTHERS.get(ending, ending)
    return {"path": path, "builder": builder, "arguments": _ARGUMENTS[ending]}

from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

# extension → fictional programs that open it
_APPS = {
    "pdf": ("Lectopage", "Feuilletto"),
    "svg": ("Traçalis", "Vectoline"),
    "jpg": ("Pixelune", "Albumo"),
    "html": ("Balisium", "Codeline"),
    "txt": ("Notellia", "Plumeo"),
    "webm": ("Vidéolys", "Ciné-Clap"),
}
_OTHERS = ("Tablora", "Messagia", "Sonorine", "Calculine", "Cartélia", "Agendis")
_STEMS = ("affiche-bal", "compte-rendu", "plan-du-stand", "sortie-mai", "essai-3", "programme")


def generate(rng: Random) -> Variant:
    """For ever, only once, or not installed yet: the list and the wish decide."""
    case = rng.choice(("always", "once", "missing"))
    extension = rng.choice(list(_APPS))
    app = rng.choice(_APPS[extension])
    names = _options(case, extension, app)
    choices = options(rng, names.values())
    first = people.person(rng).first
    others = pick(rng, _OTHERS, 3 if case == "missing" else 2)
    installed = ["le navigateur web", *others, *([] if case == "missing" else [app])]
    return Variant(
        params={
            "computer": _computer(case, first),
            "file": f"{rng.choice(_STEMS)}.{extension}",
            "extension": extension,
            "app": app,
            "wish": _wish(case, first, extension, app),
            "installed": texts.listed(shuffled(rng, installed)),
        },
        response=Choice(choices),
        accepted=[id_of(choices, names["right"])],
        mistakes={name: id_of(choices, text) for name, text in names.items() if name != "right"},
    )


def _computer(case: str, first: str) -> str:
    if case == "once":
        return "l’ordinateur du CDI, que toute la classe utilise avec la même session"
    return f"l’ordinateur {people.of(first)}"


def _wish(case: str, first: str, extension: str, app: str) -> str:
    if case == "once":
        return (
            f"Aujourd’hui seulement, {first} veut voir ce fichier dans {app}, "
            "sans changer ce que les autres trouveront demain."
        )
    return f"{first} veut que tous ses fichiers .{extension} s’ouvrent désormais dans {app}."


def _options(case: str, extension: str, app: str) -> dict[str, str]:
    default = f"Choisir {app} comme application par défaut des fichiers .{extension}"
    once = f"Clic droit sur le fichier, « Ouvrir avec », {app}, juste cette fois"
    renamed = f"Remplacer .{extension} par un autre nom d’extension"
    removed = "Désinstaller le navigateur web"
    if case == "always":
        return {"right": default, "only_once": once, "renamed": renamed, "removed_browser": removed}
    if case == "once":
        return {
            "right": once,
            "changes_default": default,
            "renamed": renamed,
            "removed_browser": removed,
        }
    install = (
        f"Installer {app}, puis le choisir comme application par défaut des fichiers .{extension}"
    )
    return {
        "right": install,
        "not_installed": default,
        "renamed": renamed,
        "removed_browser": removed,
    }

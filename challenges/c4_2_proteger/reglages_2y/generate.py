from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_NAMES = ("Kivalo", "Zoméa", "Ondilo", "Taruli", "Pavéo", "Mirgou", "Loupali", "Bulloo")
_NO_NEED = (
    "allumer la lampe",
    "faire des additions",
    "prendre des notes",
    "jouer aux cartes seul",
    "régler un minuteur",
)
_OPEN_ONLY = (
    "voir la météo d’ici en l’ouvrant",
    "chercher un cinéma proche sur une carte",
    "trouver l’arrêt de bus le plus proche en l’ouvrant",
    "afficher les étoiles au-dessus de soi",
)
_CLOSED_NEED = (
    "enregistrer un parcours de course, écran éteint",
    "prévenir ses parents à l’arrivée au lycée, sans rien ouvrir",
    "retrouver le téléphone s’il est perdu",
    "sonner à l’approche d’un arrêt, pendant qu’on lit",
)


def generate(rng: Random) -> Variant:
    """Six applications: two permanent accesses are idle, one or two are of use."""
    names = pick(rng, _NAMES, 6)
    closed = pick(rng, _CLOSED_NEED, 2)
    bare, open_only = pick(rng, _NO_NEED, 3), pick(rng, _OPEN_ONLY, 2)
    extra = rng.choice(((bare[1], "Toujours"), (bare[1], "Jamais")))
    rows = [
        (bare[0], "Toujours"),
        (open_only[0], "Toujours"),
        (closed[0], "Toujours"),
        (open_only[1], "Pendant l’utilisation"),
        extra,
        rng.choice(((closed[1], "Toujours"), (bare[2], "Jamais"))),
    ]
    table = [
        {"name": name, "task": task, "access": access}
        for name, (task, access) in zip(names, rows, strict=True)
    ]
    idle = [r["name"] for r in table if r["access"] == "Toujours" and r["task"] not in closed]
    choices = options(rng, names)
    kinds = dict(
        zip(("no_need", "open_only", "closed_need", "already_limited"), names[:4], strict=True)
    )
    return Variant(
        params={"first": people.person(rng).first, "rows": shuffled(rng, table), "names": kinds},
        response=Choices(choices),
        accepted=[sorted(ids_of(choices, idle))],
        mistakes={kind: id_of(choices, name) for kind, name in kinds.items()},
    )

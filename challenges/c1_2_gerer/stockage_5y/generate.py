from random import Random

from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_OWNERS = (
    "La radio du lycée",
    "Le club photo",
    "L’association des parents",
    "Le journal du lycée",
    "La chorale",
)
_ORIGINALS = ("l’ordinateur du local", "le portable du local", "la tour du local")
_HERE = ("dans l’armoire du local", "dans le tiroir du local", "dans la salle voisine")
_AWAY = ("chez la présidente", "chez le trésorier", "à la mairie", "à la bibliothèque de la ville")
_DRIVES = ("un disque externe", "une clé USB")


def generate(rng: Random) -> Variant:
    """Two plans that keep the rule, or three, and one or two for each way to break it."""
    right_count = rng.choice((2, 2, 3))
    right = ["online_counts", "far_copy"] + (["far_copy"] if right_count == 3 else [])
    wrong = pick(rng, ["too_few", "one_support", "same_place"], 3)[: 5 - right_count]
    plans: dict[str, str] = {}
    for kind in [*right, *wrong]:
        text = _plan(rng, kind)
        while text in plans:
            text = _plan(rng, kind)
        plans[text] = kind
    offered = options(rng, plans)
    first = {kind: text for text, kind in reversed(plans.items())}
    mistakes = {kind: id_of(offered, text) for kind, text in first.items()}
    if right_count == 3:
        last = next(text for text, kind in reversed(plans.items()) if kind == "far_copy")
        mistakes["far_copy_2"] = id_of(offered, last)
    return Variant(
        params={"owner": rng.choice(_OWNERS)},
        response=Choices(offered),
        accepted=[sorted(ids_of(offered, [text for text, kind in plans.items() if kind in right]))],
        mistakes=mistakes,
    )


def _plan(rng: Random, kind: str) -> str:
    """The words of a plan that keeps the rule or breaks one condition of it."""
    original, here, away = rng.choice(_ORIGINALS), rng.choice(_HERE), rng.choice(_AWAY)
    one, two = pick(rng, _DRIVES, 2)
    disk = "le disque d’un ordinateur"
    plans = {
        "online_counts": ("un serveur en ligne", f"{one} {here}"),
        "far_copy": rng.choice(((f"{one} {here}", f"{two} {away}"),
                                (f"{disk} {away}", f"{one} {here}"))),
        "too_few": rng.choice((("un serveur en ligne",), (f"{one} {away}",))),
        "one_support": (f"{disk} de la salle voisine", f"{disk} {away}"),
        "same_place": (f"{one} {here}", f"{two} {here}"),
    }  # fmt: skip
    copies = plans[kind]
    return f"Original sur {original} ; {_copies(shuffled(rng, copies))}."


def _copies(listed: list[str]) -> str:
    if len(listed) == 1:
        return f"une copie sur {listed[0]}"
    return f"une copie sur {listed[0]} et une sur {listed[1]}"

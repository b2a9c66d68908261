from random import Random

from challenges.toolkit import people
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

# « un plan », « le plan »
_THINGS = (
    ("un tableau des stands de la fête", "le tableau"),
    ("un plan d’exposé", "le plan"),
    ("un planning des répétitions", "le planning"),
    ("un règlement de tournoi", "le règlement"),
    ("un recueil de recettes", "le recueil"),
    ("un guide de la sortie", "le guide"),
)
_READERS = ("les familles", "les élèves de seconde", "les adhérents du club", "les correspondants")
_KEEPERS = ("les membres du jury", "les professeurs", "les organisateurs du concours")
_RIGHT = {"edit": "share_edit", "read": "share_read", "freeze": "frozen_copy"}


def generate(rng: Random) -> Variant:
    """Writing together, following a live version, or freezing a day: the need decides."""
    case = rng.choice(list(_RIGHT))
    count = rng.randint(4, 9)
    thing, the_thing = rng.choice(_THINGS)
    who = {
        "edit": f"{count} camarades",
        "read": rng.choice(_READERS),
        "freeze": rng.choice(_KEEPERS),
    }[case]
    texts = {
        "share_edit": f"Partager {the_thing} en ligne, avec le droit de le modifier",
        "share_read": f"Partager {the_thing} en ligne, avec le droit de le lire seulement",
        "frozen_copy": "Envoyer une copie en PDF",
        "many_copies": "Envoyer à chacun sa copie modifiable, par courriel",
    }
    choices = options(rng, texts.values())
    right = _RIGHT[case]
    return Variant(
        params={
            "first": people.person(rng).first,
            "case": case,
            "thing": thing,
            "thing_the": the_thing,
            "who": who,
            "need": _need(case, the_thing, who),
        },
        response=Choice(choices),
        accepted=[id_of(choices, texts[right])],
        mistakes={name: id_of(choices, text) for name, text in texts.items() if name != right},
    )


def _need(case: str, thing: str, who: str) -> str:
    """What the others have to do with the file."""
    if case == "edit":
        return f"Cette semaine, {who} vont compléter {thing} à distance. Il ne faut qu’une version."
    if case == "read":
        return f"Il changera souvent : {who} doivent voir la dernière version, sans y toucher."
    return f"Ce soir, {who} le veulent tel qu’il est, sans que rien ne puisse changer ensuite."

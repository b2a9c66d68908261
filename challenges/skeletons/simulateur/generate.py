from random import Random

from challenges.toolkit import people
from webapp.domain.materials import Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.files import Tree

_NAMES = ("convention", "rapport", "lettre", "bulletin", "plan", "devis", "reçu", "programme")
_PLACES = ("Téléchargements", "Images", "Musique", "Bureau")


def generate(rng: Random) -> Variant:
    """One file to move; copying it is the trap."""
    person, wrong = people.person(rng), rng.choice(_PLACES)
    names = [f"{name}.pdf" for name in rng.sample(_NAMES, 3)]
    tree = Tree(rng, now="2027-03-16T17:05", title=f"Ordinateur {person.of}")
    moved, *_ = [
        tree.file(f"{wrong}/{name}", size=60_000, modified=f"2027-03-0{day}T09:00")
        for day, name in enumerate(names, start=1)
    ]
    documents = tree.folder("Documents")
    return Variant(
        params={"first": person.first, "name": names[0], "wrong": wrong},
        response=NoResponse(),
        accepted=[tree.steps().do("move", nodes=[moved], to=documents).actions],
        material=Simulation("files", tree.state(), "tree_is", {"moved": {moved: "Documents"}}),
        mistakes={"copied_instead": tree.steps().do("copy", nodes=[moved], to=documents).actions},
    )

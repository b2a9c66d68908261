from datetime import date, timedelta
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick, shuffled
from webapp.domain.materials import Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.files import Tree

_NAMES = ("expose.odt", "budget.ods", "lettre.odt", "poster.pdf", "notes.txt", "resume.odt")
_PLACES = ("Documents", "Documents/Lycée", "Bureau", "Téléchargements", "Documents/Club")
_OTHERS = ("brouillon.odt", "capture.png", "essai.txt", "horaires.pdf", "vieux-logo.png")


def generate(rng: Random) -> Variant:
    """Three namesakes in the trash; one was modified the day the wanted one was deleted."""
    owner, name = people.person(rng), rng.choice(_NAMES)
    first = date(2027, 1, 8) + timedelta(days=rng.randrange(90))
    wanted_day = first + timedelta(days=rng.randint(6, 12))
    last = wanted_day + timedelta(days=rng.randint(3, 9))
    tree = Tree(rng, now=_at(rng, last + timedelta(days=2)), title=f"Ordinateur {owner.of}")
    tree.file("Documents/Lycée/planning.odt", size=41_000, modified=_at(rng, first))
    places = pick(rng, _PLACES, 3)
    facts = [(first, first - timedelta(days=3)), (wanted_day, first - timedelta(days=1)),
             (last, wanted_day)]  # fmt: skip
    ids = {}
    for rank in shuffled(rng, range(3)):
        deleted, modified = facts[rank]
        size = rng.randrange(20_000, 60_000)
        node = tree.file(
            f"{places[rank]}/{name}", size=size, modified=_at(rng, modified, early=True)
        )
        ids[rank] = tree.trash(node, date=_at(rng, deleted))
    for other in pick(rng, _OTHERS, 3):
        day = first + timedelta(days=rng.randint(1, 5))
        node = tree.file(
            f"Bureau/{other}", size=rng.randrange(9000, 99_000), modified=_at(rng, first)
        )
        tree.trash(node, date=_at(rng, day))

    def restored(*ranks: int) -> list[dict[str, object]]:
        steps = tree.steps()
        for rank in ranks:
            steps.do(f"restore:{ids[rank]}")
        return steps.actions

    return Variant(
        params={"owner": owner.params(), "name": name, "day": texts.day(wanted_day)},
        response=NoResponse(),
        accepted=[restored(1)],
        material=Simulation("files", tree.state(), "restored", {"nodes": [ids[1]]}),
        mistakes={
            "wrong_one_restored": restored(2),
            "too_many_restored": restored(1, 0),
            "wanted_erased": tree.steps().do(f"erase:{ids[1]}").actions,
        },
    )


def _at(rng: Random, day: date, *, early: bool = False) -> str:
    """A moment of that day, in the morning when it must come before another of the day."""
    hour = rng.randint(8, 10) if early else rng.randint(14, 19)
    return f"{day}T{hour:02d}:{rng.randint(10, 59)}"

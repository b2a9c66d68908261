from datetime import date, timedelta
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick, shuffled
from webapp.domain.materials import Simulation
from webapp.domain.responses import Text
from webapp.domain.variant import Variant
from webapp.simulators.worlds.files import Tree

_FOLDERS = ("Exposés", "Projets", "Club", "Stage", "Révisions")
_STEMS = ("plan", "affiche", "rapport", "carte", "budget", "lettre", "programme", "sommaire")
_ENDINGS = ("odt", "ods", "pdf", "png")


def generate(rng: Random) -> Variant:
    """Six files without dates in the list; created and modified are weeks apart."""
    owner, folder = people.person(rng), rng.choice(_FOLDERS)
    names = [f"{stem}.{rng.choice(_ENDINGS)}" for stem in pick(rng, _STEMS, 6)]
    days = pick(rng, range(10, 130), 12)
    dates = [date(2027, 1, 4) + timedelta(days=day) for day in days]
    facts = {name: sorted(dates[2 * n : 2 * n + 2]) for n, name in enumerate(names)}
    tree = Tree(
        rng,
        now="2027-06-14T16:40",
        title=f"Ordinateur {owner.of}",
        columns=("type", "size"),
    )
    for name in shuffled(rng, names):
        created, modified = facts[name]
        tree.file(
            f"{folder}/{name}",
            size=rng.randrange(12_000, 900_000),
            created=f"{created}T{rng.randint(8, 19):02d}:{rng.randint(10, 59)}",
            modified=f"{modified}T{rng.randint(8, 19):02d}:{rng.randint(10, 59)}",
        )
    name, neighbour = names[:2]
    created, modified = facts[name]
    return Variant(
        params={
            "owner": owner.params(),
            "folder": folder,
            "name": name,
            "neighbour": neighbour,
            "answer": f"le {texts.day(modified, weekday=False, year=True)}",
        },
        response=Text(label="Date de modification", hint="Jour, mois et année", reading="date"),
        accepted=[texts.day(modified, weekday=False, year=True)],
        material=Simulation("files", tree.state()),
        mistakes={"created": created.isoformat(), "other_file": facts[neighbour][1].isoformat()},
    )

from datetime import datetime, timedelta
from random import Random

from challenges.toolkit import texts
from challenges.toolkit.draws import demand, pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_EVENTS = ("du tournoi", "de la sortie", "du concert", "de la course", "du carnaval", "du stage")
_WORDS = (
    *("abricot", "bambou", "cerise", "dune", "ecume", "falaise", "galet", "hibou", "iris"),
    *("jonc", "kiwi", "lilas", "menthe", "noyer", "orme", "pollen", "roseau", "sable"),
)
_CAMERAS = (("Calanque", "P4"), ("Alizé", "Z10"), ("Mésange", "M2"), ("Bélouga", "X10"))
_SCENES = ("wall", "sky", "road", "desk")


def generate(rng: Random) -> Variant:
    """Six photos; the order of names, of files and of shots all begin with another one."""
    names = [f"{word}.jpg" for word in pick(rng, _WORDS, 6)]
    orders = dict(zip(names, pick(rng, range(10, 50), 6), strict=True))
    answer, last = names[0], names[-1]
    by_file, by_name = min(orders, key=orders.__getitem__), min(names)
    demand(len({answer, last, by_file, by_name}) == 4)
    start = datetime.combine(texts.school_day(rng), datetime.min.time())
    minutes = sorted(pick(rng, range(9 * 60, 17 * 60), 6))
    taken = {
        name: start + timedelta(minutes=minute, seconds=rng.randint(1, 59))
        for name, minute in zip(names, minutes, strict=True)
    }
    tidied = start + timedelta(days=rng.randint(20, 40), hours=18)
    modified = {name: tidied + timedelta(minutes=order) for name, order in orders.items()}
    offered = options(rng, names)
    return Variant(
        params={
            "event": rng.choice(_EVENTS),
            "answer": answer,
            "when": f"prise à {texts.hour(taken[answer].hour, taken[answer].minute)}",
        },
        response=Choice(offered, label="Photo", display="list"),
        accepted=[id_of(offered, answer)],
        material=Files((_archive(rng, taken, modified),)),
        mistakes={
            "by_file_date": id_of(offered, by_file),
            "by_name": id_of(offered, by_name),
            "last_taken": id_of(offered, last),
        },
    )


def _archive(rng: Random, taken: dict[str, datetime], modified: dict[str, datetime]) -> Recipe:
    make, model = rng.choice(_CAMERAS)
    entries, lines = [], []
    for name in shuffled(rng, taken):
        facts = {"make": make, "model": model, "taken": f"{taken[name]}"}
        arguments = {
            "scene": rng.choice(_SCENES),
            "seed": rng.randrange(9999),
            "width": 320,
            "height": 240,
            "exif": facts,
        }
        stamp = f"{modified[name]:%Y-%m-%d %H:%M}"
        entries.append({"path": name, "builder": "jpg", "arguments": arguments, "modified": stamp})
        lines.append(
            f"{name} — fichier modifié le {modified[name]:%d/%m/%Y à %H:%M}, appareil "
            f"{make} {model}, 320 × 240 pixels, prise de vue le {taken[name]:%d/%m/%Y à %H:%M:%S}"
        )
    return Recipe(
        name="photos.zip",
        builder="zip",
        arguments={"entries": entries},
        description="Archive ZIP, six photos",
        alternative="\n".join(lines),
    )

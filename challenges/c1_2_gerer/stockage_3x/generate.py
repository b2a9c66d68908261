from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick, shuffled
from webapp.domain.materials import Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.files import Tree

_KEPT = ("Bac", "Stage", "Papiers", "Concours", "Famille")
_FOLDERS = ("Vidéos", "Musique", "Photos", "Divers", "Jeux", "Cours")
_STEMS = (
    *("match", "concert", "voyage", "clip", "interview", "montage", "fete", "ecran", "cours-6"),
    *("plage", "balade", "essai", "tuto", "refrain", "anniversaire", "danse", "cuisine", "velo"),
)
_MO = 10**6


def generate(rng: Random) -> Variant:
    """Two heavy files are enough; heavier ones are protected, a ko looks heavy by its number."""
    owner, kept, counts = people.person(rng), rng.choice(_KEPT), rng.random() < 0.4
    one, two = rng.randint(260, 420), rng.randint(150, 240)
    third = rng.randint(70, 120)
    wanted = (one + two) // 10 * 10 - 10  # Mo: neither file alone, nor the lighter pairs
    folders, stems = pick(rng, _FOLDERS, 4), pick(rng, _STEMS, 12)
    listed = [
        (f"{folders[0]}/{stems[0]}.mp4", one * _MO),
        (f"{folders[1]}/{stems[1]}.mp4", two * _MO),
        (f"{folders[2]}/{stems[2]}.wav", third * _MO),
        (f"{kept}/{stems[3]}.mp4", rng.randint(450, 690) * _MO),
        (f"{kept}/{stems[4]}.pdf", rng.randint(120, 240) * _MO // 10),
        (f"{folders[3]}/{stems[5]}.odt", rng.randint(930, 995) * 1000),
        (f"{folders[0]}/{stems[6]}.jpg", rng.randint(21, 49) * _MO // 10),
        (f"{folders[1]}/{stems[7]}.mp3", rng.randint(31, 99) * _MO // 10),
        (f"{folders[3]}/{stems[8]}.mp4", rng.randint(31, 64) * _MO),
        (f"{folders[2]}/{stems[9]}.png", rng.randint(700, 920) * 1000),
    ]
    ids, tree = _tree(rng, owner.of, listed, counts=counts)
    heavy, second, light, guarded = ids[:4]

    def deleted(nodes: list[str], *, emptied: bool = counts) -> list[dict[str, object]]:
        steps = tree.steps()
        for node in nodes:
            steps.do(f"trash:{node}")
        return steps.do("empty_trash").actions if emptied else steps.actions

    return Variant(
        params={
            "owner": owner.params(),
            "pronoun": texts.capitalised(owner.pronoun),
            "kept": kept,
            "counts": counts,
            "wanted": wanted,
            "most": "deux",
            "sizes": f"{texts.size(one * _MO)} et {texts.size(two * _MO)}",
        },
        response=NoResponse(),
        accepted=[deleted([heavy, second])],
        material=Simulation(
            "files",
            tree.state(),
            "space_freed",
            {"at_least": wanted * _MO, "protected": [tree.folder(kept)], "most": 2},
        ),
        mistakes={
            "protected_deleted": deleted([guarded, heavy]),
            "not_enough_freed": deleted([heavy, light]),
            "too_many_deleted": deleted([heavy, second, light]),
            **({"trash_not_emptied": deleted([heavy, second], emptied=False)} if counts else {}),
        },
    )


def _tree(
    rng: Random, of: str, listed: list[tuple[str, int]], *, counts: bool
) -> tuple[list[str], Tree]:
    """The online space, full to the brim, with the ids of the files in the order listed."""
    quota = sum(size for _, size in listed) + rng.randint(1, 6) * _MO
    tree = Tree(
        rng,
        now="2027-05-20T17:30",
        title=f"Espace en ligne {of}",
        quota=quota,
        trash_counts=counts,
    )
    ids = {
        path: tree.file(
            path, size=size, modified=f"2027-0{rng.randint(1, 4)}-{day:02d}T10:{day + 10}"
        )
        for day, (path, size) in enumerate(shuffled(rng, listed), start=3)
    }
    return [ids[path] for path, _ in listed], tree

from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick, shuffled
from webapp.domain.materials import Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.files import Tree
from webapp.simulators.worlds.steps import Steps

_TRADES = ("boulangerie", "mairie", "garage", "fleuriste", "ecole", "clinique", "studio", "ferme")
_WRONG_PLACES = ("Téléchargements", "Images", "Bureau", "Musique")
_LETTERS = ("brouillon", "ancien", "modele", "copie")


def generate(rng: Random) -> Variant:
    """Two files in two wrong folders, each beside a namesake; the folder to make has a year."""
    owner, year = people.person(rng), rng.randint(2025, 2029)
    trade = rng.choice(_TRADES)
    agreement, report = f"convention-{trade}.pdf", f"rapport-{trade}.odt"
    folder = f"Stage {year}"
    tree, first, second = _tree(rng, owner.first, year, agreement, report)
    moved = {first: f"Documents/{folder}", second: f"Documents/{folder}"}
    documents = tree.folder("Documents")
    return Variant(
        params={
            "owner": owner.params(),
            "folder": folder,
            "agreement": agreement,
            "report": report,
        },
        response=NoResponse(),
        accepted=[_done(tree, documents, folder, [first, second]).actions],
        material=Simulation(
            "files",
            tree.state(),
            "tree_is",
            {"folders": [f"Documents/{folder}"], "moved": moved},
        ),
        mistakes={
            "folder_missing": _sent(tree, [first, second], documents),
            "folder_misnamed": _done(tree, documents, "Stage", [first, second]).actions,
            "folder_misplaced": _done(tree, tree.root, folder, [first, second]).actions,
            "not_moved": _done(tree, documents, folder, [first]).actions,
            "copied_instead": _done(tree, documents, folder, [first, second], verb="copy").actions,
        },
    )


def _tree(rng: Random, owner: str, year: int, agreement: str, report: str) -> tuple[Tree, str, str]:
    """The computer, with the ids of the two files to move."""
    tree = Tree(rng, now=f"{year}-03-16T17:05", title=f"Ordinateur {people.of(owner)}")
    one, two = pick(rng, _WRONG_PLACES, 2)
    letter = rng.choice(_LETTERS)
    stamps = [f"{year}-03-{day:02d}T{rng.randint(8, 19):02d}:{rng.randint(10, 59)}" for day in
              pick(rng, range(1, 15), 9)]  # fmt: skip
    listed = [
        (f"{one}/{agreement}", 184_000),
        (f"{two}/{report}", 62_000),
        (f"{one}/{agreement.replace('.pdf', f'-{letter}.pdf')}", 181_000),
        (f"{two}/{report.replace('.odt', f'-{letter}.odt')}", 58_000),
        ("Documents/CV.odt", 31_000),
        (f"Documents/Cours/stage-observation-{year - 2}.odt", 44_000),
        ("Images/plage.jpg", 2_310_000),
        ("Téléchargements/horaires-bus.pdf", 95_000),
        ("Musique/repetition.mp3", 4_120_000),
    ]
    ids = {
        path: tree.file(path, size=size, modified=stamp)
        for (path, size), stamp in zip(shuffled(rng, listed), stamps, strict=True)
    }
    return tree, ids[listed[0][0]], ids[listed[1][0]]


def _done(tree: Tree, parent: str, folder: str, nodes: list[str], *, verb: str = "move") -> Steps:
    """Make a folder under `parent` and put the files in it, one after the other."""
    steps = tree.steps().do(f"create_folder:{parent}", name=folder)
    made = steps.nth_made()
    for node in nodes:
        steps.do(verb, nodes=[node], to=made)
    return steps


def _sent(tree: Tree, nodes: list[str], to: str) -> list[dict[str, object]]:
    """Put the files straight into a folder that was already there."""
    return tree.steps().do("move", nodes=nodes, to=to).actions

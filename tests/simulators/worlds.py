"""Two small worlds that the tests of environments act in."""

from dataclasses import dataclass
from random import Random
from typing import Any

from webapp import simulators
from webapp.simulators.frame import ActionRefused, State
from webapp.simulators.worlds.files import Tree
from webapp.simulators.worlds.steps import Steps
from webapp.simulators.worlds.webmail import Mailbox

NOW = "2027-01-11T10:40"
CLUB = ("Club escalade", "club@breville-escalade.example")
MAYOR = ("Mairie de Bréville", "mairie@breville.example")
SAMIRA = ("Samira Kaci", "samira.kaci@breville.example")
TEACHER = ("Mme Ferrer", "ferrer@lycee.example")
MAIL = simulators.environment("webmail")
FILES = simulators.environment("files")


class Hands(Steps):
    """Steps that are played one by one, as a student does: each is refused at once or done."""

    def do(self, action: str, /, **fields: Any) -> "Hands":
        super().do(action, **fields)
        try:
            _ = self.state
        except ActionRefused:
            self.actions.pop()
            raise
        return self


@dataclass(frozen=True)
class Club:
    """The mailbox of a climbing club, and the ids of what it holds."""

    box: Mailbox
    climbing: str
    fencing: str
    samira: str
    twin: str
    plan: str
    old_plan: str
    school: str
    mayor: str
    lesson: str
    letter: str
    fraud: str
    key_draft: str

    @property
    def state(self) -> State:
        return self.box.state()

    def steps(self) -> Steps:
        return Hands(MAIL, self.box.state())

    def composed(self, action: str = "compose", **fields: Any) -> tuple[Steps, str]:
        """A message just started by `action`, and its id."""
        steps = self.steps().do(action, **fields)
        return steps, steps.made("drafts", fresh=True)  # type: ignore[arg-type]

    def sent(self, start: str = "compose", **fields: str) -> State:
        """The state after one message was written and sent."""
        steps, draft = self.composed(start)
        return steps.do("send", draft=draft, **fields).state


def club() -> Club:
    """A fresh mailbox; the same each time."""
    box = Mailbox(Random(5), owner=CLUB, now=NOW)
    climbing = box.group("Familles escalade", _people("escalade", 50))
    fencing = box.group("Familles escrime", _people("escrime", 41))
    samira, twin = box.contact(*SAMIRA), box.contact("Samira Kaci", "s.kaci@ailleurs.example")
    box.contact(*TEACHER)
    plan = box.document("plan-2027.pdf", size=214_000, folder="Club", modified="2027-01-02T10:00")
    old_plan = box.document("plan-2026.pdf", size=213_000, folder="Club")
    school = box.folder("Lycée")
    mayor = box.message(
        MAYOR,
        "Gymnase : créneau de jeudi",
        "Bonjour,\n\n[Voir le plan](https://breville.example/plan)!\n\nBien à vous,",
        date="2027-01-11T09:12",
        unread=True,
        attachments=[("plan.pdf", 214_000, "Rendez-vous à 14 h 05")],
    )
    lesson = box.message(
        TEACHER,
        "Sortie de mardi",
        "Peux-tu me confirmer ta présence ?",
        date="2027-01-10T18:00",
        to=[CLUB, *_people("classe", 28)],
        cc=[climbing],
    )
    letter = box.message(
        ("Boutique Le Grimpeur", "news@grimpeur.example"),
        "Soldes",
        "Tout doit partir.\n\n[Se désabonner](https://grimpeur.example/fin)",
        date="2027-01-09T08:00",
        list_="La lettre du Grimpeur",
        list_url="https://grimpeur.example/fin",
    )
    fraud = box.message(
        ("Service des colis", "colis@relais.test"),
        "Ton colis t’attend",
        "[Payer 2 euros](https://relais.example.colis-payer.test/x)!",
        date="2027-01-08T08:00",
    )
    key_draft = box.draft([SAMIRA], "Clés du local", "Elles sont à l’accueil.", date="2027-01-07")
    return Club(
        box=box,
        climbing=climbing,
        fencing=fencing,
        samira=samira,
        twin=twin,
        plan=plan,
        old_plan=old_plan,
        school=school,
        mayor=mayor,
        lesson=lesson,
        letter=letter,
        fraud=fraud,
        key_draft=key_draft,
    )


@dataclass(frozen=True)
class Desk:
    """A computer with its files, and the ids of what it holds."""

    tree: Tree
    documents: str
    downloads: str
    bac: str
    agreement: str
    report: str
    film: str
    oral: str
    lost: str
    lost_twin: str

    @property
    def state(self) -> State:
        return self.tree.state()

    def steps(self) -> Steps:
        return Hands(FILES, self.tree.state())


def desk(*, quota: int = 0, trash_counts: bool = False) -> Desk:
    """A fresh tree of files; the same each time."""
    tree = Tree(
        Random(7), now=NOW, title="Ordinateur de Lina", quota=quota, trash_counts=trash_counts
    )
    return Desk(
        tree=tree,
        documents=tree.folder("Documents"),
        downloads=tree.folder("Téléchargements"),
        bac=tree.folder("Bac"),
        agreement=tree.file(
            "Téléchargements/convention.pdf", size=200_000, modified="2027-01-05T10:00"
        ),
        report=tree.file(
            "Documents/Cours/rapport.odt",
            size=100_000,
            created="2026-09-01T08:00",
            modified="2026-12-20T17:30",
            text="Rapport\n\nNote : 15",
        ),
        film=tree.file("Documents/film.mp4", size=3_000_000_000, modified="2026-11-02T10:00"),
        oral=tree.file("Bac/oral.odp", size=3_400_000, modified="2026-10-01T10:00"),
        lost=tree.trash(
            tree.file("Documents/notes.txt", size=900, modified="2026-12-01T10:00", text="v2"),
            date="2027-01-03T08:00",
        ),
        lost_twin=tree.trash(
            tree.file("Bac/notes.txt", size=700, modified="2026-11-01T10:00", text="v1"),
            date="2026-12-24T08:00",
        ),
    )


def _people(kind: str, count: int) -> list[tuple[str, str]]:
    return [(f"Famille {n}", f"{kind}{n}@familles.example") for n in range(1, count + 1)]

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import demand, pick, shuffled
from challenges.toolkit.options import ids_of, mixed
from webapp.domain.responses import Ordering
from webapp.domain.variant import Variant

POWER = ("Enfoncer le cordon électrique", "Allumer la multiprise", "Relever le disjoncteur")
IMAGE = ("Augmenter la luminosité", "Changer de source dans le menu")


@dataclass(frozen=True)
class Device:
    """What to check first of all, then when its light is off, or on."""

    screen: str  # « L’écran de l’ordinateur »
    light: str
    first: tuple[str, ...]
    off: tuple[str, ...]
    on: tuple[str, ...]


DEVICES = (
    Device(
        "L’écran de l’ordinateur fixe",
        "Regarder le voyant de l’écran",
        ("Appuyer sur une touche du clavier", "Redémarrer l’ordinateur"),
        ("Brancher l’écran sur une autre prise", *POWER),
        (*IMAGE, "Enfoncer le câble vidéo", "Éteindre puis rallumer l’écran"),
    ),
    Device(
        "L’écran de la télévision",
        "Regarder le voyant de la télévision",
        ("Changer les piles de la télécommande", "Appuyer sur le bouton de marche"),
        ("Brancher la télévision sur une autre prise", *POWER),
        (*IMAGE, "Enfoncer le câble du décodeur", "Redémarrer le décodeur"),
    ),
    Device(
        "L’écran de l’ordinateur portable",
        "Regarder le voyant de l’ordinateur",
        ("Appuyer sur une touche du clavier", "Retirer les clés USB"),
        ("Changer de prise", "Essayer un autre chargeur", POWER[1], "Remettre la batterie"),
        (IMAGE[0], "Débrancher le second écran", "Redémarrer de force", "Rouvrir l’écran"),
    ),
)


@dataclass(frozen=True)
class Sheet:
    """A sheet of steps, and how somebody went through it."""

    steps: Mapping[str, str]  # check → letter of its step, in the order printed
    start: list[str]  # done before the light is looked at
    light: str
    lit: bool
    taken: list[str]  # where the light sends
    unused: list[str]  # where it would have sent otherwise
    solved: bool  # the last check done brings the image back

    @property
    def path(self) -> list[str]:
        """The four checks done, in order."""
        return [*self.start, self.light, *self.taken][:4]

    def row(self, rng: Random, check: str) -> dict[str, str]:
        """One line of the sheet, with what is answered there."""
        if check == self.light:
            lit = rng.random() < 0.5
            question, said = ("Allumé ?", self.lit) if lit else ("Éteint ?", not self.lit)
            onward, other = self.steps[self.taken[0]], self.steps[self.unused[0]]
        else:
            back, solved = rng.random() < 0.5, self.solved and check == self.path[-1]
            question, said = ("Image revenue ?", solved) if back else ("Encore noir ?", not solved)
            after = self.after(check)
            onward, other = ("fin", after) if solved else (after, "fin")
        yes, no = (onward, other) if said else (other, onward)
        line = {"step": self.steps[check], "check": check, "question": question}
        return {**line, "yes": yes, "no": no, "said": "oui" if said else "non"}

    def after(self, check: str) -> str:
        """Where the sheet sends when the screen stays black."""
        chains = ([*self.start, self.light], self.taken, self.unused)
        following = dict(pair for chain in chains for pair in pairwise(chain))
        return self.steps[following[check]] if check in following else "appel"


def generate(rng: Random) -> Variant:
    """Seven steps that send to each other: four are done, in an order that the table hides."""
    device, person = rng.choice(DEVICES), people.person(rng)
    sheet = _sheet(rng, device)
    path = sheet.path
    rows = [sheet.row(rng, check) for check in sheet.steps]
    wrong = _mistakes(sheet)
    demand(_all_differ([path, *wrong.values()]))
    demand(wrong["sheet_order"] != path[::-1])
    items = mixed(rng, path)
    return Variant(
        params={
            "first": person.first,
            "of": person.of,
            "screen": device.screen,
            "start": sheet.steps[path[0]],
            "rows": rows,
            "answers": [row for row in rows if row["check"] in path],
            "path": ", ".join(sheet.steps[check] for check in path),
        },
        response=Ordering(items),
        accepted=[ids_of(items, path)],
        mistakes={name: ids_of(items, order) for name, order in wrong.items()},
    )


def _sheet(rng: Random, device: Device) -> Sheet:
    """Three or four checks on the way, the others beside it; the light is first or second."""
    lit = rng.random() < 0.5
    here, there = (device.on, device.off) if lit else (device.off, device.on)
    start = pick(rng, device.first, rng.randrange(2))
    taken = pick(rng, here, rng.choice((2, 3)) if start else 3)
    unused = pick(rng, there, 6 - len(start) - len(taken))
    checks = shuffled(rng, [*start, device.light, *taken, *unused])
    left = len(start) + 1 + len(taken) > 4  # the sheet had one more check: the image came back
    solved = left or rng.random() < 0.5
    return Sheet(
        dict(zip(checks, "ABCDEFG", strict=True)), start, device.light, lit, taken, unused, solved
    )


def _mistakes(sheet: Sheet) -> dict[str, list[str]]:
    path = sheet.path
    wrong = {"sheet_order": [check for check in sheet.steps if check in path]}
    if sheet.start:
        wrong["light_first"] = [sheet.light, *(check for check in path if check != sheet.light)]
    if sheet.solved:
        wrong["solved_first"] = [path[-1], *path[:-1]]
    return wrong


def _all_differ(orders: Iterable[Sequence[str]]) -> bool:
    listed = [tuple(order) for order in orders]
    return len(set(listed)) == len(listed)

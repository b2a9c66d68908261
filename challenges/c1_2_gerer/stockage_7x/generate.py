from datetime import date, timedelta
from itertools import permutations
from random import Random

from challenges.toolkit import texts
from challenges.toolkit.draws import demand, pick
from challenges.toolkit.options import ids_of, mixed
from webapp.domain.responses import Ordering
from webapp.domain.variant import Variant

_OWNERS = (
    "L’association des parents",
    "Le club nautique",
    "La bibliothèque de quartier",
    "La radio du lycée",
    "Le refuge animalier",
)
_STOP = "— Stop : le reste ne sert pas —"
_LETTERS = "ACEFHKMPRTVX"


def generate(rng: Random) -> Variant:
    """Full on Sunday, nightly increments, an older full; a night failed or none (one in three)."""
    sunday = date(2027, 1, 10) + timedelta(weeks=rng.randrange(30))
    failed_night = rng.choice((0, 1, 2))  # 0: every night succeeded
    nights = [1, 2, 3]
    names = [f"{letter}{rng.randint(2, 9)}" for letter in pick(rng, _LETTERS, 5)]
    older, full, *increments = names
    failed = increments[failed_night - 1] if failed_night else ""
    useful = [full, *(name for name in increments if name != failed)]
    useless = [older, failed] if failed else [older]
    rows = [
        _row(older, sunday - timedelta(days=7), "complète"),
        _row(full, sunday, "complète"),
        *(
            _row(name, sunday + timedelta(days=n), "incrémentale", failed=name == failed)
            for name, n in zip(increments, nights, strict=True)
        ),
    ]
    items = mixed(rng, [*(f"Archive {name}" for name in [*useful, *useless]), _STOP])

    def order(first: list[str], then: tuple[str, ...] | list[str]) -> list[str]:
        archives = [f"Archive {name}" for name in first]
        return ids_of(items, [*archives, _STOP, *(f"Archive {name}" for name in then)])

    accepted = [order(useful, rest) for rest in permutations(useless)]
    shown = [item.id for item in items]
    demand(shown not in accepted and shown[::-1] not in accepted)
    crash = sunday + timedelta(days=4)
    return Variant(
        params={
            "owner": rng.choice(_OWNERS),
            "failure": f"{texts.day(crash)} à {texts.hour(rng.randint(8, 17), 30)}",
            "log": sorted(rows, key=lambda row: row["name"]),
            "failed": failed,
            "older": older,
            "full": full,
            "chain": texts.listed(useful, last="puis"),
        },
        response=Ordering(items),
        accepted=accepted,
        mistakes={
            **({"restored_failure": order([full, *increments], [older])} if failed else {}),
            "from_older_full": order([older, *useful], useless[1:]),
            "newest_first": order(useful[::-1], useless),
            "only_last": order([full, useful[-1]], [*useful[1:-1], *useless]),
        },
    )


def _row(name: str, when: date, kind: str, *, failed: bool = False) -> dict[str, str]:
    return {
        "name": name,
        "when": f"{texts.day(when)}, {texts.hour(22)}",
        "kind": kind,
        "result": "échec" if failed else "réussie",
    }

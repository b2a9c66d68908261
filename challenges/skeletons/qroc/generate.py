from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_ROOMS = ("atelier", "gymnase", "préau", "studio", "serre", "théâtre", "verrière", "chapelle")


def generate(rng: Random) -> Variant:
    """A room for each day of the week; the trap is the row just below."""
    days = texts.DAYS[:5]
    rooms = pick(rng, _ROOMS, len(days))
    place = rng.randrange(len(days) - 1)
    return Variant(
        params={
            "first": people.person(rng).first,
            "day": days[place],
            "room": rooms[place],
            "rows": [{"day": day, "room": room} for day, room in zip(days, rooms, strict=True)],
        },
        response=Text(label="Salle"),
        accepted=[rooms[place]],
        mistakes={"next_row": rooms[place + 1]},
    )

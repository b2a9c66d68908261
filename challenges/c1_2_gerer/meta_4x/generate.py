from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.files import exif
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Blank, Blanks, Text
from webapp.domain.variant import Variant

_PLACES = ("au musée", "à l’aquarium", "au château", "au planétarium", "à la ferme", "au théâtre")
_CAMERAS = {
    "Calanque": ("P4", "P7", "Duo 2"),
    "Alizé": ("Z10", "Mini 3", "Z12"),
    "Mésange": ("M2", "M5", "Large 4"),
    "Bélouga": ("X10", "X8", "Air 6"),
}
_SIZE = {"width": 1200, "height": 800}


def generate(rng: Random) -> Variant:
    """A time in the EXIF, another in the statement; a maker and a model on two lines."""
    make = rng.choice(list(_CAMERAS))
    model = rng.choice(_CAMERAS[make])
    hour, minute, second = rng.randint(9, 16), rng.randint(1, 59), rng.randint(10, 59)
    sent_hour, sent_minute = rng.randint(18, 21), rng.randrange(5, 60, 5)
    software = f"{rng.randint(2, 9)}.{rng.randint(1, 9)}"
    facts = {
        "make": make,
        "model": model,
        "taken": f"{texts.school_day(rng)} {hour:02d}:{minute:02d}:{second:02d}",
        "software": software,
    }
    name = f"IMG_{rng.randint(1001, 9899)}.jpg"
    return Variant(
        params={
            "first": people.person(rng).first,
            "place": rng.choice(_PLACES),
            "sent": texts.hour(sent_hour, sent_minute),
            "make": make,
            "model": f"{make} {model}",
            "taken": texts.hour(hour, minute),
        },
        response=Blanks(
            (
                Blank("a", "Heure de la prise de vue", Text(reading="time")),
                Blank("b", "Modèle de l’appareil", Text(reading="words")),
            )
        ),
        accepted=[
            {
                "a": [texts.hour(hour, minute), f"{hour:02d}:{minute:02d}:{second:02d}"],
                "b": [model, f"{make} {model}"],
            }
        ],
        material=Files(
            (
                Recipe(
                    name=name,
                    builder="jpg",
                    arguments={
                        "scene": "desk",
                        "seed": rng.randrange(9999),
                        "exif": facts,
                        **_SIZE,
                    },
                    description="Photo",
                    alternative=exif.listing(facts, name=name, **_SIZE),
                    inline=True,
                ),
            )
        ),
        mistakes={
            "sent_time": {"a": f"{sent_hour:02d}:{sent_minute:02d}"},
            "maker_only": {"b": make},
            "software_version": {"b": software},
        },
    )

from itertools import combinations
from random import Random

from challenges.toolkit import people, places, texts
from challenges.toolkit.draws import demand, pick, until
from challenges.toolkit.files import exif
from challenges.toolkit.options import id_of, options
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_VEHICLES = ("le minibus du lycée", "les vélos", "la voiture de location", "le car de la classe")
_CAMERAS = (("Calanque", "P4"), ("Alizé", "Duo 6"), ("Mésange", "M2"), ("Bélouga", "X10"))
_SIZE = {"width": 1200, "height": 800}


def generate(rng: Random) -> Variant:
    """A point near one of six cities of a region, all at least 25 km apart."""
    cities = _cities(rng)
    answer = rng.choice(cities)
    latitude = round(answer.latitude + _shift(rng, 0.008), 5)
    longitude = round(answer.longitude + _shift(rng, 0.008), 5)
    others = [city for city in cities if city is not answer]
    decoys = _decoys(others, latitude, longitude)
    demand(decoys)
    names = options(rng, [city.name for city in cities])
    return Variant(
        params={
            "first": people.person(rng).first,
            "vehicle": rng.choice(_VEHICLES),
            "cities": [
                {"name": city.name, **_point(city.latitude, city.longitude)} for city in cities
            ],
            "decoys": {kind: city.name for kind, city in decoys.items()},
            "point": _point(latitude, longitude),
            "reading": f"{_minutes(latitude)} et {_minutes(longitude)}",
            "answer": answer.name,
        },
        response=Choice(names, label="Ville", display="list"),
        accepted=[id_of(names, answer.name)],
        material=Files((_photo(rng, latitude, longitude),)),
        mistakes={f"same_{kind}": id_of(names, city.name) for kind, city in decoys.items()},
    )


def _cities(rng: Random) -> list[places.City]:
    """Six cities of one region, no two within 25 km."""
    region = rng.choice(sorted({city.region for city in places.CITIES}))
    listed = [city for city in places.CITIES if city.region == region]

    def apart(found: list[places.City]) -> bool:
        return all(
            a.kilometres_to(b.latitude, b.longitude) >= 25 for a, b in combinations(found, 2)
        )

    return until(rng, lambda r: pick(r, listed, 6), apart)


def _decoys(others: list[places.City], latitude: float, longitude: float) -> dict[str, places.City]:
    """The cities near by one of the two numbers and clearly not by the other, when there are."""
    north = {city: abs(city.latitude - latitude) for city in others}
    east = {city: abs(city.longitude - longitude) for city in others}
    found = {}
    for kind, near, far in (("latitude", north, east), ("longitude", east, north)):
        like = [city for city in others if near[city] <= 0.5 and far[city] >= 2 * near[city]]
        if like:
            found[kind] = min(like, key=near.__getitem__)
    return found


def _photo(rng: Random, latitude: float, longitude: float) -> Recipe:
    name = f"IMG_{rng.randint(1001, 9899)}.jpg"
    make, model = rng.choice(_CAMERAS)
    day = texts.school_day(rng)
    taken = f"{day} {rng.randint(9, 16):02d}:{rng.randrange(60):02d}:{rng.randrange(60):02d}"
    facts = {
        "make": make,
        "model": model,
        "taken": taken,
        "latitude": latitude,
        "longitude": longitude,
    }
    return Recipe(
        name=name,
        builder="jpg",
        arguments={"scene": "wall", "seed": rng.randrange(10_000), "exif": facts, **_SIZE},
        description="Photo",
        alternative=exif.listing(facts, name=name, **_SIZE),
    )


def _shift(rng: Random, most: float) -> float:
    """Some hundreds of metres, either way, in degrees."""
    return rng.choice((-1, 1)) * rng.uniform(most / 4, most)


def _point(latitude: float, longitude: float) -> dict[str, str]:
    return {
        "latitude": f"{texts.number(latitude, 2)}° N",
        "longitude": f"{texts.number(abs(longitude), 2)}° {'E' if longitude > 0 else 'O'}",
    }


def _minutes(degrees: float) -> str:
    whole, minutes, _ = exif.sexagesimal(abs(degrees))
    return f"{whole}° {minutes}′"

from random import Random

from challenges.toolkit import people, places
from challenges.toolkit.draws import demand, pick
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Blank, Blanks, Number, Text
from webapp.domain.variant import Variant

_ALBUMS = (
    "Les métiers de la nuit",
    "Histoires de quartier",
    "Voix du fleuve",
    "Carnets de terrain",
    "Le son des saisons",
    "Paroles de supporters",
    "Questions de sciences",
    "Cuisines du monde",
)
_TITLES = (
    "La boulangère de quatre heures",
    "Un pont, deux rives",
    "Le gardien du phare",
    "Sous les gradins",
    "Le marché couvert",
    "Trois recettes de famille",
    "La serre du lycée",
    "Le dernier tramway",
)
_ARTISTS = ("Atelier radio", "Studio 12", "La bande des ondes", "Micro ouvert", "Radio couloir")


def generate(rng: Random) -> Variant:
    """Six labels to read; the file's name bears another number than the track."""
    album, title, artist = rng.choice(_ALBUMS), rng.choice(_TITLES), rng.choice(_ARTISTS)
    number, total = rng.randint(3, 11), rng.randint(12, 18)
    shown = rng.choice([each for each in range(1, 12) if each != number])
    file, year = f"piste-{shown:02d}.mp3", rng.randint(2023, 2027)
    demand(number != shown)
    tags = {
        "title": title,
        "artist": artist,
        "album": album,
        "track": f"{number}/{total}",
        "year": str(year),
        "genre": "Podcast",
    }
    return Variant(
        params={
            "school": places.school(rng),
            "first": people.person(rng).of,
            "file": file,
            "title": title,
            "artist": artist,
            "album": album,
            "track": tags["track"],
            "number": number,
        },
        response=Blanks(
            (
                Blank("a", "Album", Text(reading="words")),
                Blank("b", "Numéro de piste", Number()),
            )
        ),
        accepted=[{"a": [album], "b": [number]}],
        material=Files((_sound(rng, file, tags),)),
        mistakes={
            "title_as_album": {"a": title},
            "artist_as_album": {"a": artist},
            "file_number": {"b": shown},
            "total_tracks": {"b": total},
        },
    )


def _sound(rng: Random, name: str, tags: dict[str, str]) -> Recipe:
    words = {
        "title": "Titre",
        "artist": "Artiste",
        "album": "Album",
        "track": "Piste",
        "year": "Année",
        "genre": "Genre",
    }
    facts = [f"{words[key]} : {tags[key]}" for key in pick(rng, list(words), len(words))]
    return Recipe(
        name=name,
        builder="mp3",
        arguments={"seconds": 3.0, "tags": tags},
        description="Son, 3 secondes",
        alternative="\n".join([f"Nom du fichier : {name}", "Durée : 3 secondes", *facts]),
    )

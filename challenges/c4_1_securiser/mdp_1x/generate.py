from random import Random

from challenges.toolkit import people, places, texts
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, ids_of, options
from challenges.toolkit.people import plain
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_PETS = {
    "Chien": ("Biscotte", "Ravioli", "Pixel", "Moustache", "Caramel"),
    "Chat": ("Noisette", "Réglisse", "Praline", "Cannelle", "Domino"),
}
_TEAMS = ("Hérons", "Renards", "Comètes", "Faucons", "Loutres")
_COMMON = ("soleil", "azerty", "bonjour", "princesse", "football", "123456", "motdepasse")
_UNKNOWN = ("lampe", "tuba", "orage", "volcan", "parapluie", "girafe", "moulin", "fenêtre")
_SIGNS = "!?*+=%"
_DISGUISE = str.maketrans("aoie", "@013")


def generate(rng: Random) -> Variant:
    """Three or four passwords that hold a fact of the page or a common word, disguised or not."""
    kind = rng.choice(list(_PETS))
    pet, team, town = rng.choice(_PETS[kind]), rng.choice(_TEAMS), places.town(rng)
    year, common = rng.randint(2008, 2011), pick(rng, _COMMON, 3)
    hidden = rng.choice((pet, team))
    unknown = [plain(word) for word in pick(rng, _UNKNOWN, 4)]
    made = {
        "disguised_name": f"{_disguised(hidden)}{rng.randint(12, 89)}",
        "common_word": f"{common[0].capitalize()}{_signs(rng, 2)}",
        "year_inside": f"{unknown[0]}{year}{_signs(rng, 1)}",
        "plain_but_unknown": f"{unknown[1]}-{unknown[2]}",
        "looks_complex": f"{_letters(rng, 4)}{rng.randint(12, 89)}{_signs(rng, 2)}",
    }
    guessed = ["disguised_name", "common_word", "year_inside"]
    sixth = rng.choice((f"{plain(town)}{_signs(rng, 1)}", f"{unknown[3]}{_signs(rng, 1)}"))
    weak = sixth.startswith(plain(town))
    right = [made[name] for name in guessed] + [sixth] * weak
    answers = options(rng, [*made.values(), sixth])
    return Variant(
        params={
            "first": people.person(rng).first,
            "pet_kind": kind,
            "pet": pet,
            "team": team,
            "town": town,
            "year": str(year),
            "common": texts.listed(sorted(common)),
            "hidden": hidden,
            "word": common[0],
        },
        response=Choices(answers),
        accepted=[sorted(ids_of(answers, right))],
        mistakes={
            **{name: id_of(answers, text) for name, text in made.items()},
            ("town_inside" if weak else "word_unknown"): id_of(answers, sixth),
        },
    )


def _disguised(name: str) -> str:
    """The name without accents, its vowels replaced by the signs that the rule tells."""
    return plain(name).translate(_DISGUISE)


def _signs(rng: Random, count: int) -> str:
    return "".join(rng.choice(_SIGNS) for _ in range(count))


def _letters(rng: Random, count: int) -> str:
    """Consonants: no word, no name."""
    return "".join(rng.choice("bcdfghjkmnpqrstvwxz") for _ in range(count))

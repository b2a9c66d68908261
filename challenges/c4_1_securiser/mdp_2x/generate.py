from random import Random

from challenges.toolkit.draws import pick
from challenges.toolkit.options import ids_of, mixed
from webapp.domain.responses import Ordering
from webapp.domain.variant import Variant

_KNOWN = (
    "unpourtoustouspourun",
    "riennesertdecourir",
    "ilétaitunefoisunroi",
    "motdepasse123456789",
    "jetaimepourtoujours1",
    "azertyuiopqsdfghjklm",
)
_WORDS = (
    *("tuba", "lichen", "volcan", "peigne", "orbite", "moulin", "girafe", "savon"),
    *("bougie", "tapis", "castor", "levure", "phare", "cactus", "bretelle", "nuage"),
)
_CHARACTERS = "bcdfghjkmnpqrstvwxz23456789"
# (words, characters they are worth, a short draw, a long draw): three characters apart at least,
# that is twenty thousand times as many combinations.
_CASES = ((2, 5, 8, 11), (4, 10, 5, 13), (4, 10, 4, 7), (6, 15, 6, 10))


def generate(rng: Random) -> Variant:
    """A known long one, two random ones, a phrase that is first, second or last of the three."""
    words, worth, short, long = rng.choice(_CASES)
    known = rng.choice(_KNOWN)
    labels = {
        0: f"« {known} », dans la liste des mots de passe connus",
        worth: f"« {'-'.join(pick(rng, _WORDS, words))} », {words} mots tirés au sort",
        short: f"« {_drawn(rng, short)} », {short} caractères tirés au sort",
        long: f"« {_drawn(rng, long)} », {long} caractères tirés au sort",
    }
    right = sorted(labels)
    others = [each for each in right if each != worth]
    items = mixed(rng, [labels[each] for each in right])

    def ids(order: list[int]) -> list[str]:
        return ids_of(items, [labels[each] for each in order])

    wrong = {
        "by_length": [short, long, 0, worth] if words > 2 else [short, long, worth, 0],
        "phrase_always_last": [*others, worth],
        "words_count_nothing": [0, worth, short, long],
        "hardest_first": right[::-1],
    }
    return Variant(
        params={"known": known, "words": words, "worth": worth, "short": short, "long": long},
        response=Ordering(items),
        accepted=[ids(right)],
        mistakes={name: ids(order) for name, order in wrong.items() if order != right},
    )


def _drawn(rng: Random, count: int) -> str:
    return "".join(rng.choice(_CHARACTERS) for _ in range(count))

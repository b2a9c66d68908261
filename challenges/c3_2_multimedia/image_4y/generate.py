from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Matching
from webapp.domain.variant import Variant

# name → which of red, green and blue are strong (H) or weak (L)
_SINGLES = {"rouge": "HLL", "vert": "LHL", "bleu": "LLH"}
_PAIRS = {"jaune": "HHL", "cyan": "LHH", "magenta": "HLH"}
_ENDS = {"blanc": "HHH", "noir": "LLL"}
_LIGHTS = {**_SINGLES, **_PAIRS, **_ENDS}


def generate(rng: Random) -> Variant:
    """Two single lights, one pair, and all or nothing; the two names left over are decoys."""
    one, two = pick(rng, list(_SINGLES), 2)
    pair, example, idle = pick(rng, list(_PAIRS), 3)
    end, other_end = pick(rng, list(_ENDS), 2)
    asked = (one, two, pair, end)
    codes = {name: _code(rng, name) for name in (*asked, example)}
    items = options(rng, [codes[name] for name in asked])
    labels = options(rng, [*asked, idle, other_end])

    def given(name: str, label: str) -> dict[str, str]:
        return {id_of(items, codes[name]): id_of(labels, label)}

    return Variant(
        params={
            "first": people.person(rng).first,
            "example": {"code": codes[example], "name": example},
            "end": {"code": codes[end], "name": end},
            "single": {"code": codes[one], "name": one},
            "pair": {"code": codes[pair], "name": pair},
        },
        response=Matching(items, labels),
        accepted=[{id_of(items, codes[name]): id_of(labels, name) for name in asked}],
        mistakes={
            "light_as_paint": given(end, other_end),
            "swapped_lights": given(one, two),
            "wrong_pair": given(pair, idle),
        },
    )


def _code(rng: Random, name: str) -> str:
    """Three intensities: the strong ones from 235 to 255, the weak ones from 0 to 20."""
    ranges = {"H": (235, 255), "L": (0, 20)}
    return f"({', '.join(str(rng.randint(*ranges[light])) for light in _LIGHTS[name])})"

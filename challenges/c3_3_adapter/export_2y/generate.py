from random import Random

from challenges.toolkit.draws import demand
from webapp.domain.responses import Number
from webapp.domain.variant import Variant


def generate(rng: Random) -> Variant:
    """A span, one page, another span that may run to the end; bounds are easily forgotten."""
    a = rng.randint(2, 6)
    b = a + rng.randint(3, 7)
    c = b + rng.randint(3, 6)
    start = c + rng.randint(3, 6)
    d = start + rng.randint(4, 9)
    to_the_end = rng.random() < 0.5
    pages = d if to_the_end else d + rng.randint(4, 12)
    first_count, last_count = b - a + 1, d - start + 1
    answer = first_count + 1 + last_count
    wrong = {
        "last_forgotten": answer - 2,
        "numbers_counted": 4 if to_the_end else 5,
        "whole_span": d - a + 1,
    }
    demand(len({answer, *wrong.values()}) == 4)
    return Variant(
        params={
            "pages": pages,
            "typed": f"{a}-{b};{c};{start}-{'' if to_the_end else d}",
            "a": a,
            "b": b,
            "c": c,
            "start": start,
            "d": d,
            "first_count": first_count,
            "last_count": last_count,
            "answer": answer,
        },
        response=Number(label="Nombre de pages", unit="pages"),
        accepted=[answer],
        mistakes=wrong,
    )

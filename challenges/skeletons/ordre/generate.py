from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.options import ids_of, mixed
from webapp.domain.responses import Ordering
from webapp.domain.variant import Variant


def generate(rng: Random) -> Variant:
    """Four moments of a day, never in order at first."""
    moments = sorted(rng.sample(range(8 * 60, 18 * 60), 4))
    labels = [f"photo de {texts.hour(*divmod(moment, 60))}" for moment in moments]
    items = mixed(rng, labels)
    return Variant(
        params={"first": people.person(rng).first},
        response=Ordering(items),
        accepted=[ids_of(items, labels)],
        mistakes={"newest_first": ids_of(items, labels[::-1])},
    )

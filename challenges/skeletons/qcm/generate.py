from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_STEMS = ("voyage", "relais", "jardin", "match", "recette", "concert", "visite", "expo")


def generate(rng: Random) -> Variant:
    """Two or three images among five files; a sound bears a name of the same kind."""
    stems = pick(rng, _STEMS, 5)
    count = rng.choice((2, 3))
    images = [f"{stem}.{rng.choice(('jpg', 'png'))}" for stem in stems[:count]]
    others = [f"{stem}.{rng.choice(('odt', 'ods', 'zip'))}" for stem in stems[count:4]]
    sound = f"{stems[4]}.mp3"
    offered = options(rng, [*images, *others, sound])
    return Variant(
        params={"first": people.person(rng).first, "sound": sound},
        response=Choices(offered),
        accepted=[sorted(ids_of(offered, images))],
        mistakes={"sound_taken": id_of(offered, sound)},
    )

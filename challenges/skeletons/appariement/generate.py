from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Matching
from webapp.domain.variant import Variant

_KINDS = {"mp3": "du son", "mp4": "une vidéo", "odt": "un texte", "zip": "une archive"}
_STEMS = ("voyage", "relais", "jardin", "match", "recette", "concert", "visite", "expo")
_IDLE = "une image"


def generate(rng: Random) -> Variant:
    """Four files, five labels: one is idle, so that the last is not found by elimination."""
    stems = pick(rng, _STEMS, len(_KINDS))
    names = [f"{stem}.{extension}" for stem, extension in zip(stems, _KINDS, strict=True)]
    kinds = dict(zip(names, _KINDS.values(), strict=True))
    items, labels = options(rng, names), options(rng, [*kinds.values(), _IDLE])
    return Variant(
        params={"first": people.person(rng).first, "sound": names[0]},
        response=Matching(items, labels),
        accepted=[{item.id: id_of(labels, kinds[item.text]) for item in items}],
        mistakes={"sound_as_video": {id_of(items, names[0]): id_of(labels, "une vidéo")}},
    )

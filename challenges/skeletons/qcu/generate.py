from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_KINDS = {"mp3": "du son", "mp4": "une vidéo", "odt": "un texte", "ods": "un tableau de calcul"}
_LOOK_ALIKE = {"mp3": "mp4", "mp4": "mp3", "odt": "ods", "ods": "odt"}
_STEMS = ("voyage", "relais", "jardin", "match", "recette", "concert", "visite", "expo")


def generate(rng: Random) -> Variant:
    """One kind wanted among four extensions; another extension differs by one sign."""
    wanted = rng.choice(list(_KINDS))
    stems = dict(zip(_KINDS, pick(rng, _STEMS, len(_KINDS)), strict=True))
    names = {extension: f"{stem}.{extension}" for extension, stem in stems.items()}
    offered = options(rng, names.values())
    right, look_alike = names[wanted], names[_LOOK_ALIKE[wanted]]
    return Variant(
        params={
            "first": people.person(rng).first,
            "kind": _KINDS[wanted],
            "right": right,
            "look_alike": look_alike,
        },
        response=Choice(offered),
        accepted=[id_of(offered, right)],
        mistakes={"look_alike": id_of(offered, look_alike)},
    )

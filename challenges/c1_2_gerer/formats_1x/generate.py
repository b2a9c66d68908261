from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Matching
from webapp.domain.variant import Variant

# What a file holds → its extensions, twenty in all; none that could pass for two kinds.
_KINDS = {
    "une image": ("jpg", "png", "gif", "bmp"),
    "un enregistrement sonore": ("mp3", "wav", "ogg", "flac"),
    "un tableau de calcul": ("ods", "xlsx"),
    "un texte": ("odt", "docx", "txt"),
    "une vidéo": ("mp4", "mkv", "avi"),
    "un diaporama": ("odp", "pptx"),
    "une archive compressée": ("zip", "7z"),
}
# Two kinds whose extensions look alike, and what tells them apart.
_TRAPS = (
    ("mp3", "mp4", "le 3 annonce du son seul, le 4 une vidéo"),
    ("odt", "ods", "le t annonce un texte, le s une feuille de calcul (spreadsheet)"),
    ("odt", "odp", "le t annonce un texte, le p une présentation"),
    ("ods", "odp", "le s annonce une feuille de calcul (spreadsheet), le p une présentation"),
)
_THEMES = {
    "les marées": ("grande-maree", "phare", "port", "coefficients", "estran"),
    "les abeilles": ("ruche", "miel", "essaim", "fleurs", "apiculteur"),
    "les volcans": ("eruption", "cratere", "lave", "cendres", "alerte"),
    "le vélo en ville": ("pistes", "carrefour", "casque", "trajets", "atelier"),
    "les loups": ("meute", "vallee", "berger", "traces", "retour"),
    "la bande dessinée": ("planche", "heros", "bulles", "auteur", "album"),
    "les éoliennes": ("pales", "vent", "chantier", "riverains", "production"),
    "le chocolat": ("feve", "recolte", "tablette", "prix", "artisan"),
    "les séismes": ("secousse", "faille", "ecole", "echelle", "temoins"),
    "le cirque": ("piste", "trapeze", "clown", "chapiteau", "tournee"),
    "les rivières": ("source", "crue", "barrage", "truite", "berges"),
    "la danse hip-hop": ("battle", "figures", "quartier", "repetition", "histoire"),
}


def generate(rng: Random) -> Variant:
    """Five files of five kinds, two of them with look-alike extensions; a sixth label is idle."""
    one, two, difference = rng.choice(_TRAPS)
    trapped = [_kind(one), _kind(two)]
    others = pick(rng, [kind for kind in _KINDS if kind not in trapped], 4)
    decoy = others.pop()
    theme = rng.choice(list(_THEMES))
    extensions = [one, two, *(rng.choice(_KINDS[kind]) for kind in others)]
    stems = shuffled(rng, _THEMES[theme])
    names = [f"{stem}.{extension}" for stem, extension in zip(stems, extensions, strict=True)]
    kinds = dict(zip(names, trapped + others, strict=True))
    items, labels = options(rng, names), options(rng, [*kinds.values(), decoy])
    first, second = id_of(items, names[0]), id_of(items, names[1])
    return Variant(
        params={
            "first": people.person(rng).first,
            "theme": theme,
            "first_name": names[0],
            "first_extension": one,
            "first_kind": trapped[0],
            "second_name": names[1],
            "second_extension": two,
            "second_kind": trapped[1],
            "difference": difference,
            "decoy": decoy,
            "pairs": [
                {"extension": name.rpartition(".")[2], "kind": kind} for name, kind in kinds.items()
            ],
        },
        response=Matching(items, labels),
        accepted=[{item.id: id_of(labels, kinds[item.text]) for item in items}],
        mistakes={
            "first_as_second": {first: id_of(labels, trapped[1])},
            "second_as_first": {second: id_of(labels, trapped[0])},
            "decoy_for_first": {first: id_of(labels, decoy)},
        },
    )


def _kind(extension: str) -> str:
    """What a file with this extension holds."""
    return next(kind for kind, extensions in _KINDS.items() if extension in extensions)

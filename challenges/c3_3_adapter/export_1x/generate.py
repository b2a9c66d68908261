from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Matching
from webapp.domain.variant import Variant

_WORKS = ("un recueil de nouvelles", "un carnet de voyage", "un guide du lycée", "un conte")
# Format → what it is for, and two requests that only it answers.
_FORMATS = {
    "ODT": (
        "texte et styles modifiables",
        ("Je corrigerai tes phrases directement.", "J’ajouterai mon chapitre au tien."),
    ),
    "PDF": (
        "pages figées, identiques partout",
        ("J’imprimerai tes pages sans que rien ne bouge.", "Je citerai tes pages par leur numéro."),
    ),
    "EPUB": (
        "livre hors ligne, lettres agrandies à volonté",
        (
            "Je le lirai sur ma liseuse, en gros caractères.",
            "Sur mon petit écran, je grossirai les lettres.",
        ),
    ),
    "HTML": (
        "page affichée par un navigateur",
        ("Je le mettrai en ligne sur notre site.", "J’en ferai une page web avec des liens."),
    ),
    "TXT": (
        "lettres seules, sans style ni image",
        ("Mon programme n’accepte que des lettres.", "Envoie-moi les mots, sans aucun style."),
    ),
    "PNG": (
        "image d’une seule page",
        (
            "Je collerai ta couverture dans mon album photo.",
            "Je veux ta couverture en fond d’écran.",
        ),
    ),
}


def generate(rng: Random) -> Variant:
    """Editing and freezing are always asked, with two other uses; two formats stay idle."""
    asked = ["ODT", "PDF", *pick(rng, [name for name in _FORMATS if name not in ("ODT", "PDF")], 2)]
    requests = {name: rng.choice(_FORMATS[name][1]) for name in asked}
    items, labels = options(rng, requests.values()), options(rng, _FORMATS)

    def given(name: str, label: str) -> dict[str, str]:
        return {id_of(items, requests[name]): id_of(labels, label)}

    return Variant(
        params={
            "first": people.person(rng).first,
            "work": rng.choice(_WORKS),
            "formats": shuffled(
                rng, [{"name": name, "effect": effect} for name, (effect, _) in _FORMATS.items()]
            ),
        },
        response=Matching(items, labels),
        accepted=[{id_of(items, requests[name]): id_of(labels, name) for name in asked}],
        mistakes={
            "fixed_for_editing": given("ODT", "PDF"),
            "editable_for_fixed": given("PDF", "ODT"),
        },
    )

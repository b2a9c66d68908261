from dataclasses import dataclass
from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Matching
from webapp.domain.variant import Variant

_EVENTS = ("le forum des métiers", "la fête du lycée", "une exposition", "le tournoi")
_FACTS = {
    "SVG": "dessin décrit par des formes : net à toute taille ; ne convient pas à une photo",
    "PNG": "image en pixels, sans perte, fond transparent possible ; une photo y est très lourde",
    "JPEG": "image en pixels, photo très allégée avec une légère perte ; jamais de transparence",
    "ODS": "classeur modifiable, avec ses formules, lisible par plusieurs tableurs",
    "CSV": "tableau en texte brut, lisible par tout programme ; ni formule ni couleur",
    "FLAC": "son compressé sans aucune perte ; assez lourd",
    "MP3": "son très allégé, lu par tous les appareils ; une partie du son est perdue",
    "PDF": "page figée, identique partout ; très difficile à modifier",
    "ODT": "texte modifiable, avec ses styles ; la mise en page peut bouger d’un poste à l’autre",
}


@dataclass(frozen=True)
class _Need:
    """A need, the format for it, its best rival, and why the rival fails."""

    words: str
    format: str
    rival: str
    reason: str


_PAIRS = (
    (
        _Need("Un logo dessiné, à agrandir sur une banderole", "SVG", "PNG",
              "agrandis, ses pixels se verraient"),
        _Need("Une icône en pixels, à fond transparent", "PNG", "JPEG",
              "il n’a pas de transparence"),
        _Need("Une photo légère pour un site", "JPEG", "PNG", "une photo y est très lourde"),
    ),
    (
        _Need("Un budget avec ses calculs, à reprendre dans un autre tableur", "ODS", "CSV",
              "les formules seraient perdues"),
        _Need("Des mesures à faire lire par n’importe quel programme", "CSV", "ODS",
              "seuls des tableurs le lisent"),
    ),
    (
        _Need("Un concert à archiver sans rien perdre du son", "FLAC", "MP3",
              "une partie du son y est perdue"),
        _Need("Une émission à écouter sur tous les téléphones, très légère", "MP3", "FLAC",
              "il est bien plus lourd"),
    ),
    (
        _Need("Un programme de six pages à imprimer ailleurs, sans que rien ne bouge", "PDF", "ODT",
              "la mise en page peut changer d’un poste à l’autre"),
        _Need("Un compte rendu que d’autres vont compléter", "ODT", "PDF",
              "il est très difficile à modifier"),
    ),
)  # fmt: skip


def generate(rng: Random) -> Variant:
    """Four needs; both formats of the two first families are offered, so that reading decides."""
    families = pick(rng, _PAIRS, 4)
    needs = [rng.choice(family) for family in families]
    first, second = needs[:2]
    formats = [*dict.fromkeys([need.format for need in needs] + [first.rival, second.rival])]
    items = options(rng, [need.words for need in needs])
    labels = options(rng, formats)
    return Variant(
        params={
            "first": people.person(rng).first,
            "event": rng.choice(_EVENTS),
            "sheet": [{"name": each, "facts": _FACTS[each]} for each in shuffled(rng, formats)],
            "needs": {"first": _small(first.words), "second": _small(second.words)},
            "rivals": {"first": first.rival, "second": second.rival},
            "reasons": {"first": first.reason, "second": second.reason},
            "summary": " ; ".join(f"{need.format} pour « {_small(need.words)} »" for need in needs),
        },
        response=Matching(items, labels),
        accepted=[{id_of(items, need.words): id_of(labels, need.format) for need in needs}],
        mistakes={
            "first_rival": {id_of(items, first.words): id_of(labels, first.rival)},
            "second_rival": {id_of(items, second.words): id_of(labels, second.rival)},
        },
    )


def _small(text: str) -> str:
    return text[0].lower() + text[1:]

from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

# Real State sites (roots listed in challenges/sources.toml), each with pages it could have.
_STATE = (
    "https://www.service-public.gouv.fr/particuliers",
    "https://france-identite.gouv.fr/aide",
    "https://franceconnect.gouv.fr/",
    "https://cyber.gouv.fr/bonnes-pratiques",
    "https://www.data.gouv.fr/recherche?page=2",
    "https://www.culture.gouv.fr/demarches/jeunes",
    "https://www.internet-signalement.gouv.fr/",
)
_ERRANDS = {
    "refaire sa carte d’identité": "carte-identite",
    "demander une bourse": "bourses",
    "acheter un timbre fiscal": "timbre-fiscal",
    "s’inscrire au recensement": "recensement",
    "déclarer un changement d’adresse": "changement-adresse",
    "demander une carte grise": "carte-grise",
}


def generate(rng: Random) -> Variant:
    """Two or three State sites among five; each fake puts « gouv.fr » where it proves nothing."""
    errand = rng.choice(list(_ERRANDS))
    word = _ERRANDS[errand]
    fakes = {
        "in_subdomain": f"https://{word}.gouv.fr.{rng.choice(('demande', 'dossier'))}-rapide.test/",
        "in_path": f"https://{word}-en-ligne.example/gouv.fr/{rng.choice(('accueil', 'debut'))}",
        "with_hyphen": f"https://{word}-gouv-fr.{rng.choice(('example', 'test'))}/formulaire",
    }
    kept = pick(rng, list(fakes), rng.choice((2, 3)))
    states = pick(rng, _STATE, 5 - len(kept))
    choices = options(rng, [*states, *(fakes[name] for name in kept)])
    return Variant(
        params={
            "first": people.person(rng).first,
            "errand": errand,
            "fakes": fakes,
            "missed": states[0],
        },
        response=Choices(choices),
        accepted=[ids_of(choices, states)],
        mistakes={
            **{name: id_of(choices, fakes[name]) for name in kept},
            "missed_state": id_of(choices, states[0]),
        },
    )

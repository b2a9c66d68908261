from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_EVENTS = {
    "Forum des métiers": "forum-metiers",
    "Nuit des sciences": "nuit-sciences",
    "Bal du lycée": "bal-lycee",
    "Semaine du vélo": "semaine-velo",
    "Fête du livre": "fete-livre",
    "Course solidaire": "course-solidaire",
}
_FIRSTS = ("place", "guide", "billet", "liste", "dossier", "agenda", "carnet", "point", "relais")
_SECONDS = ("express", "facile", "direct", "malin", "plus", "unique", "jeune", "azur", "local")
_SUBDOMAINS = ("inscription", "infos", "accueil", "entree", "programme")
_PATHS = ("inscription", "places", "programme", "stands", "horaires")


def generate(rng: Random) -> Variant:
    """A code to read: the organiser’s own domain, or another one where its name shows."""
    event = rng.choice(list(_EVENTS))
    organiser = f"{_EVENTS[event]}-{rng.choice(_SECONDS)}.example"
    other = f"{'-'.join((*pick(rng, _FIRSTS, 1), rng.choice(_SECONDS)))}.test"
    kind = rng.choice(("honest", "subdomain", "path"))
    domain = organiser if kind == "honest" else other
    subdomain = organiser if kind == "subdomain" else rng.choice(_SUBDOMAINS)
    host, path = f"{subdomain}.{domain}", rng.choice(_PATHS)
    if kind == "path":
        path = f"{organiser}/{path}"
    address = f"https://{host}/{path}?n={rng.randint(101, 989)}"
    decoy = {} if kind == "honest" else {"name_elsewhere": organiser}
    return Variant(
        params={
            "first": people.person(rng).first,
            "event": event,
            "organiser": organiser,
            "host": host,
            "domain": domain,
            "honest": kind == "honest",
        },
        response=Text(label="Domaine enregistré", reading="address"),
        accepted=[domain],
        material=Files((_recipe(address),)),
        mistakes={"whole_host": host, **decoy},
    )


def _recipe(address: str) -> Recipe:
    return Recipe(
        name="code-affiche.png",
        builder="qr",
        arguments={"text": address},
        description="Image d’un QR code",
        alternative=f"Texte affiché par un lecteur de codes :\n{address}",
    )

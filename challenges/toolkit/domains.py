"""Fictional organisations and their addresses, always in .example or .test."""

from dataclasses import dataclass
from random import Random

from challenges.toolkit.people import Person, plain

CLUBS = (
    "Club escalade",
    "Club escrime",
    "Club photo",
    "Club échecs",
    "Club théâtre",
    "Club badminton",
    "Club astronomie",
    "Club cinéma",
    "Club natation",
    "Club robotique",
    "Club lecture",
    "Club vélo",
)
SERVICES = (
    "Relais Fauvette",
    "Colis Mésange",
    "Banque du Lavoir",
    "Mutuelle des Tilleuls",
    "Énergie Clairval",
    "Transports Lianne",
    "Cinéma Le Belvédère",
    "Librairie des Marais",
    "Location Virevolte",
    "Assurance Bellerive",
    "Téléphonie Alizé",
    "Boutique Pamplune",
)
MAILBOXES = ("boite-libre.test", "courriel-lune.test", "messages-bleus.test")
DOCUMENTATION_NETWORKS = ("192.0.2", "198.51.100", "203.0.113")


@dataclass(frozen=True)
class Organization:
    """A fictional organisation and the one domain it owns."""

    name: str
    domain: str

    def address(self, mailbox: str) -> str:
        """An e-mail address of the organisation."""
        return f"{mailbox}@{self.domain}"


def service(rng: Random) -> Organization:
    """A company or public service: « Relais Fauvette », relais-fauvette.example."""
    name = rng.choice(SERVICES)
    return Organization(name, f"{plain(name)}.example")


def club(rng: Random, town: str) -> Organization:
    """A club of a town: « Club escalade de Sauvelac », club-escalade-sauvelac.example."""
    name = rng.choice(CLUBS)
    return Organization(f"{name} de {town}", f"{plain(f'{name} {town}')}.example")


def school(name: str) -> Organization:
    """The school of that name and its domain."""
    return Organization(name, f"{plain(name)}.example")


def mailbox(rng: Random, person: Person) -> str:
    """A private e-mail address: « ines.morvan@boite-libre.test »."""
    return f"{person.login}@{rng.choice(MAILBOXES)}"


def ip_address(rng: Random) -> str:
    """An address of the networks kept for documentation."""
    return f"{rng.choice(DOCUMENTATION_NETWORKS)}.{rng.randint(2, 254)}"

from random import Random

from challenges.toolkit import domains, people
from challenges.toolkit.draws import pick, shuffled
from webapp.domain.materials import Simulation
from webapp.domain.responses import Text
from webapp.domain.variant import Variant
from webapp.simulators.worlds.webmail import Mailbox

_SUBJECTS = (
    ("Votre dossier avance", "Une étape de votre dossier vient d’être franchie."),
    ("Un document vous attend", "Un nouveau document est disponible dans votre espace."),
    ("Rendez-vous à confirmer", "Votre rendez-vous n’est pas encore confirmé."),
    ("Votre avis de passage", "Nous sommes passés aujourd’hui, sans vous trouver."),
    ("Mise à jour de vos informations", "Certaines de vos informations datent de l’an dernier."),
    ("Votre demande a été reçue", "Nous avons bien reçu votre demande."),
)
_BUTTONS = ("Ouvrir mon espace", "Voir le suivi", "Confirmer", "Continuer", "Consulter")
_FOOTERS = ("Aide", "Conditions", "Nous écrire", "Mentions utiles")
_STRANGERS = (
    "espace-suivi.test",
    "dossier-rapide.test",
    "portail-client.test",
    "acces-service.test",
    "compte-simple.test",
    "formulaires-web.test",
    "guichet-libre.test",
    "rendez-vous-plus.test",
)
_PAGES = ("suivi", "dossier", "client", "etape", "page")


def generate(rng: Random) -> Variant:
    """One button among three links, and its namesake in another letter; one in three is honest."""
    owner, service = people.person(rng), domains.service(rng)
    stranger, footer, elsewhere = pick(rng, _STRANGERS, 3)
    honest = rng.random() < 0.35
    target, path = service.domain, rng.choice(_PAGES)
    if not honest:
        target, path = stranger, f"{service.domain}/{path}"
    subject, other_subject = pick(rng, _SUBJECTS, 2)
    button = rng.choice(_BUTTONS)
    address = f"https://{target}/{path}-{rng.randint(11, 99)}"
    box = Mailbox(rng, owner=(owner.full, domains.mailbox(rng, owner)), now="2027-02-11T18:05")
    letters = {subject: address, other_subject: _address(rng, elsewhere)}
    _fill(rng, box, service, button, letters, footer)
    wrong = {"other_link": footer, "other_message": elsewhere, "whole_address": address}
    if not honest:
        wrong["shown_name"] = service.domain
    return Variant(
        params={
            "first": owner.first,
            "service": service.name,
            "subject": subject[0],
            "button": button,
            "domain": target,
            "honest": honest,
        },
        response=Text(label="Domaine", hint="Comme nom-du-site.test", reading="address"),
        accepted=[target],
        material=Simulation("webmail", box.state()),
        mistakes=wrong,
    )


def _fill(
    rng: Random,
    box: Mailbox,
    service: domains.Organization,
    button: str,
    letters: dict[tuple[str, str], str],
    footer: str,
) -> None:
    """Both letters of the service, in a drawn order, among others that have no link."""
    friends = [(each.full, domains.mailbox(rng, each)) for each in people.people(rng, 3)]
    box.fill(friends, 3, days=9)
    sender = (service.name, service.address("contact"))
    for number, (subject, said) in enumerate(shuffled(rng, letters)):
        aside = [f"[{words}]({_address(rng, footer)})" for words in pick(rng, _FOOTERS, 2)]
        box.message(
            sender,
            subject,
            f"Bonjour,\n\n{said}\n\n[{button}]({letters[subject, said]})!\n\n"
            f"L’équipe {service.name}\n{service.domain}\n\n{' · '.join(aside)}",
            date=f"2027-02-{11 - number:02d}T{rng.randint(9, 16):02d}:{rng.randint(10, 59)}",
            unread=True,
        )


def _address(rng: Random, domain: str) -> str:
    return f"https://{domain}/{rng.choice(_PAGES)}-{rng.randint(11, 99)}"

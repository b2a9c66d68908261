from random import Random

from challenges.toolkit import domains, people
from challenges.toolkit.draws import pick
from webapp.domain.materials import Json, Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.webmail import Mailbox

_WORDS = ("facture", "horaire", "contrat", "devis", "relevé", "commande")
_OTHER_WORDS = ("concours", "nouveautés", "enquête", "sondage", "programme")
_FOLDERS = {
    "facture": ("Factures", "Photos"),
    "horaire": ("Horaires", "Voyages"),
    "contrat": ("Contrats", "Idées"),
    "devis": ("Devis", "Recettes"),
    "relevé": ("Relevés", "Lycée"),
    "commande": ("Commandes", "Famille"),
}
_BOXES = ("info", "service.client", "contact", "ne-pas-repondre", "espace", "suivi")


def generate(rng: Random) -> Variant:
    """A rule of two conditions, played on twenty messages that are not in the box."""
    owner, service = people.person(rng), domains.service(rng)
    word = rng.choice(_WORDS)
    right_name, wrong_name = _FOLDERS[word]
    other = f"{rng.choice(('le-comptoir', 'mon-marche', 'studio-lumen'))}.test"
    box = Mailbox(rng, owner=(owner.full, domains.mailbox(rng, owner)), now="2027-02-03T18:20")
    right, wrong = box.folder(right_name), box.folder(wrong_name)
    for number, (author, subject) in enumerate(_seen(rng, service, other, word)):
        text = f"Bonjour,\n\nTout est dans votre espace.\n\n{author[0]}"
        box.message(author, subject, text, date=f"2027-02-03T{17 - number}:05")
    tests = _tests(rng, box, service, other, word, right_name)
    sender = f"@{service.domain}"
    return Variant(
        params={
            "owner": owner.first,
            "name": service.name,
            "domain": service.domain,
            "word": word,
            "folder": right_name,
        },
        response=NoResponse(),
        accepted=[_rule(box, right, sender, word)],
        material=Simulation(
            "webmail", box.state(), "rules_sort", {"tests": tests, "most_rules": 1}
        ),
        mistakes={
            "no_rule": [],
            "rule_too_wide": _rule(box, right, sender, ""),
            "rule_misses": _rule(box, right, f"info@{service.domain}", word),
            "rule_wrong_folder": _rule(box, wrong, sender, word),
        },
    )


def _seen(
    rng: Random, service: domains.Organization, other: str, word: str
) -> list[tuple[tuple[str, str], str]]:
    """What the inbox holds today: both senders, with and without the word; all but one signed."""
    boxes = pick(rng, _BOXES, 4)
    return [
        ((service.name, f"{boxes[0]}@{service.domain}"), f"Votre {word} de février"),
        ((service.name, f"{boxes[1]}@{service.domain}"), _subject(rng)),
        ((service.name, f"{boxes[2]}@{other}"), f"Re : {word}"),
        (("Boutique", f"{boxes[3]}@{other}"), _subject(rng)),
    ]


def _tests(
    rng: Random, box: Mailbox, service: domains.Organization, other: str, word: str, folder: str
) -> list[dict[str, Json]]:
    """Twenty messages to come, all signed alike: five of each kind, one kind to be sorted."""
    shapes = (f"Votre {word}", f"{word.capitalize()} n° {{n}}", f"Rappel : {word} de mars")
    tests: list[dict[str, Json]] = []
    for domain in (service.domain, other):
        for said in (True, False):
            for mailbox in pick(rng, _BOXES, 5):
                subject = rng.choice(shapes).format(n=rng.randint(100, 999))
                sender = (service.name, f"{mailbox}@{domain}")
                message = box.test_message(sender, subject if said else _subject(rng))
                wanted = folder if said and domain == service.domain else ""
                tests.append({"message": message, "folder": wanted})
    return tests


def _subject(rng: Random) -> str:
    return f"{rng.choice(_OTHER_WORDS).capitalize()} de la semaine {rng.randint(2, 6)}"


def _rule(box: Mailbox, folder: str, sender: str, subject: str) -> list[dict[str, Json]]:
    return box.steps().do("create_rule", from_=sender, subject=subject, folder=folder).actions

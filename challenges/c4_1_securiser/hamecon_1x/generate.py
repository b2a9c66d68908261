from dataclasses import dataclass
from random import Random

from challenges.toolkit import domains, people, texts
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.people import plain
from webapp.domain.materials import Json, Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.webmail import Mailbox

_THINGS = {
    "Relais Fauvette": "votre colis",
    "Colis Mésange": "votre livraison",
    "Banque du Lavoir": "votre carte",
    "Mutuelle des Tilleuls": "votre dossier",
    "Énergie Clairval": "votre facture",
    "Transports Lianne": "votre abonnement de bus",
    "Cinéma Le Belvédère": "votre carnet de places",
    "Librairie des Marais": "votre commande",
    "Location Virevolte": "votre location de vélo",
    "Assurance Bellerive": "votre contrat",
    "Téléphonie Alizé": "votre forfait",
    "Boutique Pamplune": "votre bon d’achat",
}
# Subjects suit every kind: nothing is told before the letter is open.
_SUBJECTS = (
    "À lire aujourd’hui",
    "Une information pour vous",
    "Message du service client",
    "Votre espace client",
    "Suite à votre demande",
    "Un point important",
    "Nouveau message",
    "De nos nouvelles",
)
# « {link} » leads to the site of the address the message comes from.
_LETTERS = {
    "urgent": (
        "Derniers instants pour nous écrire au sujet de {thing}.\n\n{link}",
        "Après minuit, plus aucun changement ne sera possible pour {thing}.\n\n{link}",
    ),
    "secret_kept": (
        "Vous venez de changer votre mot de passe. Gardez-le pour vous : nous n’en avons "
        "jamais besoin pour suivre {thing}.",
        "Votre mot de passe ne regarde que vous. Nous ne vous le demanderons jamais, même "
        "au sujet de {thing}.",
    ),
    "calm": (
        "Rien à faire de votre côté pour {thing}.\n\n{link}",
        "Nos conseils du mois pour {thing} sont en ligne.\n\n{link}",
        "Êtes-vous content de notre service pour {thing} ?\n\n{link}",
    ),
    "address": (
        "Nous n’avons pas pu traiter {thing}.\n\n{link}",
        "Il reste 1,90 € à payer pour {thing}.\n\n{link}",
        "Une dernière confirmation suffit pour {thing}.\n\n{link}",
    ),
    "secret": (
        "Pour continuer à suivre {thing}, répondez à ce message avec votre mot de passe.",
        "Renvoyez-nous le code reçu par SMS, et tout sera réglé pour {thing}.",
    ),
}
_FRAUDS = (("address",), ("secret",), ("address", "secret"), ("address", "address", "secret"))
_BOXES = ("contact", "service", "info", "suivi")
_LINKS = ("Ouvrir mon espace", "Voir le détail", "Continuer")


@dataclass(frozen=True)
class _Letter:
    kind: str
    name: str
    message: str


def generate(rng: Random) -> Variant:
    """One to three frauds of six, by their address or by what they ask; tone is no sign."""
    owner, frauds = people.person(rng), rng.choice(_FRAUDS)
    kinds = [*frauds, "urgent", "secret_kept", "calm", "calm", "calm"][:6]
    names = pick(rng, list(_THINGS), 6)
    box = Mailbox(rng, owner=(owner.full, domains.mailbox(rng, owner)), now="2027-03-09T12:10")
    letters = _received(rng, box, dict(zip(names, shuffled(rng, kinds), strict=True)))
    right = [each.message for each in letters if each.kind in frauds]
    honest = next(each.message for each in letters if each.kind == "urgent")
    return Variant(
        params={
            "owner": owner.params(),
            "count": len(frauds),
            "frauds": texts.listed([each.name for each in letters if each.kind in frauds]),
            "rows": [{"name": name, "domain": _domain(name)} for name in sorted(names, key=plain)],
        },
        response=NoResponse(),
        accepted=[_done(box, right)],
        material=Simulation("webmail", box.state(), "messages_treated", {"reported": right}),
        mistakes=_mistakes(box, letters, right, honest),
    )


def _received(rng: Random, box: Mailbox, kinds: dict[str, str]) -> list[_Letter]:
    """The six messages, the newest first; no two have the same subject."""
    models = {
        kind: iter(pick(rng, _LETTERS[kind], len(_LETTERS[kind]))) for kind in sorted(_LETTERS)
    }
    subjects, letters = pick(rng, _SUBJECTS, len(kinds)), []
    for number, (name, kind) in enumerate(kinds.items()):
        domain = _false(rng, name) if kind == "address" else _domain(name)
        link = f"[{rng.choice(_LINKS)}](https://{domain}/espace)!"
        said = next(models[kind]).format(thing=_THINGS[name], link=link)
        message = box.message(
            (name, f"{rng.choice(_BOXES)}@{domain}"),
            subjects[number],
            f"Bonjour,\n\n{said}\n\nL’équipe {name}",
            date=f"2027-03-09T{11 - number:02d}:{rng.randint(10, 59)}",
            unread=True,
        )
        letters.append(_Letter(kind, name, message))
    return letters


def _domain(name: str) -> str:
    return f"{plain(name)}.example"


def _false(rng: Random, name: str) -> str:
    """A domain that is not that of the table: a word added, another ending, a free mailbox."""
    stem = plain(name)
    return rng.choice((f"{stem}-client.example", f"{stem}.test", f"espace-{stem}.test"))


def _done(
    box: Mailbox, messages: list[str], verb: str = "report_phishing"
) -> list[dict[str, Json]]:
    steps = box.steps()
    for message in messages:
        steps.do(f"{verb}:{message}")
    return steps.actions


def _mistakes(
    box: Mailbox, letters: list[_Letter], right: list[str], honest: str
) -> dict[str, list[dict[str, Json]]]:
    found = {
        "fraud_missed": _done(box, right[1:]),
        "honest_reported": _done(box, [*right, honest]),
        "fraud_as_junk": _done(box, right, "report_junk"),
        "fraud_only_moved": _done(box, right, "trash"),
        "others_moved": [*_done(box, right), *_done(box, [honest], "trash")],
    }
    linked = [each.message for each in letters if each.kind == "address"]
    if linked:
        found["fraud_link_opened"] = [*_done(box, [f"{linked[0]}:0"], "follow"), *_done(box, right)]
    return found

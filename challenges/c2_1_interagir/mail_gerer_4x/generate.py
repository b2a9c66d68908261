from random import Random

from challenges.toolkit import domains, people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.people import plain
from webapp.domain.materials import Json, Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.webmail import Mailbox

_TODAY = "2027-02-10"
_NEWS = (
    ("Nos actualités de février", "Six nouveautés vous attendent, et un jeu-concours."),
    ("Ce qui change chez nous", "Nos horaires d’hiver, et une visite à gagner."),
    ("Le rendez-vous du mercredi", "Cette semaine : nos conseils et vos questions."),
    ("Toute l’équipe vous écrit", "Nos projets du mois, et trois portraits."),
)
# What a service writes: a tone that presses, or a calm one; words of its link.
_PRESSING = (
    ("Dernier rappel", "Sans action de votre part ce soir, votre dossier sera fermé.", "Agir"),
    ("Action attendue aujourd’hui", "Votre accès s’arrête à minuit.", "Garder mon accès"),
    ("Urgent : votre compte", "Une opération est bloquée, elle sera annulée demain.", "Débloquer"),
)
_CALM = (
    ("Votre relevé est prêt", "Vous le trouverez dans votre espace.", "Voir mon relevé"),
    ("Une petite mise à jour", "Prenez le temps de relire vos coordonnées.", "Les relire"),
    (
        "Merci de votre confiance",
        "Un remboursement vous attend, quand vous voudrez.",
        "Le recevoir",
    ),
)


def generate(rng: Random) -> Variant:
    """A letter to leave, one to keep, a fraud and an honest message of the opposite tone."""
    owner = people.person(rng)
    names = pick(rng, domains.SERVICES, 4)
    left, kept, faked, honest = [domains.Organization(n, f"{plain(n)}.example") for n in names]
    fake = domains.Organization(faked.name, _false(rng, faked))
    box = Mailbox(rng, owner=(owner.full, domains.mailbox(rng, owner)), now=f"{_TODAY}T18:15")
    made = _received(rng, box, left, kept, fake, honest)
    friends = [
        (each.full, domains.mailbox(rng, each))
        for each in people.people(rng, 4)
        if each.full != owner.full
    ]
    box.fill(friends, 6, days=20)
    letter, fraud = made["left"], made["fraud"]
    return Variant(
        params={
            "owner": owner.first,
            "pronoun": owner.pronoun.capitalize(),
            "left": left.name,
            "kept": kept.name,
            "faked": faked.name,
            "faked_domain": faked.domain,
            "fake": f"@{fake.domain}",
            "rows": [
                {"name": each.name, "domain": each.domain}
                for each in sorted((left, kept, faked, honest), key=lambda one: one.domain)
            ],
        },
        response=NoResponse(),
        accepted=[_did(box, f"unsubscribe:{letter}", f"report_phishing:{fraud}")],
        material=Simulation(
            "webmail",
            box.state(),
            "messages_treated",
            {"reported": [fraud], "unsubscribed": [letter]},
        ),
        mistakes=_mistakes(box, made),
    )


def _mistakes(box: Mailbox, made: dict[str, str]) -> dict[str, list[dict[str, Json]]]:
    letter, fraud = f"unsubscribe:{made['left']}", f"report_phishing:{made['fraud']}"
    return {
        "fraud_link_opened": _did(box, letter, f"follow:{made['fraud']}:0", fraud),
        "letter_reported": _did(box, f"report_junk:{made['left']}", fraud),
        "honest_reported": _did(box, letter, fraud, f"report_phishing:{made['honest']}"),
        "fraud_as_junk": _did(box, letter, f"report_junk:{made['fraud']}"),
        "fraud_only_moved": _did(box, letter, f"trash:{made['fraud']}"),
        "fraud_missed": _did(box, letter),
        "wrong_list_left": _did(box, letter, f"unsubscribe:{made['kept']}", fraud),
        "not_unsubscribed": _did(box, f"trash:{made['left']}", fraud),
        "others_moved": _did(box, letter, fraud, f"trash:{made['honest']}"),
    }


def _received(
    rng: Random,
    box: Mailbox,
    left: domains.Organization,
    kept: domains.Organization,
    fake: domains.Organization,
    honest: domains.Organization,
) -> dict[str, str]:
    """The ids of the four messages of today, in a drawn order."""
    calm, pressing = rng.choice(_CALM), rng.choice(_PRESSING)
    false, true = (calm, pressing) if rng.random() < 0.5 else (pressing, calm)
    news = pick(rng, _NEWS, 2)
    made = {}
    hours = iter(shuffled(rng, ("09:12", "11:40", "14:05", "16:58")))
    for place in shuffled(rng, ("left", "kept", "fraud", "honest")):
        date = f"{_TODAY}T{next(hours)}"
        if place in ("left", "kept"):
            sender = left if place == "left" else kept
            made[place] = _letter(box, sender, news[place == "kept"], date)
        elif place == "fraud":
            made[place] = _service(box, fake.name, fake.domain, false, date)
        else:
            made[place] = _service(box, honest.name, honest.domain, true, date)
    return made


def _letter(box: Mailbox, sender: domains.Organization, news: tuple[str, str], date: str) -> str:
    url = f"https://{sender.domain}/lettre/fin"
    text = f"Bonjour,\n\n{news[1]}\n\n{sender.name}\n\n[Se désabonner]({url})"
    return box.message(
        (sender.name, sender.address("lettre")),
        news[0],
        text,
        date=date,
        unread=True,
        list_=sender.name,
        list_url=url,
    )


def _service(box: Mailbox, name: str, domain: str, said: tuple[str, str, str], date: str) -> str:
    """An alert or a news of a service, true or false: only the domain tells."""
    subject, body, button = said
    links = (
        f"[{button}](https://{domain}/espace)!\n\n{name}\n\n[Se désabonner](https://{domain}/fin)"
    )
    return box.message(
        (name, f"service@{domain}"),
        subject,
        f"Bonjour,\n\n{body}\n\n{links}",
        date=date,
        unread=True,
    )


def _false(rng: Random, real: domains.Organization) -> str:
    """A domain that looks like the real one: a word more, another ending, the name in front."""
    stem = real.domain.removesuffix(".example")
    return rng.choice(
        (f"{stem}-client.example", f"{stem}.test", f"{stem}.example.espace-suivi.test")
    )


def _did(box: Mailbox, *actions: str) -> list[dict[str, Json]]:
    steps = box.steps()
    for action in actions:
        steps.do(action)
    return steps.actions

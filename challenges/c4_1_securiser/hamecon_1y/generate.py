from random import Random

from challenges.toolkit import domains, people
from challenges.toolkit.draws import demand, pick
from challenges.toolkit.options import id_of, ids_of, options
from challenges.toolkit.people import plain
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_HONEST = (
    "{name} : votre dossier est prêt. Le consulter : {domain}/dossier",
    "{name} : nouveau message dans votre espace. {domain}/messages",
    "{name} : vos horaires changent lundi. Détail : {domain}/infos",
)
_URGENT = (
    "{name} : dernier jour ! Votre accès s’arrête ce soir. {domain}/compte",
    "URGENT {name} : action attendue avant minuit. {domain}/suivi",
    "{name} : dernier rappel avant fermeture de votre dossier. {domain}/dossier",
)
_CODE = (
    "{name} : votre code est {code}. Ne le donnez à personne.",
    "Votre code {name} : {code}. Gardez-le pour vous.",
)
_FAKE_LINK = (
    "{name} : un petit solde reste dû. Le régler : {fake}/payer",
    "{name} : confirmez votre adresse ici : {fake}/adresse",
    "{name} : votre remboursement vous attend. {fake}/retour",
)
_FAKE_CODE = (
    "{name} : pour garder votre compte, répondez avec le code reçu hier.",
    "{name} : contrôle en cours. Renvoyez votre mot de passe par SMS.",
    "Service {name} : répondez à ce SMS avec votre code secret.",
)


def generate(rng: Random) -> Variant:
    """Two or three frauds of six: wrong domain or secret asked; urgency is no sign."""
    names = pick(rng, domains.SERVICES, 6)
    services = [domains.Organization(name, f"{plain(name)}.example") for name in names]
    kinds = ["honest", "urgent", "code", "link", "asked", rng.choice(("link", "honest"))]
    fakes = [_fake(rng, service) for service in services]
    texts = [
        _sms(rng, kind, service, fake)
        for kind, service, fake in zip(kinds, services, fakes, strict=True)
    ]
    demand(len(set(texts)) == len(texts))
    answers = options(rng, texts)
    frauds = [t for kind, t in zip(kinds, texts, strict=True) if kind in ("link", "asked")]
    person = people.person(rng)
    return Variant(
        params={
            "first": person.first,
            "pronoun": person.pronoun,
            "coded": services[2].name,
            "fake": fakes[3],
            "faked": services[3].name,
            "rows": [
                {"name": each.name, "domain": each.domain}
                for each in sorted(services, key=lambda one: one.domain)
            ],
        },
        response=Choices(answers),
        accepted=[sorted(ids_of(answers, frauds))],
        mistakes={
            "urgent_but_honest": id_of(answers, texts[1]),
            "code_received": id_of(answers, texts[2]),
            "wrong_domain": id_of(answers, texts[3]),
            "code_asked": id_of(answers, texts[4]),
        },
    )


def _sms(rng: Random, kind: str, service: domains.Organization, fake: str) -> str:
    shapes = {
        "honest": _HONEST,
        "urgent": _URGENT,
        "code": _CODE,
        "link": _FAKE_LINK,
        "asked": _FAKE_CODE,
    }[kind]
    code = f"{rng.randint(110, 989)} {rng.randint(110, 989)}"
    return rng.choice(shapes).format(name=service.name, domain=service.domain, fake=fake, code=code)


def _fake(rng: Random, service: domains.Organization) -> str:
    """A domain that looks like the real one: a word added, another ending, the name in front."""
    stem = service.domain.removesuffix(".example")
    return rng.choice(
        (f"{stem}-client.example", f"{stem}.test", f"{stem}.example.suivi-espace.test")
    )

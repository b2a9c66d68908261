from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from challenges.toolkit import domains, places, texts
from challenges.toolkit.options import id_of, options
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Blank, Blanks, Choice, Text
from webapp.domain.variant import Variant

_OFFICES = (
    ("bourses", "region-alverne.example", "confirmer les coordonnées bancaires des familles"),
    ("inscriptions", "rectorat-vauclaire.example", "renvoyer la liste des élèves"),
    ("cantine", "ville-lormaison.example", "mettre à jour les moyens de paiement"),
    ("transports", "departement-sorel.example", "valider les cartes de transport"),
    ("stages", "chambre-metiers-ardan.example", "confirmer les conventions"),
)
_RELAYS = ("envoi-rapide.test", "courrier-masse.test", "diffusion-plus.test", "postexpress.test")
_PARIS = ZoneInfo("Europe/Paris")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")
# spf, dkim, dmarc, and whether a Reply-To diverts the answer; one in four is legitimate.
_CASES = (
    ("pass", "pass", "fail", True),
    ("pass", "none", "fail", False),
    ("fail", "pass", "fail", True),
    ("pass", "pass", "pass", True),
    ("pass", "pass", "pass", False),
)


@dataclass(frozen=True)
class _Mail:
    """One message: who shows, who sends, who receives, what the checks say."""

    office: str
    domain: str
    relay: str
    server: str
    ip: str
    receiver: str
    bounce: str
    reply_to: str  # "" when there is none
    spf: str
    dkim: str
    dmarc: str

    @property
    def shown(self) -> str:
        return f"{self.office}@{self.domain}"

    @property
    def signer(self) -> str:
        """The domain that signed; DMARC passes only when it is the one shown."""
        return self.domain if self.dmarc == "pass" else self.relay

    @property
    def reply(self) -> str:
        return self.reply_to or self.shown


def generate(rng: Random) -> Variant:
    """Headers to read: the lowest Received, Reply-To or From, and DMARC, often passed."""
    office, domain, request = rng.choice(_OFFICES)
    school = places.school(rng)
    mail = _mail(rng, office, domain, domains.school(school).domain)
    verdicts = options(rng, ["Oui", "Non"])
    legit = mail.dmarc == "pass"
    answer, opposite = ("Oui", "Non") if legit else ("Non", "Oui")
    return Variant(
        params={
            "school": school,
            "request": request,
            "shown": mail.shown,
            "shown_domain": mail.domain,
            "receiver": mail.receiver,
            "sender": mail.server,
            "reply": mail.reply,
            "dmarc": mail.dmarc,
            "legit": legit,
        },
        response=Blanks(
            (
                Blank("a", "Serveur de départ", Text(hint="Nom du serveur", reading="address")),
                Blank("b", "Une réponse partirait vers", Text(hint="Adresse", reading="address")),
                Blank("c", "Envoi autorisé ?", Choice(verdicts, display="list")),
            )
        ),
        accepted=[{"a": [mail.server, mail.ip], "b": [mail.reply], "c": [id_of(verdicts, answer)]}],
        material=Files((_recipe(rng, mail, school, request),)),
        mistakes={
            "receiving_server": {"a": mail.receiver},
            "shown_domain": {"a": mail.domain},
            **({"shown_address": {"b": mail.shown}} if mail.reply_to else {}),
            "bounce_address": {"b": mail.bounce},
            "wrong_authorisation": {"c": id_of(verdicts, opposite)},
        },
    )


def _mail(rng: Random, office: str, domain: str, school_domain: str) -> _Mail:
    spf, dkim, dmarc, diverted = rng.choice(_CASES)
    relay = rng.choice(_RELAYS)
    reply_domain = domain if dmarc == "pass" else rng.choice(domains.MAILBOXES)
    return _Mail(
        office=office,
        domain=domain,
        relay=relay,
        server=f"srv{rng.randint(11, 98)}.{relay}",
        ip=domains.ip_address(rng),
        receiver=f"mx{rng.randint(1, 4)}.{school_domain}",
        bounce=f"envoi-{rng.randint(1001, 9898)}@{relay}",
        reply_to=f"{office}.reponse{rng.randint(2, 9)}@{reply_domain}" if diverted else "",
        spf=spf,
        dkim=dkim,
        dmarc=dmarc,
    )


def _recipe(rng: Random, mail: _Mail, school: str, request: str) -> Recipe:
    headers = _headers(rng, mail)
    body = (
        f"Bonjour,\n\nMerci de {request} avant vendredi, en répondant à ce message.\n\n"
        f"Le service {mail.office}\n"
    )
    lines = [f"{name}: {value}" for name, value in headers]
    return Recipe(
        name="message-transfere.eml",
        builder="eml",
        arguments={"headers": headers, "text": body},
        description=f"Courriel reçu par le {school}",
        alternative="\n".join([*lines, "", body]),
    )


def _headers(rng: Random, mail: _Mail) -> list[list[str]]:
    """The headers in the order they stand in the file, the last hop first."""
    day = texts.school_day(rng)
    left = datetime(day.year, day.month, day.day, 8, rng.randint(5, 50))  # noqa: DTZ001 (printed)
    inner = f"boite.{mail.receiver.partition('.')[2]}"
    relay_ip = domains.ip_address(rng)
    reply = [["Reply-To", mail.reply_to]] if mail.reply_to else []
    return [
        ["Return-Path", f"<{mail.bounce}>"],
        ["Received", f"from {mail.receiver} ({relay_ip}) by {inner}; {_stamp(left, 9)}"],
        ["Received", f"from {mail.server} ({mail.ip}) by {mail.receiver}; {_stamp(left, 7)}"],
        [
            "Authentication-Results",
            f"{mail.receiver}; spf={mail.spf} smtp.mailfrom={mail.relay}; "
            f"dkim={mail.dkim} header.d={mail.signer}; "
            f"dmarc={mail.dmarc} header.from={mail.domain}",
        ],
        ["From", f'"Service {mail.office}" <{mail.shown}>'],
        *reply,
        ["To", f"secretariat@{mail.receiver.partition('.')[2]}"],
        ["Subject", "Dossiers : confirmation demandée"],
        ["Date", _stamp(left, 0)],
        ["Message-ID", f"<{left:%Y%m%d}.{rng.randint(1001, 9898)}@{mail.server}>"],
    ]


def _stamp(when: datetime, seconds: int) -> str:
    """A date as mail writes it, in English whatever the language of the machine."""
    moment = when + timedelta(seconds=seconds)
    day, month = _DAYS[moment.weekday()], _MONTHS[moment.month - 1]
    return f"{day}, {moment.day} {month} {moment.replace(tzinfo=_PARIS):%Y %H:%M:%S %z}"

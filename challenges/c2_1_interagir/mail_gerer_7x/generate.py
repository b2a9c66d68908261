from dataclasses import dataclass
from random import Random

from challenges.toolkit import people, places
from challenges.toolkit.draws import demand, pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_INBOX = "Réception"
_SETTINGS = (  # whose mailbox, and the folders it has
    ("du club nautique", ("Adhérents", "Comptes", "Sorties", "Matériel")),
    ("de la médiathèque", ("Lecteurs", "Achats", "Ateliers", "Partenaires")),
    ("du comité des fêtes", ("Bénévoles", "Factures", "Scène", "Mairie")),
    ("de la mini-entreprise", ("Clients", "Banque", "Fournisseurs", "Presse")),
)
_SUBJECT = (  # plural as in the subject, singular
    ("factures", "facture"),
    ("horaires", "horaire"),
    ("tarifs", "tarif"),
    ("contrats", "contrat"),
    ("plannings", "planning"),
    ("licences", "licence"),
    ("commandes", "commande"),
    ("réservations", "réservation"),
)
_MONTHS = ("mars", "mai", "juin")
_ABSENT = ("annulé", "urgent", "relance", "copie")
_BOXES = ("accueil", "bureau", "contact", "secretariat")
_ORDERS = (  # with a rule that is too late, the final one stops the reading
    ("unmatched", "first", "final", "late"),
    ("first", "unmatched", "final", "late"),
    ("first", "final", "unmatched", "late"),
    ("unmatched", "final", "late", "later"),
    ("unmatched", "first", "second", "final"),
    ("first", "unmatched", "second", "final"),
    ("first", "second", "unmatched", "final"),
    ("first", "second", "final", "unmatched"),
)
_MISTAKES = {
    "unmatched": "not_matched",
    "first": "first_match",
    "second": "moved_again",
    "late": "after_stop",
    "later": "long_after_stop",
}
_SUBDOMAINS = ("info", "ligue", "gestion", "courrier")


@dataclass(frozen=True)
class _Test:
    """A condition on one part of the message."""

    part: str  # « expéditeur » or « objet »
    text: str
    absent: bool = False

    def met(self, mail: dict[str, str]) -> bool:
        return (self.text.casefold() in mail[self.part].casefold()) is not self.absent

    def __str__(self) -> str:
        verb = "ne contient pas" if self.absent else "contient"
        return f"l’{self.part} {verb} « {self.text} »"


@dataclass(frozen=True)
class _Rule:
    """Two conditions, a folder, and whether the reading stops once it has acted."""

    role: str
    tests: tuple[_Test, ...]
    folder: str
    stops: bool

    def acts(self, mail: dict[str, str]) -> bool:
        return all(test.met(mail) for test in self.tests)


@dataclass(frozen=True)
class _Mail:
    """The message: its address, and an object of three words in the plural and a month."""

    box: str
    sub: str
    domain: str
    words: tuple[tuple[str, str], ...]
    month: str

    @property
    def parts(self) -> dict[str, str]:
        first, second, third = (many for many, _ in self.words)
        return {
            "expéditeur": f"{self.box}@{self.sub}.{self.domain}",
            "objet": f"{first.capitalize()}, {second} et {third} de {self.month}",
        }

    def met(self, rng: Random) -> list[list[_Test]]:
        """Four conditions on the sender and four on the object, all met."""
        texts = (self.domain, f"@{self.sub}.", f"{self.box}@", f"{self.sub}.")
        other = rng.choice([box for box in _BOXES if box != self.box])
        senders = [_Test("expéditeur", text) for text in texts]
        senders.append(_Test("expéditeur", other, absent=True))
        said = (self.words[0][1], self.words[1][1], f"de {self.month}")
        subjects = [_Test("objet", text) for text in said]
        subjects += [_Test("objet", text, absent=True) for text in pick(rng, _ABSENT, 2)]
        return [pick(rng, senders, 4), pick(rng, subjects, 4)]

    def nearly_met(self, rng: Random) -> tuple[_Test, str]:
        """A condition that looks met, with what is true."""
        (first, one), _, (last, single) = self.words
        return rng.choice(
            (
                (
                    _Test("expéditeur", f"@{self.domain}"),
                    f"Dans l’adresse, le @ est suivi de « {self.sub}. », pas de ces lettres.",
                ),
                (
                    _Test("objet", f"{single} de {self.month}"),
                    f"L’objet dit « {last} de {self.month} » : le « s » coupe la suite.",
                ),
                (
                    _Test("objet", one, absent=True),
                    f"L’objet contient « {first.capitalize()} », donc ces lettres.",
                ),
            )
        )


def generate(rng: Random) -> Variant:
    """Four rules to four folders: one nearly acts, one has the last word, two are decoys."""
    of_place, folders = rng.choice(_SETTINGS)
    mail = _mail(rng)
    almost, why = mail.nearly_met(rng)
    rules = _rules(rng, almost, mail.met(rng), shuffled(rng, [*pick(rng, folders, 3), _INBOX]))
    answer, steps = _played(rules, mail.parts)
    tests = [test for rule in rules for test in rule.tests]
    demand([test for test in tests if not test.met(mail.parts)] == [almost])
    demand([rule.folder for rule in rules if rule.role == "final"] == [answer])
    offered = options(rng, [rule.folder for rule in rules])
    wrong = {_MISTAKES[rule.role]: rule.folder for rule in rules if rule.role != "final"}
    return Variant(
        params={
            "of_place": of_place,
            "sender": mail.parts["expéditeur"],
            "subject": mail.parts["objet"],
            "rules": [_shown(rule) for rule in rules],
            "place": dict.fromkeys(_MISTAKES, 0) | {r.role: n for n, r in enumerate(rules, 1)},
            "almost": str(almost),
            "why": why,
            "steps": steps,
            "answer": answer,
        },
        response=Choice(offered),
        accepted=[id_of(offered, answer)],
        mistakes={name: id_of(offered, folder) for name, folder in wrong.items()},
    )


def _mail(rng: Random) -> _Mail:
    return _Mail(
        box=rng.choice(_BOXES),
        sub=rng.choice(_SUBDOMAINS),
        domain=f"{people.plain(places.town(rng))}.example",
        words=tuple(pick(rng, _SUBJECT, 3)),
        month=rng.choice(_MONTHS),
    )


def _rules(rng: Random, almost: _Test, pools: list[list[_Test]], folders: list[str]) -> list[_Rule]:
    """The four rules in their order; the one that nearly acts would have stopped the reading."""
    roles = rng.choice(_ORDERS)
    stopped = "late" in roles
    stops = {"unmatched": True, "final": stopped, "late": rng.random() < 0.5}
    rules = []
    for role, folder, pair in zip(roles, folders, zip(*pools, strict=True), strict=True):
        tests = list(pair)
        if role == "unmatched":
            tests = [almost if test.part == almost.part else test for test in tests]
        one, two = shuffled(rng, tests)
        rules.append(_Rule(role, (one, two), folder, stops.get(role, False)))
    return rules


def _played(rules: list[_Rule], mail: dict[str, str]) -> tuple[str, list[str]]:
    """Where the message ends, and what each rule did, in words."""
    place, steps, reading = _INBOX, list[str](), True
    for rule in rules:
        if not reading:
            steps.append("pas lue")
        elif not rule.acts(mail):
            steps.append("n’agit pas")
        else:
            place, reading = rule.folder, not rule.stops
            steps.append(f"range dans « {place} », {'on continue' if reading else 'on arrête'}")
    return place, steps


def _shown(rule: _Rule) -> dict[str, object]:
    one, two = map(str, rule.tests)
    return {"one": one, "two": two, "folder": rule.folder, "stops": rule.stops}

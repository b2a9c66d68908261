from random import Random

from challenges.toolkit import domains, people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.people import plain
from webapp.domain.materials import Json, Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.webmail import Mailbox

# words of the file's name → words of the sentence
_KINDS = {
    "convention-stage": "la convention de stage",
    "attestation-assurance": "l’attestation d’assurance",
    "fiche-horaires": "la fiche d’horaires",
    "lettre-motivation": "la lettre de motivation",
    "fiche-contact": "la fiche de contact",
    "projet-stage": "le projet de stage",
}
_OTHERS = ("budget-club.ods", "photo-classe.jpg", "expose-svt.odp", "planning-revisions.ods")


def generate(rng: Random) -> Variant:
    """Five files whose names differ from the right one by one piece; the version is drawn."""
    student, other, *friends = people.people(rng, 5)
    company, neighbour = _companies(rng)
    kind, other_kind = pick(rng, list(_KINDS), 2)
    version = rng.randint(1, 3)
    other_version = rng.choice([each for each in (1, 2, 3) if each != version])
    mine, theirs = plain(student.last), plain(other.last)
    names = [
        f"{kind}_{mine}_v{version}.pdf",
        f"{kind}_{mine}_v{other_version}.pdf",
        f"{kind}_{mine}_v{version}.odt",
        f"{kind}_{theirs}_v{version}.pdf",
        f"{other_kind}_{mine}_v{version}.pdf",
    ]
    box = Mailbox(rng, owner=(student.full, domains.mailbox(rng, student)), now="2027-03-02T17:15")
    right, *wrong = _documents(rng, box, names)
    address = company.address("stages")
    known = [(each.full, domains.mailbox(rng, each)) for each in friends]
    for name, box_address in shuffled(
        rng,
        [
            (company.name, address),
            (neighbour.name, neighbour.address("stages")),
            *known,
        ],
    ):
        box.contact(name, box_address)
    box.fill(known, 3, days=10)
    tempting = rng.choice(wrong)
    return Variant(
        params={
            "student": student.params(),
            "company": company.name,
            "kind": _KINDS[kind],
            "version": version,
            "file": names[0],
        },
        response=NoResponse(),
        accepted=[_sent(box, address, right)],
        material=Simulation(
            "webmail",
            box.state(),
            "sent_one_message",
            {"visible": [address], "attachments": [right]},
        ),
        mistakes={
            "nothing_sent": [],
            "left_in_drafts": _sent(box, address, right, verb="close"),
            "missing_attachment": _sent(box, address),
            "wrong_attachment": _sent(box, address, tempting),
            "extra_attachment": _sent(box, address, right, tempting),
            "wrong_recipient": _sent(box, neighbour.address("stages"), right),
            "extra_recipient": _sent(box, f"{address}, {neighbour.address('stages')}", right),
            "recipient_hidden": _sent(box, address, right, field="bcc"),
        },
    )


def _companies(rng: Random) -> tuple[domains.Organization, domains.Organization]:
    first, second = pick(rng, domains.SERVICES, 2)
    return (
        domains.Organization(first, f"{plain(first)}.example"),
        domains.Organization(second, f"{plain(second)}.example"),
    )


def _documents(rng: Random, box: Mailbox, names: list[str]) -> list[str]:
    """The five files and two strangers, put in « Mes documents »; the ids of the five, in order."""
    ids = {}
    for name in shuffled(rng, [*names, *pick(rng, _OTHERS, 2)]):
        size, day = rng.randrange(40_000, 190_000), rng.randint(1, 26)
        modified = f"2027-02-{day:02d}T{rng.randint(9, 18):02d}:{rng.randint(10, 59)}"
        ids[name] = box.document(name, size=size, modified=modified)
    return [ids[name] for name in names]


def _sent(
    box: Mailbox, receivers: str, *documents: str, field: str = "to", verb: str = "send"
) -> list[dict[str, Json]]:
    """Write one message, attach the documents, and send it unless told otherwise."""
    steps = box.steps().do("compose")
    draft = steps.nth_made()
    if documents:
        steps.do("attach", draft=draft, documents=list(documents))
    steps.do(
        verb,
        draft=draft,
        **{field: receivers},
        subject="Document pour le stage",
        body="Bonjour,\n\nVoici le document demandé.",
    )
    return steps.actions

from random import Random

from challenges.toolkit import domains, people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.people import Person
from webapp.domain.materials import Json, Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.webmail import Mailbox

_SUBJECTS = (
    "Exposé de mardi",
    "Livre à rendre",
    "Sortie au théâtre",
    "Tournoi de samedi",
    "Photos du voyage",
    "Recette du gâteau",
    "Horaires du train",
    "Répétition de chant",
    "Devoir de maths",
    "Anniversaire surprise",
)


def generate(rng: Random) -> Variant:
    """One contact to pick among people who share the first name or the surname."""
    owner, target, by_last, by_first, *others = people.people(rng, 8)
    namesake = Person(target.first, target.gender, by_first.last)
    cousin = Person(by_last.first, by_last.gender, target.last)
    known = {each.full: domains.mailbox(rng, each) for each in (target, namesake, cousin, *others)}
    subject, other_subject = pick(rng, _SUBJECTS, 2)
    box = Mailbox(rng, owner=(owner.full, domains.mailbox(rng, owner)), now="2027-01-19T17:30")
    for name in shuffled(rng, known):
        box.contact(name, known[name])
    _received(rng, box, known, [namesake, cousin], other_subject)
    address, wrong = known[target.full], known[rng.choice((namesake, cousin)).full]
    return Variant(
        params={
            "owner": owner.first,
            "target": target.params(),
            "subject": subject,
            "address": address,
        },
        response=NoResponse(),
        accepted=[_sent(box, address, subject)],
        material=Simulation(
            "webmail",
            box.state(),
            "sent_one_message",
            {"visible": [address], "subject": {"contains": [subject]}, "body": {"filled": True}},
        ),
        mistakes={
            "nothing_sent": [],
            "left_in_drafts": _sent(box, address, subject, verb="close"),
            "wrong_recipient": _sent(box, wrong, subject),
            "extra_recipient": _sent(box, f"{address}, {wrong}", subject),
            "recipient_hidden": _sent(box, address, subject, field="bcc"),
            "no_subject": _sent(box, address, ""),
            "wrong_subject": _sent(box, address, other_subject),
            "empty_body": _sent(box, address, subject, body=""),
            "several_messages": _twice(box, address, subject),
        },
    )


def _received(
    rng: Random, box: Mailbox, known: dict[str, str], namesakes: list[Person], subject: str
) -> None:
    """What the inbox holds: both namesakes wrote lately, the person looked for did not."""
    box.fill([(each, known[each]) for each in list(known)[3:]], 3, days=12)
    for hour, each in zip((16, 15), shuffled(rng, namesakes), strict=True):
        box.message(
            (each.full, known[each.full]),
            subject if hour == 16 else f"Re : {subject.lower()}",
            f"Salut,\n\nOn se voit demain pour en parler ?\n\n{each.first}",
            date=f"2027-01-19T{hour}:{rng.randint(10, 59)}",
            unread=True,
        )


def _sent(
    box: Mailbox,
    receivers: str,
    subject: str,
    *,
    field: str = "to",
    body: str = "Bonjour, je t’écris à ce sujet.",
    verb: str = "send",
) -> list[dict[str, Json]]:
    """Write one message, and send it unless told otherwise."""
    steps = box.steps().do("compose")
    draft = steps.nth_made()
    steps.do(verb, draft=draft, **{field: receivers}, subject=subject, body=body)
    return steps.actions


def _twice(box: Mailbox, receiver: str, subject: str) -> list[dict[str, Json]]:
    """The same message, sent two times."""
    steps = box.steps()
    for number, text in enumerate(("Bonjour", "Bonjour encore"), 1):
        steps.do("compose")
        draft = steps.nth_made(number)
        steps.do("send", draft=draft, to=receiver, subject=subject, body=text)
    return steps.actions

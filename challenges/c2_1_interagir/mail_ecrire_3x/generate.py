from random import Random

from challenges.toolkit import domains, people, places, texts
from challenges.toolkit.draws import pick
from challenges.toolkit.people import Person
from webapp.domain.materials import Json, Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.webmail import Mailbox

# « {h} » is the hour of the meeting.
_OUTINGS = {
    "Sortie au musée": "Nous partirons pour le musée vendredi, rendez-vous à {h} devant le lycée.",
    "Visite de l’atelier": "La visite de l’atelier commence à {h}, devant le portail.",
    "Journée sportive": "La journée sportive débute à {h}, au gymnase.",
    "Répétition générale": "La répétition générale commencera à {h}, dans la grande salle.",
    "Forum des métiers": "Le forum des métiers ouvre à {h}, au réfectoire.",
    "Plantation d’arbres": "Nous plantons les arbres à {h}, derrière le lycée.",
}
_ALONE = (
    "Dites-moi à quelle heure vous arriverez. Ne répondez qu’à moi : la classe n’a pas besoin de "
    "recevoir vos réponses.",
    "À quelle heure arriverez-vous ? J’attends vos réponses ; inutile d’écrire à toute la classe, "
    "je suis la seule personne à qui répondre.",
)
_EVERYONE = (
    "Dites à quelle heure vous arriverez. Répondez à toute la classe ainsi qu’à moi : chacun "
    "choisira alors avec qui faire le trajet.",
    "À quelle heure arriverez-vous ? Pour organiser les trajets, envoyez chaque réponse à toute "
    "la classe, et à moi aussi.",
)


def generate(rng: Random) -> Variant:
    """A question to a class; two times in five the answer is for everyone."""
    student, teacher, *pupils = people.people(rng, 30)
    everyone, count = rng.random() < 0.4, rng.randint(24, 28)
    subject, other_subject = pick(rng, list(_OUTINGS), 2)
    start, minutes = rng.choice((8, 9, 13, 14)), rng.choice((40, 45, 50, 55))
    domain = domains.school(places.school(rng))
    box = Mailbox(rng, owner=(student.full, domain.address(student.login)), now="2027-04-06T18:20")
    sender = (teacher.title, domain.address(teacher.login))
    group = box.group(
        f"Classe de 2de {rng.randint(1, 9)}",
        [(each.full, domain.address(each.login)) for each in (student, *pupils[:count])],
    )
    box.contact(*sender)
    body = _OUTINGS[subject].format(h=texts.hour(start))
    asked = rng.choice(_EVERYONE if everyone else _ALONE)
    letter = _received(rng, box, sender, group, subject, f"{body}\n\n{asked}")
    aside = _others(rng, box, sender, group, pupils, domain, other_subject)
    said = texts.hour(start - 1, minutes)
    wanted = [sender[1], f"group:{group}"] if everyone else [sender[1]]
    return Variant(
        params={
            "student": student.params(),
            "teacher": teacher.params(),
            "him": "elle" if teacher.gender == "f" else "lui",
            "subject": subject,
            "hour": said,
            "count": count,
            "everyone": everyone,
        },
        response=NoResponse(),
        accepted=[_replied(box, letter, said, everyone)],
        material=Simulation(
            "webmail",
            box.state(),
            "sent_one_message",
            {
                "visible": wanted,
                "answers": letter,
                "body": {"times": [f"{start - 1:02d}:{minutes:02d}"]},
            },
        ),
        mistakes={
            "nothing_sent": [],
            "left_in_drafts": _replied(box, letter, said, everyone, verb="close"),
            ("missing_recipient" if everyone else "replied_to_all"): _replied(
                box, letter, said, not everyone
            ),
            "not_a_reply": _replied(box, aside, said, everyone),
            "wrong_time": _replied(box, letter, texts.hour(start), everyone),
        },
    )


def _received(
    rng: Random, box: Mailbox, sender: tuple[str, str], group: str, subject: str, body: str
) -> str:
    """A letter of the teacher to the class."""
    return box.message(
        sender,
        subject,
        f"Bonjour à toutes et à tous,\n\n{body}\n\n{sender[0]}",
        date=f"2027-04-06T{rng.randint(14, 17)}:{rng.randint(10, 59)}",
        to=[group],
        unread=True,
    )


def _others(
    rng: Random,
    box: Mailbox,
    sender: tuple[str, str],
    group: str,
    pupils: list[Person],
    domain: domains.Organization,
    subject: str,
) -> str:
    """Another letter of the same teacher to the class, whose id is given, and letters of pupils."""
    friends = [(each.full, domain.address(each.login)) for each in pupils[:3]]
    box.fill(friends, 3, days=8)
    return box.message(
        sender,
        f"Compte rendu : {subject.lower()}",
        f"Bonjour,\n\nLe compte rendu est affiché au CDI. Merci à tous.\n\n{sender[0]}",
        date=f"2027-04-06T{rng.randint(9, 12):02d}:{rng.randint(10, 59)}",
        to=[group],
        unread=True,
    )


def _replied(
    box: Mailbox, letter: str, hour: str, everyone: bool, *, verb: str = "send"
) -> list[dict[str, Json]]:
    """Answer a letter, to all or to its sender, and send it unless told otherwise."""
    steps = box.steps().do(f"{'reply_all' if everyone else 'reply'}:{letter}")
    draft = steps.nth_made()
    steps.do(verb, draft=draft, body=f"Bonjour,\n\nJ’arriverai à {hour}.")
    return steps.actions

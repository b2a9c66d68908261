from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from challenges.toolkit import domains, people, places, texts
from challenges.toolkit.draws import pick
from webapp.domain.materials import Json, Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.steps import Steps
from webapp.simulators.worlds.webmail import Mailbox, Person

# what is lent: a draft, and its neighbour
DRAFTS = (
    ("Clés du local", "Clés du casier"),
    ("Prêt de la sono", "Prêt de la scène"),
    ("Salle de mercredi", "Salle de vendredi"),
    ("Photos du tournoi", "Photos du stage"),
    ("Inventaire du placard", "Inventaire du garage"),
)
LATER = {  # what is said → from the departure or from the return, days
    "la veille du départ": (True, -1),
    "le lendemain du départ": (True, 1),
    "la veille du retour": (False, -1),
    "le lendemain du retour": (False, 1),
}
ONE = timedelta(days=1)
Days = tuple[date, date]  # departure and return


@dataclass(frozen=True)
class Case:
    """Who writes to whom, from when to when."""

    owner: people.Person
    deputy: people.Person
    deputy_address: str
    teacher: Person
    keeper: Person
    now: date
    told: Days  # in the first letter
    true: Days  # once the second is read
    car: tuple[int, int]  # hour of departure
    when: str  # the key of LATER
    hour: tuple[int, int]  # of the sending
    subjects: list[str]  # of the right draft, then of the other

    @property
    def corrected(self) -> bool:
        """Whether the second letter changes a day."""
        return self.told != self.true

    def sending(self, days: Days) -> date:
        """The day of the sending, counted from these days."""
        from_departure, more = LATER[self.when]
        return days[0 if from_departure else 1] + more * ONE


def generate(rng: Random) -> Variant:
    """Two settings whose days are counted from those of a trip, told in two letters."""
    case = _case(rng)
    box = Mailbox(
        rng, owner=(case.owner.full, domains.mailbox(rng, case.owner)), now=f"{case.now}T17:20"
    )
    _letters(rng, box, case)
    drafts = [_draft(box, case, subject) for subject in case.subjects]
    return Variant(
        params=_params(rng, case),
        response=NoResponse(),
        accepted=[_right(case, drafts[0]).both(box)],
        material=Simulation("webmail", box.state(), "all_of", {"goals": _goals(case)}),
        mistakes=_mistakes(box, case, drafts),
    )


def _case(rng: Random) -> Case:
    owner, deputy, teacher, keeper = people.people(rng, 4)
    now = texts.school_day(rng)
    departure = now + rng.randint(9, 16) * ONE
    told = (departure, departure + rng.randint(4, 8) * ONE)
    shift = rng.choice((-1, 1)) * ONE
    moved = rng.choice(((told[0] + shift, told[1]), (told[0], told[1] + shift)))
    return Case(
        owner=owner,
        deputy=deputy,
        deputy_address=domains.mailbox(rng, deputy),
        teacher=(teacher.title, domains.mailbox(rng, teacher)),
        keeper=(keeper.title, domains.mailbox(rng, keeper)),
        now=now,
        told=told,
        true=rng.choice((told, moved)),
        car=(rng.choice((5, 6, 7)), 30),
        when=rng.choice(list(LATER)),
        hour=(rng.randint(17, 20), rng.choice((15, 20, 40, 45))),
        subjects=pick(rng, rng.choice(DRAFTS), 2),
    )


def _params(rng: Random, case: Case) -> dict[str, Json]:
    return {
        "owner": case.owner.first,
        "club": rng.choice(domains.CLUBS).replace("Club", "club"),
        "subject": case.subjects[0],
        "when": case.when,
        "hour": texts.hour(*case.hour),
        "deputy": case.deputy.full,
        "deputy_address": case.deputy_address,
        "teacher": case.teacher[0],
        "corrected": case.corrected,
        "send_day": texts.day(case.sending(case.true)),
        "first_day": texts.day(case.true[0]),
        "last_day": texts.day(case.true[1]),
    }


def _letters(rng: Random, box: Mailbox, case: Case) -> None:
    """The two letters about the trip, among ordinary ones; the second may correct the first."""
    town = places.town(rng)
    first, last = map(texts.day, case.told)
    car = texts.hour(*case.car)
    box.message(
        case.teacher,
        f"Voyage à {town}",
        f"Bonjour à tous,\n\nLe voyage est confirmé. Départ le {first} à {car}, devant le lycée. "
        f"Retour le {last} en soirée.\n\n{case.teacher[0]}",
        date=f"{case.now - 6 * ONE}T12:10",
    )
    box.message(
        case.teacher,
        f"Voyage à {town} : la suite",
        f"Bonjour à tous,\n\n{_second(case)} Pensez à une tenue de pluie.\n\n{case.teacher[0]}",
        date=f"{case.now - ONE}T18:35",
        unread=True,
    )
    others = [(p.full, domains.mailbox(rng, p)) for p in people.people(rng, 3) if p != case.owner]
    box.fill(others, 6, days=20)
    box.contact(case.deputy.full, case.deputy_address)
    box.contact(*case.keeper)


def _second(case: Case) -> str:
    """What the second letter says of the days."""
    (departure, back), (told, _) = case.true, case.told
    if not case.corrected:
        return "Les billets sont arrivés : les deux dates ne bougent pas."
    if departure != told:
        return (
            f"Changement de car : nous partons le {texts.day(departure)}. Le retour ne bouge pas."
        )
    return f"Changement de car : nous rentrons le {texts.day(back)}. Le départ ne bouge pas."


def _draft(box: Mailbox, case: Case, subject: str) -> str:
    """A draft that is ready; both say the same."""
    said = f"Bonjour,\n\nUn petit rappel, comme convenu, au sujet de « {subject} ». Merci !"
    return box.draft(
        [case.keeper], subject, f"{said}\n\n{case.owner.first}", date=f"{case.now - ONE}T16:00"
    )


def _goals(case: Case) -> list[dict[str, Json]]:
    first, last = map(str, case.true)
    sending: dict[str, Json] = {
        "at": f"{case.sending(case.true)}T{_time(case.hour)}",
        "to": [case.keeper[1]],
        "subject": {"is": case.subjects[0]},
        "body": {"filled": True},
    }
    absence: dict[str, Json] = {"first": first, "last": last, "contains": [case.deputy_address]}
    return [
        {"goal": "message_scheduled", "arguments": sending},
        {"goal": "vacation_set", "arguments": absence},
    ]


@dataclass(frozen=True)
class Gestures:
    """What a student does: schedule a draft, then switch the answer on."""

    draft: str
    day: date
    hour: tuple[int, int]
    first: date
    last: date
    answer: str

    def schedule(self, steps: Steps) -> Steps:
        """Have the draft leave at its day and hour."""
        return steps.do("schedule", draft=self.draft, day=self.day, time=_time(self.hour))

    def answers(self, steps: Steps) -> Steps:
        """Switch the automatic answer on."""
        return steps.do("save_vacation", first=self.first, last=self.last, answer=self.answer)

    def both(self, box: Mailbox) -> list[dict[str, Json]]:
        """The whole of it, as a journal."""
        return self.answers(self.schedule(box.steps())).actions


def _right(case: Case, draft: str) -> Gestures:
    answer = f"Bonjour, je suis en voyage. Écrivez à {case.deputy_address}. Bonne journée !"
    return Gestures(draft, case.sending(case.true), case.hour, *case.true, answer)


def _mistakes(box: Mailbox, case: Case, drafts: list[str]) -> dict[str, Json]:
    """What comes of the first letter alone when the second changes it, else of a wrong count."""
    right, other = _right(case, drafts[0]), _right(case, drafts[1])
    (first, last), (old_first, old_last) = case.true, case.told
    wrong_first = old_first if old_first != first else first - ONE
    wrong_last = old_last if old_last != last else last + ONE
    old_day = case.sending(case.told)
    wrong_day = old_day if old_day != right.day else first if LATER[case.when][0] else last
    bare = "Bonjour, je suis en voyage. Je répondrai à mon retour."
    return {
        "not_scheduled": right.answers(box.steps()).actions,
        "sent_now": right.answers(box.steps().do("send", draft=right.draft)).actions,
        "several_messages": right.answers(other.schedule(right.schedule(box.steps()))).actions,
        "wrong_sending_day": replace(right, day=wrong_day).both(box),
        "wrong_sending_time": replace(right, hour=case.car).both(box),
        "wrong_subject": other.both(box),
        "vacation_off": right.schedule(box.steps()).actions,
        "wrong_first_day": replace(right, first=wrong_first).both(box),
        "wrong_last_day": replace(right, last=wrong_last).both(box),
        "answer_incomplete": replace(right, answer=bare).both(box),
    }


def _time(hour: tuple[int, int]) -> str:
    return f"{hour[0]:02d}:{hour[1]:02d}"

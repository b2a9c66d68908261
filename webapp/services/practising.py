"""Practice: by competence or topic, at once, as often as wanted; the same engine, no end.

The self-check of a tutorial is a practice whose questions the tutorial names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from webapp.content import Catalog
from webapp.domain.errors import NotFound, OutOfTurn
from webapp.domain.tutorial import Tutorial
from webapp.engine import randomness
from webapp.engine.selection import Selection, next_item
from webapp.queries.assessments import Sitting, open_practice, sitting_of, turn_of
from webapp.queries.history import History, history_of
from webapp.queries.lessons import lessons_of
from webapp.services.asking import Choice, Deck, ask, reasons
from webapp.services.measuring import fresh, practice_state
from webapp.services.scales import Version, newest_version, scale_of
from webapp.services.starting import NothingToAsk, add_sitting

HIGHEST = 8  # levels: a practice stops at none
BUDGET = 100_000  # questions: a practice never ends by itself


@dataclass(frozen=True)
class Subject:
    """What one practises: a title, and topics with their highest level."""

    title: str
    scope: Mapping[str, int]


def subject_of(catalog: Catalog, *, competence: str = "", topic: str = "") -> Subject:
    """The subject of a competence or of a topic; NotFound when there is no such thing."""
    if topic in catalog.topics:
        found = catalog.topics[topic]
        return Subject(found.title, {topic: HIGHEST})
    if competence not in catalog.competences:
        raise NotFound
    topics = [each for each in catalog.topics.values() if each.competence.id == competence]
    name = catalog.competences[competence].name
    return Subject(f"{competence} {name}", {each.id: HIGHEST for each in topics})


def start_practice(
    session: Session, deck: Deck, *, learner_id: UUID, subject: Subject, now: datetime
) -> UUID:
    """The practice of this learner on this subject, with a question open.

    Raises NothingToAsk when the bank holds nothing for it.
    """
    begun = open_practice(session, learner_id=learner_id, scope=subject.scope)
    if begun is not None:
        sitting = sitting_of(session, learner_id=learner_id, assessment_id=begun)
    else:
        sitting = _new_sitting(learner_id, subject, newest_version(session), now)
        add_sitting(session, deck.catalog, sitting)
    ask_again(session, deck, sitting, twin=False, now=now)
    return sitting.id


def start_check(
    session: Session, deck: Deck, *, learner_id: UUID, tutorial: Tutorial, now: datetime
) -> UUID:
    """The self-check of a tutorial, with its first question open.

    Raises NothingToAsk when the bank holds none of its questions.
    """
    wanted = checked_by(deck.catalog, tutorial)
    if not wanted:
        raise NothingToAsk
    topics = {deck.catalog.challenges[each].skill.topic.id for each in wanted}
    subject = Subject(tutorial.title, dict.fromkeys(sorted(topics), HIGHEST))
    sitting = _new_sitting(learner_id, subject, newest_version(session), now)
    named = {"check": wanted, "tutorial": tutorial.id}
    sitting = replace(sitting, opening={**sitting.opening, **named})
    add_sitting(session, deck.catalog, sitting)
    ask_again(session, deck, sitting, twin=False, now=now)
    return sitting.id


def checked_by(catalog: Catalog, tutorial: Tutorial) -> list[str]:
    """The challenges of the self-check of a tutorial that the bank holds, in their order."""
    return [each for each in tutorial.check if each in catalog.challenges]


def ask_again(session: Session, deck: Deck, sitting: Sitting, *, twin: bool, now: datetime) -> None:
    """Open another question, or a twin of the last one; nothing when one is open already.

    Nothing either at the end of a self-check. Raises OutOfTurn for a test that is no practice.
    """
    if not sitting.practice:
        raise OutOfTurn
    turn = turn_of(session, learner_id=sitting.learner_id, assessment_id=sitting.id)
    if turn.asked is not None:
        return
    history = history_of(session, learner_id=sitting.learner_id, assessment_id=sitting.id)
    wanted: Sequence[str] = sitting.opening.get("check", ())
    left = _left_to_check(wanted, history)
    if wanted and not left and not twin:
        return
    free = not twin and not wanted
    choice = Choice(_selection(session, deck, sitting, history, now) if free else None)
    challenge_id = left[0] if left and not twin else _challenge(deck.catalog, history, choice)
    ask(
        session.connection(),
        deck,
        sitting,
        history,
        challenge_id=challenge_id,
        number=len(history.here) + 1,
        selection=reasons(choice) | _place_in_check(wanted, history, challenge_id),
        now=now,
        opened_at=now,
    )


def _left_to_check(wanted: Sequence[str], history: History) -> list[str]:
    met = {each.challenge for each in history.here}
    return [each for each in wanted if each not in met]


def _place_in_check(wanted: Sequence[str], history: History, challenge_id: str) -> dict[str, Any]:
    """Which question of how many this is, for a self-check; a twin stands where its model does."""
    met = {each.challenge for each in history.here} | {challenge_id}
    return {"check": [len(met.intersection(wanted)), len(wanted)]} if wanted else {}


def _challenge(catalog: Catalog, history: History, choice: Choice) -> str:
    """The challenge chosen, or the last one again, drawn anew."""
    if choice.selection is not None:
        return choice.selection.item_id
    last = history.here[-1].challenge if history.here else ""
    if last not in catalog.challenges:
        raise NothingToAsk
    return last


def _selection(
    session: Session, deck: Deck, sitting: Sitting, history: History, now: datetime
) -> Selection | None:
    """The most telling challenge given all that this student ever answered.

    What was asked in this practice waits until the rest of the subject was asked too.
    """
    scale = scale_of(session.connection(), deck.catalog, sitting.opening)
    lessons = lessons_of(session, learner_id=sitting.learner_id)
    everything = practice_state(scale, sitting.scope, history.answered, lessons, now=now)
    here = [each.challenge for each in history.here]
    chance = randomness.chance(deck.secret, str(sitting.id), len(here))
    for waiting in (_this_round(deck.catalog, here), here[-1:], []):
        found = next_item(fresh(everything, asked=waiting), chance=chance, seen=set(here))
        if found is not None:
            return found
    raise NothingToAsk


def _this_round(catalog: Catalog, here: Sequence[str]) -> list[str]:
    """The last questions whose skills all differ: the present round through the subject."""
    kept: list[str] = []
    skills: set[str] = set()
    for challenge_id in reversed(here):
        known = catalog.challenges.get(challenge_id)
        if known is None or known.skill.id in skills:
            break
        skills.add(known.skill.id)
        kept.append(challenge_id)
    return kept


def _new_sitting(learner_id: UUID, subject: Subject, version: Version, now: datetime) -> Sitting:
    return Sitting(
        id=uuid4(),
        learner_id=learner_id,
        participation_id=None,
        kind="practice",
        title=subject.title,
        journey=None,
        scope=dict(subject.scope),
        budget=BUDGET,
        checkpoints=False,
        checkpoint_seen=0,
        created_at=now,
        finished_at=None,
        opening={"parameters": version.to_json()},
        parameter_version_id=version.id or None,
    )

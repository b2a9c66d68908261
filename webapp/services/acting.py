"""Acting in a simulated environment: each gesture is kept, the state is replayed from them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from webapp import simulators
from webapp.domain.errors import DomainError, NotFound, OutOfTurn
from webapp.domain.materials import Simulation
from webapp.models import EnvironmentAction, table
from webapp.queries.presentations import Asked, answer_of, hold, journal_of
from webapp.services.answering import AnswerOutOfTurn
from webapp.services.inserting import insert_once
from webapp.simulators.frame import State

ACTION = table(EnvironmentAction)
MOST_ACTIONS = 500


class TooManyActions(DomainError):
    """The journal is full."""

    message = "Tu as fait beaucoup de gestes ici. Valide ta réponse, ou passe à la suite."


class TwoActionsAtOnce(OutOfTurn):
    """Another gesture arrived at the same moment."""

    message = "Deux gestes sont arrivés en même temps. Vérifie, puis recommence le dernier."


def simulation_of(asked: Asked) -> Simulation:
    """The environment of a question; NotFound when it has none."""
    material = asked.question.variant.material
    if not isinstance(material, Simulation):
        raise NotFound
    return material


def state_of(session: Session, asked: Asked) -> State:
    """The environment as the student left it."""
    journal = journal_of(session.connection(), presentation_id=asked.id)
    return simulators.replayed(simulation_of(asked), journal)


def perform_action(
    session: Session,
    asked: Asked,
    posted: Mapping[str, Sequence[str] | str],
    *,
    now: datetime,
) -> State:
    """The state after one more gesture, which joins the journal.

    Raises ActionRefused when the environment refuses it, AnswerOutOfTurn when the question has
    its answer: nothing is kept then.
    """
    simulation, connection = simulation_of(asked), session.connection()
    hold(connection, presentation_id=asked.id)
    if asked.answer or answer_of(connection, presentation_id=asked.id):
        raise AnswerOutOfTurn
    journal = journal_of(connection, presentation_id=asked.id)
    entry = simulators.recorded(posted)
    state = simulators.after(simulation, simulators.replayed(simulation, journal), entry)
    there = simulators.environment(simulation.environment)
    if journal and there.replaces(journal[-1], entry):
        _replace_last(session, asked, entry, now)
    elif len(journal) >= MOST_ACTIONS:
        raise TooManyActions
    else:
        _append(session, asked, entry, sequence=len(journal) + 1, now=now)
    return state


def _append(
    session: Session, asked: Asked, entry: dict[str, list[str]], *, sequence: int, now: datetime
) -> None:
    values = {
        "presentation_id": asked.id,
        "sequence": sequence,
        "fields": entry,
        "created_at": now,
    }
    connection = session.connection()
    if not insert_once(connection, ACTION, values, unique=["presentation_id", "sequence"]):
        raise TwoActionsAtOnce


def _replace_last(
    session: Session, asked: Asked, entry: dict[str, list[str]], now: datetime
) -> None:
    mine = EnvironmentAction.presentation_id == asked.id
    last = select(func.max(EnvironmentAction.sequence)).where(mine).scalar_subquery()
    session.execute(
        update(EnvironmentAction)
        .where(mine, EnvironmentAction.sequence == last)
        .values(fields=entry, created_at=now)
        .execution_options(synchronize_session=False)
    )

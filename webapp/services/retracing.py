"""A stored test taken again, draw by draw: the same answers must lead to the same questions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.models import Presentation
from webapp.queries.assessments import Sitting
from webapp.queries.history import History, history_of
from webapp.services.asking import Deck, Met, choice
from webapp.services.scales import scale_of


@dataclass(frozen=True)
class Draw:
    """The question of a position: the challenge that was asked, and the one drawn again."""

    number: int
    asked: str
    again: str | None


def retraced(session: Session, deck: Deck, sitting: Sitting) -> Sequence[Draw]:
    """Every draw of a test made again from its answers, its opening and what each draw met.

    The content must be the one the test was taken from. A practice is not retraced: ValueError.
    """
    if sitting.practice:
        raise ValueError("a practice is not retraced")
    history = history_of(session, learner_id=sitting.learner_id, assessment_id=sitting.id)
    scale = scale_of(session.connection(), deck.catalog, sitting.opening)
    rows = session.execute(
        select(Presentation.number, Presentation.challenge, Presentation.selection)
        .where(Presentation.assessment_id == sitting.id)
        .order_by(Presentation.number)
    )
    draws = []
    for number, asked, selection in rows:
        met = Met(selection.get("tabu", ()), selection.get("seen", ()))
        found = choice(deck, scale, sitting, _until(history, number), met).selection
        draws.append(Draw(number, asked, found.item_id if found else None))
    return draws


def _until(history: History, number: int) -> History:
    """The history as it was before the question of this position was drawn."""
    before = {id(each) for each in history.here[number - 1 :]}
    return replace(
        history, answered=tuple(each for each in history.answered if id(each) not in before)
    )

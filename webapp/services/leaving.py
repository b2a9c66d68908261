"""« Ce n’est pas moi »: the next person on this machine starts afresh."""

from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from webapp.models import Account, Answer, Assessment, Learner, Participation, Presentation
from webapp.services.identifying import unlock


def give_name_back(session: Session, learner_id: UUID) -> None:
    """Free a name chosen by mistake, as long as nothing was answered under it.

    Its secret goes, and the mark that says it has come in; a guest leaves no trace at all.
    """
    learner = session.get(Learner, learner_id)
    if learner is None or _has_answered(session, learner_id) or _has_account(session, learner_id):
        return
    if learner.off_list:
        session.delete(learner)
        return
    unlock(session, learner)
    session.execute(delete(Participation).where(Participation.learner_id == learner_id))


def _has_answered(session: Session, learner_id: UUID) -> bool:
    return bool(
        session.scalar(
            select(
                exists()
                .where(Assessment.learner_id == learner_id)
                .where(Presentation.assessment_id == Assessment.id)
                .where(Answer.presentation_id == Presentation.id)
            )
        )
    )


def _has_account(session: Session, learner_id: UUID) -> bool:
    return bool(session.scalar(select(exists().where(Account.learner_id == learner_id))))

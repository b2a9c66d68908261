"""« Ce n’est pas moi »: what is given back, and what never is."""

from sqlalchemy.orm import Session

from tests import factories
from webapp.models import Learner, Participation
from webapp.services.leaving import give_name_back


def _entered(session: Session, learner: Learner, *, answers: int) -> Participation:
    campaign = factories.campaign(session)
    participation = factories.participation(session, campaign=campaign, learner=learner)
    test = factories.assessment(session, learner=learner, participation=participation)
    asked = factories.presentation(session, assessment=test)
    for _ in range(answers):
        factories.answer(session, presentation=asked)
    return participation


def test_a_name_of_a_list_is_free_again_and_its_sessions_end(session: Session) -> None:
    learner = factories.learner(session, classroom=factories.classroom(session), secret=True)
    entered = _entered(session, learner, answers=0).id
    give_name_back(session, learner.id)
    session.expire_all()
    assert learner.secret_hash is None
    assert learner.session_epoch == 1
    assert session.get(Participation, entered) is None


def test_once_something_is_answered_nothing_is_given_back(session: Session) -> None:
    learner = factories.learner(session, classroom=factories.classroom(session), secret=True)
    entered = _entered(session, learner, answers=1).id
    give_name_back(session, learner.id)
    session.expire_all()
    assert learner.secret_hash == factories.SECRET_HASH
    assert session.get(Participation, entered) is not None


def test_a_guest_goes_and_somebody_with_an_account_stays(session: Session) -> None:
    guest, member = factories.learner(session), factories.learner(session)
    factories.account(session, role="student", learner=member)
    for learner in (guest, member):
        _entered(session, learner, answers=0)
        give_name_back(session, learner.id)
    session.flush()
    session.expire_all()
    assert session.get(Learner, member.id) is not None
    assert session.get(Learner, guest.id) is None

"""Two requests at once: nobody waits while a question is drawn, and the first answer decides."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select, update

from tests import factories
from tests.browser import Browser
from tests.fixtures import Saving
from tests.people import sign_in
from tests.simulators.worlds import club
from tests.sittings import Sat, sit
from webapp.domain.materials import Simulation
from webapp.domain.responses import NoResponse
from webapp.models import Answer, EnvironmentAction, Learner, Presentation
from webapp.services.answering import Prepared
from webapp.views import assessments

Meanwhile = Callable[[Callable[[], object]], None]


@pytest.fixture
def sat(browser: Browser, saving: Saving) -> Sat:
    """A student before « Combien d’images ? »."""
    return sit(browser, saving)


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Let something happen when an answer is prepared, and not yet recorded."""
    real = assessments.prepared

    def register(happens: Callable[[], object]) -> None:
        def prepared(*positional: object, **named: object) -> Prepared:
            found: Prepared = real(*positional, **named)  # type: ignore[arg-type]
            happens()
            return found

        monkeypatch.setattr(assessments, "prepared", prepared)

    return register


def _answered(saving: Saving, sat: Sat, value: str) -> None:
    """The same question is answered elsewhere."""
    with saving() as session:
        asked = session.get_one(Presentation, sat.presentation_id)
        factories.answer(session, presentation=asked, value=value, fields={"answer": [value]})


def _rows(saving: Saving) -> tuple[int, int]:
    with saving() as session:
        answers = session.scalar(select(func.count(Answer.id))) or 0
        return answers, session.scalar(select(func.count(Presentation.id))) or 0


def test_nobody_waits_while_the_next_question_is_drawn(
    sat: Sat, saving: Saving, meanwhile: Meanwhile
) -> None:
    def someone_writes() -> None:
        with saving() as session:
            session.execute(update(Learner).values(extra_time=1.25))

    page = sat.question()
    meanwhile(someone_writes)
    after = page.form("answer").fill(answer="12").htmx("submit")
    assert after.root.one("main").get("data-question") == "2"
    assert _rows(saving) == (1, 2)


def test_nobody_waits_for_a_student_who_has_an_account_either(
    sat: Sat, saving: Saving, meanwhile: Meanwhile
) -> None:
    def someone_writes() -> None:
        with saving() as session:
            session.execute(update(Learner).values(extra_time=1.25))

    with saving() as session:
        learner = session.get_one(Learner, sat.learner.id)
        account = factories.account(session, role="student", learner=learner)
    sign_in(sat.browser, account)
    page = sat.question()
    meanwhile(someone_writes)
    after = page.form("answer").fill(answer="12").htmx("submit")
    assert after.root.one("main").get("data-question") == "2"


@pytest.mark.parametrize(("elsewhere", "status"), [("12", 200), ("24", 409)])
def test_of_two_answers_the_first_recorded_stays_and_another_is_said(
    sat: Sat, saving: Saving, meanwhile: Meanwhile, elsewhere: str, status: int
) -> None:
    page = sat.question()
    meanwhile(lambda: _answered(saving, sat, elsewhere))
    after = page.form("answer").fill(answer="12").htmx("submit")
    assert after.status == status
    assert _rows(saving) == (1, 1)


def test_a_gesture_that_arrives_meanwhile_is_judged(
    browser: Browser, saving: Saving, meanwhile: Meanwhile
) -> None:
    world = club()
    arguments = {"messages": [world.mayor], "folder": world.school}
    simulation = Simulation("webmail", world.state, "messages_filed", arguments)
    question = factories.a_question(
        response=NoResponse(), accepted=[[]], mistakes={}, material=simulation
    )
    sat = sit(browser, saving, question=question)

    def filed() -> None:
        fields = {"action": [f"move:{world.mayor}"], "folder": [world.school]}
        with saving() as session:
            session.add(
                EnvironmentAction(
                    presentation_id=sat.presentation_id,
                    sequence=1,
                    fields=fields,
                    created_at=factories.NOW,
                )
            )

    page = sat.question()
    meanwhile(filed)
    page.form("answer").htmx("submit")
    with saving() as session:
        assert session.scalars(select(Answer.outcome)).all() == ["right"]

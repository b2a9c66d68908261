"""A student before a question whose answers are known: 12 is right, 24 a named mistake."""

from dataclasses import dataclass
from uuid import UUID

from tests import factories
from tests.browser import Browser, Page
from tests.fixtures import Saving
from tests.people import sign_in
from webapp.domain.challenge import Question
from webapp.models import Learner

SCOPE = {"formats": 6, "arbo": 6, "tri": 6, "mdp": 6, "partage": 6}


@dataclass(frozen=True)
class Sat:
    """A student signed in, and their test."""

    browser: Browser
    learner: Learner
    assessment_id: UUID
    presentation_id: int
    key: str

    @property
    def address(self) -> str:
        """The address of the test."""
        return f"/tests/{self.assessment_id}"

    def question(self) -> Page:
        """The question now open."""
        return self.browser.open(f"{self.address}/question")

    def post(self, path: str, pairs: list[tuple[str, str]]) -> Page:
        """Send to an address of this test what no page of ours would, such as an old key."""
        return self.browser.post(f"{self.address}/{path}", pairs)


def sit(
    browser: Browser,
    saving: Saving,
    *,
    question: Question | None = None,
    checkpoints: bool = False,
    practice: bool = False,
    budget: int = 20,
) -> Sat:
    """Sign a new student in, with a test of the school (or a practice) and its first question."""
    with saving() as session:
        learner = factories.learner(session)
        joined = None
        if not practice:
            campaign = factories.campaign(session)
            joined = factories.participation(session, campaign=campaign, learner=learner)
        test = factories.assessment(
            session,
            learner=learner,
            participation=joined,
            scope=SCOPE,
            budget=budget,
            checkpoints=checkpoints,
        )
        asked = factories.presentation(session, assessment=test, question=question)
    sign_in(browser, learner)
    return Sat(browser, learner, test.id, asked.id, asked.key)

"""What an answer costs: statements and bytes, counted; time is for `make bench`."""

import gzip
from statistics import mean

from tests import factories
from tests.browser import Browser, Page
from tests.fixtures import Saving
from tests.people import sign_in

MOST_STATEMENTS = 5  # the budget allows 8
MOST_BYTES = 15_000
MOST_COMPRESSED = 4_000


def test_an_answer_takes_one_request_and_at_most_five_statements(
    browser: Browser, saving: Saving, statements: list[str]
) -> None:
    page = _first_question(browser, saving)
    for _ in range(4):
        statements.clear()
        reply = page.form("answer").htmx("skip")
        assert reply.root.all("main", data_state="question")
        assert len(statements) <= MOST_STATEMENTS, "\n".join(statements)
        page = browser.open(page.url)


def test_the_next_question_is_light(browser: Browser, saving: Saving) -> None:
    page = _first_question(browser, saving)
    plain, compressed = [], []
    for _ in range(8):
        reply = page.form("answer").htmx("skip")
        plain.append(len(reply.reply.body))
        compressed.append(len(gzip.compress(reply.reply.body, 1)))
        page = browser.open(page.url)
    assert max(compressed) <= MOST_BYTES
    assert mean(plain) <= MOST_BYTES
    assert mean(compressed) <= MOST_COMPRESSED


def test_a_right_answer_and_a_wrong_one_take_the_same_statements(
    browser: Browser, saving: Saving, statements: list[str]
) -> None:
    counts = set()
    for value in (12, 24):
        page = _asked_how_many(browser, saving)
        statements.clear()
        page.form("answer").fill(answer=str(value)).htmx("submit")
        counts.add(len(statements))
    assert len(counts) == 1


def _first_question(browser: Browser, saving: Saving) -> Page:
    with saving() as session:
        campaign = factories.campaign(session, checkpoints=False)
    page = browser.open(f"/parcours/{campaign.code}")
    page = page.form(button="C’est parti").fill(first_name="Inès").submit()
    return page.form(button="Je commence").submit()


def _asked_how_many(browser: Browser, saving: Saving) -> Page:
    """A student before a question whose answers are known: 12 is right, 24 a named mistake."""
    with saving() as session:
        campaign, learner = factories.campaign(session), factories.learner(session)
        joined = factories.participation(session, campaign=campaign, learner=learner)
        scope = {"formats": 6}  # the next question is of one topic for both
        test = factories.assessment(session, learner=learner, participation=joined, scope=scope)
        factories.presentation(session, assessment=test)
    sign_in(browser, learner)
    return browser.open(f"/tests/{test.id}/question")

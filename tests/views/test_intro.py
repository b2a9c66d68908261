"""Before the first question: what awaits, and a trial that does not count."""

from tests import factories
from tests.browser import Browser, Page
from tests.fixtures import Saving


def test_who_enters_reads_what_awaits_before_the_first_question(
    browser: Browser, saving: Saving
) -> None:
    page = _entered(browser, saving)
    assert page.h1 == "Avant de commencer"
    first = page.form(button="Je commence").submit()
    assert first.root.one("main").get("data-question") == "1"
    assert browser.open(f"{_address(first)}/presentation").url == first.url


def test_nobody_sees_the_first_question_before_they_begin(browser: Browser, saving: Saving) -> None:
    page = _entered(browser, saving)
    assert browser.open(f"{_address(page)}/question").url == page.url


def test_the_trial_is_judged_and_counts_for_nothing(browser: Browser, saving: Saving) -> None:
    page = _entered(browser, saving)
    trial = page.form(button="Je valide")
    refused = trial.submit()
    assert refused.reply.status == 422
    first = browser.open(page.url).form(button="Je commence").submit()
    assert first.root.one("main").get("data-question") == "1"


def test_the_door_again_leads_back_to_the_open_question(browser: Browser, saving: Saving) -> None:
    page = _entered(browser, saving)
    code = page.url
    page.form(button="Je commence").submit().form("answer").submit("skip")
    again = browser.open(code)
    assert again.root.one("main").get("data-question") == "2"


def _entered(browser: Browser, saving: Saving) -> Page:
    with saving() as session:
        campaign = factories.campaign(session, checkpoints=False)
    page = browser.open(f"/parcours/{campaign.code}")
    return page.form(button="C’est parti").fill(first_name="Inès").submit()


def _address(page: Page) -> str:
    return page.url.rpartition("/")[0]

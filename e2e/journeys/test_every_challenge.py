"""Every challenge of the bank can be read: nothing sideways, and what is asked is seen at once.

And by everybody: no fault that axe can see.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from e2e import axe
from e2e.desk import URL, Desk
from e2e.watch import Watch
from tests.bank import pages
from tests.bank.catalogue import catalog, question

SEED = 4
PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
CHALLENGES = list(catalog().challenges)


@dataclass
class Reader:
    """Somebody who looks at one challenge after the other, on the same page."""

    desk: Desk
    page: Page
    watch: Watch


@pytest.fixture(scope="module")
def reader(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    desk = Desk(pages.application(tmp_path_factory.mktemp("desk")), question(CHALLENGES[0], SEED))
    with browser.new_context(locale="fr-FR", viewport=PHONE) as context:
        watch = Watch()
        watch.over(context, URL)
        yield Reader(desk, desk.laid(context), watch)


@pytest.mark.parametrize("challenge", CHALLENGES)
def test_a_challenge_fits_a_phone_says_what_to_do_at_the_top_of_a_desktop_and_is_accessible(
    challenge: str, reader: Reader
) -> None:
    page = reader.page
    reader.watch.complaints.clear()
    reader.desk.question = question(challenge, SEED)
    page.set_viewport_size(PHONE)
    page.goto(f"{URL}/question")
    assert _too_wide(page) <= 0, "at 360 px"
    page.set_viewport_size(DESKTOP)
    assert _too_wide(page) <= 0, "at 1280 px"
    instruction = page.get_by_role("heading", level=1).bounding_box()
    assert instruction is not None
    assert instruction["y"] + instruction["height"] <= DESKTOP["height"]
    axe.check(page)
    reader.watch.check()


def _too_wide(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))

"""What travels to a browser that knows nothing yet, counted on the wire by Chromium itself."""

from typing import Any

from playwright.sync_api import Page, expect

from e2e.conftest import NewPage
from e2e.journeys.conftest import NewStudent

FIRST_PAGE = 60_000  # bytes, fonts, styles and scripts included
FIRST_QUESTION = 90_000  # htmx and an environment besides, for a browser that kept nothing
NEXT_QUESTION = 15_000


class Scale:
    """Adds up the encoded bytes of every response of a page, headers included.

    Not the files of a question, a photo to search say: those are the work, not the page.
    """

    def __init__(self, page: Page, *, cached: bool = True) -> None:
        self.total = 0
        self._files = set[str]()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": not cached})
        session.on("Network.responseReceived", self._set_aside)
        session.on("Network.loadingFinished", self._add)

    def _set_aside(self, event: dict[str, Any]) -> None:
        if "/fichiers/" in event["response"]["url"]:
            self._files.add(event["requestId"])

    def _add(self, event: dict[str, Any]) -> None:
        if event["requestId"] not in self._files:
            self.total += int(event["encodedDataLength"])


def test_the_first_page_is_light_fonts_included(new_page: NewPage) -> None:
    page = new_page(phone=True)
    scale = Scale(page)
    page.goto("/", wait_until="networkidle")
    assert page.evaluate("document.fonts.size") > 0
    assert 1_000 < scale.total <= FIRST_PAGE


def test_a_question_is_light_for_a_browser_that_kept_nothing(new_student: NewStudent) -> None:
    student = new_student()
    student.come_in(first_name="Nour")
    student.begin()
    scale = Scale(student.page, cached=False)
    student.page.reload(wait_until="networkidle")
    assert 1_000 < scale.total <= FIRST_QUESTION


def test_each_next_question_is_light(new_student: NewStudent) -> None:
    student = new_student()
    student.come_in(first_name="Elias")
    student.begin()
    student.page.wait_for_load_state("networkidle")
    scale = Scale(student.page)
    for number in range(2, 6):
        scale.total = 0
        student.skip()
        expect(student.main).to_have_attribute("data-question", str(number))
        student.page.wait_for_timeout(300)
        assert 0 < scale.total <= NEXT_QUESTION, number

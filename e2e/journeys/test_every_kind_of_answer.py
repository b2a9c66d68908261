"""Every kind of answer, refused, can be read and used by anyone: light or dark, narrow."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ViewportSize

from e2e import axe
from e2e.desk import URL, Desk
from e2e.watch import Watch
from tests.bank import pages
from tests.factories import a_question
from tests.ui.test_responses import KINDS
from webapp import grading
from webapp.ui.questions import Typed

WIDTH = 320  # pixels: the narrowest screen, or 400 % of a wide one


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return pages.application(tmp_path_factory.mktemp("desk"))


@pytest.fixture(params=["light", "dark"])
def context(
    browser: Browser, watch: Watch, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    size: ViewportSize = {"width": WIDTH, "height": 740}
    with browser.new_context(viewport=size, color_scheme=request.param) as context:
        watch.over(context, URL)
        yield context


def test_no_refused_answer_has_a_fault_or_overflows(app: Flask, context: BrowserContext) -> None:
    for kind, response in KINDS.items():
        with pytest.raises(grading.Unreadable) as refused:
            grading.read(response, {})
        question = a_question(response=response, accepted=["x"])
        page = Desk(app, question, Typed({}, refused.value.problems)).laid(context)
        assert axe.violations(page) == [], kind
        assert page.evaluate("document.documentElement.scrollWidth") == WIDTH, kind
        page.close()

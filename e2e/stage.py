"""Sets the scene: people of the demonstration school, brought where a test or a picture wants them.

It works beside the server, on the same database and with the same secret, through the pages
themselves whenever there is one: what it brings about, a person could have.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from random import Random
from typing import Any
from uuid import UUID

from flask import Flask
from playwright.sync_api import BrowserContext
from sqlalchemy import select

from e2e.server import Server
from tests import factories
from tests.browser import Browser, FlaskTransport, Form, Page
from tests.people import sign_in
from webapp import create_app, db
from webapp.cli.reveal import revealed
from webapp.config import Settings
from webapp.content import drawing
from webapp.extensions import catalog
from webapp.models import Account, Campaign, Classroom, Learner
from webapp.queries.assessments import turn_for_staff

CLASS_CODE, SCHOOL_CODE, OPEN_CODE = "K4T9WM7HP", "H7P2KD9RE", "N3XW4MT8C"


class Stage:
    """The demonstration school of a server, and what can be brought about in it."""

    def __init__(self, server: Server) -> None:
        self.server = server
        assert server.identities

    @cached_property
    def app(self) -> Flask:
        """The application, over the database of the server."""
        database = self.server.environment.get("DATABASE_URL", "")
        return create_app(Settings(home=self.server.home, database=database))

    def visitor(self) -> Browser:
        """Somebody new, whom nobody knows."""
        return Browser.of(self.app)

    def staff(self, login: str) -> Browser:
        """Somebody of the staff, signed in."""
        browser = self.visitor()
        with self.app.app_context(), db.reading() as session:
            sign_in(browser, session.scalars(select(Account).where(Account.login == login)).one())
        return browser

    def at_the_door(self, code: str = OPEN_CODE, name: str = "Inès") -> Browser:
        """A student who came in by a code that asks for a first name only, and has not begun."""
        browser = self.visitor()
        page = browser.open(f"/parcours/{code}")
        page = _form_with(page, "first_name").fill(first_name=name).submit()
        assert not page.root.all(id="answer"), page.h1
        return browser

    def at_first_question(self, code: str = OPEN_CODE, name: str = "Inès") -> Browser:
        """The same once they have begun."""
        browser = self.at_the_door(code, name)
        assert browser.page is not None
        page = _form_to(browser.page, "/presentation").submit()
        assert page.root.all(id="answer"), page.h1
        return browser

    def answers(self, browser: Browser, count: int, *, right: float = 0.7, seed: int = 1) -> Page:
        """They answer so many questions, a share of them right; stops where a test ends."""
        random = Random(seed)
        page = browser.page
        assert page is not None
        for _ in range(count):
            if not page.root.all(id="answer"):
                break
            page = self._answer(browser, page, wrong=random.random() > right)
        return page

    def asked(
        self, challenge_id: str, *, seed: int = 1, number: int = 7, first_name: str = "Inès"
    ) -> tuple[Browser, str]:
        """A student of the class before this challenge, and the address of their test."""
        browser = self.visitor()
        with self.app.app_context(), db.transaction() as session:
            room = session.scalars(select(Classroom).order_by(Classroom.id)).first()
            learner = factories.learner(session, classroom=room, first_name=first_name)
            campaign = session.scalars(select(Campaign).where(Campaign.code == CLASS_CODE)).one()
            joined = factories.participation(session, campaign=campaign, learner=learner)
            journey = catalog().journeys[campaign.journey]
            test = factories.assessment(
                session, learner=learner, participation=joined, scope=journey.max_levels
            )
            question = drawing.question(catalog(), challenge_id, seed)
            factories.presentation(
                session, assessment=test, number=number, question=question, remaining=(6, 9, 9)
            )
            sign_in(browser, learner)
        return browser, f"/tests/{test.id}"

    def give(self, browser: Browser, context: BrowserContext) -> None:
        """From now on the real browser is this person's."""
        assert isinstance(browser.transport, FlaskTransport)
        cookie = browser.transport.client.get_cookie("azimut")
        assert cookie is not None
        context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": self.server.url, "httpOnly": True}]
        )

    def learner_id(self, first_name: str, last_name: str) -> UUID:
        """A student of the demonstration."""
        wanted = (Learner.first_name == first_name, Learner.last_name == last_name)
        with self.app.app_context(), db.reading() as session:
            return session.scalars(select(Learner.id).where(*wanted)).one()

    def revealed(self, assessment_id: str, *, wrong: bool = False) -> Mapping[str, Any]:
        """What `azimut reveal` tells of the question now open in a test."""
        with self.app.app_context(), db.reading() as session:
            turn = turn_for_staff(session, assessment_id=UUID(assessment_id))
            assert turn is not None
            return revealed(turn, wrong=wrong, begun=False)

    def _answer(self, browser: Browser, page: Page, *, wrong: bool) -> Page:
        assessment_id = page.root.one("main").get("data-assessment")
        answer = self.revealed(assessment_id, wrong=wrong)
        for action in answer["actions"]:
            browser.post(f"/tests/{assessment_id}/environnement/actions", _pairs(action))
        form = browser.open(f"/tests/{assessment_id}/question").form("answer")
        fields = dict(answer["fields"])
        if "order" in fields:
            form.arrange("order", fields.pop("order"))
        return form.fill(fields).submit("submit")


def _form_with(page: Page, name: str) -> Form:
    return next(form for form in _forms(page) if name in form.names)


def _form_to(page: Page, end: str) -> Form:
    return next(form for form in _forms(page) if form.action.endswith(end))


def _forms(page: Page) -> list[Form]:
    return [Form(page, each) for each in page.root.all("form")]


def _pairs(fields: Mapping[str, str | list[str]]) -> list[tuple[str, str]]:
    return [
        (name, each)
        for name, value in fields.items()
        for each in ([value] if isinstance(value, str) else value)
    ]

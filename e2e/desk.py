"""One question on a desk: its real page, scripts and styles, and drafts that are only noted down.

The answer to each draft can be slow; no server is needed, so that any question can be laid there.
"""

import time
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from flask import Flask
from playwright.sync_api import BrowserContext, Page, Route

from tests.bank import pages
from webapp.content import files
from webapp.domain.challenge import Question
from webapp.domain.materials import Files
from webapp.ui.questions import Typed

URL = "http://azimut.test"
SAVED = '<p class="saved saved" id="saved"><span>Enregistré</span></p>'


@dataclass
class Desk:
    """A question before someone; `drafts` are those that arrived, with their time in seconds."""

    app: Flask
    question: Question
    typed: Typed | None = None  # what stands in the fields, refused or not
    slow: float = 0.0  # seconds before the answer to a draft
    cut: bool = False  # whether the network is
    drafts: list[tuple[float, dict[str, list[str]]]] = field(default_factory=list)

    def laid(self, context: BrowserContext) -> Page:
        """The page of the question, open."""
        context.route(f"{URL}/**", self._answer)
        page = context.new_page()
        page.goto(f"{URL}/question")
        return page

    def kept(self, name: str) -> list[str]:
        """The values of a field in the last draft."""
        return self.drafts[-1][1][name]

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if self.cut:
            route.abort("internetdisconnected")
        elif path.endswith("/brouillon"):
            time.sleep(self.slow)
            self.drafts.append((time.monotonic(), parse_qs(route.request.post_data or "")))
            route.fulfill(body=SAVED, content_type="text/html")
        elif path == "/question":
            source = pages.source_of(self.app, self.question, typed=self.typed)
            route.fulfill(body=source, content_type="text/html")
        elif "/fichiers/" in path:
            self._send_file(route, place=int(path.split("/")[-2]))
        else:
            self._fetch(route, path)

    def _send_file(self, route: Route, *, place: int) -> None:
        """A file of the question, from its recipe."""
        material = self.question.variant.material
        assert isinstance(material, Files)
        recipe = material.recipes[place - 1]
        route.fulfill(body=files.built(recipe), content_type=files.media_type(recipe.name))

    def _fetch(self, route: Route, path: str) -> None:
        """A script, a style or a font, as it is served."""
        with self.app.test_client() as client:
            reply = client.get(path)
            route.fulfill(body=reply.data, headers=dict(reply.headers), status=reply.status_code)
            reply.close()

"""A browser and a server for every journey; a test fails on any complaint of `e2e.watch`."""

from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from e2e import browser as browsers
from e2e.server import Server
from e2e.watch import Watch

PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}


class NewPage(Protocol):
    """Opens a page in a browser of its own: other cookies, another person."""

    def __call__(
        self,
        *,
        phone: bool = False,
        javascript: bool = True,
        dark: bool = False,
        at: Server | None = None,
    ) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine."""
    with sync_playwright() as playwright:
        path = browsers.executable(playwright)
        browser = playwright.chromium.launch(executable_path=path, args=browsers.FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over the demonstration school, shared by the tests that leave it alive."""
    server = Server(tmp_path_factory.mktemp("azimut"))
    assert server.identities
    with server:
        yield server


@pytest.fixture
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that the test may kill."""
    server = Server(tmp_path_factory.mktemp("azimut"))
    assert server.identities
    with server:
        yield server


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Over every page that the test opens; fails the test on the first complaint."""
    watch = Watch()
    yield watch
    watch.check()


@pytest.fixture
def new_page(browser: Browser, watch: Watch, request: pytest.FixtureRequest) -> Iterator[NewPage]:
    """Pages on the shared server, or on another one, one browser each."""
    opened: list[BrowserContext] = []

    def open_page(
        *,
        phone: bool = False,
        javascript: bool = True,
        dark: bool = False,
        at: Server | None = None,
    ) -> Page:
        server: Server = at or request.getfixturevalue("server")
        context = browser.new_context(
            base_url=server.url,
            locale="fr-FR",
            viewport=PHONE if phone else DESKTOP,
            has_touch=phone,
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
        )
        watch.over(context, server.url)
        opened.append(context)
        return context.new_page()

    yield open_page
    for context in opened:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """One page, on a desktop, with JavaScript."""
    return new_page()

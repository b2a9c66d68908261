"""A person at a computer, without JavaScript, who reads pages and refuses malformed ones.

    page = browser.open("/")
    page = page.form().fill(code="KQX3M7ABC").submit()
    assert page.h1 == "Qui es-tu ?"

Links and forms are found by what one reads; a form sends what a browser would send. `htmx()`
sends the same form as htmx does and reads the fragment that comes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlencode, urljoin, urlsplit

from flask import Flask
from flask.testing import FlaskClient

from tests import html, page_rules
from tests.filling import Form as FilledForm
from tests.filling import Pairs
from tests.html import Element

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5


@dataclass(frozen=True)
class Reply:
    """What a server sent back; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport(Protocol):
    """How requests reach the application; keeps the cookies."""

    def send(self, method: str, url: str, form: Pairs, headers: Mapping[str, str]) -> Reply:
        """One request, without following redirects; `url` is a path with its query."""
        ...


class MalformedPage(AssertionError):
    """The page breaks rules of `tests.page_rules`."""


class Browser:
    """One person, with their cookies; `page` is what they have before them."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport
        self.page: Page | None = None

    @staticmethod
    def of(app: Flask) -> Browser:
        """A browser on the application, without network."""
        return Browser(FlaskTransport(app.test_client()))

    def open(self, url: str) -> Page:
        """Go to an address, following redirects."""
        return self.request("GET", url)

    def post(self, url: str, form: Mapping[str, str] | Pairs | None = None) -> Page:
        """Send what no form of ours would, with the token of the page one has open."""
        pairs = list(form.items()) if isinstance(form, Mapping) else list(form or [])
        token = self.page.root.all("input", name="csrf_token") if self.page else []
        sent = pairs + ([("csrf_token", token[0].get("value"))] if token else [])
        return self.request("POST", url, sent)

    def request(
        self,
        method: str,
        url: str,
        form: Pairs | None = None,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Page:
        """One request and the pages it leads to; a fragment when the headers say htmx."""
        for _ in range(_MOST_REDIRECTS):
            reply = self.transport.send(method, url, form or [], headers or {})
            target = reply.headers.get("hx-redirect") or (
                reply.headers.get("location") if reply.status in _REDIRECTS else None
            )
            if target is None:
                return self._read(url, reply, fragment="HX-Request" in (headers or {}))
            if reply.status not in (307, 308):
                method, form, headers = "GET", None, {}
            url = _path(urljoin(url, target))
        raise AssertionError(f"more than {_MOST_REDIRECTS} redirects, the last one to {url}")

    def _read(self, url: str, reply: Reply, *, fragment: bool) -> Page:
        page = Page(self, url, reply)
        if page.is_html:
            page.refuse_faults(fragment=fragment)
            if not fragment:
                self.page = page
        return page


@dataclass
class Page:
    """What came back: a page, a fragment, or any other document."""

    browser: Browser
    url: str
    reply: Reply
    root: Element = field(init=False)
    _faults: list[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.root, self._faults = html.read(self.source if self.is_html else "")

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.reply.status

    @property
    def headers(self) -> Mapping[str, str]:
        """The HTTP headers, names in lower case."""
        return self.reply.headers

    @property
    def is_html(self) -> bool:
        """Whether it is a page or a fragment (an empty answer is neither)."""
        return bool(self.reply.body) and "text/html" in self.headers.get("content-type", "")

    @property
    def source(self) -> str:
        """The document as it came."""
        return self.reply.body.decode()

    @property
    def text(self) -> str:
        """All that one reads on the page."""
        bodies = self.root.all("body")
        return (bodies[0] if bodies else self.root).text

    @property
    def h1(self) -> str:
        """The heading of the page."""
        return self.root.one("h1").text

    @property
    def title(self) -> str:
        """The title of the tab."""
        return next(each.text for each in self.root.all("title") if not each.inside("svg"))

    def by_id(self, id_: str) -> Element:
        """The element of this id."""
        return self.root.one(id=id_)

    def form(self, id_: str | None = None, *, button: str | None = None) -> Form:
        """A form by its id, or by the words of one of its buttons, or the only one there is."""
        forms = [Form(self, each) for each in self.root.all("form")]
        if id_ is not None:
            forms = [each for each in forms if each.element.get("id") == id_]
        if button is not None:
            forms = [each for each in forms if button in [b.text for b in each.buttons]]
        actions = [each.action for each in forms]
        assert len(forms) == 1, f"{len(forms)} forms on {self.url}, not one: {actions}"
        return forms[0]

    def links(self) -> dict[str, str]:
        """The addresses of the links by their words."""
        return {each.text: each.get("href") for each in self.root.all("a") if each.has("href")}

    def follow(self, words: str) -> Page:
        """Click on the link with these words."""
        links = self.links()
        assert words in links, f"no link « {words} » among {sorted(links)}"
        return self.browser.open(_path(urljoin(self.url, links[words])))

    def refuse_faults(self, *, fragment: bool) -> None:
        """MalformedPage, with all that is wrong, if anything is."""
        check = page_rules.faults_of_fragment if fragment else page_rules.faults_of_page
        faults = [*self._faults, *check(self.root), *_faults_of_headers(self.headers)]
        if faults:
            raise MalformedPage("\n".join([f"{self.url} ({self.status})", *faults]))


class Form(FilledForm):
    """A form of a page, which can be sent."""

    def __init__(self, page: Page, element: Element) -> None:
        super().__init__(element, page.root)
        self.page = page

    def fill(self, values: dict[str, str | list[str]] | None = None, **more: str) -> Form:
        """Put values into the fields, by name; AssertionError for what no person could do."""
        super().fill(values, **more)
        return self

    def submit(self, button: str | None = None) -> Page:
        """Press a button (by its words or its value; without it, the Enter key)."""
        return self._send(button, {})

    def htmx(self, button: str | None = None) -> Page:
        """Press a button in a browser with JavaScript: the fragment that htmx receives."""
        return self._send(button, {"HX-Request": "true", "HX-Current-URL": self.page.url})

    def _send(self, button: str | None, headers: dict[str, str]) -> Page:
        pairs, pressed = self.pairs(button)
        action = (pressed.get("formaction") if pressed else "") or self.action
        url = _path(urljoin(self.page.url, action))
        if self.method == "GET":
            url = f"{url.partition('?')[0]}?{urlencode(pairs)}"
            return self.page.browser.request("GET", url, headers=headers)
        return self.page.browser.request("POST", url, pairs, headers=headers)


class FlaskTransport:
    """Straight into the application."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def send(self, method: str, url: str, form: Pairs, headers: Mapping[str, str]) -> Reply:
        """One request through the test client."""
        response = self.client.open(
            url,
            method=method,
            data=urlencode(form) if method == "POST" else None,
            content_type="application/x-www-form-urlencoded" if method == "POST" else None,
            headers=dict(headers),
        )
        names = {name.lower(): value for name, value in response.headers.items()}
        return Reply(response.status_code, names, response.get_data())


def _faults_of_headers(headers: Mapping[str, str]) -> list[str]:
    faults = []
    policy = headers.get("content-security-policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy:
        faults.append(f"the policy « {policy} » is not ours")
    if not {"hx-request", "cookie"} <= {
        v.strip().lower() for v in headers.get("vary", "").split(",")
    }:
        faults.append(f"Vary is « {headers.get('vary')} »")
    if headers.get("cache-control") != "no-store":
        faults.append("a cache may keep the page")
    return faults


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")

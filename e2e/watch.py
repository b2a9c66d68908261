"""What must not happen in any page: an error, a broken rule of the CSP, a word to another host."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

# A refusal is answered with its status, and Chromium writes each such status to the console.
_OUR_REFUSALS = r"the server responded with a status of (404|409|413|422|429)"
_REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
"""


class Watch:
    """Listens to the pages of a test; `complaints` holds what went wrong, as sentences."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self._hosts: set[str] = set()
        self._allowed = [_OUR_REFUSALS]

    def over(self, context: BrowserContext, url: str) -> None:
        """Listen to every page of a context on the server at this address."""
        self._hosts.add(urlsplit(url).netloc)
        context.add_init_script(_REPORT_VIOLATIONS)
        context.on("page", self._listen)

    def allow(self, pattern: str) -> None:
        """Messages of this pattern are provoked by the test."""
        self._allowed.append(pattern)

    def check(self) -> None:
        """AssertionError with everything that went wrong and was not allowed."""
        wrong = [
            each for each in self.complaints if not any(re.search(p, each) for p in self._allowed)
        ]
        assert not wrong, "\n".join(wrong)

    def _listen(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))
        page.on("request", self._on_request)
        page.on("response", self._on_response)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text} ({message.location.get('url')})")

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "about", "blob") and address.netloc not in self._hosts:
            self.complaints.append(f"another host: {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"status {response.status}: {response.url}")

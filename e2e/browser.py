"""The Chromium of the browser tests: the system's, else Playwright's, else the package manager's.

`python -m e2e.browser` makes sure that there is one that starts, and installs one if need be.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator

from playwright.sync_api import Error, Playwright, sync_playwright

from scripts import packages

# Also keeps the browser from talking to anybody but the server under test.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_MISSING = """No browser for the tests, and none could be installed.
Install Chromium or Google Chrome: « apt install chromium » (Debian), « snap install chromium »
(Ubuntu), « dnf install chromium » (Fedora) or « brew install --cask google-chrome » (macOS), or
say where one is: CHROMIUM=/path/to/chromium make test. Then run the same command again."""


class NoBrowser(Exception):
    """No Chromium starts on this machine."""


def executable(playwright: Playwright) -> str:
    """The path of the first Chromium that really starts; raises NoBrowser."""
    for path in _candidates(playwright):
        if _starts(playwright, path):
            return path
    raise NoBrowser(_MISSING)


def _candidates(playwright: Playwright) -> Iterator[str]:
    if "CHROMIUM" in os.environ:
        yield os.environ["CHROMIUM"]
    yield from filter(None, (shutil.which(name) for name in (*_NAMES, *_APPLICATIONS)))
    yield playwright.chromium.executable_path


def _starts(playwright: Playwright, path: str) -> bool:
    """Some distributions have a script in place of the browser: only a launch tells."""
    try:
        playwright.chromium.launch(executable_path=path, args=FLAGS).close()
    except Error:
        return False
    return True


def _ways_to_install() -> Iterator[Callable[[], object]]:
    command = (sys.executable, "-m", "playwright")
    yield lambda: subprocess.run((*command, "install", "chromium"), check=False)  # noqa: S603
    yield lambda: packages.install({"apt-get": "chromium", "dnf": "chromium"})
    yield lambda: packages.install({"brew": "--cask google-chrome"})
    yield lambda: subprocess.run(  # noqa: S603 (the libraries its own download may lack)
        (*command, "install", "--with-deps", "chromium"), check=False
    )


def main() -> int:
    """0 once a browser starts, installed if need be; else 1, saying what to install."""
    with sync_playwright() as playwright:
        for install in (lambda: None, *_ways_to_install()):
            install()
            try:
                executable(playwright)
            except NoBrowser:
                continue
            return 0
    sys.stderr.write(_MISSING + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())

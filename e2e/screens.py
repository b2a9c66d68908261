"""`make screens`: every screen, phone and desktop, light and dark, into docs/screens."""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from e2e import browser as browsers
from e2e.scenes import SCENES
from e2e.server import Server
from e2e.stage import Stage

FOLDER = Path(__file__).parents[1] / "docs" / "screens"
PHONE = "360"
SIZES: dict[str, ViewportSize] = {
    PHONE: {"width": 360, "height": 740},
    "1280": {"width": 1280, "height": 800},
}
THEMES: dict[str, Literal["light", "dark"]] = {"clair": "light", "sombre": "dark"}


def main() -> None:
    """Take the pictures of the scenes named on the command line, or of all."""
    parser = argparse.ArgumentParser(prog="make screens", description=__doc__)
    parser.add_argument("scenes", nargs="*", choices=[[], *SCENES])
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="azimut-screens-") as home:
        server = Server(Path(home))
        stage = Stage(server)
        with server, sync_playwright() as playwright:
            path = browsers.executable(playwright)
            browser = playwright.chromium.launch(executable_path=path, args=browsers.FLAGS)
            for name in options.scenes or SCENES:
                sys.stderr.write(f"{name}\n")
                _take(browser, stage, name, options.folder)
            browser.close()


def _take(browser: Browser, stage: Stage, name: str, folder: Path) -> None:
    for size, viewport in SIZES.items():
        for theme, scheme in THEMES.items():
            context = browser.new_context(
                base_url=stage.server.url, locale="fr-FR", viewport=viewport, color_scheme=scheme
            )
            page = context.new_page()
            SCENES[name](stage, page)
            if size == PHONE:
                _unroll(page)
            path = folder / f"{name}-{size}-{theme}.png"
            page.screenshot(path=path, full_page=True)
            _slim(path)
            context.close()


def _slim(path: Path) -> None:
    """The same picture in 128 colours: a third of the weight, and nothing to see."""
    with Image.open(path) as picture:
        slim = picture.convert("RGB").quantize(128)
    slim.save(path, optimize=True)


def _unroll(page: Page) -> None:
    """As high as its content, so that what sticks to the bottom is at the bottom."""
    size = page.viewport_size
    height = page.evaluate("document.documentElement.scrollHeight")
    if size is not None and height > size["height"]:
        page.set_viewport_size({"width": size["width"], "height": height})
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")


if __name__ == "__main__":
    main()

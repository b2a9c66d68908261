"""Every screen: no fault that axe can see, and no sideways scrolling on the narrowest phone."""

import pytest

from e2e import axe
from e2e.conftest import NewPage
from e2e.scenes import SCENES
from e2e.server import Server
from e2e.stage import Stage
from e2e.watch import Watch

NARROW = {"width": 320, "height": 640}


@pytest.fixture(scope="session")
def stage(server: Server) -> Stage:
    return Stage(server)


@pytest.mark.parametrize("name", SCENES)
def test_a_screen_has_no_fault_in_light_and_dark_and_on_a_narrow_phone(
    name: str, stage: Stage, new_page: NewPage, watch: Watch
) -> None:
    watch.allow("ERR_INTERNET_DISCONNECTED|htmx:(sendError|sendAbort|afterRequest)")
    page = new_page()
    SCENES[name](stage, page)
    axe.check(page)
    page.emulate_media(color_scheme="dark")
    axe.check(page)
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0, f"{overflow} px too wide at 320 px"
    axe.check(page, practices=False)  # « Affichage » covers the page there, landmarks included

"""What is printed: the results of a test hold on one sheet."""

import io

import pypdf

from e2e.conftest import NewPage
from e2e.scenes import SCENES
from e2e.server import Server
from e2e.stage import Stage


def test_the_results_a_family_is_given_hold_on_one_sheet(server: Server, new_page: NewPage) -> None:
    page = new_page(phone=False)
    SCENES["resultats"](Stage(server), page)
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(pypdf.PdfReader(io.BytesIO(printed)).pages) == 1

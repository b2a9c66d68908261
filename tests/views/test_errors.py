"""What somebody reads when a page cannot be shown, student or adult."""

import pytest

from tests.browser import Browser
from webapp.models import Account

TOO_LONG = "9" * 23


@pytest.mark.parametrize(
    "address",
    [
        f"/enseignant/campagnes/{TOO_LONG}",
        f"/enseignant/campagnes/{2**31}/affiche",
        f"/enseignant/classes/{TOO_LONG}",
        "/enseignant/campagnes/0",
    ],
)
def test_a_number_that_names_nothing_is_a_page_not_found(
    browser: Browser, teacher: Account, address: str
) -> None:
    assert browser.open(address).status == 404


@pytest.mark.parametrize(
    ("address", "home"), [("/enseignant/nulle-part", "/connexion"), ("/nulle-part", "/")]
)
def test_an_error_leads_home_a_student_to_the_code_and_staff_to_their_tests(
    browser: Browser, teacher: Account, address: str, home: str
) -> None:
    page = browser.open(address)
    assert page.status == 404
    assert page.links()["Revenir à l’accueil"] == home
    assert browser.open(home).status == 200

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


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/enseignant/classes/listes", "/enseignant/classes/listes/nouvelle"),
        (
            "/enseignant/apercu/formats-2x/reponses?tirage=3",
            "/enseignant/apercu/formats-2x?tirage=3",
        ),
        ("/comptes", "/comptes/nouveau"),
        ("/reprises/arrivees", "/reprises"),
    ],
)
def test_enter_in_the_address_bar_after_a_form_leads_back_to_it(
    browser: Browser, teacher: Account, address: str, page: str
) -> None:
    found = browser.open(address)
    assert (found.url, found.status) == (page, 200)


def test_a_form_s_address_takes_nothing_else(browser: Browser) -> None:
    assert browser.request("DELETE", "/comptes").status == 405


def test_a_form_open_for_too_long_leads_back_to_its_page(
    browser: Browser, teacher: Account
) -> None:
    page = browser.request("POST", "/enseignant/campagnes/7/fermetures", [("csrf_token", "old")])
    assert page.status == 400
    assert page.links()["Revenir à la page précédente"] == "/enseignant/campagnes/7"

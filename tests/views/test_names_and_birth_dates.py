"""Who are you, in a campaign of a school: a name and a birth date."""

from datetime import date

import pytest

from tests import factories
from tests.browser import Browser, Page
from tests.doors import CODE, DOOR
from tests.fixtures import Saving
from webapp.models import Campaign


@pytest.fixture
def school_campaign(saving: Saving) -> Campaign:
    """A campaign of a school, with twins and an accented name in it."""
    with saving() as session:
        campaign = factories.campaign(
            session, organization=factories.organization(session), access="school", code=CODE
        )
        classroom = factories.classroom(session)
        classroom.organization_id = campaign.organization_id
        for first, last, day in (
            ("Inès", "Benali-Roy", 14),
            ("Lina", "Kone", 20),
            ("Lila", "Kone", 20),
        ):
            factories.learner(
                session,
                classroom=classroom,
                first_name=first,
                last_name=last,
                birth_date=date(2010, 3, day),
            )
        return campaign


def _identify(browser: Browser, first: str, last: str, born: str) -> Page:
    form = browser.open(DOOR).form()
    return form.fill(first_name=first, last_name=last, birth_date=born).submit()


@pytest.mark.parametrize(
    ("first", "last", "born"),
    [
        ("Inès", "Benali-Roy", "14/03/2010"),
        ("INES", "benali roy", "14 3 2010"),
        ("ines", "Benali", "2010-03-14"),
        ("Inès", "Bnali-Roy", "14032010"),
        ("Benali Roy", "Inès", "14.03.2010"),
        ("Lina", "Koné", "20/03/2010"),
    ],
)
@pytest.mark.usefixtures("school_campaign")
def test_a_name_and_a_birth_date_find_a_student_in_spite_of_slips(
    browser: Browser, first: str, last: str, born: str
) -> None:
    page = _identify(browser, first, last, born)
    assert page.h1.endswith("choisis 4 chiffres")
    assert page.form().fill(secret="7241").submit().url.startswith("/tests/")


@pytest.mark.parametrize(
    ("first", "last", "born", "words"),
    [
        ("Inès", "Benali-Roy", "15/03/2010", "Nous ne te trouvons pas"),
        ("Marie", "Curieux", "14/03/2010", "Nous ne te trouvons pas"),
        ("Liha", "Kone", "20/03/2010", "se ressemblent"),
    ],
)
@pytest.mark.usefixtures("school_campaign")
def test_nobody_or_two_people_found_say_what_to_do_and_name_no_one(
    browser: Browser, first: str, last: str, born: str, words: str
) -> None:
    page = _identify(browser, first, last, born)
    assert page.status == 422
    assert words in page.text
    assert page.by_id("f-last_name").get("value") == last
    assert "Lila" not in page.source


@pytest.mark.usefixtures("school_campaign")
def test_a_form_left_empty_says_what_is_missing_next_to_each_field(browser: Browser) -> None:
    page = _identify(browser, "", " ", "hier")
    assert page.status == 422
    for name in ("first_name", "last_name", "birth_date"):
        assert page.by_id(f"f-{name}-error").text


@pytest.mark.usefixtures("school_campaign")
def test_trying_every_birth_date_of_a_name_is_slowed_down(browser: Browser) -> None:
    for day in range(1, 6):
        assert _identify(browser, "Inès", "Benali-Roy", f"{day}/01/2010").status == 422
    assert _identify(browser, "Inès", "Benali-Roy", "14/03/2010").status == 429
    assert _identify(browser, "Lina", "Kone", "20/03/2010").status == 200

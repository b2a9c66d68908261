"""Who is before the pages."""

import pytest

from tests import factories
from tests.browser import Browser
from tests.fixtures import Saving
from tests.people import sign_in
from webapp.models import Account


@pytest.fixture
def teacher(saving: Saving, browser: Browser) -> Account:
    """A teacher, signed in."""
    with saving() as session:
        account = factories.account(session, name="Mme Fournier")
    sign_in(browser, account)
    return account

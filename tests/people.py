"""Who is before the browser, for tests that are not about how one signs in."""

from tests.browser import Browser, FlaskTransport
from webapp.models import Account, Learner


def sign_in(browser: Browser, person: Learner | Account) -> None:
    """From now on the browser is this person's, as after the pages that say who one is."""
    kind = "learner" if isinstance(person, Learner) else "account"
    assert isinstance(browser.transport, FlaskTransport)
    with browser.transport.client.session_transaction() as session:
        session.clear()
        session["_user_id"] = f"{kind}:{person.id}:{person.session_epoch}"
        session["_fresh"] = True

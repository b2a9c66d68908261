"""What the tests of services share."""

import pytest
from flask import Flask

from webapp.services.asking import Deck


@pytest.fixture
def deck(application: Flask) -> Deck:
    """The content of the application, and a secret."""
    return Deck(application.extensions["azimut.catalog"], b"a secret of tests")

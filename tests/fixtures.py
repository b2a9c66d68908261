"""What every test may ask for."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import hypothesis
import pytest
import structlog
from flask import Flask
from sqlalchemy.orm import Session

from tests import databases
from tests.browser import Browser
from webapp import create_app, db, migrations
from webapp.config import Settings
from webapp.extensions import database
from webapp.models import on_statement

# Nothing timed decides: a slow machine is not a fault of the code.
hypothesis.settings.register_profile(
    "azimut", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("azimut")

Saving = Callable[[], AbstractContextManager[Session]]


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end."""
    set_aside_what_lives()


@pytest.fixture(autouse=True)
def _surroundings() -> Iterator[None]:
    """What an application or a server made in a test sets for the whole process is put back."""
    logs, variables = structlog.get_config(), dict(os.environ)
    yield
    structlog.configure(**logs)
    if os.environ != variables:
        os.environ.clear()
        os.environ.update(variables)


@pytest.fixture
def draws(pytestconfig: pytest.Config) -> int:
    """How many times each challenge of the bank is drawn."""
    return int(pytestconfig.getoption("--draws"))


@pytest.fixture
def empty_url(tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables."""
    with databases.empty_database(tmp_path) as url:
        yield url


@pytest.fixture(scope="session")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application with the real bank, made once; ask for `app`, which is clean."""
    home = tmp_path_factory.mktemp("azimut")
    with databases.empty_database(home) as url:
        with databases.opened(url) as engine:
            migrations.upgrade(engine)
        app = create_app(Settings(home=home, database=url, https=False, development=False))
        app.testing = True
        set_aside_what_lives()
        yield app
        with app.app_context():
            database.engine.dispose()


@pytest.fixture
def app(application: Flask) -> Flask:
    """The application over empty tables."""
    with application.app_context(), db.transaction() as session:
        databases.empty_tables(session.connection())
    return application


@pytest.fixture
def session(application: Flask) -> Iterator[Session]:
    """A session over empty tables, for tests of queries and services; nothing is kept."""
    with application.app_context():
        databases.empty_tables(database.session.connection())
        yield database.session
        database.session.rollback()


@pytest.fixture
def saving(app: Flask) -> Saving:
    """A transaction whose rows are kept, for tests through the browser."""

    @contextmanager
    def saving() -> Iterator[Session]:
        with app.app_context(), db.transaction() as session:
            yield session

    return saving


@pytest.fixture
def browser(app: Flask) -> Browser:
    """A person at a computer, without JavaScript, who refuses malformed pages."""
    return Browser.of(app)


@pytest.fixture
def new_browser(app: Flask) -> Callable[[], Browser]:
    """As many people as a test needs, each with cookies of their own."""
    return lambda: Browser.of(app)


@pytest.fixture
def statements(application: Flask) -> Iterator[list[str]]:
    """The SQL executed since the test began; clear it to count from there."""
    executed: list[str] = []

    def note(_cursor: object, statement: str, _connection: object) -> None:
        executed.append(statement)

    with application.app_context():
        stop = on_statement(database.engine, note)
    yield executed
    stop()


def set_aside_what_lives() -> None:
    """Keep the garbage collector from going through all of it again and again, as a server does.

    That took an eighth of the time of the tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)

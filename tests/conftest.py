"""How the tests are collected; what they may ask for is in `tests.fixtures`.

A test that asks for the database is marked `db` by itself, and so runs again on PostgreSQL.
"""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--draws", type=int, default=10, help="draws of each challenge of the bank")


def pytest_collection(session: pytest.Session) -> None:
    """Fixtures import the whole application: a process that only shares out the tests does not."""
    from tests import fixtures

    session.config.pluginmanager.register(fixtures)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if {"application", "empty_url"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("db")

"""The `azimut` command itself."""

import subprocess
import sys

import click
import pytest

from webapp.cli import main
from webapp.cli.main import COMMANDS

_SERVED = """
import sys
import click
from webapp.cli import main
assert main.get_command(click.Context(main), "serve")
print(*{name.partition(".")[0] for name in sys.modules}, *sys.modules)
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_found_under_its_name(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name


def test_a_command_that_does_not_exist_is_none() -> None:
    assert main.get_command(click.Context(main), "nope") is None


def test_a_server_loads_neither_the_study_nor_the_migrations() -> None:
    """They would stay in its memory all year."""
    done = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-c", _SERVED], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "granian" in loaded
    assert not loaded & {"alembic", "webapp.engine.study", "webapp.content.checking"}

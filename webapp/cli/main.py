"""The `azimut` command: a Flask CLI whose groups are the files beside this one."""

from importlib import import_module
from typing import Any

import click
from flask.cli import FlaskGroup

from webapp import create_app

COMMANDS = {
    "content": "content:group",
    "db": "database:group",
    "demo": "demo:demo",
    "engine": "engine:group",
    "reveal": "reveal:reveal",
    "serve": "serving:serve",
    "students": "students:group",
}


class Commands(FlaskGroup):
    """Each is imported when it is called: a server needs neither the study nor the migrations."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of this name; None when there is none."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        found: click.Command = getattr(import_module(f"webapp.cli.{module}"), attribute)
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what its surroundings refuse is one line, a bug its traceback."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            from webapp.cli.refusals import refusal  # `azimut --help` has no use for a database

            line = refusal(error)
            if line is None:
                raise
            raise click.ClickException(line) from error


main = Commands(
    name="azimut",
    create_app=create_app,
    add_default_commands=False,
    add_version_option=False,
    help="Azimut, a self-hosted test of digital skills.",
)

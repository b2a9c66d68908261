"""`azimut serve`: the production server."""

import errno
import os
import shutil
import socket
from collections.abc import Callable
from multiprocessing import get_start_method
from pathlib import Path

import click
from flask import Flask
from granian.constants import Interfaces
from granian.server import Server as Granian
from sqlalchemy import create_engine

from webapp import content, create_worker, db, schema
from webapp.config import Settings
from webapp.extensions import database

_FACTORY = "webapp:create_worker"
_LAST_PORT = 65535


@click.command()
@click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True)
@click.option(
    "--port", envvar="PORT", default=8000, show_default=True, type=click.IntRange(1, _LAST_PORT)
)
@click.option("--workers", default=2, show_default=True, type=click.IntRange(min=1))
def serve(host: str, port: int, workers: int) -> None:
    """Serve the application with granian, one blocking thread a worker."""
    _refuse_taken(host, port)
    settings = Settings()
    _ = settings.secret_key, settings.scrape_token  # made now, beside the database
    _refuse_other_tables(settings.database_url)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(_empty_folder(settings.home / "metrics"))
    loader = None
    if get_start_method() == "fork":
        loader = _shared()
    else:  # each worker reads the bank: when it cannot be read, that is said here, once
        content.load()
    server = Granian(
        _FACTORY,
        factory=True,
        interface=Interfaces.WSGI,
        address=host,
        port=port,
        workers=workers,
        blocking_threads=1,
        respawn_failed_workers=True,
        websockets=False,
    )
    _announce(host, port)
    server.serve(target_loader=loader)


def _shared() -> Callable[[str], Flask]:
    """The application made here and now: the workers, forked from this process, share its memory.

    They open connections of their own.
    """
    app = create_worker()
    with app.app_context():
        database.engine.dispose()
    return lambda _: app


def _refuse_taken(host: str, port: int) -> None:
    """Say in one line what the server would say in fifty."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            another = port + 1 if port < _LAST_PORT else port - 1
            advice = f"; choose another: PORT={another}" if error.errno == errno.EADDRINUSE else ""
            message = f"cannot serve on {host}:{port} ({error.strerror}){advice}"
            raise click.ClickException(message) from error


def _refuse_other_tables(url: str) -> None:
    """Say before the workers start what would be an error on every page; no connection stays."""
    engine = create_engine(url, **db.engine_options(url))
    try:
        with engine.connect() as connection:
            current, newest = schema.current(connection), schema.newest()
    finally:
        engine.dispose()
    if current is None or current < newest:
        raise click.ClickException(
            f"the tables of the database are of version {current}: {schema.UPGRADE}"
        )
    if current > newest:
        raise click.ClickException(
            f"the tables of the database are of version {current}, newer than this program"
        )


def _empty_folder(folder: Path) -> Path:
    """Where the workers add up their counters, from nought at each start."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _announce(host: str, port: int) -> None:
    everywhere = host in ("0.0.0.0", "::")  # noqa: S104 (compared, not bound)
    click.echo(f"Azimut: http://{'127.0.0.1' if everywhere else host}:{port}")
    if everywhere:
        click.echo(f"Open to the whole network; for the phones of the room: http://{_lan()}:{port}")


def _lan() -> str:
    """The address of this machine on its network; no packet is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return socket.gethostname()
        return str(probe.getsockname()[0])

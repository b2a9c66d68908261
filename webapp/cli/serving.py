"""`azimut serve`: the production server."""

import os
import shutil
import socket
import sys
from pathlib import Path

import click

from webapp.config import Settings


@click.command()
@click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True)
@click.option("--port", envvar="PORT", default=8000, show_default=True)
@click.option("--workers", default=2, show_default=True)
def serve(host: str, port: int, workers: int) -> None:
    """Serve the application with granian, one blocking thread a worker."""
    granian = Path(sys.executable).with_name("granian")
    arguments = [
        *(str(granian), "--interface", "wsgi", "--factory", "webapp:create_worker"),
        *("--host", host, "--port", str(port), "--workers", str(workers)),
        *("--blocking-threads", "1", "--respawn-failed-workers", "--no-ws"),
    ]
    _refuse_taken(host, port)
    settings = Settings()
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(_empty_folder(settings.home / "metrics"))
    _ = settings.scrape_token  # made now, so that an operator finds it beside the database
    _announce(host, port)
    os.execv(granian, arguments)  # noqa: S606 (no shell; the server takes this process's place)


def _refuse_taken(host: str, port: int) -> None:
    """Say in one line what the server would say in fifty."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"cannot serve on {host}:{port} ({error.strerror}); choose another: PORT={port + 1}"
            ) from error


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

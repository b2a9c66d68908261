"""`azimut serve`: the production server."""

import os
import sys
from pathlib import Path

import click


@click.command()
@click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True)
@click.option("--port", envvar="PORT", default=8000, show_default=True)
@click.option("--workers", default=2, show_default=True)
def serve(host: str, port: int, workers: int) -> None:
    """Serve the application with granian, one blocking thread a worker."""
    granian = Path(sys.executable).with_name("granian")
    arguments = [
        *(str(granian), "--interface", "wsgi", "--factory", "webapp:create_app"),
        *("--host", host, "--port", str(port), "--workers", str(workers)),
        *("--blocking-threads", "1", "--respawn-failed-workers", "--no-ws"),
    ]
    os.execv(granian, arguments)  # noqa: S606 (no shell; the server takes this process's place)

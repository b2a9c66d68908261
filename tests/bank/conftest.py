"""The tests that draw from the real bank."""

import pytest


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Nothing here is read, nor the bank itself, when tests that are marked `bank` are left out."""
    return True if "not bank" in config.option.markexpr else None

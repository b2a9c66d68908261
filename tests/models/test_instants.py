"""Moments as the databases keep them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite

from webapp.models.base import Instant

SQLITE = sqlite.dialect()
ON_SQLITE = Instant().dialect_impl(SQLITE)
ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
MOMENTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=ZONES)  # noqa: DTZ001


@given(MOMENTS)
def test_sqlite_keeps_a_moment_as_sqlalchemy_writes_it(moment: datetime) -> None:
    usual = sqlite.DATETIME().bind_processor(SQLITE)
    ours = ON_SQLITE.bind_processor(SQLITE)
    back = ON_SQLITE.result_processor(SQLITE, None)
    assert ours is not None
    assert back is not None
    assert ours(moment) == usual(moment.astimezone(UTC))
    assert back(ours(moment)) == moment


def test_no_moment_is_kept_as_none() -> None:
    ours = ON_SQLITE.bind_processor(SQLITE)
    assert ours is not None
    assert ours(None) is None


@pytest.mark.parametrize("dialect", [SQLITE, postgresql.dialect()], ids=["sqlite", "postgresql"])
def test_a_moment_without_a_zone_is_refused(dialect: object) -> None:
    with pytest.raises(ValueError, match="time zone"):
        Instant().process_bind_param(datetime(2026, 9, 1), dialect)  # type: ignore[arg-type]  # noqa: DTZ001

"""One statement decides who adds a row, on both databases."""

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests import factories
from webapp.models import Participation, table
from webapp.services.inserting import insert_once

UNIQUE = ["campaign_id", "learner_id"]


def _values(session: Session) -> dict[str, object]:
    campaign, learner = factories.campaign(session), factories.learner(session)
    return {"campaign_id": campaign.id, "learner_id": learner.id, "created_at": factories.NOW}


def test_the_first_adds_the_row_and_the_second_is_told(session: Session) -> None:
    values = _values(session)
    assert insert_once(session.connection(), table(Participation), values, unique=UNIQUE) is True
    assert insert_once(session.connection(), table(Participation), values, unique=UNIQUE) is False
    assert session.query(Participation).count() == 1


def test_another_broken_rule_is_an_error(session: Session) -> None:
    values = _values(session) | {"campaign_id": 987654}
    with pytest.raises(IntegrityError):
        insert_once(session.connection(), table(Participation), values, unique=UNIQUE)

"""A campaign as staff post it."""

from datetime import UTC, datetime

import pytest
import time_machine

from webapp.forms.campaigns import CampaignForm

GOOD = {"name": "Rentrée", "journey": "decouverte", "access": "class", "classroom": "7"}


def _parse(**changes: str) -> CampaignForm:
    return CampaignForm.parse(
        {**GOOD, **changes}, journeys={"decouverte"}, classrooms={7: 3, 8: 4}, schools=[3, 4]
    )


def test_the_school_of_a_class_campaign_is_that_of_its_class() -> None:
    campaign = _parse(school="4").campaign
    assert campaign is not None
    assert (campaign.organization_id, campaign.classroom_id) == (3, 7)


def test_a_school_campaign_keeps_no_class() -> None:
    campaign = _parse(access="school", school="4").campaign
    assert campaign is not None
    assert (campaign.organization_id, campaign.classroom_id) == (4, None)


def test_boxes_that_are_not_ticked_are_off_and_an_open_campaign_has_no_guests() -> None:
    plain, ticked = _parse().campaign, _parse(checkpoints="1", guests="1").campaign
    opened = _parse(access="open", school="3", guests="1").campaign
    assert plain is not None
    assert ticked is not None
    assert opened is not None
    assert (plain.checkpoints, plain.guests) == (False, False)
    assert (ticked.checkpoints, ticked.guests) == (True, True)
    assert not opened.guests


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "  "}, "name"),
        ({"journey": "rien"}, "journey"),
        ({"access": "tous"}, "access"),
        ({"classroom": "9"}, "classroom"),
        ({"classroom": "-7"}, "classroom"),
        ({"access": "school"}, "school"),
        ({"access": "open", "school": "9"}, "school"),
        ({"closes_on": "bientôt"}, "closes_on"),
        ({"closes_on": "01/01/2020"}, "closes_on"),
    ],
)
def test_each_mistake_has_its_field(changes: dict[str, str], field: str) -> None:
    form = _parse(**changes)
    assert form.campaign is None
    assert [one.field for one in form.problems] == [field]


@time_machine.travel("2026-09-14 12:00:00Z", tick=False)
def test_the_last_day_lasts_until_its_evening_in_paris() -> None:
    campaign = _parse(closes_on="14/09/2026").campaign
    assert campaign is not None
    assert campaign.closes_at == datetime(2026, 9, 14, 21, 59, tzinfo=UTC)

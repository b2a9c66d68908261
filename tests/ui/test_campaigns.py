"""What one chooses from when a test is prepared."""

from datetime import UTC, datetime

from webapp.models import Campaign
from webapp.queries.campaigns import CampaignRow, Place
from webapp.queries.classrooms import ClassroomRow
from webapp.ui.campaigns import classroom_options, lines


def test_a_class_is_named_with_how_many_students_it_has() -> None:
    rows = [
        ClassroomRow(1, 1, "2de 4", "Ferdinand", 35),
        ClassroomRow(2, 1, "ULIS", "Ferdinand", 1),
    ]
    assert classroom_options(rows, with_school=False) == [
        (1, "2de 4 (35 élèves)"),
        (2, "ULIS (1 élève)"),
    ]
    assert classroom_options(rows, with_school=True)[1] == (2, "ULIS, Ferdinand (1 élève)")


def test_a_campaign_of_a_whole_school_counts_its_students_by_groups_of_three() -> None:
    campaign = Campaign(id=1, name="Rentrée", code="K4T9WM7HP", access="school")
    campaign.created_at = datetime(2026, 9, 14, tzinfo=UTC)
    row = CampaignRow(Place(campaign, "Ferdinand", "", ""), 5000, 1200, 1100)
    [line] = lines([row], with_school=False)
    assert line.entered == "1\u202f200 sur 5\u202f000"
    assert line.finished == "1\u202f100"

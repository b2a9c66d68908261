"""What one chooses from when a test is prepared."""

from webapp.queries.classrooms import ClassroomRow
from webapp.ui.campaigns import classroom_options


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

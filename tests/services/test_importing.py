"""Importing a list: all of it or nothing; the same file twice changes nothing."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests import factories
from webapp.models import Classroom, Learner, Organization
from webapp.services.importing import (
    Imported,
    ListRefused,
    UnknownSchool,
    import_students,
    school_of,
)
from webapp.services.roster import read_roster

HEADING = "Nom;Prénom;Date de naissance;Classe;INE\n"
BENALI = "Benali;Inès;14/03/2010;2de 4;A1\n"
ROY = "Roy;Léa;15/03/2010;2de 4;\n"


@pytest.fixture
def school(session: Session) -> Organization:
    """An empty school."""
    return factories.organization(session)


def _import(session: Session, school: Organization, *lines: str) -> Imported:
    return import_students(session, school.id, read_roster((HEADING + "".join(lines)).encode()))


def _count(session: Session, model: type[Learner] | type[Classroom]) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_new_students_are_added_with_their_class(session: Session, school: Organization) -> None:
    assert _import(session, school, BENALI, ROY) == Imported(2, 0, 0, 0, 1)
    classroom = session.scalars(select(Classroom)).one()
    assert classroom.name == "2de 4"
    assert {one.classroom_id for one in session.scalars(select(Learner))} == {classroom.id}


def test_the_same_file_twice_changes_nothing(session: Session, school: Organization) -> None:
    _import(session, school, BENALI, ROY)
    assert _import(session, school, ROY, BENALI) == Imported(0, 0, 2, 0, 1)
    assert _count(session, Learner) == 2


def test_a_known_student_moves_class_and_keeps_their_secret(
    session: Session, school: Organization
) -> None:
    _import(session, school, BENALI, ROY)
    learner = session.scalars(select(Learner).where(Learner.national_id == "A1")).one()
    learner.secret_hash = factories.SECRET_HASH
    done = _import(session, school, "BENALI-ROY;Ines;14/03/2010;2de 5;A1\n")
    assert (done.updated, done.absent) == (1, 1)
    session.refresh(learner)
    assert learner.last_name == "BENALI-ROY"
    assert learner.secret_hash == factories.SECRET_HASH
    assert session.get_one(Classroom, learner.classroom_id).name == "2de 5"


def test_a_number_that_comes_later_joins_the_student_it_belongs_to(
    session: Session, school: Organization
) -> None:
    _import(session, school, ROY)
    assert _import(session, school, "ROY;Lea;15/03/2010;2de 4;Z9\n").added == 0
    assert session.scalars(select(Learner.national_id)).all() == ["Z9"]


def test_a_file_without_numbers_does_not_erase_them(session: Session, school: Organization) -> None:
    _import(session, school, BENALI)
    assert _import(session, school, "Benali;Inès;14/03/2010;2de 4;\n").unchanged == 1
    assert session.scalars(select(Learner.national_id)).all() == ["A1"]


def test_one_class_written_two_ways_is_one_class(session: Session, school: Organization) -> None:
    _import(session, school, BENALI, "Roy;Léa;15/03/2010;2DE  4;\n")
    assert _count(session, Classroom) == 1


def test_any_mistake_refuses_the_whole_file(session: Session, school: Organization) -> None:
    with pytest.raises(ListRefused) as refused:
        _import(session, school, BENALI, "Roy;;hier;2de 4;\n")
    assert len(refused.value.problems) == 2
    assert _count(session, Learner) == 0


def test_another_school_with_the_same_student_is_left_alone(
    session: Session, school: Organization
) -> None:
    _import(session, factories.organization(session), BENALI)
    assert _import(session, school, BENALI).added == 1
    assert _count(session, Learner) == 2


def test_a_school_is_found_by_its_number_whatever_the_case(
    session: Session, school: Organization
) -> None:
    assert school_of(session, f" {school.uai.lower()} ").id == school.id
    with pytest.raises(UnknownSchool):
        school_of(session, "0000000Z")


def test_two_thousand_students_are_imported_and_all_found_again(
    session: Session, school: Organization
) -> None:
    lines = [f"Nom{n};Ana;14/03/2010;2de {n % 40};N{n}\n" for n in range(2000)]
    assert _import(session, school, *lines).added == 2000
    assert _import(session, school, *lines).unchanged == 2000

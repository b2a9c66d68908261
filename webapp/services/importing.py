"""Importing a list of students: all of it, or nothing and every reason why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.errors import DomainError, NotFound
from webapp.models import Classroom, Learner, Organization
from webapp.services import names
from webapp.services.roster import Roster, Student
from webapp.services.spreadsheet import Problem
from webapp.simulators.wording import plural


class UnknownSchool(NotFound):
    """No school has this national number."""

    def __init__(self, uai: str) -> None:
        super().__init__(f"Aucun établissement n’a le numéro {uai}.")


class ListRefused(DomainError):
    """The file has mistakes; nothing was imported."""

    message = "Rien n’a été importé : corrigez le fichier, puis recommencez."

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems


@dataclass(frozen=True)
class Imported:
    """What an import did; `absent` counts the students of the school who are not in the file."""

    added: int
    updated: int
    unchanged: int
    absent: int
    classrooms: int

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was done, and who of the school is not in the file."""
        done = (
            plural(self.added, "élève ajouté", "élèves ajoutés"),
            plural(self.updated, "mis à jour", "mis à jour"),
            plural(self.unchanged, "inchangé", "inchangés"),
            plural(self.classrooms, "classe"),
        )
        absent = plural(
            self.absent,
            "élève de l’établissement n’est pas dans ce fichier : gardé.",
            "élèves de l’établissement ne sont pas dans ce fichier : gardés.",
        )
        return (f"{', '.join(done)}.", *([absent] if self.absent else []))


def school_of(session: Session, uai: str) -> Organization:
    """The school of this national number; UnknownSchool when there is none."""
    number = uai.strip().upper()
    found = session.scalar(select(Organization).where(Organization.uai == number))
    if found is None:
        raise UnknownSchool(number)
    return found


def import_students(session: Session, organization_id: int, roster: Roster) -> Imported:
    """Add the new students, update the known ones, leave the others.

    A student is known by their national number, else by their name and birth date, so that the
    same file twice changes nothing. ListRefused, and nothing done, if any line is wrong.
    """
    if roster.problems:
        raise ListRefused(roster.problems)
    known = _Known(session, organization_id)
    classrooms = _classrooms(session, organization_id, roster.students)
    outcomes = [
        _keep(session, organization_id, student, known.found(student), classrooms)
        for student in roster.students
    ]
    session.flush()
    return Imported(
        added=outcomes.count("added"),
        updated=outcomes.count("updated"),
        unchanged=outcomes.count("unchanged"),
        absent=known.total - len(outcomes) + outcomes.count("added"),
        classrooms=len({student.classroom for student in roster.students}),
    )


class _Known:
    """The students a school already has."""

    def __init__(self, session: Session, organization_id: int) -> None:
        learners = session.scalars(
            select(Learner).where(
                Learner.organization_id == organization_id, Learner.birth_date.is_not(None)
            )
        ).all()
        self.total = len(learners)
        self._by_number = {one.national_id: one for one in learners if one.national_id}
        self._by_person: dict[tuple[str, date | None], list[Learner]] = {}
        for one in learners:
            self._by_person.setdefault((one.match_key, one.birth_date), []).append(one)

    def found(self, student: Student) -> Learner | None:
        """The one this line speaks of, if known; nobody is found twice."""
        if student.national_id in self._by_number:
            return self._by_number.pop(student.national_id)
        for one in self._by_person.get(student.person, []):
            if not (student.national_id and one.national_id):
                self._by_person[student.person].remove(one)
                return one
        return None


def _keep(
    session: Session,
    organization_id: int,
    student: Student,
    learner: Learner | None,
    classrooms: dict[str, int],
) -> str:
    values = _values(student, classrooms)
    if learner is None:
        session.add(
            Learner(
                organization_id=organization_id,
                display={},
                created_at=datetime.now(UTC),
                **values,
            )
        )
        return "added"
    if student.national_id is None:
        del values["national_id"]
    changed = [name for name, value in values.items() if getattr(learner, name) != value]
    for name in changed:
        setattr(learner, name, values[name])
    return "updated" if changed else "unchanged"


def _values(student: Student, classrooms: dict[str, int]) -> dict[str, object]:
    return {
        "first_name": student.first_name,
        "last_name": student.last_name,
        "birth_date": student.birth_date,
        "national_id": student.national_id,
        "classroom_id": classrooms[classroom_key(student.classroom)],
        "sort_key": names.sort_key(student.last_name, student.first_name),
        "match_key": names.match_key(first_name=student.first_name, last_name=student.last_name),
    }


def classroom_key(name: str) -> str:
    """What makes two written classes one, and orders them: « 2de 4 » before « 2DE 10 »."""
    return names.sort_key(name)[:80]


def _classrooms(
    session: Session, organization_id: int, students: Sequence[Student]
) -> dict[str, int]:
    """The id of each class by its key; those that are missing are created."""
    query = select(Classroom).where(Classroom.organization_id == organization_id)
    known = {classroom_key(one.name): one for one in session.scalars(query)}
    for student in students:
        key = classroom_key(student.classroom)
        if key not in known:
            known[key] = Classroom(
                organization_id=organization_id, name=student.classroom, sort_key=key
            )
            session.add(known[key])
    session.flush()
    return {key: classroom.id for key, classroom in known.items()}

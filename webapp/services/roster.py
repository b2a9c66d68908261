"""A list of students: which columns it has, and every mistake it holds."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from webapp.services import names
from webapp.services.spreadsheet import Problem, Row, Table, heading, read_table

LAST_NAME, FIRST_NAME, BIRTH_DATE, CLASSROOM, NATIONAL_ID = (
    "Nom",
    "Prénom",
    "Date de naissance",
    "Classe",
    "INE",
)
REQUIRED = (LAST_NAME, FIRST_NAME, BIRTH_DATE, CLASSROOM)
WIDTHS = {LAST_NAME: 80, FIRST_NAME: 80, CLASSROOM: 40, NATIONAL_ID: 20}
KNOWN = {
    LAST_NAME: ("nom", "nom de famille", "nom eleve", "nom de naissance", "last name"),
    FIRST_NAME: ("prenom", "premier prenom", "prenom eleve", "first name"),
    BIRTH_DATE: ("date de naissance", "date naissance", "ne le", "nee le", "birth date"),
    CLASSROOM: ("classe", "division", "libelle classe", "class"),
    NATIONAL_ID: ("ine", "identifiant national", "identifiant unique", "national id"),
}
IGNORED = frozenset(
    {
        *("nom d usage", "deuxieme prenom", "troisieme prenom", "prenom 2", "prenom 3"),
        *("sexe", "code sexe", "statut", "regime", "formation", "niveau", "cycle", "groupe"),
        *("code mef", "code pays naissance", "code departement naissance"),
        *("code commune naissance", "libelle commune naissance"),
        *("email", "e mail", "adresse e mail"),
    }
)
DATES = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
EARLIEST = date(1900, 1, 1)
INVISIBLE = "Un caractère invisible s’est glissé dans ce nom : retapez-le."


@dataclass(frozen=True)
class Student:
    """One line of the list, as it will be kept."""

    line: int
    last_name: str
    first_name: str
    birth_date: date
    classroom: str
    national_id: str | None

    @property
    def person(self) -> tuple[str, date]:
        """What makes two lines the same person when they have no national number."""
        return names.match_key(
            first_name=self.first_name, last_name=self.last_name
        ), self.birth_date


@dataclass(frozen=True)
class Roster:
    """The students of a file, or every problem that makes it refused."""

    students: Sequence[Student]
    problems: Sequence[Problem]


def read_roster(content: bytes) -> Roster:
    """The students of a CSV file; with any problem the whole file is refused."""
    table = read_table(content)
    wrong = list(_heading_problems(table)) if table.headings else list(table.problems)
    if not wrong and not table.rows:
        wrong = [Problem(1, "", "Ce fichier n’a que des titres : aucun élève.")]
    if wrong:
        return Roster([], sorted(wrong, key=lambda problem: problem.line))
    columns = {_column(heading(written)): heading(written) for written in table.headings}
    students, problems = _students(table.rows, columns)
    problems = [*table.problems, *problems, *_duplicates(students)]
    return Roster([] if problems else students, sorted(problems, key=lambda one: one.line))


def _students(
    rows: Sequence[Row], columns: Mapping[str, str]
) -> tuple[list[Student], list[Problem]]:
    students, problems = [], []
    for row in rows:
        cells = {column: row.values.get(key, "") for column, key in columns.items()}
        wrong = list(_cell_problems(row.line, cells))
        problems += wrong
        if not wrong:
            students.append(_student(row.line, cells))
    return students, problems


def _column(key: str) -> str:
    """The column that a folded heading names, or the heading itself."""
    return next((column for column, known in KNOWN.items() if key in known), key)


def _heading_problems(table: Table) -> Iterator[Problem]:
    found: dict[str, str] = {}
    for written in table.headings:
        if not written:
            continue
        key = heading(written)
        column = _column(key)
        if column in found:
            yield Problem(1, written, f"Cette colonne répète « {found[column]} ».")
        elif column not in KNOWN and key not in IGNORED:
            yield Problem(1, written, f"Colonne inconnue. Attendues : {_sentence(KNOWN)}.")
        found[column] = written
    for column in REQUIRED:
        if column not in found:
            yield Problem(1, column, "Cette colonne manque.")


def _cell_problems(line: int, cells: Mapping[str, str]) -> Iterator[Problem]:
    for column in REQUIRED:
        if not cells[column]:
            yield Problem(line, column, "Cette case est vide.")
    for column, width in WIDTHS.items():
        if len(cells.get(column, "")) > width:
            yield Problem(line, column, f"Plus de {width} caractères.")
    for column, reason in _nonsense(cells).items():
        if cells[column] and reason:
            yield Problem(line, column, reason)


def _nonsense(cells: Mapping[str, str]) -> dict[str, str]:
    return {
        LAST_NAME: _name_problem(cells[LAST_NAME]),
        FIRST_NAME: _name_problem(cells[FIRST_NAME]),
        BIRTH_DATE: _date_problem(cells[BIRTH_DATE]),
        CLASSROOM: _classroom_problem(cells[CLASSROOM]),
    }


def _name_problem(text: str) -> str:
    if _has_control_character(text):
        return INVISIBLE
    return "" if re.search(r"[^\W\d_]", text) else f"« {text} » n’est pas un nom."


def _classroom_problem(text: str) -> str:
    if _has_control_character(text):
        return INVISIBLE
    return "" if names.folded(text) else "Ce n’est pas un nom de classe."


def _has_control_character(text: str) -> bool:
    return any(unicodedata.category(one) == "Cc" and not one.isspace() for one in text)


def _date_problem(text: str) -> str:
    found = read_date(text)
    if found is None:
        return f"« {text} » n’est pas une date. Écrivez 14/03/2010."
    if not EARLIEST < found < datetime.now(UTC).date():
        return f"« {text} » n’est pas une date de naissance possible."
    return ""


def read_date(text: str) -> date | None:
    """The date that was written, day first; None when it is not one."""
    for pattern in DATES:
        try:
            return datetime.strptime(text.strip(), pattern).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def _student(line: int, cells: Mapping[str, str]) -> Student:
    birth_date = read_date(cells[BIRTH_DATE])
    if birth_date is None:
        raise ValueError(f"line {line} was checked and has no date")
    return Student(
        line=line,
        last_name=names.tidy(cells[LAST_NAME]),
        first_name=names.tidy(cells[FIRST_NAME]),
        birth_date=birth_date,
        classroom=" ".join(cells[CLASSROOM].split()),
        national_id="".join(cells.get(NATIONAL_ID, "").split()).upper() or None,
    )


def _duplicates(students: Sequence[Student]) -> Iterator[Problem]:
    numbers: dict[str, int] = {}
    people: dict[tuple[str, date], Student] = {}
    for student in students:
        number = student.national_id
        if number in numbers:
            yield Problem(student.line, NATIONAL_ID, f"Le même qu’à la ligne {numbers[number]}.")
        elif number:
            numbers[number] = student.line
        twin = people.setdefault(student.person, student)
        if twin is not student and not (number and twin.national_id):
            reason = f"La même personne qu’à la ligne {twin.line} : mêmes nom, prénom et date."
            yield Problem(student.line, LAST_NAME, reason)


def _sentence(columns: Mapping[str, object]) -> str:
    *first, last = columns
    return f"{', '.join(first)} et {last}"

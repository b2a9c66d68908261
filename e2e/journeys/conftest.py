"""Students on their way: a person before a page of the shared server, or of one's own."""

from typing import Protocol

import pytest

from e2e.conftest import NewPage
from e2e.pages.student import Student
from e2e.server import Server
from e2e.stage import Stage


class NewStudent(Protocol):
    """Somebody new, in a browser of their own."""

    def __call__(
        self, *, phone: bool = True, javascript: bool = True, at: Server | None = None
    ) -> Student: ...


@pytest.fixture
def new_student(new_page: NewPage, request: pytest.FixtureRequest) -> NewStudent:
    """Students on a phone by default, as most of them at home."""

    def open_student(
        *, phone: bool = True, javascript: bool = True, at: Server | None = None
    ) -> Student:
        server: Server = at or request.getfixturevalue("server")
        return Student(new_page(phone=phone, javascript=javascript, at=at), Stage(server))

    return open_student


def at_first_question(
    new_student: NewStudent, first_name: str, *, javascript: bool = True
) -> Student:
    """Somebody who has typed the code of the room, a first name, and begun."""
    student = new_student(javascript=javascript)
    student.come_in(first_name=first_name)
    student.begin()
    return student

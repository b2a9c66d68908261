"""What a module of one response kind offers."""

from typing import Any, Protocol

from webapp.domain.materials import Json
from webapp.grading.fields import Fields
from webapp.grading.nearness import Nearness


class Kind(Protocol):
    """Reads, compares and words the answers of one response kind; a module has this shape."""

    def read(self, response: Any, fields: Fields) -> Any:
        """The value of what was posted; Unreadable otherwise."""

    def fields_of(self, response: Any, value: Any) -> dict[str, str | list[str]]:
        """What a form posts for a value."""

    def nearness(self, response: Any, value: Any, expected: Json) -> Nearness | None:
        """How near a value is to an accepted one or to a mistake; None when it is another."""

    def value_of(self, response: Any, expected: Json) -> Any:
        """The value of someone who gives an accepted answer, a mistake, or a stored one."""

    def described(self, response: Any, value: Any) -> tuple[str, ...]:
        """The value in words, a line each."""


class FieldKind(Kind, Protocol):
    """A kind of one form field, whose name may be another than its own."""

    def read(self, response: Any, fields: Fields, *, name: str = ...) -> Any:
        """The value posted under a name; Unreadable otherwise."""

    def fields_of(
        self, response: Any, value: Any, *, name: str = ...
    ) -> dict[str, str | list[str]]:
        """What a form posts for a value under a name."""

"""What a page posts while a student types."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.domain.responses import Response
from webapp.forms.answers import answer_fields


@dataclass(frozen=True)
class DraftForm:
    """A draft: the fields, its revision, and the button of an ordering that was pressed."""

    fields: dict[str, list[str]]
    revision: int
    move: str

    @classmethod
    def parse(cls, posted: Mapping[str, Sequence[str]], response: Response) -> "DraftForm":
        """The draft; a revision that is no number is the oldest."""
        revision = _first(posted, "revision")
        return cls(
            fields=answer_fields(posted, response),
            revision=int(revision) if revision.isascii() and revision.isdigit() else 0,
            move=_first(posted, "move"),
        )


def _first(posted: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(posted.get(name, ())), "")[:100]

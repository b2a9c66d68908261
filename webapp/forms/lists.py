"""A list of students, as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.forms.fields import errors_of
from webapp.grading import Problem
from webapp.services.roster import Roster, read_roster

NOTHING = Roster([], [])
MOST = 2 * 1024 * 1024  # bytes of a file
TOO_LARGE = (
    "Ce fichier est trop lourd : 2 Mo au plus. N’y gardez que les colonnes utiles, "
    "ou importez-le en deux fois."
)


@dataclass(frozen=True)
class ListForm:
    """The school and the students of the file; the problems of either refuse them."""

    organization_id: int | None
    roster: Roster
    problems: tuple[Problem, ...]
    too_large: bool

    @classmethod
    def parse(
        cls,
        fields: Mapping[str, str],
        content: bytes,
        *,
        schools: Sequence[int],
    ) -> "ListForm":
        """Never refuses; only these schools exist for this person, `content` is the file."""
        chosen = fields.get("school", "")
        organization_id = next((one for one in schools if str(one) == chosen), None)
        if len(schools) == 1:
            organization_id = schools[0]
        problems = errors_of(
            school="" if organization_id is not None else "Choisissez un établissement.",
            file=_file_problem(content),
        )
        roster = NOTHING if problems else read_roster(content)
        return cls(organization_id, roster, problems, too_large=len(content) > MOST)

    @property
    def status(self) -> int:
        """The HTTP status of a refusal."""
        return 413 if self.too_large else 422


def _file_problem(content: bytes) -> str:
    if not content:
        return "Choisissez un fichier CSV."
    return TOO_LARGE if len(content) > MOST else ""

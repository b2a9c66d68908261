"""An answer that came out of turn."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ConflictScreen:
    """What happened, in the test where the student may go on."""

    assessment_id: UUID
    message: str

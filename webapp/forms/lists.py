"""A list of students, as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.services.roster import Roster, read_roster

NOTHING = Roster([], [])


@dataclass(frozen=True)
class ListForm:
    """The school and the students of the file; `refusal` when they cannot be imported."""

    organization_id: int | None
    roster: Roster
    refusal: str = ""

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
        if not content:
            return cls(organization_id, NOTHING, "Choisissez un fichier CSV.")
        if organization_id is None:
            return cls(None, NOTHING, "Choisissez un établissement.")
        roster = read_roster(content)
        if roster.problems:
            return cls(organization_id, roster, "Rien n’a été importé : corrigez le fichier.")
        return cls(organization_id, roster)

"""What staff post to create a campaign."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from webapp.forms.fields import errors_of, line
from webapp.grading import Problem
from webapp.services.inviting import NewCampaign
from webapp.services.roster import read_date

ACCESSES = ("class", "school", "open")
SHORTEST, LONGEST = 5, 300  # minutes
PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True)
class CampaignForm:
    """A campaign to be made, as it was posted; with `problems`, `campaign` is None."""

    typed: Mapping[str, str]
    campaign: NewCampaign | None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(
        cls,
        fields: Mapping[str, str],
        *,
        journeys: Collection[str],
        classrooms: Mapping[int, int],
        schools: Sequence[int],
    ) -> "CampaignForm":
        """Never refuses. Only these journeys, classes (and their schools) and schools exist.

        The school is that of the class, or the one chosen, or the only one.
        """
        access = fields.get("access", "")
        classroom_id = _among(fields.get("classroom", ""), classrooms)
        school_id = schools[0] if len(schools) == 1 else _among(fields.get("school", ""), schools)
        if access == "class" and classroom_id is not None:
            school_id = classrooms[classroom_id]
        problems = _problems(fields, journeys, classroom_id=classroom_id, school_id=school_id)
        if problems or school_id is None:
            return cls(dict(fields), None, problems)
        last_day = read_date(fields.get("closes_on", ""))
        campaign = NewCampaign(
            name=line(fields, "name", longest=120),
            journey=fields["journey"],
            access=access,
            organization_id=school_id,
            classroom_id=classroom_id if access == "class" else None,
            checkpoints="checkpoints" in fields,
            guests="guests" in fields and access != "open",
            closes_at=_end_of(last_day) if last_day else None,
            minutes=_minutes(fields.get("minutes", "")),
        )
        return cls(dict(fields), campaign)


def _problems(
    fields: Mapping[str, str],
    journeys: Collection[str],
    *,
    classroom_id: int | None,
    school_id: int | None,
) -> tuple[Problem, ...]:
    access, closes_on = fields.get("access", ""), fields.get("closes_on", "")
    no_class = access == "class" and classroom_id is None
    no_school = access in ("school", "open") and school_id is None
    return errors_of(
        name="" if line(fields, "name") else "Donnez un nom à ce test.",
        journey="" if fields.get("journey") in journeys else "Choisissez un parcours.",
        access="" if access in ACCESSES else "Choisissez qui peut entrer.",
        classroom="Choisissez une classe." if no_class else "",
        school="Choisissez un établissement." if no_school else "",
        closes_on=_last_day_problem(closes_on, read_date(closes_on)),
        minutes=_minutes_problem(fields.get("minutes", "").strip()),
    )


def _among(text: str, known: Collection[int]) -> int | None:
    return int(text) if text.isdecimal() and int(text) in known else None


def _last_day_problem(typed: str, last_day: date | None) -> str:
    if not typed.strip():
        return ""
    if last_day is None:
        return "Écrivez une date, par exemple 30/09/2026, ou rien."
    return "" if _end_of(last_day) > datetime.now(UTC) else "Cette date est passée."


def _minutes(typed: str) -> int | None:
    """A number of minutes as one types it, « min » included; None when there is none."""
    digits = typed.strip().lower().removesuffix("minutes").removesuffix("min").strip()
    return int(digits) if digits.isascii() and digits.isdigit() else None


def _minutes_problem(typed: str) -> str:
    minutes = _minutes(typed)
    if not typed or (minutes is not None and SHORTEST <= minutes <= LONGEST):
        return ""
    return f"Écrivez un nombre de minutes, de {SHORTEST} à {LONGEST}, ou rien."


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), PARIS)

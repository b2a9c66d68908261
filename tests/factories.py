"""Rows for tests: each function adds one, with only the facts that the test states.

    with saving() as session:
        campaign = factories.campaign(session, code="K4T9WM7HP")
        learner = factories.learner(session, first_name="Inès")

Rows are flushed, so that ids are known; the caller's transaction keeps or drops them.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import count
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from webapp import models
from webapp.domain import challenge as challenges
from webapp.domain.challenge import Explanation, Question, Statement
from webapp.domain.materials import Material, NoMaterial
from webapp.domain.responses import Number, Response
from webapp.domain.variant import Variant
from webapp.services import names, passwords

NOW = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)
PASSWORD = "correct cheval pile agrafe"  # noqa: S105 (of tests)
PASSWORD_HASH = passwords.hashed(PASSWORD)
SECRET = "4817"  # noqa: S105 (of tests)
SECRET_HASH = passwords.hashed(SECRET)

_numbers = count(1)
Row = TypeVar("Row", bound=models.Base)


def organization(session: Session, *, name: str = "Lycée des Embruns") -> models.Organization:
    """A school, each with a number of its own."""
    uai = f"{next(_numbers):07}A"
    return _added(session, models.Organization(uai=uai, name=name, created_at=NOW))


def classroom(
    session: Session, *, organization: models.Organization | None = None, name: str | None = None
) -> models.Classroom:
    """A class, in a school of its own unless told."""
    school = organization or _school(session)
    name = name or f"2de {next(_numbers)}"
    sort_key = names.sort_key(name)
    return _added(
        session, models.Classroom(organization_id=school.id, name=name, sort_key=sort_key)
    )


def learner(
    session: Session,
    *,
    classroom: models.Classroom | None = None,
    organization: models.Organization | None = None,
    first_name: str = "Inès",
    last_name: str | None = None,
    birth_date: date | None = None,
    secret: bool = False,
) -> models.Learner:
    """A student, without school unless told; with `secret`, SECRET is already chosen."""
    last_name = last_name or f"Élève{next(_numbers)}"
    school_id = classroom.organization_id if classroom else organization and organization.id
    return _added(
        session,
        models.Learner(
            organization_id=school_id,
            classroom_id=classroom and classroom.id,
            first_name=first_name,
            last_name=last_name,
            birth_date=birth_date,
            sort_key=names.sort_key(last_name, first_name),
            match_key=names.match_key(first_name=first_name, last_name=last_name),
            secret_hash=SECRET_HASH if secret else None,
            secret_set_at=NOW if secret else None,
            display={},
            created_at=NOW,
        ),
    )


def account(
    session: Session,
    *,
    role: str = "teacher",
    organization: models.Organization | None = None,
    learner: models.Learner | None = None,
    login: str | None = None,
    name: str = "Camille Arnoult",
) -> models.Account:
    """An account whose password is PASSWORD; a teacher's and a head's get a school."""
    if organization is None and role in ("teacher", "head"):
        organization = _school(session)
    return _added(
        session,
        models.Account(
            login=login or f"{role}{next(_numbers)}",
            password_hash=PASSWORD_HASH,
            role=role,
            name=name,
            organization_id=organization and organization.id,
            learner_id=learner and learner.id,
            created_at=NOW,
        ),
    )


def campaign(
    session: Session,
    *,
    classroom: models.Classroom | None = None,
    organization: models.Organization | None = None,
    access: str | None = None,
    journey: str = "decouverte",
    code: str | None = None,
    checkpoints: bool = True,
    closes_at: datetime | None = None,
    closed_at: datetime | None = None,
    minutes: int | None = None,
) -> models.Campaign:
    """A campaign: of the class if there is one, else open to anybody with the code."""
    school_id = classroom.organization_id if classroom else (organization or _school(session)).id
    return _added(
        session,
        models.Campaign(
            code=code or f"{next(_numbers):09}",
            name="Test de rentrée",
            journey=journey,
            access=access or ("class" if classroom else "open"),
            checkpoints=checkpoints,
            organization_id=school_id,
            classroom_id=classroom and classroom.id,
            created_at=NOW,
            closes_at=closes_at,
            closed_at=closed_at,
            minutes=minutes,
        ),
    )


def participation(
    session: Session, *, campaign: models.Campaign, learner: models.Learner
) -> models.Participation:
    """A learner in a campaign, nothing sent yet."""
    row = models.Participation(campaign_id=campaign.id, learner_id=learner.id, created_at=NOW)
    return _added(session, row)


def assessment(
    session: Session,
    *,
    learner: models.Learner,
    participation: models.Participation | None = None,
    scope: Mapping[str, int] | None = None,
    budget: int = 20,
    checkpoints: bool = False,
    finished_at: datetime | None = None,
    room: str | None = None,
) -> models.Assessment:
    """A test without questions: of a campaign with a participation, else a practice."""
    return _added(
        session,
        models.Assessment(
            learner_id=learner.id,
            participation_id=participation and participation.id,
            kind="campaign" if participation else "practice",
            title="Découverte",
            scope=dict(scope or {}),
            budget=budget,
            checkpoints=checkpoints,
            created_at=NOW,
            finished_at=finished_at,
            room=room,
        ),
    )


def presentation(
    session: Session,
    *,
    assessment: models.Assessment,
    number: int = 1,
    question: Question | None = None,
    key: str | None = None,
    remaining: tuple[int, int, int] | None = None,
) -> models.Presentation:
    """A question open before a student; a small count unless told. `remaining` is what is left."""
    asked = question or a_question()
    return _added(
        session,
        models.Presentation(
            assessment_id=assessment.id,
            number=number,
            key=key or f"key{next(_numbers):040}",
            challenge=asked.challenge_id,
            skill=asked.skill_id,
            document=challenges.to_json(asked),
            selection={"remaining": list(remaining)} if remaining else {},
            created_at=NOW,
            opened_at=NOW,
            room=assessment.room,
        ),
    )


def answer(
    session: Session,
    *,
    presentation: models.Presentation,
    outcome: str = "right",
    value: Any = "12",
    fields: Mapping[str, list[str]] | None = None,
    mistake: str | None = None,
) -> models.Answer:
    """The answer to a presentation; a skipped one has no value."""
    return _added(
        session,
        models.Answer(
            presentation_id=presentation.id,
            fields=dict(fields or {"answer": ["12"]}),
            value=None if outcome == "skipped" else value,
            outcome=outcome,
            mistake=mistake,
            created_at=NOW,
        ),
    )


def a_question(
    *,
    response: Response | None = None,
    accepted: Sequence[Any] = (12,),
    mistakes: Mapping[str, Any] | None = None,
    material: Material | None = None,
    skill: str = "formats-1",
) -> Question:
    """A question of no bank, for tests that need one to be asked and not a particular one."""
    named = {"added_twice": 24} if mistakes is None else mistakes
    return Question(
        challenge_id=f"{skill}x",
        challenge_version="0" * 64,
        skill_id=skill,
        topic_id=skill.rpartition("-")[0],
        competence_id="1.2",
        area=1,
        statement=Statement("<p>Un dossier et ses images.</p>", "Combien d’images ?"),
        variant=Variant(
            params={},
            response=response or Number(label="Nombre d’images"),
            accepted=list(accepted),
            material=material or NoMaterial(),
            mistakes=dict(named),
        ),
        explanation=Explanation("<p>Compte-les.</p>", dict.fromkeys(named, "<p>Non.</p>")),
    )


def _school(session: Session) -> models.Organization:
    return organization(session)


def _added(session: Session, row: Row) -> Row:
    session.add(row)
    session.flush()
    return row

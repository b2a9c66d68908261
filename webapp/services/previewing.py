"""A challenge as a student would meet it, for an adult to look at: nothing is kept anywhere."""

import base64
import binascii
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from webapp import grading, simulators
from webapp.content import Catalog, drawing
from webapp.content.casework import solution
from webapp.domain import challenge as challenges
from webapp.domain.challenge import Challenge
from webapp.domain.errors import NotFound
from webapp.domain.framework import Skill
from webapp.domain.materials import Json, Simulation
from webapp.domain.variant import Variant
from webapp.queries.assessments import Sitting
from webapp.queries.presentations import Asked, Given
from webapp.simulators.frame import State

NOBODY = UUID(int=0)
MOST_DRAWS = 10_000
LONGEST_JOURNAL = 200_000  # bytes, unpacked
RIGHT = "juste"


class ChallengeNotFound(NotFound):
    """The bank has no such challenge."""

    message = "Ce défi n’existe pas."


@dataclass(frozen=True)
class Example:
    """An answer made by machine: what stands in the fields, and the gestures before it."""

    fields: Mapping[str, list[str]]
    actions: Sequence[Mapping[str, Any]]


def ordered(catalog: Catalog) -> list[Challenge]:
    """All challenges, by competence, topic and level."""
    return sorted(
        catalog.challenges.values(),
        key=lambda one: (
            one.skill.topic.competence.id,
            one.skill.topic.id,
            one.skill.level,
            one.id,
        ),
    )


def drawn(catalog: Catalog, challenge_id: str, seed: int) -> Asked:
    """One draw of a challenge, as if it were the first question; ChallengeNotFound."""
    if challenge_id not in catalog.challenges:
        raise ChallengeNotFound
    document = challenges.to_json(drawing.question(catalog, challenge_id, seed))
    return Asked(
        id=0, number=1, key="apercu", document=document, selection={}, opened_at=None, answer=None
    )


def pretended() -> Sitting:
    """The test this draw would belong to."""
    return Sitting(
        id=NOBODY,
        learner_id=NOBODY,
        participation_id=None,
        kind="campaign",
        title="Aperçu",
        journey=None,
        scope={},
        budget=1,
        checkpoints=False,
        checkpoint_seen=0,
        created_at=datetime.now(UTC),
        finished_at=None,
    )


def example(variant: Variant, kind: str) -> Example | None:
    """A right answer for « juste », the wrong one of a named mistake, or None."""
    if kind != RIGHT and kind not in variant.mistakes:
        return None
    answer = solution(variant, mistake=None if kind == RIGHT else kind)
    fields = {name: _listed(each) for name, each in answer["fields"].items()}
    return Example(fields, answer["actions"])


def answered(
    asked: Asked, value: Any, fields: Mapping[str, list[str]], state: State | None
) -> Asked:
    """The same question with an answer graded as it would be."""
    variant = asked.question.variant
    verdict = grading.verdict(variant, value, state)
    given = Given(
        fields=fields,
        value=grading.to_json(value),
        outcome="right" if verdict.correct else "wrong",
        mistake=verdict.mistake,
        at=datetime.now(UTC),
    )
    return replace(asked, answer=given)


def state_after(asked: Asked, journal: Sequence[Mapping[str, Any]]) -> State | None:
    """The environment after these gestures; None when the question has none."""
    material = asked.question.variant.material
    if not isinstance(material, Simulation):
        return None
    return simulators.replayed(material, journal)


def packed(journal: Sequence[Mapping[str, Json]]) -> str:
    """A journal of gestures as one word of an address."""
    if not journal:
        return ""
    raw = json.dumps([dict(each) for each in journal], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(zlib.compress(raw, 9)).decode().rstrip("=")


def unpacked(text: str) -> list[dict[str, Any]]:
    """The journal of an address; empty when it is not one."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        journal = json.loads(zlib.decompressobj().decompress(raw, LONGEST_JOURNAL))
    except (ValueError, binascii.Error, zlib.error):
        return []
    return [each for each in journal if isinstance(each, dict)] if isinstance(journal, list) else []


def _where(skill: Skill) -> tuple[str, str]:
    return skill.topic.competence.id, skill.topic.id


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)

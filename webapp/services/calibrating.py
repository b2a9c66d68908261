"""New parameters from all the answers of the database, published when they foresee better.

Nothing is scored again: a campaign, and every test, keeps the version it began with.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.content import Catalog
from webapp.domain.challenge import Challenge
from webapp.engine.calibration import monitoring, publishing
from webapp.engine.calibration.evidence import Record
from webapp.engine.calibration.fitting import Parameters
from webapp.engine.calibration.monitoring import Watch
from webapp.models import ParameterVersion, table
from webapp.services.inserting import insert_once
from webapp.services.scales import Scale, Version, bank_of, specs


@dataclass(frozen=True)
class Findings:
    """What the answers teach: parameters, and how well each version foresees held-out answers.

    `before` is the mean log score of the version in use, `after` that of the new parameters.
    """

    parameters: Parameters
    before: float
    after: float
    watch: Watch

    @property
    def better(self) -> bool:
        """Whether the new parameters deserve to be published."""
        return self.after > self.before


def findings(catalog: Catalog, current: Version, tests: Sequence[Record]) -> Findings:
    """Calibrate on these tests, and compare with the version in use; takes minutes.

    ValueError with fewer than ten tests.
    """
    skills, items = specs(catalog)
    found = publishing.calibrated(skills, items, tests)
    held_out = tests[:: publishing.HELD_OUT]
    used = publishing.log_score(bank_of(Scale(catalog, current)), held_out)
    learnt = found.parameters.bank(skills, items)
    return Findings(
        parameters=found.parameters,
        before=max(found.before, used),
        after=found.after,
        watch=monitoring.watched(bank_of(Scale(catalog)), learnt, tests),
    )


def publish(session: Session, parameters: Parameters, *, now: datetime) -> int:
    """The number of the new version of these parameters; campaigns made from now on use it."""
    document = asdict(parameters)
    digest = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    values = {"digest": digest, "parameters": document, "created_at": now}
    insert_once(session.connection(), table(ParameterVersion), values, unique=["digest"])
    wanted = select(ParameterVersion.id).where(ParameterVersion.digest == digest)
    return session.scalars(wanted).one()


def bank_document(catalog: Catalog) -> dict[str, Any]:
    """The bank as the commands of the engine read it (BANK.json)."""
    return {
        "skills": [
            {
                "id": skill.id,
                "competence": skill.topic.competence.id,
                "topic": skill.topic.id,
                "level": skill.level,
            }
            for skill in catalog.skills.values()
        ],
        "challenges": [_declared(one) for one in catalog.challenges.values()],
    }


def lines_of(tests: Iterable[Record]) -> Iterable[dict[str, Any]]:
    """Each test as the commands of the engine read it (a line of TESTS.jsonl), without names."""
    for number, test in enumerate(tests, start=1):
        steps = [[step.item_id, step.outcome] for step in test.steps]
        yield {"student": str(number), "steps": steps, "group": test.group}


def _declared(challenge: Challenge) -> dict[str, Any]:
    found = {"id": challenge.id, "skill": challenge.skill.id, "format": challenge.format}
    return found if challenge.options is None else {**found, "options": challenge.options}

"""Which tutorials to recommend: those that most probably win the next skill, for their minutes."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from webapp.engine import reporting
from webapp.engine.normal import Floats, cdf_many
from webapp.engine.reporting import PIX
from webapp.engine.state import State

STEP = 2 / 3  # one level, in standard deviations: what a tutorial may teach
FINISHED_A_MINUTE = 0.98  # chance to go on for one more minute
PER_COMPETENCE = 2


@dataclass(frozen=True)
class TutorialSpec:
    """A tutorial as the engine sees it; `minutes` is how long it takes."""

    id: str
    topic: str
    levels: Collection[int]
    minutes: float


def recommended(
    state: State, tutorials: Sequence[TutorialSpec], limit: int = 3
) -> list[tuple[str, str, float]]:
    """The best tutorials: (tutorial id, the skill it would win, gain), best first.

    At most `limit`, one a topic and two a competence. The gain is in pix per square root of a
    minute: the probability of being just under the skill, times its pix. Skills already acquired
    are left out; tutorials of unknown topics are ignored.
    """
    chosen: list[tuple[str, str, float]] = []
    topics: set[int] = set()
    competences: Counter[int] = Counter()
    for gain, tutorial, skill in sorted(_candidates(state, tutorials), key=_best_first):
        topic = int(state.bank.skills.topic[skill])
        competence = int(state.bank.skills.competence[skill])
        if len(chosen) == limit:
            break
        if topic in topics or competences[competence] == PER_COMPETENCE:
            continue
        topics.add(topic)
        competences[competence] += 1
        chosen.append((tutorial.id, state.bank.skills.ids[skill], gain))
    return chosen


def _best_first(candidate: tuple[float, TutorialSpec, int]) -> tuple[float, str, int]:
    gain, tutorial, skill = candidate
    return -round(gain, 9), tutorial.id, skill


def _candidates(
    state: State, tutorials: Sequence[TutorialSpec]
) -> Iterator[tuple[float, TutorialSpec, int]]:
    gains = _skill_gains(state)
    skills = state.bank.skills
    places = {topic: index for index, topic in enumerate(state.bank.topics)}
    for tutorial in tutorials:
        for skill in np.flatnonzero(skills.topic == places.get(tutorial.topic, -1)).tolist():
            if int(skills.level[skill]) in tutorial.levels and gains[skill] > 0:
                cost = max(tutorial.minutes, 1.0)
                yield gains[skill] * FINISHED_A_MINUTE**cost / cost**0.5, tutorial, skill


def _skill_gains(state: State) -> Floats:
    """For each skill not acquired: its pix times the probability of standing just under it."""
    skills, belief = state.bank.skills, state.belief
    deviation = np.sqrt(belief.variance[:, skills.topic])
    above = (skills.threshold - belief.mean[:, skills.topic]) / deviation
    just_under = cdf_many(above) - cdf_many(above - STEP / deviation)
    peers = Counter(zip(skills.competence.tolist(), skills.level.tolist(), strict=True))
    pairs = zip(skills.competence.tolist(), skills.level.tolist(), strict=True)
    worth = np.array([PIX / peers[pair] for pair in pairs])
    probabilities = np.array(list(reporting.skill_probabilities(state).values()))
    found: Floats = worth * (belief.weights @ just_under)
    found[probabilities >= reporting.ACQUIRED] = 0.0
    return found

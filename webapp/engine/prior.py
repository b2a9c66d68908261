"""What is believed before the first answer: abilities go together across competences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from webapp.engine.normal import Floats

SAME_AREA = 0.72
OTHER_AREA = 0.63
UNKNOWN = 0.65
TOPIC_SD = 0.4

_NUMBERED = re.compile(r"(?:1\.[1-3]|2\.[1-4]|3\.[1-4]|4\.[1-3]|5\.[12])")


@dataclass(frozen=True)
class Population:
    """Whom the student is one of: mean ability, and the variance of a shift common to all.

    The shift says how badly the class level is known.
    """

    mean: float = 0.0
    shift: float = 0.0


STANDARD = Population()
UNKNOWN_CLASS = Population(shift=0.25)


def correlation(competences: Sequence[str]) -> Floats:
    """The correlation of the competences: by area for the sixteen numbers, else one for all."""
    if not all(_NUMBERED.fullmatch(one) for one in competences):
        found = np.full((len(competences), len(competences)), UNKNOWN)
    else:
        area = np.array([int(one[0]) for one in competences])
        found = np.where(area[:, None] == area[None, :], SAME_AREA, OTHER_AREA)
    np.fill_diagonal(found, 1.0)
    return found


def covariance(
    competences: Sequence[str], of_topic: Sequence[int], topic_sd: float = TOPIC_SD
) -> Floats:
    """The covariance of the topics; `of_topic` is the index of the competence of each topic.

    `topic_sd` is how much topics differ inside a competence, in standard deviations.
    """
    index = np.array(of_topic, dtype=np.intp)
    found = correlation(competences)[np.ix_(index, index)]
    return found + topic_sd**2 * np.eye(len(index))

"""Whether a student still tries, followed from answer to answer.

Two stories run side by side: they answer as the engine foresees, or as somebody who clicks to be
done. The doubt is the probability of the second at the next question; it only tempers what is
foreseen and what is asked, the levels being judged at the end (`fatigue`).
"""

from webapp.domain.verdict import Outcome

SELDOM = 0.0003  # how probable it is that somebody who tries stops at a question, at least
SHORT = 0.1  # how much more probable, for all that success falls short of what is foreseen
RETURNS = 0.02  # that somebody who stopped tries again


def stopping(shortfall: float) -> float:
    """How probable it is to stop at a question, among students whose success falls so short."""
    return SELDOM + SHORT * shortfall


def foreseen(chance: float, guess: float, doubt: float) -> float:
    """P(right), `chance` being that of somebody who tries and `guess` of somebody who clicks."""
    return chance + doubt * (guess - chance)


def doubt_after(
    doubt: float, chance: float, guess: float, outcome: Outcome, *, stops: float
) -> float:
    """The doubt at the next question, after this answer to an item of such chances.

    `stops` is how probable it is to stop at a question.
    """
    if outcome == "right":
        trying, clicking = chance, guess
    elif outcome in ("technical", "hour_over"):
        trying = clicking = 1.0
    else:
        trying, clicking = 1 - chance, 1 - guess
    stopped = doubt * clicking / (doubt * clicking + (1 - doubt) * trying)
    return stopped * (1 - RETURNS) + (1 - stopped) * stops

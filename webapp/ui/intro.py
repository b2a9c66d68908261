"""Before the first question: length, rules, what is kept, and a trial that does not count."""

from dataclasses import dataclass
from uuid import UUID

from webapp.content import Catalog
from webapp.domain.responses import Choice, Option
from webapp.engine.progress import Remaining
from webapp.grading import Problem
from webapp.queries.assessments import CHECKPOINT_EVERY, Turn
from webapp.ui.responses import Widget, widget

TRIAL = Choice(
    label="Lequel de ces mots s’écrit avec trois lettres ?",
    options=(Option("a", "Clavier"), Option("b", "Web"), Option("c", "Écran")),
)
TRIAL_RIGHT = "b"


@dataclass(frozen=True)
class IntroScreen:
    """What awaits the student. `answer` is the widget of the trial; `verdict` what to say of it."""

    assessment_id: UUID
    test_title: str
    length: str
    limit: str
    checkpoint_every: int | None
    answer: Widget | None
    problems: tuple[Problem, ...]
    verdict: str
    right: bool

    @property
    def title(self) -> str:
        """The title of the page."""
        return ("Erreur : " if self.problems else "") + "Avant de commencer"

    @property
    def status(self) -> int:
        """422 when the trial was sent without an answer."""
        return 422 if self.problems else 200


def intro_screen(catalog: Catalog, turn: Turn, *, trial: str | None = None) -> IntroScreen:
    """The page before a test; `trial` is the answer given to the trial question, if any."""
    sitting, known = turn.sitting, {option.id for option in TRIAL.options}
    problems: tuple[Problem, ...] = ()
    if trial is not None and trial not in known:
        problems = (Problem("choice", "Choisis une réponse, puis valide. C’est sans risque."),)
    return IntroScreen(
        assessment_id=sitting.id,
        test_title=sitting.title,
        length=_length(catalog, turn),
        limit=_limit(sitting.opening.get("minutes")),
        checkpoint_every=CHECKPOINT_EVERY if sitting.checkpoints else None,
        answer=widget(TRIAL, posted={"choice": [trial or ""]}, problems=problems),
        problems=problems,
        verdict="" if trial is None or problems else _verdict(trial),
        right=trial == TRIAL_RIGHT,
    )


def _verdict(trial: str) -> str:
    if trial == TRIAL_RIGHT:
        return "C’est juste. Tu sais répondre : tu peux commencer."
    return "Pas encore : c’est « Web ». Dans le test, tu n’auras qu’un essai par question."


def _limit(minutes: int | None) -> str:
    if minutes is None:
        return "Il n’y a pas de chronomètre."
    return (
        f"Tu as {minutes} minutes à partir de « Je commence ». À la fin du temps, tu termines la "
        "question ouverte, et c’est tout."
    )


def _length(catalog: Catalog, turn: Turn) -> str:
    """« De 12 à 18 questions, environ 15 min »."""
    journey = catalog.journeys.get(turn.sitting.journey or "")
    kept = turn.asked.selection.get("remaining") if turn.asked else None
    left = Remaining(*kept) if kept else None
    minutes = left.minutes if left else (journey.minutes if journey else None)
    low, high = (left.low, left.high) if left else (turn.sitting.budget, turn.sitting.budget)
    count = f"De {low} à {high} questions" if low < high else f"{high} questions au plus"
    return f"{count}, environ {minutes} min" if minutes else count

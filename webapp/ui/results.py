"""The results of one test: exactly what was received, and what to do next."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from webapp.content import Catalog
from webapp.engine.reporting import PIX, report
from webapp.engine.state import State
from webapp.queries.assessments import Sitting
from webapp.queries.history import Met
from webapp.queries.lessons import Lesson
from webapp.queries.results import Sent
from webapp.services.measuring import measured_competences, recommendations
from webapp.ui import moments
from webapp.ui.lessons import LessonCard, card_of
from webapp.ui.levels import AreaLines, area_lines
from webapp.ui.standing import Standings, standings

STRENGTHS = {
    1: "chercher et traiter l’information",
    2: "communiquer et collaborer",
    3: "créer des contenus",
    4: "te protéger",
    5: "te débrouiller avec le matériel",
}
NEEDS = {
    1: "l’information et les données",
    2: "la communication et la collaboration",
    3: "la création de contenus",
    4: "la protection et la sécurité",
    5: "l’environnement numérique",
}
CLOSE = 0.5  # levels: nearer than that, two areas are said to be alike
ENOUGH = 3  # questions a competence: with fewer, levels are estimates


@dataclass(frozen=True)
class ResultsScreen:
    """Score, receipt, tutorials, skills, and the sixteen competences.

    `pix` is out of `out_of`, which counts the competences of this test; `cap` is the highest
    level that counts; `brief` says that the questions were few for the `measured` competences.
    """

    assessment_id: UUID
    test_title: str
    who: str
    day: str
    pix: int
    out_of: int
    cap: int
    summary: str
    received: str
    receipt: str
    lessons: tuple[LessonCard, ...]
    standings: Standings
    areas: tuple[AreaLines, ...]
    answered: int
    right: int
    brief: bool
    measured: int


def results_screen(
    catalog: Catalog,
    sitting: Sitting,
    sent: Sent,
    state: State,
    answers: Sequence[Met],
    *,
    cap: int,
    lessons: Sequence[Lesson] = (),
) -> ResultsScreen:
    """What a finished test says; `state` is the belief after its answers.

    `lessons` are the tutorials its student finished.
    """
    found, measured = report(state, cap=cap), measured_competences(state)
    areas = area_lines(catalog, found, measured)
    return ResultsScreen(
        assessment_id=sitting.id,
        test_title=sitting.title,
        who=sent.who,
        day=moments.day(sitting.finished_at or sitting.created_at),
        pix=round(sum(found.competences[each].pix for each in measured)),
        out_of=PIX * cap * len(measured),
        cap=cap,
        summary=summary(areas),
        received=f"Reçu par ton enseignant à {moments.clock(sent.sent_at)}" if sent.sent_at else "",
        receipt=spaced(sent.receipt),
        lessons=recommended(
            catalog,
            state,
            answers,
            scope=sitting.scope,
            finished={each.tutorial for each in lessons},
        ),
        standings=standings(catalog, found, sitting.scope),
        areas=areas,
        answered=len(answers),
        right=sum(each.outcome == "right" for each in answers),
        brief=len(answers) < ENOUGH * len(measured),
        measured=len(measured),
    )


def recommended(
    catalog: Catalog,
    state: State,
    answers: Iterable[Met],
    *,
    scope: Mapping[str, int],
    finished: Collection[str] = (),
) -> tuple[LessonCard, ...]:
    """Three tutorials of this scope at most, each with the reason to follow it."""
    ended = _endings(catalog, answers)
    return tuple(
        card_of(
            catalog,
            catalog.tutorials[tutorial_id],
            _reason(catalog, skill_id, ended.get(catalog.tutorials[tutorial_id].topic)),
        )
        for tutorial_id, skill_id, _ in recommendations(
            catalog, state, scope=scope, finished=finished
        )
    )


def summary(areas: Sequence[AreaLines]) -> str:
    """Two short sentences: where one is at ease, where there is most to gain."""
    known = {area.number: mean for area in areas if (mean := area.mean) is not None}
    if not known:
        return ""
    best, least = max(known, key=known.__getitem__), min(known, key=known.__getitem__)
    if known[best] - known[least] < CLOSE:
        return "Tes résultats se ressemblent d’un domaine à l’autre."
    return (
        f"Tu es le plus à l’aise pour {STRENGTHS[best]}. "
        f"C’est sur {NEEDS[least]} que tu as le plus à gagner."
    )


def spaced(receipt: str | None) -> str:
    """« K7F 2QD », easier to read aloud."""
    code = receipt or ""
    return f"{code[:3]} {code[3:]}".strip()


def _endings(catalog: Catalog, answers: Iterable[Met]) -> dict[str, str]:
    """How the answers of each topic ended: « wrong » counts more than « skipped »."""
    found: dict[str, str] = {}
    for each in answers:
        challenge = catalog.challenges.get(each.challenge)
        if challenge is None or each.outcome == "right":
            continue
        topic = challenge.skill.topic.id
        if found.get(topic) != "wrong":
            found[topic] = "skipped" if each.outcome == "skipped" else "wrong"
    return found


def _reason(catalog: Catalog, skill_id: str, ended: str | None) -> str:
    statement = catalog.skills[skill_id].statement
    what = statement[:1].lower() + statement[1:]
    if ended == "wrong":
        return f"Une de tes réponses là-dessus est à revoir. À ta portée : {what}."
    if ended == "skipped":
        return f"Parce que tu as passé une question là-dessus. À ta portée : {what}."
    return f"Ta prochaine marche : {what}."

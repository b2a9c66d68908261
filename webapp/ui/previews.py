"""The preview of a challenge: the student’s own page, with a bar to jump and what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import url_for
from markupsafe import Markup

from webapp.content import Catalog
from webapp.domain.challenge import Challenge
from webapp.queries.assessments import Turn
from webapp.queries.presentations import Asked
from webapp.services import previewing
from webapp.ui.corrections import Correction, correction
from webapp.ui.materials import prefixed
from webapp.ui.questions import QuestionScreen, SavedLine, Typed, Work, question_screen
from webapp.ui.responses import widget
from webapp.ui.staff import Frame

FORMATS = {
    "choice": "un choix",
    "choices": "plusieurs choix",
    "text": "texte court",
    "number": "nombre",
    "blanks": "plusieurs champs",
    "ordering": "ordre",
    "matching": "association",
    "file": "fichier",
    "simulation": "environnement",
}


@dataclass(frozen=True)
class Row:
    """A challenge in the list."""

    id: str
    title: str
    skill: str
    level: int
    format: str


@dataclass(frozen=True)
class Group:
    """The challenges of one competence."""

    area: int
    name: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class ChallengesScreen:
    """The bank, competence by competence."""

    frame: Frame
    groups: Sequence[Group]
    total: int


@dataclass(frozen=True)
class Place:
    """Which draw of which challenge, and the gestures made in its environment."""

    challenge_id: str
    seed: int
    journal: str = ""

    def url(self, endpoint: str = "show_preview", **values: Any) -> str:
        """An address of the preview of this draw."""
        journal = {"j": self.journal} if self.journal else {}
        known: dict[str, Any] = {
            "challenge": self.challenge_id,
            "tirage": self.seed,
            **journal,
        }
        return url_for(f"previews.{endpoint}", **{**known, **values})


@dataclass(frozen=True)
class Expected:
    """A mistake the author expects: the sentence a student would read, and where to see it made."""

    href: str
    sentence: Markup


@dataclass(frozen=True)
class PreviewScreen:
    """The page of a student in a dark frame; `verdict` after « Je valide »."""

    question: QuestionScreen
    position: str
    challenge: str
    choices: Sequence[tuple[str, str]]
    chosen: str
    previous: str
    following: str
    another: str
    right: str
    mistakes: Sequence[Expected]
    facts: Sequence[tuple[str, str]]
    verdict: Correction | None = None


def challenges_screen(frame: Frame, catalog: Catalog) -> ChallengesScreen:
    """The list of all challenges."""
    groups: dict[str, list[Challenge]] = {}
    for one in previewing.ordered(catalog):
        groups.setdefault(one.skill.topic.competence.id, []).append(one)
    return ChallengesScreen(
        frame, [_group(members) for members in groups.values()], len(catalog.challenges)
    )


def preview_screen(
    catalog: Catalog, asked: Asked, place: Place, *, work: Work, typed: Typed | None = None
) -> PreviewScreen:
    """The page of one draw, and around it where to go next."""
    ordered = previewing.ordered(catalog)
    ids = [one.id for one in ordered]
    here = ids.index(place.challenge_id)
    bare = Place(place.challenge_id, place.seed)
    return PreviewScreen(
        question=_question(catalog, asked, place, work, typed),
        position=f"{here + 1} sur {len(ids)}",
        challenge=place.challenge_id,
        choices=[(one.id, f"{n} sur {len(ids)} — {one.title}") for n, one in enumerate(ordered, 1)],
        chosen=place.challenge_id,
        previous=Place(ids[here - 1], 0).url(),
        following=Place(ids[(here + 1) % len(ids)], 0).url(),
        another=Place(place.challenge_id, (place.seed + 1) % previewing.MOST_DRAWS).url(),
        right=bare.url(reponse=previewing.RIGHT),
        mistakes=_expected(asked, bare),
        facts=_facts(catalog.challenges[place.challenge_id], asked, place),
        verdict=correction(catalog, asked) if asked.answer else None,
    )


def _question(
    catalog: Catalog, asked: Asked, place: Place, work: Work, typed: Typed | None
) -> QuestionScreen:
    """The student’s screen, its addresses led back to the preview."""
    opened = replace(asked, answer=None)
    turn = Turn(previewing.pretended(), opened)
    screen = question_screen(catalog, turn, work=work, typed=typed)
    typed = typed or Typed({})
    environment = screen.environment and replace(
        screen.environment,
        post_url=place.url("create_action", **prefixed(work.view or {})),
        page_url=lambda view: place.url(**prefixed(view)),
    )
    return replace(
        screen,
        answer=widget(
            opened.question.variant.response, posted=typed.fields, problems=typed.problems, draft=""
        ),
        answer_url=place.url("create_trial"),
        draft_url="",
        saved=SavedLine("nothing", "Aperçu : rien n’est enregistré"),
        files=tuple(
            replace(file, href=place.url("show_file", place=number, name=file.name))
            for number, file in enumerate(screen.files, 1)
        ),
        environment=environment or None,
    )


def _expected(asked: Asked, bare: Place) -> list[Expected]:
    sentences = asked.question.explanation.mistakes
    return [
        Expected(bare.url(reponse=name), Markup(sentences.get(name, "")))  # noqa: S704 (made safe)
        for name in asked.question.variant.mistakes
    ]


def _facts(challenge: Challenge, asked: Asked, place: Place) -> list[tuple[str, str]]:
    topic = challenge.skill.topic
    return [
        ("Défi", f"{challenge.title} ({challenge.id}, tirage {place.seed})"),
        ("Compétence", f"{topic.competence.id} {topic.competence.name}"),
        ("Sujet, niveau", f"{topic.teacher_title or topic.title}, niveau {challenge.skill.level}"),
        ("Acquis", challenge.skill.statement),
        ("Format", f"{FORMATS[challenge.format]}, {challenge.seconds} s environ"),
    ]


def _group(members: Sequence[Challenge]) -> Group:
    competence = members[0].skill.topic.competence
    return Group(
        competence.area.number,
        f"{competence.id} {competence.name}",
        [
            Row(one.id, one.title, one.skill.statement, one.skill.level, FORMATS[one.format])
            for one in members
        ],
    )

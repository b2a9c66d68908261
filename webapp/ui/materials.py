"""What a student is given to work on, as the page shows it: files, or an environment."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from flask import url_for

from webapp import simulators
from webapp.content import files
from webapp.domain.materials import Files, Json, Recipe, Simulation
from webapp.queries.presentations import Asked
from webapp.simulators import ActionRefused

VIEW = "vue."  # what names of GET parameters begin with, when they say what is open
PICTURES = ("image/png", "image/jpeg", "image/gif")


@dataclass(frozen=True)
class FileScreen:
    """A file: its name, one line about it, its address, and the picture to show if it is one."""

    name: str
    description: str
    href: str
    picture: bool
    alternative: str


@dataclass(frozen=True)
class EnvironmentScreen:
    """A simulated environment: its template, its own screen, and the addresses it posts to.

    `key` is empty when one may only look; `saved` replaces the line under the answer, when a
    gesture was just kept.
    """

    template: str
    name: str
    title: str
    restart: str
    env: Any
    post_url: str
    page_url: Callable[[Mapping[str, str]], str]
    key: str
    saved: str = ""


def file_screens(assessment_id: UUID, asked: Asked) -> tuple[FileScreen, ...]:
    """The files of a question, at addresses of its own."""
    material = asked.question.variant.material
    if not isinstance(material, Files):
        return ()
    return tuple(
        FileScreen(
            name=recipe.name,
            description=recipe.description,
            href=url_for(
                "files.show_file",
                assessment_id=assessment_id,
                number=asked.number,
                place=place,
                name=recipe.name,
            ),
            picture=is_picture(recipe),
            alternative=recipe.alternative,
        )
        for place, recipe in enumerate(material.recipes, 1)
    )


def is_picture(recipe: Recipe) -> bool:
    """Whether the page itself shows this file: plain pictures only, never SVG or HTML."""
    return recipe.inline and files.media_type(recipe.name) in PICTURES


def environment_screen(
    assessment_id: UUID,
    asked: Asked,
    state: Mapping[str, Json] | None,
    view: Mapping[str, str],
    refusal: ActionRefused | None = None,
    *,
    saved: str = "",
) -> EnvironmentScreen | None:
    """The environment of a question in a state and a view; None when it has none.

    `saved` says that a gesture was kept.
    """
    material = asked.question.variant.material
    if not isinstance(material, Simulation):
        return None
    there = simulators.environment(material.environment)
    page_url = page_of(assessment_id, asked)
    return EnvironmentScreen(
        template=f"{there.template}/_environment.html",
        name=there.name,
        title=there.title,
        restart=there.restart,
        env=there.screen(material.state if state is None else state, view, refusal),
        post_url=_in_view(url_for("environments.create_action", assessment_id=assessment_id), view),
        page_url=page_url,
        key="" if asked.answer else asked.key,
        saved=saved,
    )


def page_of(assessment_id: UUID, asked: Asked) -> Callable[[Mapping[str, str]], str]:
    """The address of a question's page in a view: the open one, or a past one to look at."""
    if asked.answer is None:
        page = url_for("assessments.show_question", assessment_id=assessment_id)
    else:
        page = url_for(
            "assessments.show_past_question", assessment_id=assessment_id, number=asked.number
        )
    return lambda view: _in_view(page, view)


def view_of(parameters: Mapping[str, str | Sequence[str]]) -> dict[str, str]:
    """What is open in the environment, from the parameters of an address."""
    return {
        name.removeprefix(VIEW): value if isinstance(value, str) else value[-1]
        for name, value in parameters.items()
        if name.startswith(VIEW)
    }


def prefixed(view: Mapping[str, str]) -> dict[str, Any]:
    """The parameters of an address that say what is open."""
    return {f"{VIEW}{word}": value for word, value in view.items()}


def _in_view(address: str, view: Mapping[str, str]) -> str:
    """The address of a page in a view; built dozens of times for one page."""
    return f"{address}?{urlencode(prefixed(view))}" if view else address

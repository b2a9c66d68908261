"""The files of a question, under its own address: for its student, once it is open."""

from uuid import UUID

from flask import Blueprint, Response, make_response, request
from flask.typing import ResponseReturnValue

from webapp import db
from webapp.content import files
from webapp.domain.errors import NotFound
from webapp.domain.materials import Files, Recipe
from webapp.identity import for_learners, learner_id
from webapp.queries.assessments import asked_with_number
from webapp.queries.presentations import Asked
from webapp.ui.materials import is_picture

bp = Blueprint("files", __name__, url_prefix="/tests/<uuid:assessment_id>/questions")


@bp.get("/<int:number>/fichiers/<int:place>/<name>")
@for_learners
def show_file(assessment_id: UUID, number: int, place: int, name: str) -> ResponseReturnValue:
    """A file of a question: a picture is shown in the page, anything else is downloaded."""
    with db.reading() as session:
        sitting, asked = asked_with_number(
            session, learner_id=learner_id(), assessment_id=assessment_id, number=number
        )
    if asked.answer is None and sitting.checkpoint_due(asked.number - 1):
        raise NotFound  # its question is not shown yet
    return file_response(file_of(asked, place=place, name=name))


def file_response(recipe: Recipe) -> ResponseReturnValue:
    """A file, never able to act on our pages: a picture to show, anything else to download."""
    response = make_response(files.built(recipe))
    response.content_type = files.media_type(recipe.name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-cache"
    if not is_picture(recipe):
        _make_download(response, recipe.name)
    response.add_etag()
    return response.make_conditional(request)


def file_of(asked: Asked, *, place: int, name: str) -> Recipe:
    """The recipe of a file of a question; NotFound when it has none there of that name."""
    material = asked.question.variant.material
    if not isinstance(material, Files) or not 1 <= place <= len(material.recipes):
        raise NotFound
    recipe = material.recipes[place - 1]
    if recipe.name != name:
        raise NotFound
    return recipe


def _make_download(response: Response, name: str) -> None:
    response.headers.set("Content-Disposition", "attachment", filename=name)

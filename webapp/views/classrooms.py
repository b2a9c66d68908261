"""Classes and lists of students, for staff."""

from uuid import UUID

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webapp import db, ui
from webapp.errors import sent_from
from webapp.forms.lists import ListForm
from webapp.identity import for_staff
from webapp.queries import classrooms
from webapp.queries.accounts import schools_of
from webapp.services.importing import import_students
from webapp.services.joining import THIRD
from webapp.ui.campaigns import school_options
from webapp.ui.classrooms import MOST_PROBLEMS, ClassroomsScreen, ImportScreen, classroom_screen
from webapp.ui.filled import Filled
from webapp.views.staffroom import frame, school_id

bp = Blueprint("classrooms", __name__, url_prefix="/enseignant/classes")


@bp.get("")
@for_staff
def list_classrooms() -> ResponseReturnValue:
    """The classes of the school."""
    with db.reading() as session:
        rows = classrooms.classrooms_of(session, organization_id=school_id())
    screen = ClassroomsScreen(frame("classrooms"), rows, school_column=school_id() is None)
    return ui.render("classrooms/list", screen)


@bp.get("/<int:classroom_id>")
@for_staff
def show_classroom(classroom_id: int) -> ResponseReturnValue:
    """The students of a class."""
    with db.reading() as session:
        classroom, learners = classrooms.classroom_of(
            session, organization_id=school_id(), classroom_id=classroom_id
        )
        screen = classroom_screen(frame("classrooms"), classroom, learners)
    return ui.render("classrooms/classroom", screen)


@bp.post("/<int:classroom_id>/eleves/<uuid:learner_id>/temps-majore")
@for_staff
@sent_from("classrooms.show_classroom")
def update_extra_time(classroom_id: int, learner_id: UUID) -> ResponseReturnValue:
    """A third more time in every limited test begun from now on, or no longer."""
    with db.transaction() as session:
        learner = classrooms.learner_in(
            session,
            organization_id=school_id(),
            classroom_id=classroom_id,
            learner_id=learner_id,
        )
        learner.extra_time = THIRD if request.form.get("action") == "give" else 0
    return ui.go_to(".show_classroom", classroom_id=classroom_id)


@bp.get("/listes/nouvelle")
@for_staff
def show_new_list() -> ResponseReturnValue:
    """Where a CSV list of students is chosen."""
    with db.reading() as session:
        schools = school_options(schools_of(session, organization_id=school_id()))
    return ui.render("classrooms/import", ImportScreen(frame("classrooms"), schools))


@bp.post("/listes")
@for_staff
@sent_from("classrooms.show_new_list")
def create_list() -> ResponseReturnValue:
    """The list is imported whole, or refused whole with every error."""
    upload = request.files.get("file")
    content = upload.read() if upload else b""
    with db.transaction() as session:
        schools = schools_of(session, organization_id=school_id())
        form = ListForm.parse(request.form, content, schools=[one.id for one in schools])
        if form.problems or form.roster.problems or form.organization_id is None:
            screen = ImportScreen(
                frame("classrooms"),
                school_options(schools),
                filled=Filled({"school": str(form.organization_id or "")}, form.problems),
                problems=form.roster.problems[:MOST_PROBLEMS],
                total=len(form.roster.problems),
            )
            return ui.render("classrooms/import", screen, status=form.status)
        done = import_students(session, form.organization_id, form.roster)
        screen = ImportScreen(frame("classrooms"), school_options(schools), done=done)
    return ui.render("classrooms/import", screen)

"""The preview of a challenge, for staff: the student’s own pages, and no trace."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from webapp import simulators, ui
from webapp.errors import sent_from
from webapp.extensions import catalog
from webapp.forms.answers import AnswerForm
from webapp.forms.drafts import DraftForm
from webapp.identity import for_staff
from webapp.queries.presentations import Asked
from webapp.services import previewing
from webapp.services.acting import simulation_of
from webapp.services.drafting import after_move
from webapp.simulators import ActionRefused
from webapp.ui.materials import prefixed, view_of
from webapp.ui.previews import Place, challenges_screen, preview_screen
from webapp.ui.questions import Typed, Work
from webapp.views import turns
from webapp.views.files import file_of, file_response
from webapp.views.staffroom import frame

bp = Blueprint("previews", __name__, url_prefix="/enseignant")


@bp.get("/defis")
@for_staff
def list_challenges() -> ResponseReturnValue:
    """The whole bank, competence by competence."""
    return ui.render("previews/list", challenges_screen(frame("previews"), catalog()))


@bp.get("/apercu")
@for_staff
def show_chosen() -> ResponseReturnValue:
    """The challenge chosen in the jump bar."""
    return ui.go_to(".show_preview", challenge=request.args.get("defi", "") or "aucun")


@bp.get("/apercu/<challenge>")
@for_staff
def show_preview(challenge: str) -> ResponseReturnValue:
    """One draw of a challenge, as a student meets it; `?reponse=` fills an answer in."""
    place, asked = _here(challenge)
    example = previewing.example(asked.question.variant, request.args.get("reponse", ""))
    if example is None:
        return _show(place, asked)
    place = Place(place.challenge_id, place.seed, previewing.packed(example.actions))
    return _show(place, asked, typed=Typed(example.fields))


@bp.post("/apercu/<challenge>/reponses")
@for_staff
@sent_from("previews.show_preview")
def create_trial(challenge: str) -> ResponseReturnValue:
    """An answer is graded as a student’s would be, and forgotten."""
    place, asked = _here(challenge)
    response = asked.question.variant.response
    moved = DraftForm.parse(turns.posted(), response)
    if moved.move:
        return _show(place, asked, typed=Typed(after_move(asked, moved.fields, moved.move)))
    form = AnswerForm.parse(turns.posted(), response)
    if form.skipped:
        return ui.go_to(".show_preview", challenge=challenge, tirage=place.seed + 1)
    if form.problems:
        return _show(place, asked, typed=Typed(form.fields, form.problems), status=422)
    state = previewing.state_after(asked, previewing.unpacked(place.journal))
    graded = previewing.answered(asked, form.value, form.fields, state)
    return _show(place, graded, typed=Typed(form.fields))


@bp.post("/apercu/<challenge>/actions")
@for_staff
@sent_from("previews.show_preview")
def create_action(challenge: str) -> ResponseReturnValue:
    """A gesture in the environment; the address keeps all those before it."""
    place, asked = _here(challenge)
    journal = [*previewing.unpacked(place.journal), simulators.recorded(turns.posted())]
    try:
        state = previewing.state_after(asked, journal)
    except ActionRefused as refusal:
        return _show(place, asked, refusal=refusal, status=422)
    there = simulators.environment(simulation_of(asked).environment)
    view = there.view_after(state or {}, view_of(request.args))
    after = {"tirage": place.seed, "j": previewing.packed(journal), **prefixed(view)}
    return ui.go_to(".show_preview", challenge=challenge, **after)


@bp.get("/apercu/<challenge>/fichiers/<int:place>/<name>")
@for_staff
def show_file(challenge: str, place: int, name: str) -> ResponseReturnValue:
    """A file of the draw, as its student would get it."""
    _, asked = _here(challenge)
    return file_response(file_of(asked, place=place, name=name))


def _here(challenge: str) -> tuple[Place, Asked]:
    typed = request.args.get("tirage", "0")
    seed = int(typed) % previewing.MOST_DRAWS if typed.isascii() and typed.isdigit() else 0
    return (
        Place(challenge, seed, request.args.get("j", "")),
        previewing.drawn(catalog(), challenge, seed),
    )


def _show(
    place: Place,
    asked: Asked,
    *,
    typed: Typed | None = None,
    refusal: ActionRefused | None = None,
    status: int = 200,
) -> Response:
    state = previewing.state_after(asked, previewing.unpacked(place.journal))
    work = Work(state, view_of(request.args), refusal)
    screen = preview_screen(catalog(), asked, place, work=work, typed=typed)
    return ui.render("previews/preview", screen, status=status)

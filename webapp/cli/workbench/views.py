"""The bench: choose a challenge, read what is wrong with it, answer one of its draws."""

from datetime import UTC, datetime

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from webapp import db, identity, ui
from webapp.cli.workbench.reloading import current
from webapp.cli.workbench.screens import bench_screen, challenge_screen
from webapp.cli.workbench.sitting import open_draw
from webapp.content.checking.blueprint import blueprint
from webapp.content.problems import BadContent
from webapp.identity import public
from webapp.models import Learner

bp = Blueprint("workbench", __name__, url_prefix="/apercu")


@bp.get("")
@public
def show_bench() -> ResponseReturnValue:
    """Every challenge."""
    catalog, problems, _ = current()
    return ui.render("workbench/bench", bench_screen(catalog, problems))


@bp.get("/<challenge_id>")
@public
def show_challenge(challenge_id: str) -> ResponseReturnValue:
    """One challenge; 204 when the page already shows its files as they are."""
    catalog, problems, changed = current()
    if challenge_id not in blueprint(catalog.root).challenges:
        abort(404)
    if request.args.get("vu", type=int) == changed:
        return "", 204
    screen = challenge_screen(
        catalog,
        blueprint(catalog.root),
        problems,
        id=challenge_id,
        seed=max(0, request.args.get("tirage", 0, type=int)),
        changed=changed,
    )
    return ui.render("workbench/challenge", screen)


@bp.post("/<challenge_id>/tirages")
@public
def create_draw(challenge_id: str) -> ResponseReturnValue:
    """One draw, open before a student, on the very pages that students have."""
    catalog, _, _ = current()
    seed = request.form.get("seed", 0, type=int)
    if challenge_id not in catalog.challenges:
        abort(404)
    with db.transaction() as session:
        author = session.scalars(select(Learner)).first()
        if author is None:
            abort(404)
        try:
            opened = open_draw(
                session, catalog, author.id, challenge_id, seed=seed, now=datetime.now(UTC)
            )
        except BadContent:
            return ui.go_to(".show_challenge", challenge_id=challenge_id, tirage=seed)
        identity.sign_in_learner(author)
    return ui.go_to("assessments.show_question", assessment_id=opened)

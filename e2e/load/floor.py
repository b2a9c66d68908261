"""The floor: the least that stores an answer and shows what comes next, with the same tools.

Flask with its signed session, Jinja, granian, SQLAlchemy's ORM; three statements and a fragment
of 2.6 kB (0.8 compressed) for each answer: what nothing that keeps its promises can go under.
Served by `granian … e2e.load.floor:app`.
"""

import gzip
import os
import secrets

from flask import Flask, Response, abort, g, request, session
from sqlalchemy import ForeignKey, String, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from webapp import db
from webapp.models import on_statement

_URL = os.environ["DATABASE_URL"]
_LINES = [f"Un énoncé, ligne {number} : {(number + 7) ** 11:x}." for number in range(51)]
_FRAGMENT = """<main id="question"><h1>Question {{ asked.number }}</h1>
{% for line in lines %}
<p>{{ line }}</p>
{% endfor %}
<form id="answer"><input type="hidden" name="key" value="{{ asked.key }}">
<input type="text" name="answer" value=""></form></main>
"""


class _Base(DeclarativeBase):
    pass


class Presentation(_Base):
    """A question put before somebody."""

    __tablename__ = "floor_presentation"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(43), unique=True)
    number: Mapped[int]


class Answer(_Base):
    """What they answered."""

    __tablename__ = "floor_answer"
    id: Mapped[int] = mapped_column(primary_key=True)
    presentation_id: Mapped[int] = mapped_column(ForeignKey(Presentation.id), unique=True)
    value: Mapped[str] = mapped_column(String(80))


app = Flask(__name__)
app.secret_key = "of the floor"  # noqa: S105 (guards nothing)
app.config["SESSION_REFRESH_EACH_REQUEST"] = False
fragment = app.jinja_env.from_string(_FRAGMENT)
engine = create_engine(_URL, **db.engine_options(_URL))
if engine.dialect.name == "sqlite":
    db.prepare_sqlite(engine)


def _count(*_: object) -> None:
    if g:
        g.statements = g.get("statements", 0) + 1


on_statement(engine, _count)


def prepare() -> None:
    """Make the tables, once, before the workers start."""
    _Base.metadata.create_all(engine)


@app.get("/health")
def health() -> str:
    """It answers."""
    return "ok"


@app.post("/debut")
def begin() -> Response:
    """The first question."""
    session["who"] = secrets.token_urlsafe(16)
    with Session(engine, expire_on_commit=False) as rows, rows.begin():
        asked = Presentation(key=secrets.token_urlsafe(32), number=1)
        rows.add(asked)
    return _shown(asked)


@app.post("/reponses")
def answer() -> Response:
    """Three statements: read the question, add the answer, add the next question."""
    with Session(engine, expire_on_commit=False) as rows, rows.begin():
        asked = rows.scalars(
            select(Presentation).where(Presentation.key == request.form["key"])
        ).one()
        rows.add(Answer(presentation_id=asked.id, value=request.form["answer"]))
        following = Presentation(key=secrets.token_urlsafe(32), number=asked.number + 1)
        rows.add(following)
    return _shown(following)


def _shown(asked: Presentation) -> Response:
    if "who" not in session:
        abort(401)
    page = fragment.render(asked=asked, lines=_LINES)
    response = Response(gzip.compress(page.encode(), compresslevel=1, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.headers["X-Statements"] = str(g.statements)
    return response

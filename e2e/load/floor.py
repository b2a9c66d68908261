"""The floor: the least that stores an answer and shows what comes next, with the same tools.

Flask, granian, SQLAlchemy's ORM; three statements and a fragment of 2.5 kB for each answer:
what nothing that keeps its promises can go under. Served by `granian … e2e.load.floor:app`.
"""

import gzip
import os
import secrets

from flask import Flask, Response, g, request
from sqlalchemy import ForeignKey, String, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from webapp import db

_URL = os.environ["DATABASE_URL"]
_FILLER = "\n".join(f"<p>Un énoncé, ligne {n} : {(n + 7) ** 11:x}.</p>" for n in range(45))


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
engine = create_engine(_URL, **db.engine_options(_URL))
if engine.dialect.name == "sqlite":
    db.prepare_sqlite(engine)


@event.listens_for(engine, "before_cursor_execute")
def _count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
    if g and not statement.startswith(("BEGIN", "PRAGMA")):
        g.statements = g.get("statements", 0) + 1


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
    with Session(engine, expire_on_commit=False) as session, session.begin():
        asked = Presentation(key=secrets.token_urlsafe(32), number=1)
        session.add(asked)
    return _shown(asked)


@app.post("/reponses")
def answer() -> Response:
    """Three statements: read the question, add the answer, add the next question."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        asked = session.scalars(
            select(Presentation).where(Presentation.key == request.form["key"])
        ).one()
        session.add(Answer(presentation_id=asked.id, value=request.form["answer"]))
        following = Presentation(key=secrets.token_urlsafe(32), number=asked.number + 1)
        session.add(following)
    return _shown(following)


def _shown(asked: Presentation) -> Response:
    page = (
        f'<main id="question"><h1>Question {asked.number}</h1>{_FILLER}'
        f'<form id="answer"><input type="hidden" name="key" value="{asked.key}">'
        '<input type="text" name="answer" value=""></form></main>'
    )
    response = Response(gzip.compress(page.encode(), compresslevel=1, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.headers["X-Statements"] = str(g.statements)
    return response

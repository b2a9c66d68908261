"""Does a question give its answer away? What the browser gets, against what is accepted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from webapp import grading
from webapp.content.casework import texts_by_id
from webapp.domain.challenge import Question, Statement
from webapp.domain.materials import Files, Json, Simulation
from webapp.domain.responses import Blanks, NoResponse, Reading, Response, Text
from webapp.grading import dates, times, words

LONG = 60  # words from which a text is a document to search, and not a sentence that tells
SHORT = 3  # characters under which a word may stand anywhere by chance

_TAG = re.compile(r"<[^>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTE = re.compile(r'\s[\w-]+="([^"]*)"')
_LATIN_ID = 4  # an id of fewer characters is a letter or a number that may mean something


@dataclass(frozen=True)
class Sought:
    """A typed answer: the ways to write it, and those of its known mistakes."""

    answers: tuple[str, ...]
    rivals: tuple[str, ...]
    address: bool

    def in_(self, text: str) -> bool:
        """Whether the answer can be read in a folded text, whole."""
        return self._any(self.answers, text)

    def among_rivals(self, text: str) -> bool:
        """Whether a wrong answer can be read there too: nothing is told by being there."""
        return self._any(self.rivals, text)

    def _any(self, needles: Iterable[str], text: str) -> bool:
        edges = (r"[\w.@/-]", r"[\w@/-]|\.\w") if self.address else (r"\w", r"\w")
        return any(
            re.search(rf"(?<!{edges[0]}){re.escape(needle)}(?!{edges[1]})", text)
            for needle in needles
        )


def answer_shows(question: Question) -> str | None:
    """Why the page of a question gives its answer away, in French; None when it does not.

    An answer may be read in a document to search (long, or where its known mistakes are read
    too), and the options of a choice are there to be read. It may never be read in the
    instruction, a label, a file's name, an id or a part of the page that nobody sees.
    """
    return next(reasons(question), None)


def reasons(question: Question) -> Iterator[str]:
    """Every place where the answer shows."""
    for sought in _sought(question):
        for place, text in _headlines(question):
            if sought.in_(text) and not sought.among_rivals(text):
                yield f"la réponse se lit dans {place}"
        for place, text in _bodies(question):
            if sought.in_(text) and not _is_a_search(sought, text):
                yield f"la réponse se lit dans {place}, sans rien avoir à chercher"
        if any(sought.in_(text) for text in _unseen(question)):
            yield "la réponse se lit dans un attribut ou un commentaire de la page"
    yield from _speaking_ids(question)
    if _done_at_once(question):
        yield "le but est atteint avant le premier geste"


def _is_a_search(sought: Sought, text: str) -> bool:
    return len(text.split()) >= LONG or sought.among_rivals(text)


def _sought(question: Question) -> Iterator[Sought]:
    """The typed answers of a question: those of its texts. A number may stand anywhere."""
    response, variant = question.variant.response, question.variant
    if isinstance(response, Text):
        yield _of_text(response, variant.accepted, list(variant.mistakes.values()))
    if not isinstance(response, Blanks):
        return
    for blank in response.blanks:
        if isinstance(blank.field, Text):
            accepted = [value for each in variant.accepted for value in each[blank.id]]
            wrong = [each[blank.id] for each in variant.mistakes.values() if blank.id in each]
            yield _of_text(blank.field, accepted, wrong)


def _of_text(response: Text, accepted: Sequence[Json], wrong: Sequence[Json]) -> Sought:
    answers = _ways(response.reading, accepted)
    rivals = _ways(response.reading, wrong)
    return Sought(answers, rivals, address=response.reading in ("address", "exact"))


def _ways(reading: Reading, values: Sequence[Json]) -> tuple[str, ...]:
    """The ways to write these values, folded; those too short to mean anything are left out."""
    written = {way for value in values for way in _written(reading, str(value))}
    return tuple(sorted(way for way in map(words.folded, written) if len(way) >= SHORT))


def _written(reading: Reading, value: str) -> Iterator[str]:
    yield value
    if reading == "time" and (time := times.parsed(value)) is not None:
        hours, minutes = divmod(time // 60, 60)
        yield from (f"{hours} h {minutes:02}", f"{hours}h{minutes:02}", f"{hours:02}:{minutes:02}")
    if reading == "date":
        day = dates.parsed(value)
        yield f"{day.day:02}/{day.month:02}"


def _headlines(question: Question) -> Iterator[tuple[str, str]]:
    """What stands out and is never a place to search."""
    yield "la consigne", words.folded(question.statement.instruction)
    yield "le libellé d’un champ", words.folded(" · ".join(_labels(question.variant.response)))
    yield "le nom d’un fichier", words.folded(" · ".join(_file_names(question)))


def _labels(response: Response) -> Iterator[str]:
    """The words around the fields: labels, hints, and the examples of times and dates."""
    yield getattr(response, "label", "")
    yield getattr(response, "hint", "")
    if isinstance(response, Text):
        yield grading.EXAMPLES.get(response.reading, "")
    for blank in getattr(response, "blanks", ()):
        yield blank.label
        yield from _labels(blank.field)


def _bodies(question: Question) -> Iterator[tuple[str, str]]:
    """What is read before answering, each text whole."""
    yield "la situation", _read(question.statement.situation)
    yield "le document", _read(question.statement.document)
    if isinstance(question.variant.material, Files):
        for recipe in question.variant.material.recipes:
            yield f"l’équivalent accessible de {recipe.name}", _on_a_line(recipe.alternative)


def _unseen(question: Question) -> Iterator[str]:
    """Comments, and attributes that say what the text does not."""
    for html in (question.statement.situation, question.statement.document):
        seen = _read(html)
        hidden = [*_COMMENT.findall(html), *_ATTRIBUTE.findall(html)]
        yield from (text for text in map(words.folded, map(unescape, hidden)) if text not in seen)


def _file_names(question: Question) -> list[str]:
    material = question.variant.material
    recipes = material.recipes if isinstance(material, Files) else ()
    return [f"{recipe.name} {recipe.description}" for recipe in recipes]


def _speaking_ids(question: Question) -> Iterator[str]:
    """Ids that tell what they stand for."""
    for id_, text in texts_by_id(question.variant).items():
        named = [word for word in re.split(r"\W+", words.folded(text)) if len(word) > SHORT]
        if len(id_) < _LATIN_ID or any(word in id_.casefold() for word in named):
            yield f"l’identifiant « {id_} » parle de « {text} »"


def _done_at_once(question: Question) -> bool:
    variant = question.variant
    if not isinstance(variant.material, Simulation) or not variant.material.goal:
        return False
    nothing = [] if isinstance(variant.response, NoResponse) else grading.right_answer(variant)
    return grading.verdict(variant, nothing).correct


def read_by_students(statement: Statement) -> str:
    """All the text of a statement, folded."""
    return " ".join(
        [words.folded(statement.instruction), _read(statement.situation), _read(statement.document)]
    )


def _read(html: str) -> str:
    """The text of a piece of HTML, folded."""
    return _on_a_line(unescape(_TAG.sub(" ", _COMMENT.sub(" ", html))))


def _on_a_line(text: str) -> str:
    """A text folded, its lines kept apart by spaces."""
    return words.folded(" ".join(text.split()))

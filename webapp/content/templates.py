"""Texts of a challenge: sandboxed templates whose drawn values stay themselves.

A draw puts its values in as marks (private-use characters), so that Markdown never reads them;
`webapp.content.markup` replaces the marks by escaped values afterwards.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, Undefined
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import pass_context

from webapp.content import misprints
from webapp.content.problems import BadContent, Problem
from webapp.content.reading import sections

SYNTAX = re.compile(r"\{[{%#]")
MARK = re.compile("\ue000([0-9]+)\ue001")


@dataclass(frozen=True)
class Drawn:
    """A rendered part: text with marks, and the values they stand for."""

    text: str
    values: tuple[str, ...]

    def filled(self, how: Callable[[str], str] = str) -> str:
        """The text with each mark replaced by `how(value)`."""
        return MARK.sub(lambda mark: how(self.values[int(mark[1])]), self.text)


@dataclass(frozen=True)
class Texts:
    """The parts of one file (prompt.md or explain.md), each under its level-1 heading.

    The template is compiled the first time it is drawn, once a process, so that a bank of six
    hundred challenges loads in less than a second; `content check` compiles them all.
    """

    path: Path
    parts: Mapping[str, tuple[int, str]] = field(repr=False)

    @classmethod
    def of(cls, path: Path) -> "Texts":
        """The parts of a file; as `webapp.content.reading.sections` finds them."""
        return cls(path, sections(path))

    def drawn(self, params: Mapping[str, Any], titles: Container[str]) -> dict[str, Drawn]:
        """The parts of these titles with the values of one draw.

        BadContent says on which line each fails; a part that is not asked for cannot.
        """
        values: list[str] = []
        try:
            names = {**_ENVIRONMENT.globals, **params, "_marked": values}
            context = self._template.new_context(names, shared=True)
        except TemplateSyntaxError as error:
            raise BadContent((self._problem(error),)) from error
        parts: dict[str, Drawn] = {}
        problems: list[Problem] = []
        for number, title in enumerate(self.parts):
            if title not in titles:
                continue
            try:
                parts[title] = self._fixed.get(title) or self._part(number, context, values)
            except Exception as error:  # a filter may raise anything: it is a fault of the text
                problems.append(self._problem(error))
        if problems:
            raise BadContent(tuple(problems))
        return parts

    def faults(self) -> Iterator[Problem]:
        """Why parts cannot be compiled, each for itself."""
        for title, part in self.parts.items():
            try:
                _ = Texts(self.path, {title: part})._template
            except TemplateSyntaxError as error:
                yield self._problem(error)

    def _part(self, number: int, context: Context, values: list[str]) -> Drawn:
        values.clear()
        try:
            text = "".join(self._template.blocks[f"part{number}"](context))
        except Exception:
            _ENVIRONMENT.handle_exception()  # raises again, with the lines of the template
        return Drawn(text.strip("\n"), tuple(values))

    @cached_property
    def _fixed(self) -> dict[str, Drawn]:
        """The parts in which nothing is drawn: nearly half of those of the bank."""
        return {
            title: Drawn(body.strip("\n"), ())
            for title, (_, body) in self.parts.items()
            if not SYNTAX.search(body)
        }

    @cached_property
    def _template(self) -> Template:
        return _ENVIRONMENT.from_string(self._source())

    def _source(self) -> str:
        """Every part as a block of one template whose lines are numbered as in the file."""
        source = ""
        for number, (line, body) in enumerate(self.parts.values()):
            source += "\n" * (line - 2 - source.count("\n"))
            end = "\n" if body else ""  # a brace at the end of a part is text
            source += f"{{% block part{number} %}}\n{body}{end}{{% endblock %}}"
        return source

    def _problem(self, error: Exception) -> Problem:
        if isinstance(error, TemplateSyntaxError):
            line = misprints.line(error, self._source())
        else:
            line = _line(error)
        return Problem(self.path, line, f"gabarit : {misprints.sentence(error)}")


@pass_context
def _mark(context: Context, value: Any) -> str:
    """The mark that stands for a value until Markdown is done."""
    values: list[str] = context["_marked"]
    if isinstance(value, Undefined):
        return str(value)  # StrictUndefined raises here, with the name of the parameter
    values.append(_shown(value))
    return f"\ue000{len(values) - 1}\ue001"


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise TemplateError(f"une valeur de type {type(value).__name__} ne s’affiche pas")
    return str(value).replace(".", ",").replace("-", "−")


def _line(error: Exception) -> int:
    """The line of the template where a draw failed."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


_ENVIRONMENT = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined,
    finalize=_mark,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    cache_size=0,
)

"""A virtual student: from the code to the results, reading the pages as they come.

They answer what the form offers: one of the options, a date where the hint speaks of one, else a
small number, the order as it is; what cannot be read as an answer is passed. Right or wrong, an
answer takes the same way through the server.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from random import Random
from time import perf_counter
from urllib.parse import urlencode

from e2e.load.wire import Line, Reply
from tests.filling import Form
from tests.html import read

_TAG = re.compile(r"<(input|select|textarea)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?')
_OPTION = re.compile(r"<option\b([^>]*)>")
_QUESTION = 'data-state="question"'
_DATED = re.compile(r"\b(?:mois|juillet)\b")  # « Jour, mois et année », « Par exemple 14 juillet »


class Stuck(Exception):
    """The pages did not lead where they should; the message tells which one."""


@dataclass
class Measures:
    """What answering cost, seen from outside; times in seconds."""

    answers: int = 0
    requests: int = 0
    seconds: list[float] = field(default_factory=list)
    plain_bytes: int = 0
    wire_bytes: int = 0


class Student:
    """One person and their connection; `page` is what they have before them."""

    def __init__(self, port: int, *, name: str, seed: int) -> None:
        self.line = Line(port)
        self.name = name
        self.page = ""
        self.address = ""
        self.finished = False
        self.results = ""  # where the last answer led
        self.acknowledged: list[str] = []  # one-time keys of the answers that the server took
        self._random = Random(seed)
        self._unsure: list[tuple[str, str]] = []  # sent, not yet acknowledged: sent again as it is

    async def enter(self, code: str) -> None:
        """From the home page to the first question."""
        known = {"code": code, "first_name": self.name}
        reply = await self._arrive(await self.line.get("/"))
        for _ in range(8):
            if _QUESTION in self.page:
                self.address = "/tests/" + _between(self.page, 'data-assessment="', '"')
                return
            reply = await self._arrive(await self._fill_in(known, reply))
        raise Stuck(self.page[:2000])

    async def answer(self, measures: Measures) -> None:
        """Answer the question before them, or pass; afterwards comes the next, or the end."""
        self._unsure = self._unsure or self._answered()
        reply = await self._post([*self._unsure, ("action", "submit")], measures)
        if reply.status == 422:
            reply = await self._post([*self._unsure, ("action", "skip")], measures)
        if reply.status >= 400:
            raise Stuck(f"{reply.status}: {reply.body[:2000]}")
        self.acknowledged.append(dict(self._unsure)["key"])
        self._unsure = []
        measures.answers += 1
        if reply.target:
            self.finished, self.results = True, reply.target
        else:
            self.page = reply.body

    async def read_results(self) -> None:
        """Open the page that the last answer led to."""
        await self._arrive(await self.line.get(self.results))

    async def read_again(self) -> None:
        """Ask for the page of the question again, as a reload does."""
        await self._arrive(await self.line.get(f"{self.address}/question"))

    async def _post(self, fields: list[tuple[str, str]], measures: Measures) -> Reply:
        started = perf_counter()
        reply = await self.line.post(f"{self.address}/reponses", urlencode(fields), htmx=True)
        measures.seconds.append(perf_counter() - started)
        measures.requests += 1
        measures.plain_bytes += len(reply.body.encode())
        measures.wire_bytes += reply.wire_bytes
        return reply

    async def _arrive(self, reply: Reply) -> Reply:
        """Follow to the page that the reply leads to."""
        while reply.target:
            reply = await self.line.get(reply.target)
        if reply.status != 200:
            raise Stuck(f"{reply.status}: {reply.body[:2000]}")
        self.page = reply.body
        return reply

    async def _fill_in(self, known: dict[str, str], reply: Reply) -> Reply:
        """The form that leads on: the one that asks what we know, or that begins the test."""
        root, _ = read(reply.body)
        for form in (Form(each, root) for each in root.all("form")):
            asked = known.keys() & set(form.names)
            if asked or form.action.endswith("/presentation"):
                form.fill({name: known[name] for name in asked})
                return await self.line.post(form.action, urlencode(form.pairs()[0]))
        raise Stuck(reply.body[:2000])

    def _answered(self) -> list[tuple[str, str]]:
        source = _between(self.page, '<form id="answer"', "</form>")
        offered: dict[str, list[str]] = {}
        fields = []
        for tag, written in _TAG.findall(source):
            attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(written)}
            name, value = attributes.get("name"), attributes.get("value", "")
            kind = attributes.get("type", tag)
            if not name or kind == "submit":
                continue
            if kind == "hidden":
                fields.append((name, value))
            elif kind in ("radio", "checkbox"):
                offered.setdefault(name, []).append(value)
            elif kind == "select":
                offered[name] = _options(source, name)
            else:
                fields.append((name, self._typed(_hint(source, name))))
        return fields + [(name, self._random.choice(values)) for name, values in offered.items()]

    def _typed(self, hint: str) -> str:
        """What a person types under this hint: a day of a month, or a small number."""
        number = self._random.randint(1, 20)
        return f"{number}/07/2027" if _DATED.search(hint) else str(number)


def _hint(source: str, name: str) -> str:
    """The words beside a field that say what to type there; empty when there are none."""
    return source.partition(f'id="f-{name}-hint">')[2].partition("<")[0]


def _options(source: str, name: str) -> list[str]:
    inside = _between(source, f'name="{name}"', "</select>")
    values = [dict(_ATTRIBUTE.findall(each)).get("value", "") for each in _OPTION.findall(inside)]
    return [unescape(value) for value in values if value] or [""]


def _between(text: str, start: str, end: str) -> str:
    found, after = text.partition(start)[1:]
    if not found:
        raise Stuck(f"no {start} in {text[:2000]}")
    return after.partition(end)[0]

"""Texts stay within the reading limit of their level."""

import re
from collections.abc import Iterator

from webapp.content.checking.examined import Examined, words
from webapp.content.problems import Problem
from webapp.content.showing import plain

# By level: words of the situation, words of its longest sentence.
LIMITS = {
    1: (60, 24),
    2: (70, 26),
    3: (85, 28),
    4: (100, 30),
    5: (120, 34),
    6: (140, 36),
    7: (160, 38),
    8: (170, 40),
}
_LITERAL = re.compile(r"<pre>.*?</pre>|<table>.*?</table>", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[.!?…:;])\s|\n")
_END = re.compile(r"[.!?:]$")


def problems(examined: Examined) -> Iterator[Problem]:
    """Situations too long for their level, and instructions that are not one sentence."""
    most_words, longest = LIMITS[examined.challenge.skill.level]
    counts, sentences, endings = [0], [0], set[str]()
    for question in examined.questions:
        situation = _LITERAL.sub(" ", question.statement.situation)
        counts.append(words(situation))
        sentences += [len(s.split()) for s in _SENTENCE.split(plain(situation))]
        endings |= set(_faults(question.statement.instruction))
    level = f"niveau {examined.challenge.skill.level}"
    if max(counts) > most_words:
        yield examined.under("Situation", f"{max(counts)} mots ; {level} : {most_words} au plus")
    if max(sentences) > longest:
        message = f"une phrase de {max(sentences)} mots ; {level} : {longest} au plus"
        yield examined.under("Situation", message)
    for message in sorted(endings):
        yield examined.under("Consigne", message)


def _faults(instruction: str) -> Iterator[str]:
    if not _END.search(instruction):
        yield "la consigne finit par un point ou un point d’interrogation"
    if len(re.findall(r"[.!?](?:\s|$)", instruction)) > 1:
        yield "la consigne tient en une phrase"

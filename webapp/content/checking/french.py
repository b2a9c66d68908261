"""French typography of everything a student reads."""

import re
from collections.abc import Iterator

from webapp.content.checking.examined import Examined, spoken
from webapp.content.problems import Problem

_SPACE = r"[ \u00a0\u202f]"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\w'\w"), "apostrophe droite au lieu de ’"),
    (re.compile(r"(?:^|\s)\"\w|\w\"(?:\s|$|[.,])"), "guillemets droits au lieu de « »"),
    (re.compile(r"[“”]"), "guillemets anglais au lieu de « »"),
    (re.compile(r"[\w)»][;!?](?=\s|$)"), "il manque une espace avant ; ! ou ?"),
    (re.compile(r"[^\W\d]:(?=\s|$)"), "il manque une espace avant :"),
    (re.compile(rf"\w{_SPACE}[,.](?=\s|$)"), "espace avant une virgule ou un point"),
    (re.compile(r"«(?![ \u00a0\u202f])|(?<![ \u00a0\u202f])»"), "espaces intérieures de « »"),
    (re.compile(r"\.\.\."), "trois points au lieu de …"),
    (re.compile(r"[^\W\d],\w"), "il manque une espace après la virgule"),
    (re.compile(r"\w  +\w"), "deux espaces de suite"),
    (
        re.compile(r"\b(?:c|s|ch)oeur|\boeu(?:vre|f)|\boeil\b|\bvoeu|\bnoeud|manoeuvre", re.I),
        "« oe » au lieu de « œ »",
    ),
    (
        re.compile(r"(?:^|[.!?]\s)A (?:partir|quel|qui|quoi|cause|la|l’|chaque|côté)"),
        "« A » au lieu de « À »",
    ),
    (re.compile(r"\b\d+%|\d€"), "il manque une espace entre le nombre et son signe"),
    (
        re.compile(r"\bEtat\b|\bEtats\b|\bEcole\b|\bEleve|\bEcris\b|\bEcrire\b"),
        "capitale sans accent",
    ),
    (
        re.compile(r"(?<![\w’-])(?:[dljmnst]e|la|que|\w+sque) (?=[AEIOUÂÉÈÊÎÔ][a-zà-ÿ])"),
        "il faut une élision : « d’Anouk », « qu’Inès »",
    ),
)


def problems(examined: Examined) -> Iterator[Problem]:
    """The faults of the texts of all the draws, each once, where it stands in the sources."""
    seen: set[str] = set()
    for text in spoken(examined.questions):
        for message, snippet in faults(text):
            if (key := f"{message} : « {snippet} »") not in seen:
                seen.add(key)
                yield examined.where(snippet, key)


def faults(text: str) -> Iterator[tuple[str, str]]:
    """What French typography refuses in a text: (the rule, the words around)."""
    for rule, message in _RULES:
        for found in rule.finditer(text):
            start, end = max(0, found.start() - 15), found.end() + 12
            yield message, text[start:end].strip().replace("\n", " ")

"""Addresses: pages, domains, servers, e-mail; with or without what people leave out."""

import re
from dataclasses import dataclass

from webapp.grading.nearness import Nearness
from webapp.grading.words import signs

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://(.*)", re.DOTALL)
_BRACKETED = re.compile(r".*<([^<>]*)>[ .,;]*")


@dataclass(frozen=True)
class Address:
    """What is left of an address once brackets, final dot and final slash are gone."""

    scheme: str  # "" when it was left out
    rest: str


def parsed(text: str) -> Address | None:
    """The address a person reads in a text, or None when it holds spaces or nothing."""
    bare = signs(text).casefold()
    if bracketed := _BRACKETED.fullmatch(bare):
        bare = bracketed[1]
    bare = bare.strip("\"' <>").removeprefix("mailto:").rstrip(",; ")
    scheme, rest = match.groups() if (match := _SCHEME.fullmatch(bare)) else ("", bare)
    rest = _without_dot(rest).rstrip("/")
    readable = " " not in rest and any(char.isalnum() for char in rest)
    return Address(scheme, rest) if readable else None


def nearness(typed: str, expected: str) -> Nearness | None:
    """The same address, or the same with its scheme left out on one side."""
    given, wanted = parsed(typed), parsed(expected)
    if given is None or wanted is None or given.rest != wanted.rest:
        return None
    if given.scheme == wanted.scheme:
        return Nearness.SAME
    return Nearness.VAGUE if "" in (given.scheme, wanted.scheme) else None


def _without_dot(rest: str) -> str:
    """Without the dot that ends a server's name or a sentence; « ../ » is a folder."""
    host, slash, path = rest.partition("/")
    return f"{host.rstrip('.') or host}{slash}{path.removesuffix('.')}"

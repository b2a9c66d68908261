"""French typography: spaces that do not break, curly apostrophes, addresses that break well.

Spaces are converted, never added: « Vraiment ? » is fixed, `?page=2` is left alone.
"""

import re
from functools import lru_cache

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

FIXED = "\u00a0"  # no-break space
NARROW = "\u202f"  # the same, narrow: our subset of the font draws it
UNITS = "h|min|s|ko|Mo|Go|To|o|octets|€|pix|ans|km|cm|mm|m|kg|g|px|°C|points?"
RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[^\W\d_])'(?=[^\W\d_])", "’"),
        (r"[ \u00a0](?=[;!?%](?:[^\w]|$))", NARROW),
        (r" (?=:(?:\s|$))", FIXED),
        (r"(?<=«) ", FIXED),
        (r" (?=»)", FIXED),
        (r"(?<=\d) (?=h \d\d(?!\d))", FIXED),
        (r"(?<=\d[ \u00a0]h) (?=\d\d(?!\d))", FIXED),
        (rf"(?<=\d) (?=(?:{UNITS})(?!\w))", FIXED),
        (r"(?<=\d) (?=\d{3}(?!\d))", NARROW),
        (r"(?<=\bn°) (?=\d)", FIXED),
        (r"(?<=\bM\.) (?=[A-ZÀ-Ý])|(?<=\bMme) (?=[A-ZÀ-Ý])", FIXED),
    )
)
TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
RAW = re.compile(r"<(/?)(?:pre|code)\b", re.IGNORECASE)
SHUT = re.compile(r"<(/?)(?:textarea|script|style|svg)\b", re.IGNORECASE)
ADDRESS = re.compile(
    r"https?://[^\s<>«»]+"
    r"|[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}"
    r"|(?<![\w@./-])(?:[\w-]+\.)+(?:example|test|fr|org)\b[^\s<>«»,;]*"
)
SEGMENT = re.compile(r"(?<=//)(?=.)|(?<=[^/:])(?=/.)|(?=[.?@])")
LONG = 20  # characters: a longer part of an address may break anywhere rather than overflow
WORD = re.compile(r"\S{2,20}")  # in code: a name that stays whole
PAGE = 4096  # texts remembered: those of templates, of the catalogue's names, of open questions


def french(text: object) -> Markup:
    """Text or HTML, typeset, its web addresses made to break between their parts."""
    if hasattr(text, "__html__"):
        return _of_html(str(text.__html__()))
    return _of_text(str(text))


@lru_cache(maxsize=PAGE)
def typeset(text: str) -> str:
    """Plain text with French spaces and apostrophes; the rest of it unchanged."""
    for pattern, replacement in RULES:
        text = pattern.sub(replacement, text)
    return text


@lru_cache(maxsize=PAGE, typed=True)
def address(text: str) -> Markup:
    """A web or mail address that may break before . / ? or @, nowhere else."""
    parts = [type(text)(part) for part in SEGMENT.split(text) if part]
    return Markup('<span class="address">{}</span>').format(
        Markup("<wbr>").join(map(_whole, parts))
    )


def _whole(part: str) -> Markup:
    long = Markup(' class="long"') if len(part) > LONG else ""
    return Markup("<span{}>{}</span>").format(long, part)


@lru_cache(maxsize=PAGE)
def _of_text(text: str) -> Markup:
    return Markup("").join(_pieces(text))


def _pieces(text: str, *, as_is: bool = False) -> list[Markup]:
    """A text (escaped unless it is markup), its addresses apart; `as_is`: the rest not typeset."""
    kind = type(text)
    pieces, start = [], 0
    for found in ADDRESS.finditer(text):
        whole = kind(found.group().rstrip(".,;:!?"))
        pieces += [_prose(kind(text[start : found.start()]), as_is=as_is), address(whole)]
        start = found.start() + len(whole)
    return [*pieces, _prose(kind(text[start:]), as_is=as_is)]


def _prose(text: str, *, as_is: bool) -> Markup:
    if as_is:
        word = Markup('<span class="address">{}</span>')
        return word.format(_whole(text)) if WORD.fullmatch(text) else escape(text)
    return escape(type(text)(typeset(str(text))))


@lru_cache(maxsize=PAGE)
def _of_html(html: str) -> Markup:
    return Markup("".join(_typeset_nodes(TAG.split(html))))  # noqa: S704 -- it came in as markup


def _typeset_nodes(parts: list[str]) -> list[str]:
    """Tags as they are; text between them typeset, code only made to break well."""
    raw = shut = 0
    done = []
    for part in parts:
        if part.startswith("<"):
            raw += _step(RAW, part)
            shut += _step(SHUT, part)
        if part.startswith("<") or shut:
            done.append(part)
        else:
            done += _pieces(Markup(part), as_is=bool(raw))  # noqa: S704 -- it came in as markup
    return done


def _step(tags: re.Pattern[str], tag: str) -> int:
    """1 when `tag` opens one of `tags`, -1 when it closes it, else 0."""
    found = tags.match(tag)
    if found is None:
        return 0
    return -1 if found.group(1) else 1


class TypesetTemplates(Extension):
    """Typesets the text of templates once, when they are compiled."""

    def filter_stream(self, stream: TokenStream) -> TokenStream:
        """The same tokens, the text outside tags typeset."""
        return TokenStream(self._typeset(stream), stream.name, stream.filename)

    def _typeset(self, stream: TokenStream):  # type: ignore[no-untyped-def]
        inside = False
        for token in stream:
            if token.type == "data":
                text, inside = _outside_tags(token.value, inside=inside)
                token = Token(token.lineno, "data", text)
            yield token


def _outside_tags(source: str, *, inside: bool) -> tuple[str, bool]:
    """The template's text typeset outside tags; `inside`: whether a tag is open at its start."""
    done = []
    for part in re.split(r"([<>])", source):
        if part in "<>":
            inside = part == "<" if part else inside
            done.append(part)
        else:
            done.append(part if inside else typeset(part))
    return "".join(done), inside


def equip(environment: Environment) -> None:
    """Give templates the filters `french`, `typeset` and `address`, and typeset their own text."""
    environment.filters.update(french=french, typeset=typeset, address=address)
    environment.add_extension(TypesetTemplates)

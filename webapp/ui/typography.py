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
APART = "\u001e"  # a space to every pattern: stands for the tags between texts typeset together
NARROW = "\u202f"  # the same, narrow: our subset of the font draws it
UNITS = (
    "h|min|s|ms|o|ko|Mo|Go|To|octets?|bits?|€|centimes?|km|m|cm|mm|kg|g|px|pix|pixels?|ppp|V|W|kWh"
    "|Wh|mAh|kbit/s|Mbit/s|Gbit/s|Mo/s|°C|pages?|ans?|jours?|points?|images?|fichiers?|élèves?"
)
APOSTROPHE = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
TIED = re.compile(  # each begins with the space itself: the search jumps from one to the next
    r" (?:(?=:(?:\s|$)|»)"
    r"|(?<=« )"
    r"|(?<=\d )(?=(?:" + UNITS + r")(?!\w))"
    r"|(?<=\d[ \u00a0]h )(?=\d\d(?!\d))"
    r"|(?<=\bn° )(?=\d)"
    r"|(?:(?<=\bM\. )|(?<=\bMme ))(?=[A-ZÀ-Ý]))"
)
NARROWED = re.compile(r"[ \u00a0](?:(?=[;!?%](?:[^\w]|$))|(?<=\d )(?=\d{3}(?!\d)))")
TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
SPECIAL = re.compile(r"<(/?)(?:(pre|code)|textarea|script|style|svg)\b", re.IGNORECASE)
ADDRESS = re.compile(
    r"https?://[^\s<>«»]+"
    r"|[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}"
    r"|(?<![\w@./-])(?:[\w-]+\.)+(?:example|test|fr|org)\b[^\s<>«»,;]*"
)
HINT = re.compile(r"://|@|\.(?:example|test|fr|org)\b")  # else there is no address
SEGMENT = re.compile(r"(?<=//)(?=.)|(?<=[^/:])(?=/.)|(?=[.?@])")
LONG = 20  # characters: a longer part of an address may break anywhere rather than overflow
# « a-t-il », « reviens-y »: never cut at their hyphens
TOGETHER = re.compile(r"[^\W\d_]+-(?:t-(?:ils?|elles?|on)|y)\b")
WORD = re.compile(r"\S{2,20}")  # in code: a name that stays whole
PAGE = 1024  # texts remembered: those of templates, of the catalogue's names, of open questions
PARTS = 256  # parts of pages remembered: kilobytes each, and most are drawn for one student


def french(text: object) -> Markup:
    """Text or HTML, typeset, its web addresses made to break between their parts."""
    if hasattr(text, "__html__"):
        return _of_html(str(text.__html__()))
    return _of_text(str(text))


@lru_cache(maxsize=PAGE)
def typeset(text: str) -> str:
    """Plain text with French spaces and apostrophes; the rest of it unchanged."""
    return _spaced(text)


def address(text: str) -> Markup:
    """A web or mail address that may break before . / ? or @, nowhere else."""
    return _markup(_address(escape(text)))


@lru_cache(maxsize=PAGE)
def _of_text(text: str) -> Markup:
    return _markup(_node(str(escape(APOSTROPHE.sub("’", text))), code=False))


@lru_cache(maxsize=PARTS)
def _of_html(html: str) -> Markup:
    parts = TAG.split(html)
    if SPECIAL.search(html) or APART in html:
        return _markup("".join(_typeset_nodes(parts)))
    parts[::2] = _node(APART.join(parts[::2]), code=False).split(APART)
    return _markup("".join(parts))


def _markup(html: str) -> Markup:
    """What is made here of escaped text and of markup is markup."""
    return Markup(html)  # noqa: S704


def _typeset_nodes(parts: list[str]) -> list[str]:
    """Tags as they are; text between them typeset, code only made to break well."""
    raw = shut = 0
    done = []
    for part in parts:
        if part.startswith("<"):
            if special := SPECIAL.match(part):
                closes, is_code = special.groups()
                step = -1 if closes else 1
                if is_code:
                    raw += step
                else:
                    shut += step
            done.append(part)
        else:
            done.append(part if shut or not part else _node(part, code=bool(raw)))
    return done


def _node(text: str, *, code: bool) -> str:
    """A text of a page, already escaped: its addresses made to break well, the rest typeset."""
    shown = _code if code else _words
    if not HINT.search(text):
        return shown(text)
    pieces, start = [], 0
    for found in ADDRESS.finditer(text):
        whole = found.group().rstrip(".,;:!?")
        pieces += [shown(text[start : found.start()]), _address(whole)]
        start = found.start() + len(whole)
    return "".join([*pieces, shown(text[start:])])


def _words(text: str) -> str:
    """Words typeset, each verb kept on the line of its pronoun."""
    text = _spaced(text)
    if "-t-" not in text and "-y" not in text:
        return text
    return TOGETHER.sub(r'<span class="whole">\g<0></span>', text)


def _spaced(text: str) -> str:
    text = APOSTROPHE.sub("’", text)
    return TIED.sub(FIXED, NARROWED.sub(NARROW, text))


def _code(text: str) -> str:
    """In code nothing is typeset, and a short name stays whole."""
    return f'<span class="address">{_whole(text)}</span>' if WORD.fullmatch(text) else text


def _address(text: str) -> str:
    parts = "<wbr>".join(_whole(part) for part in SEGMENT.split(text) if part)
    return f'<span class="address">{parts}</span>'


def _whole(part: str) -> str:
    opening = '<span class="long">' if len(part) > LONG else "<span>"
    return f"{opening}{part}</span>"


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

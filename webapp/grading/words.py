"""Words as a person reads them: case, accents, spaces, quotes and one slip do not matter."""

import re
import unicodedata

from rapidfuzz.distance import OSA

from webapp.grading.nearness import Nearness

LONG_WORD = 6  # letters; a shorter word must be typed without a slip

_APOSTROPHES = "’‘ʼ‛`´′＇ʹ"
_DASHES = "‐‑‒–—―−﹣－⁃"
_QUOTES = "“”„‟«»″〝〞＂"
_SAME_SIGN = str.maketrans(
    {**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_DASHES, "-")}
    | dict.fromkeys(_QUOTES, '"')
)
_SAME_LETTER = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i"})

_ARTICLE = re.compile(r"^(?:de la |de l'|du |des |les |le |la |l'|une |un |d')(?=.)")
_FORMULA_SPACE = re.compile(r'("[^"]*")| ')
_EXPONENT = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?: [0-9]{3})+")
_SPACED_POWER = re.compile(r" ?\^ ?")
_SPACED_SIGN = re.compile(r" ?(['-]) ?")
_INNER_HYPHEN = re.compile(r"(?<=[^\W\d_])[ -](?=\w)|(?<=\w)[ -](?=[^\W\d_])")


def signs(text: str) -> str:
    """One kind of apostrophe, dash, quote and space; compatible characters unified (NFKC)."""
    unified = unicodedata.normalize("NFKC", text.translate(_SAME_SIGN)).translate(_SAME_SIGN)
    if not unified.isprintable():  # hardly ever, and a look at each character takes longer
        unified = "".join(c for c in unified if unicodedata.category(c) not in ("Cf", "Cc"))
    return " ".join(unified.split())


def folded(text: str) -> str:
    """A phrase without case, accents, needless spaces, outer quotes or final punctuation."""
    plain = signs(text).casefold().translate(_SAME_LETTER)
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _unwrapped(_SPACED_SIGN.sub(r"\1", bare))


def exact(text: str) -> str:
    """A code or a formula: only case and outer spaces fold.

    A formula's inner spaces, those between the thousands of a number and around the sign of a
    power go too; « 10⁵ » is « 10^5 ».
    """
    code = signs(_EXPONENT.sub(_raised, text)).casefold()
    if _GROUPED.fullmatch(code):
        return code.replace(" ", "")
    code = _SPACED_POWER.sub("^", code)
    return _FORMULA_SPACE.sub(r"\1", code) if code.startswith("=") else code


def nearness(typed: str, expected: str) -> Nearness | None:
    """How near two phrases are, from the same words to one slip in a long word."""
    typed, expected = folded(typed), folded(expected)
    if typed == expected:
        return Nearness.SAME if typed else None
    typed, expected = _without_article(typed), _without_article(expected)
    if _glued(typed) == _glued(expected):
        return Nearness.LIKE if typed else None
    return Nearness.SLIP if _slipped(typed.split(), expected.split()) else None


def code_nearness(typed: str, expected: str) -> Nearness | None:
    """Codes are the same or they are not."""
    return Nearness.SAME if exact(typed) == exact(expected) else None


def _raised(exponent: re.Match[str]) -> str:
    return "^" + "".join(str(unicodedata.digit(sign)) for sign in exponent[0])


def _unwrapped(text: str) -> str:
    """Without the quotes around it and the full stop that ends it."""
    return text.strip('" ').rstrip(".,;:!? ").strip('" ') or text


def _without_article(phrase: str) -> str:
    return _ARTICLE.sub("", phrase, count=1)


def _glued(phrase: str) -> str:
    """« presse-papiers » and « presse papiers » are one word; « 1 2 » is not « 12 »."""
    return _INNER_HYPHEN.sub("", phrase)


def _slipped(typed: list[str], expected: list[str]) -> bool:
    """Word for word the same, but for one slip in long words."""
    return len(typed) == len(expected) and all(
        left == right or _one_slip(left, right) for left, right in zip(typed, expected, strict=True)
    )


def _one_slip(typed: str, expected: str) -> bool:
    """One letter added, lost, changed or swapped with its neighbour, in a word of letters."""
    letters = expected.replace("'", "").replace("-", "")
    if len(letters) < LONG_WORD or not letters.isalpha() or abs(len(typed) - len(expected)) > 1:
        return False
    return OSA.distance(typed, expected, score_cutoff=1) <= 1

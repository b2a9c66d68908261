"""Names of people: folded, sorted alike on every database, recognised in spite of small slips."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
KEY_LENGTH = 200  # characters of the columns that keep the keys
NUMBER_WIDTH = 4  # digits of a number inside a sort key: « 2de 4 » before « 2de 10 »
SHORTEST_PART = 3  # letters: a shorter part of a compound name (« de », « El ») is not a name


@dataclass(frozen=True)
class Label:
    """A name as a class list shows it: « Inès » and « Be. », and what tells homonyms apart."""

    first_name: str
    initials: str
    detail: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.first_name, self.initials) if part)


@dataclass(frozen=True)
class Named:
    """Somebody to be listed among others; `day` is that of the birthday, 0 when unknown."""

    first_name: str
    last_name: str
    day: int = 0


def folded(text: str) -> str:
    """Lower case, no accent, one space for anything that is neither a letter nor a digit."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", bare))


def tidy(text: str) -> str:
    """A name as it is kept: composed characters, single spaces, a curly apostrophe."""
    return " ".join(unicodedata.normalize("NFC", text).replace("'", "’").split())


def sort_key(*parts: str) -> str:
    """A key that orders « É » after « E » on any database: a–z and 0–9 only, whatever collates."""
    return "00".join("0".join(_padded(folded(part)).split()) for part in parts)[:KEY_LENGTH]


def match_key(*, first_name: str, last_name: str) -> str:
    """The folded « last first » name by which a student is found again."""
    return f"{folded(last_name)} {folded(first_name)}".strip()[:KEY_LENGTH]


def same(typed: str, kept: str) -> bool:
    """Whether two names are one, accents, case, hyphens and spaces apart."""
    return _joined(typed) == _joined(kept) != ""


def part_of(typed: str, kept: str) -> bool:
    """Whether one is a part of the other, a compound name: « Diallo » and « Diallo-Roy »."""
    left, right = folded(typed).split(), folded(kept).split()
    shared = set(left) & set(right)
    return any(len(part) >= SHORTEST_PART for part in shared) and shared in (set(left), set(right))


def close(typed: str, kept: str) -> bool:
    """Whether one name is the other with one slip in four letters: a swap counts as one."""
    left, right = _joined(typed), _joined(kept)
    allowed = len(right) // 4
    return bool(left) and OSA.distance(left, right, score_cutoff=allowed) <= allowed


def labels(people: Sequence[Named]) -> list[Label]:
    """How each is shown among the others: the shortest initials that tell first names apart."""
    groups: dict[str, list[Named]] = {}
    for person in people:
        groups.setdefault(_joined(person.first_name), []).append(person)
    return [_label(person, groups[_joined(person.first_name)]) for person in people]


def _label(person: Named, group: Iterable[Named]) -> Label:
    mine = _joined(person.last_name)
    others = {_joined(other.last_name) for other in group} - {mine}
    length = next(
        (n for n in range(1, len(mine) + 1) if not any(o.startswith(mine[:n]) for o in others)),
        len(mine),
    )
    initials = _beginning(person.last_name, length)
    twins = sum(1 for other in group if _joined(other.last_name) == mine) > 1
    detail = f"anniversaire un {person.day}" if twins and person.day else ""
    return Label(person.first_name, initials, detail)


def _beginning(name: str, letters: int) -> str:
    """The beginning of a name that holds so many letters, with a dot when it is cut."""
    end = 0
    while end < len(name) and len(_joined(name[:end])) < letters:
        end += 1
    return name if end >= len(name) else name[:end] + "."


def _joined(name: str) -> str:
    return folded(name).replace(" ", "")


def _padded(text: str) -> str:
    return re.sub(r"\d+", lambda number: number[0].zfill(NUMBER_WIDTH), text)

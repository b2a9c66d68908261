"""HTML read strictly: a tree of elements, and the faults that browsers silently repair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)
_CLOSES_A_PARAGRAPH = frozenset(
    "address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header "  # noqa: SIM905
    "hr main nav ol p pre section table ul".split()
)


@dataclass(eq=False)
class Element:
    """An element; texts and elements are its children, in order.

    `document` holds every element, in the order in which they begin: this one and those inside
    are from `place` to `end`.
    """

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    document: list[Element] = field(repr=False)
    place: int
    end: int
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What one reads, spaces collapsed."""
        return " ".join(self.raw_text.split())

    @property
    def raw_text(self) -> str:
        """Every text inside, as written."""
        return "".join(each if isinstance(each, str) else each.raw_text for each in self.children)

    def get(self, name: str, default: str = "") -> str:
        """An attribute."""
        return self.attributes.get(name, default)

    def has(self, name: str) -> bool:
        """Whether the attribute is there, empty or not."""
        return name in self.attributes

    def walk(self) -> list[Element]:
        """Itself and all the elements inside, in order."""
        return self.document[self.place : self.end]

    def all(self, *tags: str, **attributes: str) -> list[Element]:
        """The elements inside of these tags (any, if none) with these attributes.

        `class_="warning"` wants the class among others; a `_` in a name stands for « - ».
        """
        return [
            each
            for each in self.document[self.place + 1 : self.end]
            if (not tags or each.tag in tags)
            and all(_matches(each, name, value) for name, value in attributes.items())
        ]

    def one(self, *tags: str, **attributes: str) -> Element:
        """The only such element; AssertionError when there are none or several."""
        found = self.all(*tags, **attributes)
        assert len(found) == 1, f"{len(found)} elements {tags} {attributes}, not one"
        return found[0]

    def ancestors(self) -> Iterator[Element]:
        """Its parent, and so on up to the root."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def inside(self, *tags: str) -> bool:
        """Whether one of its ancestors has one of these tags."""
        return any(each.tag in tags for each in self.ancestors())


@lru_cache(maxsize=8)
def read(source: str) -> tuple[Element, list[str]]:
    """The root, whose children are those of the document, and the faults of writing.

    The latest are kept, to be read only: a page often comes back as it was.
    """
    reader = _Reader()
    reader.feed(source)
    reader.close()
    left_open = [each.tag for each in reader.path[1:]]
    root = reader.path[0]
    reader.close_down_to(root)
    return root, reader.faults + [f"<{tag}> is never closed" for tag in left_open]


def _matches(element: Element, name: str, value: str) -> bool:
    if name == "class_":
        return value in element.get("class").split()
    return element.attributes.get(name.rstrip("_").replace("_", "-")) == value


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.document: list[Element] = []
        self.path: list[Element] = []
        self.faults: list[str] = []
        self.path.append(self._begun("", {}, None))

    def close_down_to(self, element: Element) -> None:
        """Take what is open off the path, from the innermost to this element."""
        last = None
        while last is not element:
            last = self.path.pop()
            last.end = len(self.document)

    def updatepos(self, i: int, j: int) -> int:
        """Lines are not counted: nobody reads their numbers."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._added(tag, attrs)
        if tag not in VOID:
            self.path.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._added(tag, attrs)
        if tag not in VOID and not element.inside("svg") and tag != "svg":
            self.faults.append(f"<{tag}/> does not close itself in HTML")

    def handle_endtag(self, tag: str) -> None:
        if self.path[-1].tag != tag:
            self.faults.append(f"</{tag}> closes <{self.path[-1].tag}>")
        begun = next((each for each in reversed(self.path) if each.tag == tag), None)
        if begun is not None:
            self.close_down_to(begun)

    def handle_data(self, data: str) -> None:
        self.path[-1].children.append(data)

    def _added(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        attributes = {name: value or "" for name, value in attrs}
        if len(attributes) < len(attrs):
            names = [name for name, _ in attrs]
            self.faults += [f"<{tag}> has {n} twice" for n in attributes if names.count(n) > 1]
        if tag in _CLOSES_A_PARAGRAPH and any(each.tag == "p" for each in self.path):
            self.faults.append(f"<{tag}> inside <p>")
        parent = self.path[-1]
        element = self._begun(tag, attributes, parent)
        parent.children.append(element)
        return element

    def _begun(self, tag: str, attributes: dict[str, str], parent: Element | None) -> Element:
        """A new element, nothing being inside yet."""
        place = len(self.document)
        element = Element(tag, attributes, parent, self.document, place, place + 1)
        self.document.append(element)
        return element

"""What a page of ours never does: the faults found in one, as sentences."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from tests.html import Element

_ADDRESSES = {
    *("src", "srcset", "href", "action", "formaction", "poster", "data", "xlink:href"),
    *("hx-get", "hx-post", "hx-put", "hx-patch", "hx-delete"),
}
_POINTS_TO_IDS = {
    "for",
    "form",
    "list",
    "headers",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
}
_NOT_FILLED = ("hidden", "submit", "button", "image", "reset")


def faults_of_page(root: Element) -> list[str]:
    """The faults of a whole page."""
    return [*_of_document(root), *_of_ids(root, whole=True), *_of_any(root)]


def faults_of_fragment(root: Element) -> list[str]:
    """The faults of a fragment, which may refer to ids of the page it goes into."""
    return [*_of_ids(root, whole=False), *_of_any(root)]


def _of_any(root: Element) -> Iterator[str]:
    for element in root.walk():
        yield from _inline(element)
        yield from _foreign(element)
        yield from _mute(element)
        if element.tag == "form":
            yield from _form(element)


def _of_document(root: Element) -> Iterator[str]:
    if [each.get("lang")[:2] for each in root.all("html")] != ["fr"]:
        yield "not one <html> in French"
    titles = [each.text for each in root.all("title") if not each.inside("svg")]
    headings = [each.text for each in root.all("h1")]
    if len(titles) != 1 or len(headings) != 1:
        yield f"titles {titles} and h1 {headings}, not one of each"
    elif not titles[0].removeprefix("Erreur : ").startswith(headings[0]):
        yield f"the title « {titles[0]} » does not start with the h1 « {headings[0]} »"
    if len(root.all("main")) != 1:
        yield "not one <main>"
    if not root.all("meta", name="viewport"):
        yield "no viewport"


def _of_ids(root: Element, *, whole: bool) -> Iterator[str]:
    ids = Counter(each.get("id") for each in root.walk() if each.has("id"))
    yield from (f"the id « {each} » is there {n} times" for each, n in ids.items() if n > 1)
    if "" in ids or any(" " in each for each in ids):
        yield "an id is empty or holds a space"
    if not whole:
        return
    for element in root.walk():
        for name, value in element.attributes.items():
            for target in value.split() if name in _POINTS_TO_IDS else ():
                if target not in ids:
                    yield f"<{element.tag} {name}> refers to « {target} », which is not there"


def _inline(element: Element) -> Iterator[str]:
    if element.tag == "style" or element.has("style"):
        yield f"inline style in <{element.tag}>"
    if element.tag == "script" and not element.has("src"):
        yield "inline script"
    for name, value in element.attributes.items():
        if name.startswith(("on", "hx-on")):
            yield f"<{element.tag} {name}>"
        if value.strip().lower().startswith("javascript:"):
            yield f"a script in <{element.tag} {name}>"


def _foreign(element: Element) -> Iterator[str]:
    if element.tag == "a" and "external" in element.get("rel").split():
        return  # a source that the reader may choose to open
    for name, value in element.attributes.items():
        if name in _ADDRESSES:
            address = urlsplit(value.strip())
            if address.netloc or address.scheme in ("http", "https"):
                yield f"<{element.tag} {name}> goes to {value}"


def _form(form: Element) -> Iterator[str]:
    if not form.get("action"):
        yield "a form without action"
    if form.get("method").lower() == "post" and not form.all("input", name="csrf_token"):
        yield f"the form to {form.get('action')} has no csrf_token"
    if form.inside("form"):
        yield "a form inside a form"


def _mute(element: Element) -> Iterator[str]:
    """What a screen reader could not name."""
    if element.tag == "img" and not element.has("alt"):
        yield f"the picture {element.get('src')} has no alt"
    filled = element.tag in ("input", "select", "textarea")
    if filled and element.get("type") not in _NOT_FILLED and not _labelled(element):
        yield f"the field {element.get('name')} has no label"
    if element.tag in ("button", "a") and not _says_something(element):
        yield f"a <{element.tag}> says nothing"


def _labelled(element: Element) -> bool:
    if element.get("aria-label") or element.get("aria-labelledby") or element.inside("label"):
        return True
    *_, root = element.ancestors()
    return bool(element.get("id")) and bool(root.all("label", for_=element.get("id")))


def _says_something(element: Element) -> bool:
    names = (element.get("aria-label"), element.get("aria-labelledby"), element.text)
    return any(names) or any(each.get("alt") for each in element.all("img"))

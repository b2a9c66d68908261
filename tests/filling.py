"""A form as a person fills it in: only its own fields, only values it offers."""

from __future__ import annotations

from tests.html import Element

Pairs = list[tuple[str, str]]
_BUTTONS = ("submit", "button", "image", "reset")


class Form:
    """One form of a page; `values` holds what would be sent, without the button."""

    def __init__(self, element: Element, page: Element) -> None:
        self.element = element
        self.action = element.get("action")
        self.method = element.get("method", "get").upper()
        controls = page.all("input", "select", "textarea", "button")
        own = [each for each in controls if _belongs(each, element)]
        self._enabled = [each for each in own if not _disabled(each)]
        self._fields = [
            each
            for each in self._enabled
            if each.tag != "button" and each.get("type") not in _BUTTONS and each.get("name")
        ]
        self.values: dict[str, list[str]] = {}
        for each in self._fields:
            self.values.setdefault(each.get("name"), []).extend(_shown(each))

    @property
    def names(self) -> list[str]:
        """The names of the fields, hidden ones included."""
        return list(self.values)

    @property
    def buttons(self) -> list[Element]:
        """The buttons that send it, in order."""
        return [
            each
            for each in self._enabled
            if (each.tag == "button" and each.get("type", "submit") == "submit")
            or (each.tag == "input" and each.get("type") in ("submit", "image"))
        ]

    def offered(self, name: str) -> list[str] | None:
        """The values that a list, radio buttons or boxes propose; None for a free field."""
        fields = self._named(name)
        if fields[0].tag == "select":
            return [_value(each) for each in fields[0].all("option") if not each.has("disabled")]
        if fields[0].get("type") in ("radio", "checkbox"):
            return [each.get("value", "on") for each in fields]
        return None

    def fill(self, values: dict[str, str | list[str]] | None = None, **more: str) -> Form:
        """Put values into the fields; AssertionError for what no person could do."""
        for name, given in {**(values or {}), **more}.items():
            wanted = [given] if isinstance(given, str) else list(given)
            hidden = all(each.get("type") == "hidden" for each in self._named(name))
            assert not hidden or wanted == self.values[name], f"nobody can fill « {name} »: hidden"
            offered = self.offered(name)
            if offered is not None:
                assert set(wanted) <= set(offered), f"« {name} » offers {offered}, not {wanted}"
            self.values[name] = wanted
        return self

    def arrange(self, name: str, values: list[str]) -> Form:
        """The same items in another order, as the buttons that move them would leave them."""
        assert sorted(values) == sorted(self.values[name]), f"{values} are not {self.values[name]}"
        self.values[name] = list(values)
        return self

    def pairs(self, button: str | None = None) -> tuple[Pairs, Element | None]:
        """What is sent, in the order of the page, and the button pressed.

        `button` is its words or its value; without it the first one, as the Enter key does.
        """
        pressed = self._button(button)
        sent = [(name, value) for name, values in self.values.items() for value in values]
        if pressed is not None and pressed.get("name"):
            sent.append((pressed.get("name"), pressed.get("value")))
        return sent, pressed

    def _button(self, wanted: str | None) -> Element | None:
        if wanted is None:
            return self.buttons[0] if self.buttons else None
        found = [each for each in self.buttons if wanted in (each.text, each.get("value"))]
        words = [each.text for each in self.buttons]
        assert found, f"no button « {wanted} » among {words}"
        return found[0]

    def _named(self, name: str) -> list[Element]:
        found = [each for each in self._fields if each.get("name") == name]
        assert found, f"no field « {name} » among {self.names}"
        return found


def _belongs(field: Element, form: Element) -> bool:
    if field.has("form"):
        return field.get("form") == form.get("id")
    return form in field.ancestors()


def _disabled(field: Element) -> bool:
    return field.has("disabled") or any(
        each.tag == "fieldset" and each.has("disabled") for each in field.ancestors()
    )


def _shown(field: Element) -> list[str]:
    """What the field sends when nobody touches it."""
    if field.tag == "textarea":
        return [field.raw_text.removeprefix("\n")]
    if field.tag == "select":
        options = field.all("option")
        chosen = [each for each in options if each.has("selected")]
        if not field.has("multiple"):
            chosen = (chosen or options)[-1:] if chosen else options[:1]
        return [_value(each) for each in chosen]
    if field.get("type") in ("radio", "checkbox"):
        return [field.get("value", "on")] if field.has("checked") else []
    return [field.get("value")]


def _value(option: Element) -> str:
    return option.get("value") if option.has("value") else option.text

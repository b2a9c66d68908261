"""Reading comfort: what somebody chose in « Affichage »."""

from dataclasses import dataclass, fields

CHOICES: dict[str, tuple[str, ...]] = {
    "size": ("100", "125", "150", "200", "300", "400"),
    "font": ("atkinson", "dyslexic", "system"),
    "spacing": ("normal", "large", "maximal"),
    "theme": ("auto", "light", "dark", "contrast"),
}
WIDE = 200  # per cent: from here pages keep to one column


@dataclass(frozen=True)
class Display:
    """Size in per cent, font, spacing, theme, a reading ruler, and whether durations show."""

    size: str = "100"
    font: str = "atkinson"
    spacing: str = "normal"
    theme: str = "auto"
    ruler: bool = False
    clock: bool = True

    @classmethod
    def parse(cls, text: str) -> "Display":
        """The display kept as `text` by `compact`; what is missing or unknown is as at first."""
        parts = text.split(".")
        names = [field.name for field in fields(cls)]
        return cls.of(dict(zip(names, parts, strict=False)))

    @classmethod
    def of(cls, values: dict[str, str]) -> "Display":
        """The display of named values as text; what is missing or unknown is as at first."""
        known = {name: values[name] for name, all_ in CHOICES.items() if values.get(name) in all_}
        return cls(ruler=values.get("ruler") == "1", clock=values.get("clock", "1") == "1", **known)

    @property
    def compact(self) -> str:
        """One short word that keeps it all, fit for a cookie."""
        switches = (str(int(self.ruler)), str(int(self.clock)))
        return ".".join((self.size, self.font, self.spacing, self.theme, *switches))

    @property
    def one_column(self) -> bool:
        """Whether letters are so large that columns would be too narrow."""
        return int(self.size) >= WIDE

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of <html> that the style sheets read."""
        return {
            "data-size": self.size,
            "data-font": self.font,
            "data-spacing": self.spacing,
            "data-theme": self.theme,
            "data-ruler": "on" if self.ruler else "off",
            "data-clock": "on" if self.clock else "off",
        }

"""Numbers as people write them in French: 1 200,50 € · +4 · 25 % · 1.200,50."""

import re
from decimal import Decimal, InvalidOperation

from webapp.grading.words import folded, signs

_EXPONENTS = re.compile(r"[⁰¹²³⁴-₉½¼¾⅐-↉①-⓿]")
_GROUPED = r"[0-9]{1,3}(?:[ '][0-9]{3})+"
_SHAPES = (
    (re.compile(rf"({_GROUPED}|[0-9]+)"), ""),
    (re.compile(rf"({_GROUPED}|[0-9]*)[.,]([0-9]+)"), " '"),
    (re.compile(rf"({_GROUPED}|[0-9]+)[.,]"), " '"),
    (re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)"), "."),
    (re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)"), ","),
    (re.compile(r"([0-9]{1,3}(?:\.[0-9]{3}){2,})"), "."),
    (re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){2,})"), ","),
)
_SIGNED = re.compile(r"([+-]?) ?(.+)")
_PARTS = re.compile(r"=? ?([^0-9+,.-]*?) ?([+-]? ?[0-9.,][0-9., ']*)(.*)")

_ALIASES = (
    {"%", "pour cent", "pourcent", "pourcents", "p. 100"},
    {"€", "euro", "euros", "eur"},
    {"o", "octet", "octets"},
    {"ko", "kilo-octet", "kilo-octets", "kilooctet", "kilooctets"},
    {"mo", "mega-octet", "mega-octets", "megaoctet", "megaoctets", "mega", "megas"},
    {"go", "giga-octet", "giga-octets", "gigaoctet", "gigaoctets", "giga", "gigas"},
    {"to", "tera-octet", "tera-octets", "teraoctet", "teraoctets"},
    {"s", "sec", "seconde", "secondes"},
    {"min", "mn", "minute", "minutes"},
    {"h", "heure", "heures"},
    {"j", "jour", "jours"},
    {"px", "pixel", "pixels"},
    {"m", "metre", "metres"},
    {"cm", "centimetre", "centimetres"},
    {"mm", "millimetre", "millimetres"},
    {"km", "kilometre", "kilometres"},
    {"g", "gramme", "grammes"},
    {"kg", "kilo", "kilos", "kilogramme", "kilogrammes"},
    {"°c", "c", "°", "degre", "degres", "degre celsius", "degres celsius"},
    {"w", "watt", "watts"},
    {"kwh", "kilowattheure", "kilowattheures", "kilowatt-heure", "kilowatts-heure"},
)


class NotANumber(ValueError):
    """The text is not one number; the message says what to write instead, in French."""


def parsed(text: str, *, unit: str = "") -> Decimal:
    """The number a person reads in a text; the unit of the field may be typed.

    Raises NotANumber, with the sentence to show, on anything else.
    """
    if _EXPONENTS.search(text):
        raise NotANumber(_EXAMPLE)
    match = _PARTS.fullmatch(signs(text).lower().rstrip(".;! "))
    if match is None:
        raise NotANumber(_EXAMPLE)
    before, digits, after = (part.strip() for part in match.groups())
    cents = _cents(digits, after, unit=unit)
    if cents is not None:
        return cents
    number = _number(digits)
    if (before and not _is_unit(before, unit)) or (after and not _is_unit(after, unit)):
        raise NotANumber(_only_the_number(unit))
    return number


def canonical(number: Decimal) -> str:
    """The number as a string with a decimal point, the same for equal numbers: « 12.5 »."""
    plain = format(number, "f")
    trimmed = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if trimmed in ("-0", "") else trimmed


def in_french(number: Decimal) -> str:
    """The number as it is printed: thousands apart, decimal comma, « 1 200,5 »."""
    whole, _, decimals = canonical(number).partition(".")
    sign, whole = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(whole):,}".replace(",", "\u00a0") if len(whole) > 4 else whole
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def _number(digits: str) -> Decimal:
    signed = _SIGNED.fullmatch(digits.rstrip(" "))
    if signed is None:
        raise NotANumber(_EXAMPLE)
    sign, body = signed.groups()
    for shape, separators in _SHAPES:
        if match := shape.fullmatch(body):
            whole, decimals = (*match.groups(), "")[:2]
            for separator in separators or " '":
                whole = whole.replace(separator, "")
            return _decimal(f"{sign}{whole or '0'}.{decimals or '0'}")
    raise NotANumber(_EXAMPLE)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise NotANumber(_EXAMPLE) from error


def _cents(digits: str, after: str, *, unit: str) -> Decimal | None:
    """« 12 € 50 » and « 12€50 »: twelve euros and fifty cents."""
    match = re.fullmatch(r"(?:€|euros?) ?([0-9]{2})(?: ?(?:c|cts?|centimes?))?", after)
    if match is None or not _is_unit("€", unit) or not re.fullmatch(r"[+-]? ?[0-9 ]+", digits):
        return None
    return _number(f"{digits}.{match[1]}")


def _is_unit(typed: str, unit: str) -> bool:
    """Whether what surrounds the number is its unit, in full, in short or in part."""
    written, expected = folded(typed), folded(unit)
    if not expected:
        return False
    if written == expected or any(written in names and expected in names for names in _ALIASES):
        return True
    return (
        _singular(expected).startswith(_singular(written))
        and written.isalpha()
        and (_singular(written) in (_singular(expected), _singular(expected.split()[0])))
    )


def _singular(phrase: str) -> str:
    return " ".join(word.removesuffix("s") for word in phrase.split())


def _only_the_number(unit: str) -> str:
    if unit:
        words = f"sur {unit[1:]}" if unit.startswith("/") else f"en {unit}"
        return f"Écris seulement le nombre, {words} : par exemple 12."
    return "Écris seulement le nombre, par exemple 12."


_EXAMPLE = "Écris un nombre, par exemple 12."

from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_ANY = "peu importe"
_TIED = "\u00a0"  # octets of a pair stay on one line
# Families that share octets: type → groups 1, 2 and 3 (None: any).
_Signature = tuple[str | None, str | None, str | None]
_RIFF: dict[str, _Signature] = {
    "un son WAV": ("RIFF", None, "WAVE"),
    "une vidéo AVI": ("RIFF", None, "AVI "),
    "une image WebP": ("RIFF", None, "WEBP"),
}
_FTYP: dict[str, _Signature] = {
    "une vidéo MP4": (None, "ftyp", "isom"),
    "une photo HEIC": (None, "ftyp", "heic"),
    "un son M4A": (None, "ftyp", "M4A "),
}
_FORM: dict[str, _Signature] = {
    "un son AIFF": ("FORM", None, "AIFF"),
    "une image ILBM": ("FORM", None, "ILBM"),
    "une animation ANIM": ("FORM", None, "ANIM"),
}
_FAMILIES = (_RIFF, _FTYP, _FORM)


def generate(rng: Random) -> Variant:
    """Two families of three types: the last four octets decide inside a family."""
    family, other = pick(rng, _FAMILIES, 2)
    answer, first_only, sibling = pick(rng, list(family), 3)
    lookalike = rng.choice(list(other))
    octets = [_octets(rng, *each) for each in enumerate(family[answer], start=1)]
    table = shuffled(rng, [*family.items(), *other.items()])
    offered = options(rng, [answer, first_only, sibling, lookalike])
    return Variant(
        params={
            "first": people.person(rng).first,
            "octets": " · ".join(" ".join(group) for group in octets),
            "rows": [_row(kind, groups) for kind, groups in table],
            "texts": {"first_only": _capital(first_only), "sibling": _capital(sibling)},
            "telling": "les octets 9 à 12",
            "answer": answer,
        },
        response=Choice(offered),
        accepted=[id_of(offered, answer)],
        mistakes={
            "first_only": id_of(offered, first_only),
            "sibling": id_of(offered, sibling),
            "lookalike": id_of(offered, lookalike),
        },
    )


def _octets(rng: Random, place: int, group: str | None) -> list[str]:
    """Four octets in hexadecimal: the letters given, or a drawn length, high octets null."""
    if group is None and place == 1:  # the length of a short block
        return ["00", "00", "00", rng.choice(("14", "18", "1C", "20", "24"))]
    if group is None:
        return ["00", *(f"{rng.randrange(1, 40):02X}" for _ in range(3))]
    return [f"{ord(letter):02X}" for letter in group]


def _row(kind: str, groups: _Signature) -> dict[str, str]:
    """The row of the table, in hexadecimal."""
    one, two, three = (
        _ANY if group is None else _paired([f"{ord(letter):02X}" for letter in group])
        for group in groups
    )
    return {"kind": kind, "one": one, "two": two, "three": three}


def _paired(octets: list[str]) -> str:
    """Four octets in two pairs: a narrow column breaks between them."""
    return f"{octets[0]}{_TIED}{octets[1]} {octets[2]}{_TIED}{octets[3]}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]

from dataclasses import dataclass
from functools import cache
from random import Random

from challenges.toolkit import files, people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.materials import Files, Json, Recipe
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant


@dataclass(frozen=True, eq=False)
class _Kind:
    """A true type: how it is asked for, its extension, its builder, the sign one reads."""

    words: str
    ending: str
    builder: str
    arguments: dict[str, Json]
    sign: str


_KINDS = (
    _Kind("une image PNG", "png", "png", {"width": 48, "height": 32}, "PNG"),
    _Kind("une image JPEG", "jpg", "jpg", {"scene": "wall", "width": 160, "height": 120}, "JFIF"),
    _Kind("un document PDF", "pdf", "pdf", {"pages": [[{"text": "Bonjour."}]]}, "%PDF"),
    _Kind("un son MP3", "mp3", "mp3", {"tags": {"title": "Essai"}}, "ID3"),
    _Kind("une archive ZIP", "zip", "zip", {"entries": [
        {"path": "lisez-moi.txt", "builder": "text", "arguments": {"body": "Bonjour."}}
    ]}, "PK"),
)  # fmt: skip
_STEMS = ("affiche", "discours", "rapport", "refrain", "releve", "carte", "devis", "portrait")
_SHOWN = 24  # octets read in the text equivalent


def generate(rng: Random) -> Variant:
    """Four types under four wrong extensions, one of them the extension of the type sought."""
    kinds = pick(rng, _KINDS, 4)
    right, by_extension, other, last = kinds
    wrong_endings = {
        right: rng.choice((other.ending, last.ending)),
        by_extension: right.ending,
    }
    rest = [each.ending for each in kinds if each.ending not in wrong_endings.values()]
    wrong_endings |= dict(zip((other, last), _deranged(rest, other, last), strict=True))
    stems = pick(rng, _STEMS, 4)
    names = {kind: f"{stem}.{wrong_endings[kind]}" for kind, stem in zip(kinds, stems, strict=True)}
    offered = options(rng, names.values())
    return Variant(
        params={
            "first": people.person(rng).params(),
            "kind": right.words,
            "answer": names[right],
            "signs": {
                "right": right.sign,
                "by_extension": by_extension.sign,
                "other_kind": other.sign,
                "last_kind": last.sign,
            },
        },
        response=Choice(offered, label="Fichier", display="list"),
        accepted=[id_of(offered, names[right])],
        material=Files((_archive(rng, names),)),
        mistakes={
            "by_extension": id_of(offered, names[by_extension]),
            "other_kind": id_of(offered, names[other]),
            "last_kind": id_of(offered, names[last]),
        },
    )


def _deranged(endings: list[str], one: _Kind, two: _Kind) -> list[str]:
    """The two endings left, in the order that suits neither type."""
    first, second = endings
    return [second, first] if first == one.ending or second == two.ending else [first, second]


def _archive(rng: Random, names: dict[_Kind, str]) -> Recipe:
    placed = shuffled(rng, names)
    entries: list[Json] = [
        {"path": names[kind], "builder": kind.builder, "arguments": kind.arguments}
        for kind in placed
    ]
    lines = [f"{names[kind]} commence par : {_start(kind)}" for kind in placed]
    return Recipe(
        name="a-reparer.zip",
        builder="zip",
        arguments={"entries": entries},
        description="Archive ZIP, quatre fichiers",
        alternative="\n".join(lines),
    )


@cache
def _start(kind: _Kind) -> str:
    """The first octets as an editor shows them, a dot for what cannot be read."""
    start = files.build(kind.builder, kind.arguments)[:_SHOWN]
    return "".join(chr(each) if 32 < each < 127 else "·" for each in start)

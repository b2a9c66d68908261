import hashlib
from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, kept, options
from webapp.domain.materials import Files, Json, Recipe
from webapp.domain.responses import Choice, Option
from webapp.domain.variant import Variant

_SITES = ("nord", "sud", "est", "ouest", "centre", "iles", "vallee", "plateau")
_NONE = "Aucun des quatre"
# Pairs of test numbers whose digests have the same first four and last three characters.
_TWINS = (
    *((108659, 122970), (122078, 126750), (132301, 135833), (138531, 142943), (101947, 145902)),
    *((119455, 146755), (112443, 154912), (138135, 156341), (146775, 158100), (109715, 165992)),
    *((116551, 167593), (104153, 169882), (131690, 172678), (115271, 185655), (130307, 195956)),
    *((178055, 199307), (137300, 200536), (165059, 202864), (198848, 204721), (158333, 205998)),
    *((180701, 209279), (197703, 210980), (129114, 216803), (111592, 218209)),
)


def generate(rng: Random) -> Variant:
    """Four files of one size: the official one or none, a twin at both ends, two others."""
    official, twin = shuffled(rng, rng.choice(_TWINS))
    none = rng.random() < 0.33
    delivered, other, more = (rng.randint(220_000, 900_000) for _ in range(3))
    numbers = [more if none else official, twin, delivered, other]
    names = [f"mesange-{site}.txt" for site in pick(rng, _SITES, 4)]
    files = dict(zip(names, numbers, strict=True))
    offered = (*options(rng, names), *kept(rng, [_NONE]))
    right = _NONE if none else names[0]
    mistakes = {
        "same_ends": names[1],
        "delivered_digest": names[2],
        "unrelated": names[3],
        **({} if none else {"wrongly_none": _NONE}),
    }
    return Variant(
        params={
            "first": people.person(rng).first,
            "official": _digest(official),
            "answer": right,
            "unmatched": none,
        },
        response=Choice(_distinct(offered), label="Fichier"),
        accepted=[id_of(offered, right)],
        material=Files((_archive(rng, files, _digest(delivered)),)),
        mistakes={kind: id_of(offered, name) for kind, name in mistakes.items()},
    )


def _distinct(offered: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options, whose ids were drawn apart; ValueError when two are the same."""
    if len({option.id for option in offered}) != len(offered):
        raise ValueError("the same id twice")
    return offered


def _body(number: int) -> str:
    return f"Bibliothèque Mésange, version 4.2\nJeu de tests : {number}\nAucune erreur trouvée."


def _digest(number: int) -> str:
    """The SHA-256 of a file of the archive, as its builder writes it."""
    written = "".join(f"{line}\r\n" for line in _body(number).split("\n"))
    return hashlib.sha256(written.encode()).hexdigest()


def _archive(rng: Random, files: dict[str, int], delivered: str) -> Recipe:
    listed = shuffled(rng, files)
    entries = [_entry(name, _body(files[name])) for name in listed]
    lines = [f"{name}\n{_digest(files[name])}" for name in listed]
    return Recipe(
        name="mesange-4.2.zip",
        builder="zip",
        arguments={"entries": [*entries, _entry("EMPREINTE.txt", f"SHA-256 : {delivered}")]},
        description="Archive ZIP, quatre exemplaires",
        alternative="\n".join([*lines, f"EMPREINTE.txt contient :\n{delivered}"]),
    )


def _entry(path: str, body: str) -> dict[str, Json]:
    return {"path": path, "builder": "text", "arguments": {"body": body}}

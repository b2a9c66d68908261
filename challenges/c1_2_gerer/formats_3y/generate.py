from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import demand, pick, shuffled
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_INNERS = ("annexes.zip", "pieces.zip", "complements.zip", "formulaires.zip")
_FOLDERS = ("ecole", "stage", "internat", "bourse", "option", "transport", "section")
_NAMES = ("inscription.txt", "lisez-moi.txt", "dossier.txt", "reference.txt", "consignes.txt")
_LETTERS, _DIGITS = "ACEFHKMPRTVX", "2346789"
_Entry = dict[str, object]


def generate(rng: Random) -> Variant:
    """One file name in four places; the right one needs both archives and the right folder."""
    inner, name, neighbour = rng.choice(_INNERS), *pick(rng, _NAMES, 2)
    folder, other, third = pick(rng, _FOLDERS, 3)
    codes = [_code(rng) for _ in range(5)]
    demand(len(set(codes)) == len(codes))
    answer, outer_code, other_code, neighbour_code, third_code = codes
    inside = shuffled(rng, [
        (f"{folder}/{name}", answer),
        (f"{folder}/{neighbour}", neighbour_code),
        (f"{other}/{name}", other_code),
    ])  # fmt: skip
    outside = shuffled(rng, [(f"{folder}/{name}", outer_code), (f"{third}/{name}", third_code)])
    return Variant(
        params={
            "first": people.person(rng).first,
            "inner": inner,
            "folder": folder,
            "name": name,
        },
        response=Text(label="Code", hint="Six caractères", reading="exact"),
        accepted=[answer],
        material=Files((_archive(inner, outside, inside),)),
        mistakes={
            "outer_file": outer_code,
            "other_folder": other_code,
            "neighbour": neighbour_code,
            "outer_folder": third_code,
        },
    )


def _code(rng: Random) -> str:
    """Three letters and three figures mixed, none that look alike."""
    return "".join(rng.choice(kind) for kind in (_LETTERS, _DIGITS) * 3)


def _archive(inner: str, outside: list[tuple[str, str]], inside: list[tuple[str, str]]) -> Recipe:
    nested: _Entry = {
        "path": inner,
        "builder": "zip",
        "arguments": {"entries": [_file(path, code) for path, code in inside]},
    }
    lines = ["candidature.zip contient :", *(_line(*each) for each in outside), f"— {inner}", ""]
    lines += [f"{inner} contient :", *(_line(*each) for each in inside)]
    return Recipe(
        name="candidature.zip",
        builder="zip",
        arguments={"entries": [*(_file(path, code) for path, code in outside), nested]},
        description="Archive ZIP",
        alternative="\n".join(lines),
    )


def _line(path: str, code: str) -> str:
    return f"— {path} : « Dossier de candidature. Code : {code} »"


def _file(path: str, code: str) -> _Entry:
    body = f"Dossier de candidature.\nCode : {code}"
    return {"path": path, "builder": "text", "arguments": {"body": body}}

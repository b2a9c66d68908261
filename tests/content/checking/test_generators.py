"""What the check says of a generator: no Python, beyond its seed, an exit, no variant."""

from pathlib import Path

import pytest

from tests.content.banks import faults


@pytest.mark.parametrize("line", ["def (", "f(a=1, a=2)"])
def test_a_generator_that_is_not_python_is_a_fault_with_its_line(tmp_path: Path, line: str) -> None:
    [problem] = faults(tmp_path, {"generate.py": ("\n\ndef gen", f"\n{line}\ndef gen")})
    assert (problem.path.name, problem.line) == ("generate.py", 7)
    assert problem.message.startswith("Python illisible : ")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("import os", "« os »"),
        ("from os import path", "« os »"),
        ("import random, subprocess", "« subprocess »"),
        ("from urllib.request import urlopen", "« urllib.request »"),
        ("from webapp.models import Learner", "« webapp.models »"),
        ("import webapp.domainless", "« webapp.domainless »"),
        ("import flask", "« flask »"),
        ("from . import other", "relatif"),
        ("from random import random\nrandom.random()", "« random.random() »"),
        ("open('list.txt')", "« open() »"),
        ("def late() -> None:\n    import socket", "« socket »"),
    ],
)
def test_what_a_generator_may_not_import_or_call_is_a_fault_and_never_runs(
    tmp_path: Path, line: str, says: str
) -> None:
    trap = f"raise AssertionError('it ran')\n{line}\n"
    [problem] = faults(tmp_path, {"generate.py": ("from random import Random\n", trap)})
    assert (problem.path.name, problem.line) == ("generate.py", 2 + line.count("\n"))
    assert says in problem.message


def test_every_import_that_a_generator_may_not_do_is_told(tmp_path: Path) -> None:
    spoilt = {"generate.py": ("from random", "import os\nimport time\nfrom random")}
    assert [problem.line for problem in faults(tmp_path, spoilt)] == [1, 2]


@pytest.mark.parametrize("stop", ["raise SystemExit(3)", "raise GeneratorExit", "exit()"])
@pytest.mark.parametrize("before", ["from random import Random\n", "    return Variant("])
def test_a_generator_that_stops_the_program_is_a_fault_of_its_file(
    tmp_path: Path, before: str, stop: str
) -> None:
    indent = " " * (len(before) - len(before.lstrip()))
    spoilt = {"generate.py": (before, f"{indent}{stop}\n{before}")}
    [problem] = faults(tmp_path, spoilt)
    assert (problem.path.name, problem.line) == ("generate.py", 11 if indent else 1)
    assert problem.message.startswith("ce fichier arrête le programme (")


def test_whoever_stops_the_command_stops_it(tmp_path: Path) -> None:
    variant = "    return Variant("
    spoilt = {"generate.py": (variant, f"    raise KeyboardInterrupt\n{variant}")}
    with pytest.raises(KeyboardInterrupt):
        faults(tmp_path, spoilt)


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("def generate(", "def draw(", 1, "il manque la fonction generate(rng)"),
        ("return Variant(", "return dict(", 8, "generate(rng) rend « dict »"),
        ("return Variant(", "return None\n    Variant(", 8, "generate(rng) rend « NoneType »"),
        ('"one": one', '"one": {1j}', 8, "la variante ne s’écrit pas en JSON (TypeError"),
    ],
)
def test_what_a_generator_gives_is_a_variant_or_its_fault(
    tmp_path: Path, before: str, after: str, line: int, says: str
) -> None:
    [problem] = faults(tmp_path, {"generate.py": (before, after)})
    assert (problem.path.name, problem.line) == ("generate.py", line)
    assert says in problem.message


def test_a_variant_of_the_declaration_that_cannot_be_read_is_its_fault(tmp_path: Path) -> None:
    written = 'variant = { params = {}, response = { kind = "Guess" }, accepted = [1] }'
    [problem] = faults(tmp_path, {"challenge.toml": ("seconds = 60", f"seconds = 60\n{written}")})
    assert (problem.path.name, problem.line) == ("challenge.toml", 6)
    assert "variant : ne se lit pas" in problem.message

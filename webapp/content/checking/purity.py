"""What the code of a challenge may import and call: read in its text, before it runs."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from webapp.content.generators import failure
from webapp.content.problems import Problem
from webapp.content.reading import text_of

OURS = ("webapp.domain", "webapp.simulators.worlds", "challenges.toolkit")
# Of the standard library, what would make a draw depend on anything but its seed.
NEVER = {"os", "pathlib", "secrets", "socket", "subprocess", "sys", "time", "urllib", "uuid"}
_ALLOWED = "la bibliothèque standard, webapp.domain, webapp.simulators.worlds, challenges.toolkit"
_SEED = "ferait dépendre le tirage d’autre chose que de sa graine (rng)"


def problems(path: Path) -> Iterator[Problem]:
    """Every import and call that a generator may not have; or why it is not Python."""
    try:
        tree = ast.parse(text_of(path))
    except (SyntaxError, ValueError) as error:
        yield failure(error, path)
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Call):
            yield from (Problem(path, node.lineno, message) for message in _faults(node))


def _faults(node: ast.Import | ast.ImportFrom | ast.Call) -> Iterator[str]:
    if isinstance(node, ast.Call):
        call = ast.unparse(node.func)
        if _depends_on_more_than_a_seed(call):
            yield f"« {call}() » {_SEED}"
    elif isinstance(node, ast.Import):
        for alias in node.names:
            yield from _import_faults(alias.name)
    elif node.level:
        yield "un import relatif n’est pas permis : un défi ne se sert que de son generate.py"
    else:
        yield from _import_faults(node.module or "")


def _import_faults(name: str) -> Iterator[str]:
    package = name.split(".")[0]
    if package in NEVER:
        yield f"importer « {name} » {_SEED}"
    elif package not in sys.stdlib_module_names and not _is_ours(name):
        yield f"importer « {name} » n’est pas permis ; un défi importe : {_ALLOWED}"


def _is_ours(name: str) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in OURS)


def _depends_on_more_than_a_seed(call: str) -> bool:
    return (
        call in {"hash", "id", "open", "set.pop"}
        or (call.startswith("random.") and call != "random.Random")
        or call.endswith((".now", ".today"))
    )

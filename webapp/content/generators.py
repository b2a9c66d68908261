"""Finds the generator of a challenge folder."""

import importlib
import importlib.util
import re
import sys
from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Any, cast

import challenges
from webapp.content import placing, reading
from webapp.content.problems import BadContent, Problem
from webapp.domain import variant as variants
from webapp.domain.variant import Variant

_OURS = re.compile(r"challenges\.c\d_\d_\w+\.|outside_")
Generator = Callable[[Random], Variant]
BANK = Path(challenges.__file__).parent


def generator(folder: Path, fixed: Mapping[str, Any] | None) -> Generator:
    """generate() of the folder, or a constant one when `fixed` holds the variant as JSON."""
    if fixed is not None:
        constant = _declared(folder / "challenge.toml", fixed)
        return lambda _rng: constant
    path = folder / "generate.py"
    try:
        found = getattr(_module(path), "generate", None)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # whatever an author's file raises, an exit too, is its fault
        raise BadContent((failure(error, path),)) from error
    if not callable(found):
        raise BadContent((Problem(path, 1, "il manque la fonction generate(rng)"),))
    return cast("Generator", found)


def _declared(path: Path, fixed: Mapping[str, Any]) -> Variant:
    try:
        return variants.from_json({"material": {"kind": "NoMaterial"}, "mistakes": {}, **fixed})
    except Exception as error:  # values of any kind: whatever they raise is their fault
        message = f"variant : ne se lit pas ({type(error).__name__} : {error})"
        line = placing.line(reading.text_of(path), ["variant"])
        raise BadContent((Problem(path, line, message),)) from error


def forget() -> None:
    """Drop the generators already imported: the next draw reads their files again."""
    for name in [name for name in sys.modules if _OURS.match(name)]:
        del sys.modules[name]
    importlib.invalidate_caches()


def line_of(path: Path) -> int:
    """The line where generate() is defined, or 1."""
    lines = enumerate(reading.text_of(path).splitlines(), start=1) if path.exists() else ()
    return next((n for n, line in lines if line.startswith("def generate")), 1)


def failure(error: BaseException, path: Path) -> Problem:
    """What an author's file raised, with the last line of that file it went through."""
    name, said = type(error).__name__, str(error)
    if isinstance(error, SyntaxError):
        name, said = "Python illisible", error.msg
    elif not isinstance(error, Exception):
        name, said = f"ce fichier arrête le programme ({name})", ""
    return Problem(path, _line(error, path), f"{name} : {said}" if said else name)


def _module(path: Path) -> Any:
    if path.is_relative_to(BANK):
        dotted = ".".join(path.relative_to(BANK).with_suffix("").parts)
        return importlib.import_module(f"challenges.{dotted}")
    name = f"outside_{blake2b(bytes(path), digest_size=8).hexdigest()}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _line(error: BaseException, path: Path) -> int:
    if isinstance(error, SyntaxError):
        return error.lineno or 1
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line

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
from webapp.content.problems import BadContent, Problem
from webapp.domain import variant as variants
from webapp.domain.variant import Variant

_OURS = re.compile(r"challenges\.c\d_\d_\w+\.|outside_")
Generator = Callable[[Random], Variant]
BANK = Path(challenges.__file__).parent


def generator(folder: Path, fixed: Mapping[str, Any] | None) -> Generator:
    """generate() of the folder, or a constant one when `fixed` holds the variant as JSON."""
    if fixed is not None:
        constant = variants.from_json({"material": {"kind": "NoMaterial"}, "mistakes": {}, **fixed})
        return lambda _rng: constant
    path = folder / "generate.py"
    try:
        found = _module(path).generate
    except Exception as error:  # whatever an author's file raises is a fault of that file
        raise BadContent((failure(error, path),)) from error
    return cast("Generator", found)


def forget() -> None:
    """Drop the generators already imported: the next draw reads their files again."""
    for name in [name for name in sys.modules if _OURS.match(name)]:
        del sys.modules[name]
    importlib.invalidate_caches()


def failure(error: Exception, path: Path) -> Problem:
    """What an author's file raised, with the last line of that file it went through."""
    return Problem(path, _line(error, path), f"{type(error).__name__} : {error}")


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


def _line(error: Exception, path: Path) -> int:
    if isinstance(error, SyntaxError):
        return error.lineno or 1
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line

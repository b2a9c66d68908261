"""One style sheet from many: the files of static/css joined in memory, compressed once.

No build step: each component keeps its own file, and a page asks for one. The sheets of adults
and the skins of simulated environments stay apart: few pages need them.
"""

import hashlib
import re
import zlib
from functools import cache
from pathlib import Path

from webapp.ui import assets

PATH = "/static/css/azimut.css"
FIRST = ("tokens.css", "base.css")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
GZIP = 31  # a window of 32 KiB in a gzip container
LINE = re.compile(r"\s*\n\s*")


def url() -> str:
    """The address of the style sheet, which changes when it does."""
    return f"{PATH}?v={hashlib.sha256(joined()).hexdigest()[:10]}"


@cache
def joined() -> bytes:
    """The whole style sheet, its comments and line ends dropped."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in _parts())
    return LINE.sub("", COMMENT.sub("", source)).encode()


@cache
def compressed() -> bytes:
    """The same, gzipped as small as can be: short blocks suit a style sheet (50 bytes less)."""
    packer = zlib.compressobj(level=9, wbits=GZIP, memLevel=5)
    return packer.compress(joined()) + packer.flush()


def forget() -> None:
    """Read the files again next time: for development."""
    joined.cache_clear()
    compressed.cache_clear()


def _parts() -> list[Path]:
    root = assets.folder("static") / "css"
    return [root / name for name in FIRST] + sorted((root / "components").glob("*.css"))

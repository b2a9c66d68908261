"""One file from many: the sheets and the scripts of static/ joined in memory, compressed once.

No build step: each component and each behaviour keeps its own file, and a page asks for one. The
sheets of adults and the skins of simulated environments stay apart: few pages need them.
"""

import hashlib
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from webapp.ui import assets

ISLANDS = ("focus", "panes", "drafts", "autosave", "ordering", "network")
FIRST = ("tokens.css", "base.css")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)
LINE = re.compile(r"\s*\n\s*")
GZIP = 31  # a window of 32 KiB in a gzip container


@dataclass(frozen=True)
class Bundle:
    """Several files served as one, at `path`."""

    path: str
    mimetype: str
    parts: Callable[[], list[Path]]
    slimmed: Callable[[str], str]

    def url(self) -> str:
        """Its address, which changes when it does."""
        return f"{self.path}?v={hashlib.sha256(self.joined()).hexdigest()[:10]}"

    @cache  # noqa: B019 (two bundles, for as long as the process)
    def joined(self) -> bytes:
        """All its files, without what only their readers need."""
        source = "\n".join(path.read_text(encoding="utf-8") for path in self.parts())
        return self.slimmed(source).encode()

    @cache  # noqa: B019 (likewise)
    def compressed(self) -> bytes:
        """The same, gzipped as small as can be: short blocks suit a style sheet."""
        packer = zlib.compressobj(level=9, wbits=GZIP, memLevel=5)
        return packer.compress(self.joined()) + packer.flush()


def forget() -> None:
    """Read the files again next time: for development."""
    Bundle.joined.cache_clear()
    Bundle.compressed.cache_clear()


def _sheets() -> list[Path]:
    root = assets.folder("static") / "css"
    return [root / name for name in FIRST] + sorted((root / "components").glob("*.css"))


def _scripts() -> list[Path]:
    root = assets.folder("static") / "js"
    return [root / f"{island}.js" for island in ISLANDS]


def _slim_css(source: str) -> str:
    return LINE.sub("", COMMENT.sub("", source))


def _slim_js(source: str) -> str:
    return REMARK.sub("", source)


STYLES = Bundle("/static/css/azimut.css", "text/css", _sheets, _slim_css)
SCRIPTS = Bundle("/static/js/test.js", "text/javascript", _scripts, _slim_js)

"""Photos and drawings: a scene made by arithmetic, in JPEG with EXIF or in PNG."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from challenges.toolkit.files import exif as exif_block
from challenges.toolkit.files import scenes


def jpg(
    *,
    scene: str,
    width: int = 1200,
    height: int = 900,
    seed: int = 0,
    exif: Mapping[str, Any] | None = None,
    quality: int = 82,
) -> bytes:
    """A photo of a scene (see `scenes`); `exif` as in `exif.block`, nothing without it."""
    picture = scenes.drawn(scene, width=width, height=height, seed=seed)
    stream = io.BytesIO()
    if exif is None:
        picture.save(stream, "JPEG", quality=quality)
    else:
        facts = exif_block.block(exif, width=width, height=height)
        picture.save(stream, "JPEG", quality=quality, exif=facts)
    return stream.getvalue()


def png(
    *,
    width: int,
    height: int,
    scene: str | None = None,
    seed: int = 0,
    background: str = "#ffffff",
    shapes: Sequence[Mapping[str, Any]] = (),
    dpi: int | None = None,
) -> bytes:
    """A scene, or flat shapes on a background; exact pixels, no text chunk, no date.

    Shapes: {"kind": "rectangle"|"ellipse"|"polygon"|"line", "points": [[x, y]…], "fill"?,
    "outline"?, "width"?}, or {"kind": "text", "points": [[x, y]], "text", "size"}.
    """
    if scene is None:
        picture = scenes.flat(width=width, height=height, background=background, shapes=shapes)
    else:
        picture = scenes.drawn(scene, width=width, height=height, seed=seed)
    stream = io.BytesIO()
    settings: dict[str, Any] = {} if dpi is None else {"dpi": (dpi, dpi)}
    picture.save(stream, "PNG", optimize=False, compress_level=3, **settings)
    return stream.getvalue()

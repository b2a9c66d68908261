"""Archives whose bytes depend on nothing but their content."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Any

EPOCH = datetime(2027, 1, 4, 9, 0)  # noqa: DTZ001  the local time that archives hold


def packed(
    entries: Iterable[tuple[str, bytes, datetime]], *, stored: tuple[str, ...] = ()
) -> bytes:
    """A ZIP archive; the names in `stored` are not compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content, modified in entries:
            archive.writestr(_info(name, modified, stored), content, compresslevel=6)
    return stream.getvalue()


def document(parts: Iterable[tuple[str, str | bytes]], *, stored: tuple[str, ...] = ()) -> bytes:
    """An office document: its parts, all of the same fixed date."""
    return packed(
        ((name, part.encode() if isinstance(part, str) else part, EPOCH) for name, part in parts),
        stored=stored,
    )


def moment(text: str) -> datetime:
    """« 2027-03-12 10:42 » or « 2027-03-12T10:42:17 »: a local time, to the second."""
    return datetime.fromisoformat(text)


def isoformat(properties: dict[str, Any], key: str) -> str:
    """A date of the properties as office documents write it; a fixed one by default."""
    when = moment(properties[key]) if key in properties else EPOCH
    return when.isoformat(timespec="seconds")


def _info(name: str, modified: datetime, stored: tuple[str, ...]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, modified.timetuple()[:6])
    info.create_system = 3
    info.external_attr = (0o40755 << 16 | 0x10) if name.endswith("/") else 0o100644 << 16
    plain = name in stored or name.endswith("/")
    info.compress_type = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
    return info

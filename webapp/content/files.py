"""Makes the real files of a question from their recipes."""

from challenges.toolkit import files
from webapp.domain.materials import Recipe

_MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "geojson": "application/geo+json",
    "gif": "image/gif",
    "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "log": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "mp3": "audio/mpeg",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "py": "text/x-python; charset=utf-8",
    "srt": "application/x-subrip; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "vcf": "text/vcard; charset=utf-8",
    "wav": "audio/wav",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}


def built(recipe: Recipe) -> bytes:
    """The bytes of the file, the same each time; KeyError for an unknown builder."""
    return files.build(recipe.builder, recipe.arguments)


def media_type(name: str) -> str:
    """What a file is, by the extension of its name; any other is plain bytes."""
    extension = name.rpartition(".")[2].lower()
    return _MEDIA_TYPES.get(extension, "application/octet-stream")

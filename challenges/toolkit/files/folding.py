"""Lines of calendars and cards, escaped and folded as their formats want."""


def line(name: str, value: str, *, raw: bool = False) -> str:
    """« NAME:value » with its end; `raw` leaves separators as they are."""
    return folded(f"{name}:{value if raw else escaped(value)}")


def escaped(text: str) -> str:
    """A text value: backslash, comma, semicolon and ends of line escaped."""
    text = text.replace("\\", "\\\\").replace(";", "\\;")
    return text.replace(",", "\\,").replace("\n", "\\n")


def folded(text: str) -> str:
    """The line cut every 75 octets, never inside a character, ended by CRLF."""
    if len(text.encode()) <= 75:
        return f"{text}\r\n"
    pieces, room, piece = list[str](), 75, ""
    for char in text:
        if len((piece + char).encode()) > room:
            pieces.append(piece)
            piece, room = "", 74
        piece += char
    return "\r\n ".join([*pieces, piece]) + "\r\n"

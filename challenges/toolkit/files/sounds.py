"""Sounds: tones and silences in WAV, silence with labels in MP3."""

import io
import wave
from array import array
from collections.abc import Mapping, Sequence
from math import pi, sin
from typing import Any

RATE = 16_000  # samples a second
_FRAME = b"\xff\xfb\x10\xc4"  # MPEG-1 layer III, 32 kbit/s, 44.1 kHz, mono
_FRAME_OCTETS, _FRAME_SECONDS = 104, 1152 / 44_100
_LABELS = {
    "title": "TIT2",
    "artist": "TPE1",
    "album": "TALB",
    "track": "TRCK",
    "year": "TYER",
    "genre": "TCON",
    "composer": "TCOM",
    "comment": "COMM",
}


def wav(*, segments: Sequence[Mapping[str, Any]]) -> bytes:
    """Segments one after the other: {"seconds", "hertz" (0 is silence), "volume" 0 to 1}."""
    samples = array("h")
    for segment in segments:
        samples.extend(_tone(segment))
    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return stream.getvalue()


def mp3(*, seconds: float = 2.0, tags: Mapping[str, str] | None = None) -> bytes:
    """Silence with ID3v2.3 labels: title, artist, album, track, year, genre, composer, comment."""
    frames = round(seconds / _FRAME_SECONDS)
    silence = (_FRAME + bytes(_FRAME_OCTETS - len(_FRAME))) * frames
    return _id3(tags or {}) + silence


def _tone(segment: Mapping[str, Any]) -> list[int]:
    count = round(segment["seconds"] * RATE)
    height = 32_000 * segment.get("volume", 0.5) if segment.get("hertz") else 0
    step = 2 * pi * segment.get("hertz", 0) / RATE
    return [round(height * sin(step * n)) for n in range(count)]


def _id3(tags: Mapping[str, str]) -> bytes:
    frames = b"".join(_label(_LABELS[key], value) for key, value in tags.items())
    size = len(frames)
    sevens = bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + sevens + frames


def _label(id: str, value: str) -> bytes:
    text = value.encode("utf-16")
    language = b"fra" + "".encode("utf-16") + b"\x00\x00" if id == "COMM" else b""
    body = b"\x01" + language + text
    return id.encode() + len(body).to_bytes(4) + b"\x00\x00" + body

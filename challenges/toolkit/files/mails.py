"""Messages with full headers, as a mail program saves them."""

from collections.abc import Mapping, Sequence
from email import policy
from email.message import EmailMessage
from typing import Any

from challenges.toolkit import files

_TYPES = {
    "pdf": ("application", "pdf"),
    "jpg": ("image", "jpeg"),
    "png": ("image", "png"),
    "txt": ("text", "plain"),
    "zip": ("application", "zip"),
}


def eml(
    *,
    headers: Sequence[Sequence[str]],
    text: str,
    html: str | None = None,
    attachments: Sequence[Mapping[str, Any]] = (),
) -> bytes:
    """A message whose headers stand in the order given, before those of its body.

    A header's value may hold its own folds: an end of line, then spaces. An attachment is
    {"name", "builder", "arguments"}.
    """
    message = EmailMessage(policy=policy.SMTP)
    message.set_content(text, cte="quoted-printable")
    if html is not None:
        message.add_alternative(html, subtype="html", cte="quoted-printable")
    for attachment in attachments:
        _attach(message, attachment)
    _bound(message)
    written = "".join(f"{name}: {_value(name, value)}\r\n" for name, value in headers)
    return written.encode() + message.as_bytes()


def _attach(message: EmailMessage, attachment: Mapping[str, Any]) -> None:
    content = files.build(attachment["builder"], attachment.get("arguments", {}))
    extension = attachment["name"].rpartition(".")[2]
    main, sub = _TYPES.get(extension, ("application", "octet-stream"))
    message.add_attachment(content, maintype=main, subtype=sub, filename=attachment["name"])


def _bound(message: EmailMessage) -> None:
    """Fixed boundaries instead of drawn ones: the same message each time."""
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_partie_{number}_=")


def _value(name: str, value: str) -> str:
    """A header's value, encoded when it holds accents, its folds ended as mail wants them."""
    if value.isascii():
        return value.replace("\r\n", "\n").replace("\n", "\r\n")
    message = EmailMessage(policy=policy.SMTP)
    message[name] = value
    return message.as_string().partition(": ")[2].rstrip("\r\n")

"""Address books (vCard 3.0)."""

from collections.abc import Mapping, Sequence
from typing import Any

from challenges.toolkit.files.folding import escaped, line


def vcf(*, cards: Sequence[Mapping[str, Any]]) -> bytes:
    """Cards: {"first", "last", "phones": [[kind, number]…]} and "emails", "organization", "title".

    A phone's or address's kind is WORK, HOME or CELL, or several (« WORK,FAX »); "emails" are
    [[kind, address]…].
    """
    return "".join(written for card in cards for written in _card(card)).encode()


def _card(card: Mapping[str, Any]) -> list[str]:
    first, last = card["first"], card["last"]
    lines = [
        "BEGIN:VCARD\r\nVERSION:3.0\r\n",
        line("N", f"{escaped(last)};{escaped(first)};;;", raw=True),
        line("FN", f"{first} {last}"),
    ]
    for key, name in (("organization", "ORG"), ("title", "TITLE"), ("note", "NOTE")):
        if card.get(key):
            lines.append(line(name, card[key]))
    lines += [line(f"TEL;TYPE={kind}", number) for kind, number in card.get("phones", ())]
    lines += [line(f"EMAIL;TYPE={kind}", address) for kind, address in card.get("emails", ())]
    return [*lines, "END:VCARD\r\n"]

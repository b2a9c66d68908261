"""Recipients: addresses and groups, as typed, as chips, as kept in a message."""

import re
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import ActionRefused, State
from webapp.simulators.webmail import state as mailbox

ADDRESS = re.compile(r"^[^\s@,;<>()\[\]\"]+@[^\s@,;<>()\[\]\".]+(\.[^\s@,;<>()\[\]\".]+)+$")
NAMED = re.compile(r"^(.*?)\s*<([^<>]*)>$")
SEPARATORS = re.compile(r"[,;\n]+")
Recipient = dict[str, str]  # {"address", "name"} or {"group": id}


def key(recipient: Recipient) -> str:
    """What tells recipients apart: the address in lower case, or « group:<id> »."""
    if "group" in recipient:
        return f"group:{recipient['group']}"
    return recipient["address"].casefold()


def shown(state: State, recipient: Recipient) -> str:
    """The words of a chip: the group and its size, the contact's name, or the address."""
    if "group" in recipient:
        return mailbox.group_name(state, recipient["group"])
    return recipient["name"] or recipient["address"]


def merged(present: list[Recipient], added: list[Recipient], *, field: str) -> list[Recipient]:
    """The recipients of a field with some more, none twice; refused beyond the limit."""
    known = {key(each): each for each in present}
    for each in added:
        known.setdefault(key(each), each)
    if len(known) > mailbox.MOST_RECIPIENTS:
        limit = mailbox.MOST_RECIPIENTS
        raise ActionRefused(f"Pas plus de {limit} destinataires dans ce champ.", field=field)
    return list(known.values())


def typed(state: State, text: str, *, field: str) -> list[Recipient]:
    """The recipients of a typed text: addresses, « Nom <adresse> », names of the contacts."""
    parts = [part.strip() for part in SEPARATORS.split(text) if part.strip()]
    if len(parts) == 1 and "@" in parts[0] and "<" not in parts[0]:
        parts = parts[0].split()
    return [_read(state, part, field=field) for part in parts]


def contact(state: State, contact_id: str, *, field: str) -> Recipient:
    """The recipient of an entry of the contacts, a person or a group."""
    if contact_id in state["groups"]:
        return {"group": contact_id}
    if contact_id in state["contacts"]:
        entry = state["contacts"][contact_id]
        return {"address": entry["address"], "name": entry["name"]}
    raise ActionRefused("Ce contact n’existe pas.", field=field)


def is_owner(state: State, recipient: Recipient) -> bool:
    """Whether this is the mailbox itself."""
    return key(recipient) == str(state["owner"]["address"]).casefold()


def _read(state: State, part: str, *, field: str) -> Recipient:
    named = NAMED.match(part)
    name, address = (named[1].strip(' "'), named[2].strip()) if named else ("", part)
    if ADDRESS.match(address):
        return {"address": address, "name": name or _name_of(state, address)}
    if "@" in address:
        raise ActionRefused(f"« {address} » n’est pas une adresse complète.", field=field)
    return _by_name(state, part, field=field)


def _name_of(state: State, address: str) -> str:
    names = [
        each["name"]
        for each in state["contacts"].values()
        if each["address"].casefold() == address.casefold()
    ]
    return names[0] if names else ""


def _by_name(state: State, name: str, *, field: str) -> Recipient:
    found = [
        contact(state, entry, field=field)
        for entry, words in _names(state)
        if wording.folded(words) == wording.folded(name)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise ActionRefused(
            f"Plusieurs contacts s’appellent « {name} » : choisis dans les contacts.", field=field
        )
    raise ActionRefused(f"« {name} » n’est ni une adresse ni le nom d’un contact.", field=field)


def _names(state: State) -> list[tuple[str, str]]:
    groups: dict[str, Any] = state["groups"]
    return [
        *((entry, each["name"]) for entry, each in state["contacts"].items()),
        *((entry, each["name"]) for entry, each in groups.items()),
        *((entry, mailbox.group_name(state, entry)) for entry in groups),
    ]

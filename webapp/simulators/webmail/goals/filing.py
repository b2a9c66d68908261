"""Goals about folders and stars."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import Goal, State
from webapp.simulators.webmail.goals.changes import moved, new_folders


def messages_filed(initial: State, state: State, arguments: Mapping[str, Any]) -> str | None:
    """The folder `folder` holds the `messages`, and no other message moved.

    `folder` is the id of a folder of the initial state, or the name of one to create.
    """
    wanted = set(arguments["messages"])
    folder, failed = _folder(initial, state, arguments["folder"])
    if failed:
        return failed
    gone = moved(initial, state)
    inside = {key for key in gone if state["messages"][key]["folder"] == folder}
    if wanted - inside:
        return "filed_elsewhere" if wanted & (gone - inside) else "messages_missing"
    if inside - wanted:
        return "messages_extra"
    return "others_moved" if gone - wanted else None


def messages_starred(initial: State, state: State, arguments: Mapping[str, Any]) -> str | None:
    """The `messages` have a star, and no other message got one."""
    starred = {key for key, each in state["messages"].items() if each["starred"]}
    wanted = set(arguments["messages"])
    if wanted - starred:
        return "star_missing"
    before = {key for key, each in initial["messages"].items() if each["starred"]}
    return "star_extra" if starred - wanted - before else None


def _folder(initial: State, state: State, asked: str) -> tuple[str, str | None]:
    """The folder asked for, or the failure that says why it is not there."""
    made = new_folders(initial, state)
    if asked in initial["folders"]:
        return asked, "extra_folder" if made else None
    named = [key for key in made if _same(state["folders"][key]["name"], asked)]
    if not named:
        return "", "wrong_folder_name" if made else "no_folder"
    return named[0], "extra_folder" if len(made) > 1 else None


def _same(name: str, other: str) -> bool:
    return wording.folded(name).strip(".") == wording.folded(other).strip(".")


MESSAGES_FILED = Goal(
    messages_filed,
    frozenset({"folders", "filing"}),
    (
        "no_folder",
        "wrong_folder_name",
        "extra_folder",
        "messages_missing",
        "filed_elsewhere",
        "messages_extra",
        "others_moved",
    ),
)
MESSAGES_STARRED = Goal(messages_starred, frozenset(), ("star_missing", "star_extra"))

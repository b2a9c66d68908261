"""The goals of the file explorer: what reaches them, and the name of each way to miss them."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.simulators.worlds import FILES, Desk, desk
from webapp.simulators.frame import State
from webapp.simulators.worlds.steps import Steps

Play = Callable[[Desk], State]
Case = tuple[str, Callable[[Desk], dict[str, Any]], Play, str | None]


def _internship(d: Desk) -> dict[str, Any]:
    there = "Documents/Stage 2027"
    return {"folders": [there], "moved": {d.agreement: there, d.report: there}}


def _made(d: Desk, name: str = "Stage 2027", parent: str = "documents") -> tuple[Steps, str]:
    steps = d.steps().do(f"create_folder:{getattr(d, parent)}", name=name)
    return steps, steps.made("nodes", name=" ".join(name.split()))


def _put(*names: str, verb: str = "move", then: str = "", **made: str) -> Play:
    def play(d: Desk) -> State:
        steps, folder = _made(d, **made)
        if names:
            steps.do(verb, nodes=[getattr(d, name) for name in names], to=folder)
        if then:
            action, _, name = then.partition(":")
            steps.do(f"{action}:{getattr(d, name)}")
        return steps.state

    return play


def _then(action: str, target: str, /, **fields: str) -> Play:
    return lambda d: d.steps().do(f"{action}:{getattr(d, target)}", **fields).state


def _moved(d: Desk, to: str, *names: str) -> State:
    return d.steps().do("move", nodes=[getattr(d, each) for each in names], to=to).state


def _renamed(d: Desk) -> dict[str, Any]:
    return {"renamed": {d.report: "rapport-final.odt"}}


def _copied(d: Desk) -> dict[str, Any]:
    return {"copied": {d.report: "Bac"}}


def _copy_and(d: Desk, verb: str, name: str) -> State:
    steps = d.steps().do("copy", nodes=[d.report], to=d.bac)
    return steps.do(f"{verb}:{getattr(d, name)}").state


TREES: list[Case] = [
    ("tree_is", _internship, _put("agreement", "report"), None),
    ("tree_is", _internship, _put("agreement", "report", name="  stage   2027 "), None),
    ("tree_is", _internship, lambda d: d.state, "folder_missing"),
    ("tree_is", _internship, _put("agreement", "report", name="Stages"), "folder_misnamed"),
    ("tree_is", _internship, _put("agreement", "report", parent="bac"), "folder_misplaced"),
    ("tree_is", _internship, _put("agreement"), "not_moved"),
    ("tree_is", _internship, _put("agreement", "report", verb="copy"), "copied_instead"),
    ("tree_is", _internship, _put("agreement", "report", then="trash:report"), "wanted_lost"),
    ("tree_is", _internship, _put("agreement", "report", then="trash:film"), "something_lost"),
    ("tree_is", _internship, _put("agreement", "report", "film"), "something_moved"),
    (
        "tree_is",
        _internship,
        _put("agreement", "report", then="restore:lost"),
        "something_restored",
    ),
    (
        "tree_is",
        lambda d: {"moved": {d.agreement: "Documents"}},
        lambda d: _moved(d, d.bac, "agreement"),
        "moved_elsewhere",
    ),
    (
        "tree_is",
        lambda d: {"moved": {d.agreement: "Documents"}},
        lambda d: (
            d.steps()
            .do("move", nodes=[d.agreement], to=d.documents)
            .do("create_folder", name="Divers")
            .state
        ),
        "something_added",
    ),
    ("tree_is", _renamed, _then("rename", "report", name="rapport-final.odt"), None),
    ("tree_is", _renamed, _then("rename", "report", name="rapport-final"), "extension_changed"),
    ("tree_is", _renamed, _then("rename", "report", name="Rapport.odt"), "misnamed"),
    ("tree_is", _renamed, _then("rename", "film", name="f.mp4"), "misnamed"),
    (
        "tree_is",
        _renamed,
        lambda d: (
            d.steps()
            .do(f"rename:{d.report}", name="rapport-final.odt")
            .do(f"rename:{d.film}", name="f.mp4")
            .state
        ),
        "something_renamed",
    ),
    ("tree_is", _copied, lambda d: d.steps().do("copy", nodes=[d.report], to=d.bac).state, None),
    ("tree_is", _copied, lambda d: _moved(d, d.bac, "report"), "moved_instead"),
    ("tree_is", _copied, lambda d: d.state, "not_copied"),
    ("tree_is", _copied, lambda d: _copy_and(d, "trash", "film"), "something_lost"),
    ("tree_is", lambda d: {"trashed": [d.film]}, _then("trash", "film"), None),
    ("tree_is", lambda d: {"trashed": [d.film]}, _then("trash", "report"), "not_trashed"),
]


def _notes(d: Desk) -> dict[str, Any]:
    return {"nodes": [d.lost]}


def _restored_and(action: str, target: str, /, **fields: str) -> Play:
    def play(d: Desk) -> State:
        steps = d.steps().do(f"restore:{d.lost}")
        return steps.do(f"{action}:{getattr(d, target)}", **fields).state

    return play


RESTORING: list[Case] = [
    ("restored", _notes, _then("restore", "lost"), None),
    (
        "restored",
        _notes,
        lambda d: d.steps().do("restore", nodes=[d.lost]).do("empty_trash").state,
        None,
    ),
    ("restored", _notes, lambda d: d.state, "nothing_restored"),
    ("restored", _notes, _then("restore", "lost_twin"), "wrong_one_restored"),
    ("restored", _notes, _then("erase", "lost"), "wanted_erased"),
    (
        "restored",
        _notes,
        lambda d: d.steps().do("restore", nodes=[d.lost, d.lost_twin]).state,
        "too_many_restored",
    ),
    ("restored", _notes, _restored_and("trash", "film"), "something_lost"),
    ("restored", _notes, _restored_and("rename", "film", name="f.mp4"), "something_renamed"),
    ("restored", _notes, _restored_and("create_folder", "bac", name="X"), "something_added"),
    (
        "restored",
        _notes,
        lambda d: d.steps().do(f"restore:{d.lost}").do("move", nodes=[d.lost], to=d.bac).state,
        "something_moved",
    ),
    (
        "restored",
        lambda d: {"nodes": [d.lost], "anywhere": True},
        lambda d: d.steps().do(f"restore:{d.lost}").do("move", nodes=[d.lost], to=d.bac).state,
        None,
    ),
]


def _room(d: Desk) -> dict[str, Any]:
    return {"at_least": 3_000_000_000, "most": 1, "protected": [d.bac]}


def _little_room(d: Desk) -> dict[str, Any]:
    return {**_room(d), "at_least": 150_000}


def _trashed(*names: str) -> Play:
    return lambda d: d.steps().do("trash", nodes=[getattr(d, each) for each in names]).state


ROOM: list[Case] = [
    ("space_freed", _room, _trashed("film"), None),
    (
        "space_freed",
        _room,
        lambda d: d.steps().do("trash", nodes=[d.film]).do("empty_trash").state,
        None,
    ),
    ("space_freed", _room, _trashed("report"), "not_enough_freed"),
    ("space_freed", _room, _trashed("film", "oral"), "protected_deleted"),
    ("space_freed", _little_room, _trashed("agreement", "report"), "too_many_deleted"),
    (
        "space_freed",
        _room,
        lambda d: d.steps().do("trash", nodes=[d.film]).do("create_folder", name="X").state,
        "something_added",
    ),
    (
        "space_freed",
        _room,
        lambda d: (
            d.steps().do("trash", nodes=[d.film]).do("move", nodes=[d.oral], to=d.documents).state
        ),
        "something_moved",
    ),
    (
        "space_freed",
        _room,
        lambda d: d.steps().do("trash", nodes=[d.film]).do(f"rename:{d.oral}", name="o.odp").state,
        "something_renamed",
    ),
]
CASES = [*TREES, *RESTORING, *ROOM]


@pytest.mark.parametrize(("goal", "arguments", "play", "expected"), CASES)
def test_the_goal_is_reached_or_says_exactly_what_is_wrong(
    goal: str, arguments: Callable[[Desk], dict[str, Any]], play: Play, expected: str | None
) -> None:
    assert _failure(desk(), goal, arguments, play) == expected


def test_where_the_trash_takes_space_it_has_to_be_emptied() -> None:
    full = desk(quota=5_000_000_000, trash_counts=True)
    assert _failure(full, "space_freed", _room, _trashed("film")) == "trash_not_emptied"
    emptied = lambda d: d.steps().do("trash", nodes=[d.film]).do("empty_trash").state  # noqa: E731
    assert _failure(full, "space_freed", _room, emptied) is None


def test_every_name_a_goal_declares_is_given_by_some_play_and_no_other() -> None:
    given = {name for _, _, _, name in CASES if name} | {"trash_not_emptied"}
    declared = {name for goal in FILES.goals.values() for name in goal.failures}
    assert given == declared
    assert set(FILES.side_effects) <= declared


def _failure(
    d: Desk, goal: str, arguments: Callable[[Desk], dict[str, Any]], play: Play
) -> str | None:
    return FILES.failure(goal, initial=d.state, state=play(d), arguments=arguments(d))

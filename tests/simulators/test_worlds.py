"""The builders of initial states."""

import json
from random import Random

import pytest

from tests.simulators.worlds import NOW, SAMIRA, TEACHER, club, desk
from webapp.simulators.files import state as tree
from webapp.simulators.worlds.files import Tree
from webapp.simulators.worlds.letters import LETTERS
from webapp.simulators.worlds.webmail import Mailbox


def test_the_same_seed_builds_the_same_world_and_another_one_other_ids() -> None:
    def built(seed: int) -> list[dict[str, object]]:
        box = Mailbox(Random(seed), owner=SAMIRA, now=NOW)
        box.fill([SAMIRA, TEACHER], 12)
        files = Tree(Random(seed), now=NOW)
        files.file("Documents/a.txt", size=1, modified=NOW)
        return [box.state(), files.state()]

    assert built(1) == built(1)
    assert not set(built(1)[0]["messages"]) & set(built(2)[0]["messages"])  # type: ignore[call-overload]


def test_ordinary_messages_are_past_read_and_without_attachment() -> None:
    box = Mailbox(Random(3), owner=SAMIRA, now=NOW)
    box.fill([TEACHER], 60)
    messages = box.state()["messages"].values()
    assert len(messages) == 60
    assert all(each["date"] < NOW and not each["unread"] for each in messages)
    assert not any(each["attachments"] for each in messages)
    assert len({each["subject"] for each in messages}) == len(LETTERS)
    assert len(json.dumps(box.state())) < 40_000


def test_folders_on_the_way_are_made_once() -> None:
    files = Tree(Random(1), now=NOW)
    first = files.file("A/B/x.txt", size=1, modified=NOW)
    second = files.file("A/B/y.txt", size=1, modified=NOW)
    nodes = files.state()["nodes"]
    assert nodes[first]["parent"] == nodes[second]["parent"] == files.folder("A/B")
    assert files.path(second) == "A/B/y.txt"
    assert tree.find(files.state(), "a/b/Y.TXT") == second


@pytest.mark.parametrize("world", [club, desk])
def test_ids_are_opaque_and_a_state_goes_to_json_and_back(world: type) -> None:
    state = world().state
    assert json.loads(json.dumps(state)) == state
    for name in ("messages", "folders", "groups", "nodes", "documents"):
        assert all(len(key) == 8 and key.isalnum() for key in state.get(name, {}))


def test_a_play_finds_only_what_is_alone() -> None:
    steps = desk().steps()
    with pytest.raises(ValueError, match="2 of nodes"):
        steps.made("nodes", name="notes.txt")
    with pytest.raises(ValueError, match="0 of nodes"):
        steps.made("nodes", name="rien")

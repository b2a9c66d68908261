"""Any sequence of actions: what must hold of the state, whatever is posted."""

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.simulators.worlds import FILES, MAIL, club, desk
from webapp import simulators
from webapp.domain.materials import Simulation
from webapp.simulators import ActionRefused, Environment
from webapp.simulators.files import state as tree
from webapp.simulators.frame import State

TEXTS = [
    "", " ", "Samira Kaci", "Familles escalade", "x@y.example", "a@b.example, c@", "../..", "Bac",
    "notes.txt", "Stage 2027", "*", "2027-02-06", "14/01/2027", "18:15", "é" * 500, "<b>", "1",
]  # fmt: skip
MAIL_FIELDS = (
    "draft", "to", "cc", "bcc", "subject", "body", "field", "day", "time", "name", "from", "words",
    "attachment", "apply", "signature", "first", "last", "answer", "folder",
)  # fmt: skip
LISTS = ("messages", "contacts", "documents", "nodes")
LIMIT = 300_000
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(data=st.data())
def test_any_sequence_of_actions_keeps_a_mailbox_whole(data: st.DataObject) -> None:
    initial = club().state
    accepted, state = _played(data, MAIL, initial, MAIL_FIELDS)
    for message in state["messages"].values():
        assert message["folder"] in state["folders"]
    assert set(initial["messages"]) <= set(state["messages"])
    assert not set(state["drafts"]) & set(state["messages"])
    assert all(rule["folder"] in state["folders"] for rule in state["rules"])
    _same_at_replay(Simulation("webmail", initial), accepted, state)
    _any_view_is_shown(data, MAIL, state)


@quick
@given(data=st.data())
def test_any_sequence_of_actions_keeps_a_tree_whole(data: st.DataObject) -> None:
    initial = desk(quota=5_000_000_000).state
    accepted, state = _played(data, FILES, initial, ("name", "to"))
    nodes = state["nodes"]
    for key, node in nodes.items():
        assert node["parent"] in nodes if node["parent"] else key == state["root"]
        assert tree.lineage(state, key)[0] == state["root"]
        names = [each["name"].casefold() for each in tree.children(state, key).values()]
        assert len(names) == len(set(names))
    assert tree.used(state) <= state["quota"]
    _same_at_replay(Simulation("files", initial), accepted, state)
    _any_view_is_shown(data, FILES, state)


@quick
@given(data=st.data())
def test_undo_gives_back_exactly_what_was_there(data: st.DataObject) -> None:
    there, initial, fields = data.draw(
        st.sampled_from([(MAIL, club().state, MAIL_FIELDS), (FILES, desk().state, ("name", "to"))])
    )
    _, state = _played(data, there, initial, fields)
    action = data.draw(_actions(there, state, fields))
    try:
        after = there.perform(state, action)
        back = there.perform(after, {"action": "undo"})
    except ActionRefused:
        return
    if action["action"].partition(":")[0] not in ("send", "schedule", "discard", "undo"):
        assert _content(back) == _content(state)
    else:
        assert set(back["messages"]) == set(state["messages"])
        assert set(back["drafts"]) == set(state["drafts"])


def _played(
    data: st.DataObject, there: Environment, initial: State, fields: tuple[str, ...]
) -> tuple[list[Mapping[str, Any]], State]:
    """Up to 12 actions, and those that were accepted; refusals change nothing."""
    accepted: list[Mapping[str, Any]] = []
    state = initial
    for _ in range(data.draw(st.integers(0, 12))):
        action = data.draw(_actions(there, state, fields))
        before = json.dumps(state, sort_keys=True)
        try:
            state = there.perform(state, action)
        except ActionRefused:
            assert json.dumps(state, sort_keys=True) == before
        else:
            accepted.append(action)
    assert len(json.dumps(state)) < LIMIT
    return accepted, state


def _actions(
    there: Environment, state: State, fields: tuple[str, ...]
) -> st.SearchStrategy[dict[str, Any]]:
    """Any verb, on ids that exist, existed or never did, with any text."""
    ids = [
        key
        for name in ("messages", "drafts", "folders", "contacts", "groups", "documents", "nodes")
        for key in sorted(state.get(name, {}))
    ] + ["", "nothing", "to:group:x", *(rule["id"] for rule in state.get("rules", ()))]
    targets = st.sampled_from(["", *(f":{key}" for key in ids)])
    verbs = st.sampled_from([*sorted(there.verbs), "undo"])
    one = st.one_of(st.sampled_from(TEXTS), st.sampled_from(ids), st.text(max_size=20))
    many = st.lists(st.sampled_from(ids), max_size=3)
    return st.builds(
        lambda verb, target, texts, lists: {"action": verb + target, **texts, **lists},
        verbs,
        targets,
        st.dictionaries(st.sampled_from(fields), one, max_size=6),
        st.dictionaries(st.sampled_from(LISTS), many, max_size=2),
    )


def _same_at_replay(
    simulation: Simulation, accepted: list[Mapping[str, Any]], state: State
) -> None:
    """The journal gives the same state, also after a way through JSON with keys in other order."""
    stored = json.loads(json.dumps(simulation.state, sort_keys=True))
    journal = json.loads(json.dumps([simulators.recorded(action) for action in accepted]))
    again = Simulation(simulation.environment, stored)
    assert simulators.replayed(again, journal) == state
    assert stored == simulation.state


def _any_view_is_shown(data: st.DataObject, there: Environment, state: State) -> None:
    words = (
        "dossier", "message", "ecrire", "lien", "piece", "carnet", "documents", "page", "recherche",
        "reglages", "regle", "choix", "entetes", "element", "volet", "tri", "sens", "nouveau",
    )  # fmt: skip
    ids = sorted({*state.get("messages", {}), *state.get("drafts", {}), *state.get("nodes", {})})
    values = st.one_of(st.sampled_from([*ids, "1", "corbeille", "reglages"]), st.text(max_size=9))
    view = data.draw(st.dictionaries(st.sampled_from(words), values, max_size=6))
    assert there.screen(state, view).title


def _content(state: State) -> dict[str, Any]:
    return {key: value for key, value in state.items() if key not in ("last", "made")}

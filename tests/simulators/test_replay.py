"""Any sequence of actions: what must hold of the state, whatever is posted."""

import json
from collections.abc import Mapping, Sequence
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
    "notes.txt", "Stage 2027", "*", "2027-02-06", "14/01/2027", "18:15", "é" * 300, "<b>", "1",
]  # fmt: skip
PEOPLE = ["", "x@y.example", "Familles escalade", "a@b.example, Familles escrime", "Samira Kaci"]
FIELDS = (
    "draft", "to", "cc", "bcc", "subject", "body", "field", "day", "time", "name", "from", "words",
    "attachment", "apply", "signature", "first", "last", "answer", "folder",
)  # fmt: skip
LISTS = {
    "messages": ("messages",),
    "contacts": ("contacts", "groups"),
    "documents": ("documents",),
    "nodes": ("nodes",),
}
COLLECTIONS = (
    "messages", "drafts", "folders", "contacts", "groups", "documents", "nodes", "rules",
)  # fmt: skip
TARGETS = {
    **dict.fromkeys(
        ("open", "reply", "reply_all", "forward", "unsubscribe", "follow"), ("messages",)
    ),
    **dict.fromkeys(("rename_folder", "delete_folder"), ("folders",)),
    **dict.fromkeys(("change_rule", "delete_rule", "raise_rule"), ("rules",)),
    **dict.fromkeys(("rename", "create_folder"), ("nodes",)),
    "unschedule": ("drafts",),
    "detach": ("documents",),
}

# Made once, since hypothesis takes longer to make a strategy than to draw from it: a thing of the
# state is drawn as its place among those there are by then.
PLACE = st.integers(0, 9999)
TEXT, PERSON = st.sampled_from(TEXTS), st.sampled_from(PEOPLE)
WORDS = ("subject", "body", "name", "from", "words", "signature", "answer")
FORM = st.fixed_dictionaries(
    {
        **dict.fromkeys(WORDS, TEXT),
        **dict.fromkeys(("to", "cc", "bcc"), PERSON),
        **dict.fromkeys(("draft", "folder"), PLACE),
        "field": st.sampled_from(["to", "cc", "bcc"]),
        "day": st.sampled_from(["2027-01-14", "14/02/2027"]),
        "time": st.sampled_from(["18:15", "8 h"]),
        "first": st.just("2027-02-06"),
        "last": st.sampled_from(["2027-02-20", "2027-02-01"]),
        **dict.fromkeys(LISTS, st.lists(PLACE, min_size=1, max_size=3)),
    }
)
ANYTHING = st.tuples(
    st.dictionaries(
        st.sampled_from(FIELDS), st.one_of(TEXT, PLACE, st.text(max_size=20)), max_size=6
    ),
    st.dictionaries(st.sampled_from(sorted(LISTS)), st.lists(PLACE, max_size=3), max_size=2),
)
MANNERS = st.sampled_from(["sensible", "sensible", "sensible", "wild"])
VIEW_WORDS = (
    "dossier", "message", "ecrire", "lien", "piece", "carnet", "documents", "page", "recherche",
    "reglages", "regle", "choix", "entetes", "element", "volet", "tri", "sens", "nouveau",
)  # fmt: skip
VIEW = st.dictionaries(
    st.sampled_from(VIEW_WORDS), st.one_of(PLACE, st.text(max_size=9)), max_size=6
)
LIMIT = 300_000
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(data=st.data())
def test_any_sequence_of_actions_keeps_a_mailbox_whole(data: st.DataObject) -> None:
    initial = club().state
    accepted, state = _played(data, MAIL, initial)
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
    accepted, state = _played(data, FILES, initial)
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
    there, initial = data.draw(st.sampled_from([(MAIL, club().state), (FILES, desk().state)]))
    _, state = _played(data, there, initial)
    action = _next_action(data, there, state)
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
    data: st.DataObject, there: Environment, initial: State
) -> tuple[list[Mapping[str, Any]], State]:
    """Up to 12 actions, and those that were accepted; refusals change nothing."""
    accepted: list[Mapping[str, Any]] = []
    state = initial
    for _ in range(data.draw(st.integers(0, 12))):
        action = _next_action(data, there, state)
        before = json.dumps(state, sort_keys=True)
        try:
            state = there.perform(state, action)
        except ActionRefused:
            assert json.dumps(state, sort_keys=True) == before
        else:
            accepted.append(action)
    assert len(json.dumps(state)) < LIMIT
    return accepted, state


def _next_action(data: st.DataObject, there: Environment, state: State) -> dict[str, Any]:
    """Three times in four something that makes sense, else any verb on anything."""
    verb = _at([*sorted(there.verbs), "undo"], data.draw(PLACE))
    if data.draw(MANNERS) == "sensible":
        return _sensible(state, verb, data.draw(PLACE), data.draw(FORM))
    return _wild(state, verb, data.draw(PLACE), data.draw(ANYTHING))


def _sensible(state: State, verb: str, target: int, posted: dict[str, Any]) -> dict[str, Any]:
    """A verb on a thing of the right kind, with the fields of its form."""
    things = _ids(state, *TARGETS.get(verb, ()))
    targets = [f"{each}:0" if verb == "follow" else each for each in things] or [""]
    chosen = {name: _ids(state, *kinds) for name, kinds in LISTS.items()}
    fields = {name: value for name, value in posted.items() if name not in LISTS}
    for name in ("draft", "folder"):
        fields[name] = _at(_ids(state, f"{name}s") or [""], posted[name])
    if "nodes" in state:
        folders = [key for key, each in state["nodes"].items() if each["kind"] == "folder"]
        fields["to"] = _at(sorted(folders), posted["draft"])
    for name, ids in chosen.items():
        if ids:
            fields[name] = [_at(ids, place) for place in posted[name]]
    return _action(verb, _at(targets, target), fields)


def _wild(state: State, verb: str, target: int, posted: Any) -> dict[str, Any]:
    """Any verb, on ids that exist, existed or never did, with any text."""
    ids = [*_ids(state, *COLLECTIONS), "", "nothing", "to:group:x"]
    texts, lists = posted
    fields = {
        **{name: _at(ids, one) if isinstance(one, int) else one for name, one in texts.items()},
        **{name: [_at(ids, place) for place in many] for name, many in lists.items()},
    }
    return _action(verb, _at(ids, target), fields)


def _at(things: Sequence[str], place: int) -> str:
    """The thing at this place, counting round and round."""
    return things[place % len(things)]


def _action(verb: str, target: str, posted: dict[str, Any]) -> dict[str, Any]:
    return {**posted, "action": f"{verb}:{target}" if target else verb}


def _ids(state: State, *names: str) -> list[str]:
    rules = [rule["id"] for rule in state.get("rules", ()) if "rules" in names]
    return [key for name in names if name != "rules" for key in sorted(state.get(name, {}))] + rules


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
    ids = sorted({*state.get("messages", {}), *state.get("drafts", {}), *state.get("nodes", {})})
    values = [*ids, "1", "corbeille", "reglages"]
    drawn = data.draw(VIEW)
    view = {word: _at(values, one) if isinstance(one, int) else one for word, one in drawn.items()}
    assert there.screen(state, view).title


def _content(state: State) -> dict[str, Any]:
    return {key: value for key, value in state.items() if key not in ("last", "made")}

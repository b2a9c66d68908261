"""The state of an environment is an answer: its goal is reached, or it names what went wrong."""

from random import Random

import pytest

from webapp import grading, simulators
from webapp.domain.materials import Simulation
from webapp.domain.responses import NoResponse, Number
from webapp.domain.variant import Variant
from webapp.domain.verdict import Verdict
from webapp.simulators.worlds.files import Tree

RIGHT = Verdict(correct=True)


def wrong(mistake: str) -> Verdict:
    return Verdict(correct=False, mistake=mistake)


@pytest.fixture
def variant() -> Variant:
    tree = Tree(Random(1), now="2027-03-12T10:00:00")
    wanted, other = _trashed(tree, "rapport.odt"), _trashed(tree, "brouillon.odt")
    return Variant(
        {},
        NoResponse(),
        [[{"action": f"restore:{wanted}"}]],
        Simulation("files", tree.state(), "restored", {"nodes": [wanted]}),
        {
            "wrong_one_restored": [{"action": f"restore:{other}"}],
            "too_many_restored": [{"action": "restore", "nodes": [wanted, other]}],
        },
    )


def test_the_actions_that_reach_the_goal_are_right(variant: Variant) -> None:
    actions = grading.right_answer(variant)
    assert grading.verdict(variant, actions) == RIGHT
    assert isinstance(variant.material, Simulation)
    state = simulators.replayed(variant.material, actions)
    assert grading.verdict(variant, None, state) == RIGHT


def test_the_state_alone_counts_when_it_is_given(variant: Variant) -> None:
    assert isinstance(variant.material, Simulation)
    untouched = variant.material.state
    found = grading.verdict(variant, grading.right_answer(variant), untouched)
    assert found == wrong("nothing_restored")


def test_doing_nothing_is_wrong_and_says_so(variant: Variant) -> None:
    assert grading.verdict(variant, None) == wrong("nothing_restored")
    assert grading.verdict(variant, []) == wrong("nothing_restored")


def test_each_named_mistake_is_the_failure_its_actions_lead_to(variant: Variant) -> None:
    found = {name: grading.verdict(variant, done) for name, done in grading.wrong_answers(variant)}
    assert found == {name: wrong(name) for name in variant.mistakes}


def test_a_value_read_in_an_environment_without_goal_is_graded_alone() -> None:
    state = Tree(Random(1), now="2027-03-12T10:00:00").state()
    reading = Variant({}, Number(), [3], Simulation("files", state), {"with_trash": 4})
    assert grading.verdict(reading, 3, state) == RIGHT
    assert grading.verdict(reading, 4, state) == wrong("with_trash")
    assert grading.right_answer(reading) == 3


def test_an_environment_asks_for_no_field() -> None:
    assert grading.fields_of(NoResponse(), [{"action": "restore:x"}]) == {}
    assert grading.from_json(NoResponse(), grading.to_json(None)) is None


def _trashed(tree: Tree, name: str) -> str:
    made = tree.file(f"Stage/{name}", size=2000, modified="2027-03-01T09:00:00")
    return tree.trash(made, date="2027-03-10T08:00:00")

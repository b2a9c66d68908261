"""What holds in every environment: purity, refusals, undo, restart, where one is next."""

from copy import deepcopy
from typing import Any

import pytest

from tests.simulators.worlds import FILES, MAIL, club, desk
from webapp import simulators
from webapp.domain.materials import Simulation
from webapp.simulators import ActionRefused

WORLDS: list[Any] = [
    pytest.param("webmail", club, id="mail"),
    pytest.param("files", desk, id="files"),
]


def test_an_action_leaves_the_state_it_was_given_as_it_was() -> None:
    desk_ = desk()
    before = deepcopy(desk_.state)
    FILES.perform(desk_.state, {"action": f"trash:{desk_.film}"})
    assert desk_.state == before


@pytest.mark.parametrize(("name", "world"), WORLDS)
@pytest.mark.parametrize("action", [{}, {"action": ""}, {"action": "explode"}, {"action": ":x"}])
def test_an_unknown_verb_is_refused_with_a_sentence(name: str, world: Any, action: Any) -> None:
    with pytest.raises(ActionRefused) as refused:
        simulators.environment(name).perform(world().state, action)
    assert refused.value.status == 422
    assert refused.value.message.endswith(".")


@pytest.mark.parametrize(("name", "world"), WORLDS)
def test_there_is_nothing_to_undo_at_first(name: str, world: Any) -> None:
    with pytest.raises(ActionRefused, match="rien à annuler"):
        simulators.environment(name).perform(world().state, {"action": "undo"})


def test_what_is_posted_has_a_size_even_in_fields_nobody_reads() -> None:
    with pytest.raises(ActionRefused, match="trop long"):
        MAIL.perform(club().state, {"action": "compose", "whatever": "x" * 20_000})


def test_an_undone_action_cannot_be_undone_twice() -> None:
    desk_ = desk()
    steps = desk_.steps().do(f"trash:{desk_.film}").do("undo")
    assert steps.state["nodes"] == desk_.state["nodes"]
    with pytest.raises(ActionRefused):
        steps.do("undo")


def test_starting_again_gives_the_initial_state_and_forgets_where_one_was() -> None:
    desk_ = desk()
    simulation = Simulation("files", desk_.state)
    journal = [{"action": f"trash:{desk_.film}"}, {"action": "restart"}]
    state = simulators.replayed(simulation, journal)
    assert state["nodes"] == desk_.state["nodes"]
    assert FILES.view_after(state, {"dossier": desk_.documents}) == {"fait": "1"}


def test_a_refusal_keeps_what_was_typed_and_names_the_field() -> None:
    club_ = club()
    steps, draft = club_.composed()
    typed = {"action": "send", "draft": draft, "to": "samira@", "subject": "Clés", "body": "Oui"}
    with pytest.raises(ActionRefused) as refused:
        MAIL.perform(steps.state, typed)
    screen = MAIL.screen(steps.state, {"ecrire": draft}, refused.value)
    assert refused.value.field == screen.problem.field == "to"
    assert (screen.pane.fields[0].typed, screen.pane.subject) == ("samira@", "Clés")
    assert screen.pane.body == "Oui"


def test_two_saves_of_one_draft_in_a_row_are_worth_the_last_one() -> None:
    save = {"action": ["save"], "draft": ["a"], "body": ["Bonj"]}
    assert MAIL.replaces(save, {**save, "body": ["Bonjour"]})
    assert not MAIL.replaces(save, {**save, "draft": ["b"]})
    assert not MAIL.replaces({**save, "action": ["send"]}, save)


def test_the_journal_keeps_neither_the_key_nor_the_token() -> None:
    form = {"key": ["k"], "csrf_token": ["t"], "action": ["open:x"], "messages": ["a", "b"]}
    assert simulators.recorded(form) == {"action": ["open:x"], "messages": ["a", "b"]}


def test_an_action_may_be_written_with_plain_strings_or_with_lists() -> None:
    desk_ = desk()
    plain = FILES.perform(desk_.state, {"action": "create_folder", "name": "Stage"})
    listed = FILES.perform(desk_.state, {"action": ["create_folder"], "name": ["Stage"]})
    assert plain == listed


def test_the_view_keeps_the_list_and_drops_what_is_over() -> None:
    club_ = club()
    state = club_.steps().do(f"trash:{club_.mayor}").state
    view = {"dossier": "d", "page": "2", "message": club_.mayor, "lien": "0", "choix": "1"}
    assert MAIL.view_after(state, view) == {"dossier": "d", "page": "2", "fait": "1"}


def test_all_of_names_the_first_failure_and_allows_the_parts_of_each_goal() -> None:
    club_ = club()
    vacation = {"first": "2027-02-06", "last": "2027-02-20"}
    goals = {
        "goals": [
            {"goal": "signature_set", "arguments": {"contains": ["Club"]}},
            {"goal": "vacation_set", "arguments": vacation},
        ]
    }
    steps = club_.steps().do("save_signature", signature="Le Club")
    assert _failure(steps.state, goals) == "vacation_off"
    steps.do("save_vacation", **vacation, answer="Je suis absente.")
    assert _failure(steps.state, goals) is None
    assert _failure(club_.state, goals) == "no_signature"
    steps.do(f"trash:{club_.mayor}")
    assert _failure(steps.state, goals) == "messages_moved"
    assert {"no_signature", "vacation_off", "also_sent"} <= set(MAIL.failures("all_of", goals))


def _failure(state: simulators.frame.State, goals: dict[str, Any]) -> str | None:
    return MAIL.failure("all_of", initial=club().state, state=state, arguments=goals)

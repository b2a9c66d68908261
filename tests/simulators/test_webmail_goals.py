"""The goals of the mailbox: what reaches them, and the name of each way to miss them."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.simulators.webmail_sending import DRAFTS, SENDING, Case, Play, left, schedules, to_samira
from tests.simulators.webmail_tidying import (
    FILING,
    RIGHT_RULE,
    RULES,
    SETTINGS,
    TREATING,
    away,
    did,
    ruled,
)
from tests.simulators.worlds import MAIL, SAMIRA, Club, club
from webapp.simulators.frame import State

NO_LINK: Callable[[Club], dict[str, Any]] = lambda c: {}  # noqa: E731
SIDE_EFFECTS: list[Case] = [
    ("no_link_opened", NO_LINK, lambda c: c.sent(to=SAMIRA[1]), "also_sent"),
    ("no_link_opened", NO_LINK, schedules(), "also_scheduled"),
    (
        "no_link_opened",
        NO_LINK,
        lambda c: c.steps().do("discard", draft=c.key_draft).state,
        "draft_lost",
    ),
    (
        "no_link_opened",
        NO_LINK,
        lambda c: c.steps().do("save", draft=c.key_draft, body="!").state,
        "draft_lost",
    ),
    (
        "no_link_opened",
        NO_LINK,
        lambda c: c.steps().do("create_folder", name="X").state,
        "folders_changed",
    ),
    ("no_link_opened", NO_LINK, did("trash:mayor"), "messages_moved"),
    ("sent_one_message", to_samira, did("report_junk:mayor"), "nothing_sent"),
    ("no_link_opened", NO_LINK, did("unsubscribe:letter"), "list_left"),
    ("no_link_opened", NO_LINK, ruled(RIGHT_RULE), "rules_changed"),
    (
        "no_link_opened",
        NO_LINK,
        lambda c: c.steps().do("save_signature", signature="A").state,
        "signature_changed",
    ),
    ("no_link_opened", NO_LINK, away(), "vacation_changed"),
    ("no_link_opened", NO_LINK, did("open:mayor", "star:mayor"), None),
    ("no_link_opened", NO_LINK, left, None),
    (
        "messages_filed",
        lambda c: {"folder": c.box.folders["junk"], "messages": [c.fraud]},
        did("report_phishing:fraud"),
        "messages_reported",
    ),
]
CASES = [*SENDING, *DRAFTS, *FILING, *TREATING, *RULES, *SETTINGS, *SIDE_EFFECTS]


@pytest.mark.parametrize(("goal", "arguments", "play", "expected"), CASES)
def test_the_goal_is_reached_or_says_exactly_what_is_wrong(
    goal: str, arguments: Callable[[Club], dict[str, Any]], play: Play, expected: str | None
) -> None:
    there = club()
    wanted, state = arguments(there), play(there)
    assert MAIL.failure(goal, initial=there.state, state=state, arguments=wanted) == expected


def test_every_name_a_goal_declares_is_given_by_some_play_and_no_other() -> None:
    given = {name for _, _, _, name in CASES if name}
    declared = {name for goal in MAIL.goals.values() for name in goal.failures}
    assert given == declared | set(MAIL.side_effects)


def test_a_draft_quoting_the_old_time_does_not_count_as_saying_it() -> None:
    there = club()
    there.box.message(SAMIRA, "Horaire", "Rendez-vous à 18 h 15.", date="2027-01-11T10:00")
    asked = next(
        key for key, each in there.state["messages"].items() if each["subject"] == "Horaire"
    )
    steps, draft = there.composed(f"reply:{asked}")
    state = steps.do("send", draft=draft).state
    wanted = {"body": {"times": ["18:15"]}}
    assert _why(there, state, wanted) == "empty_body"


def _why(there: Club, state: State, wanted: dict[str, Any]) -> str | None:
    return MAIL.failure("sent_one_message", initial=there.state, state=state, arguments=wanted)

"""The goals of the mailbox: what reaches them, and the name of each way to miss them."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.simulators.worlds import CLUB, MAIL, SAMIRA, Club, club
from webapp.simulators.frame import State

CLIMBING_TIME = {
    "subject": "Séance d’ESCALADE de jeudi",
    "body": "Bonjour,\nla séance commence à 18h15 au lieu de 17 h 30.",
}
Play = Callable[[Club], State]
Case = tuple[str, Callable[[Club], dict[str, Any]], Play, str | None]


def _families(c: Club) -> dict[str, Any]:
    return {
        "hidden": [f"group:{c.climbing}"],
        "visible": [CLUB[1]],
        "subject": {"contains": ["escalade"]},
        "body": {"times": ["18:15"]},
    }


def _families_case(expected: str | None, **fields: str) -> Case:
    written = {"to": CLUB[1], "bcc": "Familles escalade", **CLIMBING_TIME, **fields}
    return "sent_one_message", _families, lambda c: c.sent(**written), expected


def _to_samira(c: Club) -> dict[str, Any]:
    return {"to": [SAMIRA[1]], "subject": {"is": "Clés du local"}}


def _plan(c: Club) -> dict[str, Any]:
    return {"to": [SAMIRA[1]], "attachments": [c.plan]}


def _with_plan(*documents: str) -> Play:
    def play(c: Club) -> State:
        steps, draft = c.composed()
        chosen = [getattr(c, name) for name in documents]
        if chosen:
            steps.do("attach", draft=draft, documents=chosen)
        return steps.do("send", draft=draft, to=SAMIRA[1]).state

    return play


def _answer(c: Club) -> dict[str, Any]:
    return {
        "to": ["ferrer@lycee.example"],
        "cc": [],
        "answers": c.lesson,
        "body": {"filled": True},
    }


def _scheduled(c: Club) -> dict[str, Any]:
    return {"at": "2027-01-14T18:15", "to": [SAMIRA[1]]}


def _schedules(day: str = "2027-01-14", time: str = "18:15", to: str = SAMIRA[1]) -> Play:
    def play(c: Club) -> State:
        steps, draft = c.composed()
        return steps.do("schedule", draft=draft, to=to, day=day, time=time).state

    return play


def _twice(c: Club) -> State:
    steps, draft = c.composed()
    steps.do("send", draft=draft, to=CLUB[1], bcc="Familles escalade", **CLIMBING_TIME)
    steps.do("compose")
    return steps.do(
        "send", draft=steps.made("drafts", thread=_newest(steps.state)), to="a@b.fr"
    ).state


def _newest(state: State) -> str:
    return max(state["drafts"], key=lambda key: state["drafts"][key]["made"])


def _left(c: Club) -> State:
    steps, draft = c.composed()
    return steps.do("close", draft=draft, to=SAMIRA[1]).state


SENDING: list[Case] = [
    _families_case(None),
    _families_case(None, cc="", to=f"{CLUB[0]} <{CLUB[1].upper()}>"),
    _families_case(None, to="", cc=CLUB[1]),
    _families_case(None, body="RDV à 18 H 15."),
    _families_case("addresses_visible", cc="Familles escalade", bcc=""),
    _families_case("addresses_visible", cc="Familles escalade"),
    _families_case("wrong_group", bcc="Familles escrime"),
    _families_case("wrong_group", bcc="Familles escalade, Familles escrime"),
    _families_case("missing_recipient", bcc=""),
    _families_case("extra_recipient", cc=SAMIRA[1]),
    _families_case("wrong_recipient", bcc="escalade1@familles.example"),
    _families_case("recipient_hidden", to="", bcc=f"Familles escalade; {CLUB[1]}"),
    _families_case("no_subject", subject=" "),
    _families_case("wrong_subject", subject="Séance de jeudi"),
    _families_case("wrong_time", body="La séance est à 17 h 30."),
    _families_case("empty_body", body="\n"),
    ("sent_one_message", _families, lambda c: c.state, "nothing_sent"),
    ("sent_one_message", _families, _left, "left_in_drafts"),
    ("sent_one_message", _families, _schedules(), "scheduled_instead"),
    ("sent_one_message", _families, _twice, "several_messages"),
    (
        "sent_one_message",
        lambda c: {"body": {"contains": ["casque"]}},
        lambda c: c.sent(to=SAMIRA[1], body="Prends tes chaussons."),
        "body_incomplete",
    ),
    (
        "sent_one_message",
        _to_samira,
        lambda c: c.sent(to=SAMIRA[1], subject="clés du LOCAL."),
        None,
    ),
    (
        "sent_one_message",
        _to_samira,
        lambda c: c.sent(to="s.kaci@ailleurs.example", subject="Clés du local"),
        "wrong_recipient",
    ),
    ("sent_one_message", _to_samira, lambda c: c.sent(cc=SAMIRA[1], subject="x"), "wrong_field"),
    (
        "sent_one_message",
        _to_samira,
        lambda c: c.sent(bcc=SAMIRA[1], subject="x"),
        "recipient_hidden",
    ),
    ("sent_one_message", _plan, _with_plan("plan"), None),
    ("sent_one_message", _plan, _with_plan(), "missing_attachment"),
    ("sent_one_message", _plan, _with_plan("old_plan"), "wrong_attachment"),
    ("sent_one_message", _plan, _with_plan("plan", "old_plan"), "extra_attachment"),
    ("sent_one_message", _answer, lambda c: c.sent(f"reply:{c.lesson}", body="Oui !"), None),
    (
        "sent_one_message",
        _answer,
        lambda c: c.sent(f"reply_all:{c.lesson}", body="Oui"),
        "replied_to_all",
    ),
    ("sent_one_message", _answer, lambda c: c.sent(to="ferrer@lycee.example"), "not_a_reply"),
    ("sent_one_message", _answer, lambda c: c.sent(f"reply:{c.lesson}"), "empty_body"),
    (
        "sent_one_message",
        lambda c: {"forwards": c.mayor, "to": [SAMIRA[1]]},
        lambda c: c.sent(f"forward:{c.mayor}", to=SAMIRA[1]),
        None,
    ),
    (
        "sent_one_message",
        lambda c: {"forwards": c.mayor, "to": [SAMIRA[1]]},
        lambda c: c.sent(to=SAMIRA[1]),
        "not_forwarded",
    ),
    ("message_scheduled", _scheduled, _schedules(), None),
    ("message_scheduled", _scheduled, _schedules("14/01/2027", "18 h 15"), None),
    ("message_scheduled", _scheduled, _schedules("2027-01-15"), "wrong_sending_day"),
    ("message_scheduled", _scheduled, _schedules(time="8:15"), "wrong_sending_time"),
    ("message_scheduled", _scheduled, _schedules(to=CLUB[1]), "wrong_recipient"),
    ("message_scheduled", _scheduled, lambda c: c.sent(to=SAMIRA[1]), "sent_now"),
    ("message_scheduled", _scheduled, lambda c: c.state, "not_scheduled"),
]


def _draft(c: Club) -> dict[str, Any]:
    return {"draft": c.key_draft}


def _draft_kept(c: Club, **fields: str) -> dict[str, str]:
    draft = c.state["drafts"][c.key_draft]
    return {"draft": c.key_draft, "subject": draft["subject"], "body": draft["body"], **fields}


def _with_another_draft(c: Club) -> Club:
    c.box.draft([SAMIRA], "Autre", "Autre", date="2027-01-06")
    return c


def _send_other(c: Club) -> State:
    other = next(key for key, each in c.state["drafts"].items() if each["subject"] == "Autre")
    return c.steps().do("send", draft=other).state


def _with_a_piece_more(c: Club) -> State:
    steps = c.steps().do("attach", draft=c.key_draft, documents=[c.plan])
    return steps.do("send", **_draft_kept(c)).state


DRAFTS: list[Case] = [
    ("draft_sent", _draft, lambda c: c.steps().do("send", **_draft_kept(c)).state, None),
    (
        "draft_sent",
        _draft,
        lambda c: c.steps().do("send", **_draft_kept(c, body="X")).state,
        "draft_changed",
    ),
    (
        "draft_sent",
        _draft,
        lambda c: c.steps().do("send", **_draft_kept(c, cc=CLUB[1])).state,
        "draft_changed",
    ),
    ("draft_sent", _draft, _with_a_piece_more, "draft_changed"),
    ("draft_sent", _draft, lambda c: c.sent(to=SAMIRA[1], subject="Clés du local"), "rewritten"),
    ("draft_sent", _draft, lambda c: c.state, "nothing_sent"),
    (
        "draft_sent",
        _draft,
        lambda c: c.steps().do("discard", draft=c.key_draft).state,
        "draft_discarded",
    ),
    ("draft_sent", _draft, lambda c: _send_other(_with_another_draft(c)), "wrong_draft"),
    ("draft_sent", _draft, _twice, "several_messages"),
]


def _trip(c: Club) -> dict[str, Any]:
    return {"folder": "Voyage à Lyon", "messages": [c.mayor, c.lesson]}


def _filed(*messages: str, name: str = "Voyage à Lyon") -> Play:
    chosen = lambda c: [getattr(c, each) for each in messages]  # noqa: E731
    return lambda c: c.steps().do("create_folder", name=name, messages=chosen(c)).state


def _filed_in_school(c: Club) -> State:
    steps = c.steps().do("create_folder", name="Voyage à Lyon", messages=[c.mayor])
    return steps.do(f"move:{c.lesson}", folder=c.school).state


FILING: list[Case] = [
    ("messages_filed", _trip, _filed("mayor", "lesson"), None),
    ("messages_filed", _trip, _filed("mayor", "lesson", name="voyage a LYON"), None),
    ("messages_filed", _trip, lambda c: c.state, "no_folder"),
    ("messages_filed", _trip, _filed("mayor", "lesson", name="Lyon"), "wrong_folder_name"),
    ("messages_filed", _trip, _filed("mayor"), "messages_missing"),
    ("messages_filed", _trip, _filed_in_school, "filed_elsewhere"),
    ("messages_filed", _trip, _filed("mayor", "lesson", "letter"), "messages_extra"),
    (
        "messages_filed",
        _trip,
        lambda c: (
            c.box.steps()
            .do("create_folder", name="Autre")
            .do("create_folder", name="Voyage à Lyon", messages=[c.mayor, c.lesson])
            .state
        ),
        "extra_folder",
    ),
    (
        "messages_filed",
        lambda c: {"folder": c.school, "messages": [c.mayor]},
        lambda c: c.steps().do(f"move:{c.mayor}", folder=c.school).do(f"trash:{c.fraud}").state,
        "others_moved",
    ),
    (
        "messages_starred",
        lambda c: {"messages": [c.mayor]},
        lambda c: c.steps().do(f"star:{c.mayor}").state,
        None,
    ),
    ("messages_starred", lambda c: {"messages": [c.mayor]}, lambda c: c.state, "star_missing"),
    (
        "messages_starred",
        lambda c: {"messages": [c.mayor]},
        lambda c: c.steps().do("star", messages=[c.mayor, c.fraud]).state,
        "star_extra",
    ),
]


def _sorting(c: Club) -> dict[str, Any]:
    return {"reported": [c.fraud], "unsubscribed": [c.letter]}


def _did(*actions: str) -> Play:
    def play(c: Club) -> State:
        steps = c.steps()
        for action in actions:
            verb, _, name = action.partition(":")
            message, _, rest = name.partition(":")
            steps.do(f"{verb}:{getattr(c, message)}{':' + rest if rest else ''}")
        return steps.state

    return play


TREATING: list[Case] = [
    ("messages_treated", _sorting, _did("report_phishing:fraud", "unsubscribe:letter"), None),
    ("messages_treated", _sorting, _did("report_phishing:fraud", "follow:letter:0"), None),
    (
        "messages_treated",
        _sorting,
        _did("report_phishing:fraud", "unsubscribe:letter", "trash:letter"),
        None,
    ),
    (
        "messages_treated",
        _sorting,
        _did("report_phishing:fraud", "unsubscribe:letter", "trash:fraud"),
        None,
    ),
    ("messages_treated", _sorting, _did("report_phishing:fraud"), "not_unsubscribed"),
    ("messages_treated", _sorting, _did("unsubscribe:letter"), "fraud_missed"),
    ("messages_treated", _sorting, _did("unsubscribe:letter", "trash:fraud"), "fraud_only_moved"),
    (
        "messages_treated",
        _sorting,
        _did("report_junk:fraud", "unsubscribe:letter"),
        "fraud_as_junk",
    ),
    ("messages_treated", _sorting, _did("report_phishing:mayor"), "honest_reported"),
    ("messages_treated", _sorting, _did("report_junk:letter"), "letter_reported"),
    (
        "messages_treated",
        _sorting,
        _did("follow:fraud:0", "report_phishing:fraud"),
        "fraud_link_opened",
    ),
    (
        "messages_treated",
        _sorting,
        _did("report_phishing:fraud", "unsubscribe:letter", "trash:mayor"),
        "others_moved",
    ),
    (
        "messages_treated",
        lambda c: {"reported": [c.fraud]},
        _did("report_phishing:fraud", "unsubscribe:letter"),
        "wrong_list_left",
    ),
    (
        "messages_treated",
        lambda c: {"reported": [c.fraud], "junk_is_enough": True},
        _did("report_junk:fraud"),
        None,
    ),
    ("no_link_opened", lambda c: {}, lambda c: c.state, None),
    ("no_link_opened", lambda c: {}, _did("follow:mayor:0"), "link_opened"),
]


def _rules(c: Club) -> dict[str, Any]:
    sender, other = ("Vie scolaire", "vs@lycee.example"), ("Boutique", "news@boutique.example")
    tests = [
        (c.box.test_message(sender, "Absence de jeudi"), "Lycée"),
        (c.box.test_message(sender, "Menu de la semaine"), ""),
        (c.box.test_message(other, "Absence de stock"), ""),
    ]
    return {
        "tests": [{"message": message, "folder": folder} for message, folder in tests],
        "most_rules": 1,
    }


def _ruled(*rules: dict[str, str]) -> Play:
    def play(c: Club) -> State:
        steps = c.steps()
        for rule in rules:
            steps.do("create_rule", folder=c.school, **rule)
        return steps.state

    return play


RIGHT_RULE = {"from_": "@lycee.example", "subject": "absence"}
RULES: list[Case] = [
    ("rules_sort", _rules, _ruled(RIGHT_RULE), None),
    ("rules_sort", _rules, lambda c: c.state, "no_rule"),
    ("rules_sort", _rules, _ruled({"from_": "lycee.example"}), "rule_too_wide"),
    ("rules_sort", _rules, _ruled({**RIGHT_RULE, "words": "mardi"}), "rule_misses"),
    ("rules_sort", _rules, _ruled(RIGHT_RULE, {"from_": "personne.example"}), "too_many_rules"),
    (
        "rules_sort",
        _rules,
        lambda c: c.steps().do("create_rule", folder=c.box.folders["trash"], **RIGHT_RULE).state,
        "rule_wrong_folder",
    ),
    (
        "rules_sort",
        _rules,
        lambda c: (
            c.steps().do("create_rule", folder=c.school, **RIGHT_RULE).do(f"trash:{c.fraud}").state
        ),
        "others_moved",
    ),
]
AWAY = {"first": "2027-02-06", "last": "2027-02-20"}


def _away(**changed: str) -> Play:
    fields = {**AWAY, "answer": "De retour le 22 février.", **changed}
    return lambda c: c.steps().do("save_vacation", **fields).state


def _vacation(c: Club) -> dict[str, Any]:
    return {**AWAY, "contains": ["22 fevrier"]}


SETTINGS: list[Case] = [
    ("vacation_set", _vacation, _away(), None),
    ("vacation_set", _vacation, _away(first="06/02/2027"), None),
    ("vacation_set", _vacation, lambda c: c.state, "vacation_off"),
    ("vacation_set", _vacation, _away(first="2027-02-07"), "wrong_first_day"),
    ("vacation_set", _vacation, _away(last="2027-02-21"), "wrong_last_day"),
    ("vacation_set", _vacation, _away(answer="Absente"), "answer_incomplete"),
    ("signature_set", lambda c: {"contains": ["Club"]}, lambda c: c.state, "no_signature"),
    (
        "signature_set",
        lambda c: {"contains": ["Club"]},
        lambda c: c.steps().do("save_signature", signature="Moi").state,
        "wrong_signature",
    ),
]
NO_LINK: Callable[[Club], dict[str, Any]] = lambda c: {}  # noqa: E731
SIDE_EFFECTS: list[Case] = [
    ("no_link_opened", NO_LINK, lambda c: c.sent(to=SAMIRA[1]), "also_sent"),
    ("no_link_opened", NO_LINK, _schedules(), "also_scheduled"),
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
    ("no_link_opened", NO_LINK, _did("trash:mayor"), "messages_moved"),
    ("sent_one_message", _to_samira, _did("report_junk:mayor"), "nothing_sent"),
    ("no_link_opened", NO_LINK, _did("unsubscribe:letter"), "list_left"),
    ("no_link_opened", NO_LINK, _ruled(RIGHT_RULE), "rules_changed"),
    (
        "no_link_opened",
        NO_LINK,
        lambda c: c.steps().do("save_signature", signature="A").state,
        "signature_changed",
    ),
    ("no_link_opened", NO_LINK, _away(), "vacation_changed"),
    ("no_link_opened", NO_LINK, _did("open:mayor", "star:mayor"), None),
    ("no_link_opened", NO_LINK, _left, None),
    (
        "messages_filed",
        lambda c: {"folder": c.box.folders["junk"], "messages": [c.fraud]},
        _did("report_phishing:fraud"),
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

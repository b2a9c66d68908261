"""Messages and drafts of the mailbox: what reaches the goals about them, and what misses."""

from collections.abc import Callable
from typing import Any, TypeAlias

from tests.simulators.worlds import CLUB, SAMIRA, Club
from webapp.simulators.frame import State

Play: TypeAlias = Callable[[Club], State]
# A goal, its arguments, what a student does, and the name of what is wrong then.
Case: TypeAlias = tuple[str, Callable[[Club], dict[str, Any]], Play, str | None]
CLIMBING_TIME = {
    "subject": "Séance d’ESCALADE de jeudi",
    "body": "Bonjour,\nla séance commence à 18h15 au lieu de 17 h 30.",
}


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


def to_samira(c: Club) -> dict[str, Any]:
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


def schedules(day: str = "2027-01-14", time: str = "18:15", to: str = SAMIRA[1]) -> Play:
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


def left(c: Club) -> State:
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
    ("sent_one_message", _families, left, "left_in_drafts"),
    ("sent_one_message", _families, schedules(), "scheduled_instead"),
    ("sent_one_message", _families, _twice, "several_messages"),
    (
        "sent_one_message",
        lambda c: {"body": {"contains": ["casque"]}},
        lambda c: c.sent(to=SAMIRA[1], body="Prends tes chaussons."),
        "body_incomplete",
    ),
    (
        "sent_one_message",
        to_samira,
        lambda c: c.sent(to=SAMIRA[1], subject="clés du LOCAL."),
        None,
    ),
    (
        "sent_one_message",
        to_samira,
        lambda c: c.sent(to="s.kaci@ailleurs.example", subject="Clés du local"),
        "wrong_recipient",
    ),
    ("sent_one_message", to_samira, lambda c: c.sent(cc=SAMIRA[1], subject="x"), "wrong_field"),
    (
        "sent_one_message",
        to_samira,
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
    ("message_scheduled", _scheduled, schedules(), None),
    ("message_scheduled", _scheduled, schedules("14/01/2027", "18 h 15"), None),
    ("message_scheduled", _scheduled, schedules("2027-01-15"), "wrong_sending_day"),
    ("message_scheduled", _scheduled, schedules(time="8:15"), "wrong_sending_time"),
    ("message_scheduled", _scheduled, schedules(to=CLUB[1]), "wrong_recipient"),
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

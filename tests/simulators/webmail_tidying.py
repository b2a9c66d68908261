"""Folders, reports, rules and settings of the mailbox: what reaches their goals, and misses."""

from typing import Any

from tests.simulators.webmail_sending import Case, Play
from tests.simulators.worlds import Club
from webapp.simulators.frame import State


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


def did(*actions: str) -> Play:
    def play(c: Club) -> State:
        steps = c.steps()
        for action in actions:
            verb, _, name = action.partition(":")
            message, _, rest = name.partition(":")
            steps.do(f"{verb}:{getattr(c, message)}{':' + rest if rest else ''}")
        return steps.state

    return play


TREATING: list[Case] = [
    ("messages_treated", _sorting, did("report_phishing:fraud", "unsubscribe:letter"), None),
    ("messages_treated", _sorting, did("report_phishing:fraud", "follow:letter:0"), None),
    (
        "messages_treated",
        _sorting,
        did("report_phishing:fraud", "unsubscribe:letter", "trash:letter"),
        None,
    ),
    (
        "messages_treated",
        _sorting,
        did("report_phishing:fraud", "unsubscribe:letter", "trash:fraud"),
        None,
    ),
    ("messages_treated", _sorting, did("report_phishing:fraud"), "not_unsubscribed"),
    ("messages_treated", _sorting, did("unsubscribe:letter"), "fraud_missed"),
    ("messages_treated", _sorting, did("unsubscribe:letter", "trash:fraud"), "fraud_only_moved"),
    (
        "messages_treated",
        _sorting,
        did("report_junk:fraud", "unsubscribe:letter"),
        "fraud_as_junk",
    ),
    ("messages_treated", _sorting, did("report_phishing:mayor"), "honest_reported"),
    ("messages_treated", _sorting, did("report_junk:letter"), "letter_reported"),
    (
        "messages_treated",
        _sorting,
        did("follow:fraud:0", "report_phishing:fraud"),
        "fraud_link_opened",
    ),
    (
        "messages_treated",
        _sorting,
        did("report_phishing:fraud", "unsubscribe:letter", "trash:mayor"),
        "others_moved",
    ),
    (
        "messages_treated",
        lambda c: {"reported": [c.fraud]},
        did("report_phishing:fraud", "unsubscribe:letter"),
        "wrong_list_left",
    ),
    (
        "messages_treated",
        lambda c: {"reported": [c.fraud], "junk_is_enough": True},
        did("report_junk:fraud"),
        None,
    ),
    ("no_link_opened", lambda c: {}, lambda c: c.state, None),
    ("no_link_opened", lambda c: {}, did("follow:mayor:0"), "link_opened"),
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


def ruled(*rules: dict[str, str]) -> Play:
    def play(c: Club) -> State:
        steps = c.steps()
        for rule in rules:
            steps.do("create_rule", folder=c.school, **rule)
        return steps.state

    return play


RIGHT_RULE = {"from_": "@lycee.example", "subject": "absence"}
RULES: list[Case] = [
    ("rules_sort", _rules, ruled(RIGHT_RULE), None),
    ("rules_sort", _rules, lambda c: c.state, "no_rule"),
    ("rules_sort", _rules, ruled({"from_": "lycee.example"}), "rule_too_wide"),
    ("rules_sort", _rules, ruled({**RIGHT_RULE, "words": "mardi"}), "rule_misses"),
    ("rules_sort", _rules, ruled(RIGHT_RULE, {"from_": "personne.example"}), "too_many_rules"),
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


def away(**changed: str) -> Play:
    fields = {**AWAY, "answer": "De retour le 22 février.", **changed}
    return lambda c: c.steps().do("save_vacation", **fields).state


def _vacation(c: Club) -> dict[str, Any]:
    return {**AWAY, "contains": ["22 fevrier"]}


SETTINGS: list[Case] = [
    ("vacation_set", _vacation, away(), None),
    ("vacation_set", _vacation, away(first="06/02/2027"), None),
    ("vacation_set", _vacation, lambda c: c.state, "vacation_off"),
    ("vacation_set", _vacation, away(first="2027-02-07"), "wrong_first_day"),
    ("vacation_set", _vacation, away(last="2027-02-21"), "wrong_last_day"),
    ("vacation_set", _vacation, away(answer="Absente"), "answer_incomplete"),
    ("signature_set", lambda c: {"contains": ["Club"]}, lambda c: c.state, "no_signature"),
    (
        "signature_set",
        lambda c: {"contains": ["Club"]},
        lambda c: c.steps().do("save_signature", signature="Moi").state,
        "wrong_signature",
    ),
]

"""The pages of settings: rules, signature, automatic answer."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import State, View
from webapp.simulators.screens import Typed
from webapp.simulators.webmail.screen.panes import RuleForm, RuleRow, Settings, Vacation
from webapp.simulators.webmail.screen.rows import NavItem

PAGES = {"regles": "Règles de tri", "signature": "Signature", "absence": "Réponse automatique"}
CONDITIONS = {
    "from": "l’expéditeur contient « {} »",
    "to": "un destinataire contient « {} »",
    "subject": "l’objet contient « {} »",
    "words": "le message contient « {} »",
}


def settings(state: State, view: View, typed: Typed) -> Settings:
    """The page of settings the view asks for, rules first."""
    page = view.get("reglages", "")
    page = page if page in PAGES else "regles"
    return Settings(
        page=page,
        tabs=tuple(
            NavItem(label, "", _page(each), current=each == page) for each, label in PAGES.items()
        ),
        rules=tuple(_row(state, place, rule) for place, rule in enumerate(state["rules"])),
        rule=_form(state, view, typed),
        new_rule_view={**_page("regles"), "regle": "nouvelle"},
        signature=typed.one("signature", state["signature"]),
        vacation=_vacation(state, typed),
    )


def _page(name: str) -> dict[str, str]:
    return {"dossier": "reglages", "reglages": name}


def _row(state: State, place: int, rule: Mapping[str, Any]) -> RuleRow:
    asked = [text.format(rule[name]) for name, text in CONDITIONS.items() if rule[name]]
    asked += ["le message a une pièce jointe"] if rule["attachment"] else []
    folder = state["folders"][rule["folder"]]["name"]
    words = f"Si {' et '.join(asked)}, ranger dans « {folder} »."
    return RuleRow(rule["id"], words, place == 0, {**_page("regles"), "regle": rule["id"]})


def _form(state: State, view: View, typed: Typed) -> RuleForm | None:
    asked = view.get("regle", "")
    rules = {rule["id"]: rule for rule in state["rules"]}
    if asked not in rules and asked != "nouvelle":
        return None
    rule = rules.get(asked, {})
    refused = typed.by("create_rule", "change_rule")
    return RuleForm(
        id=asked if asked in rules else "",
        sender=typed.one("from", rule.get("from", "")),
        to=typed.one("to", rule.get("to", "")),
        subject=typed.one("subject", rule.get("subject", "")),
        words=typed.one("words", rule.get("words", "")),
        attachment=bool(typed.one("attachment")) if refused else rule.get("attachment", False),
        folder=typed.one("folder", rule.get("folder", "")),
        apply=bool(typed.one("apply")),
    )


def _vacation(state: State, typed: Typed) -> Vacation:
    kept = state["vacation"]
    words = ""
    if kept["on"]:
        words = f"Active du {wording.day(kept['first'])} au {wording.day(kept['last'])}."
    return Vacation(
        on=kept["on"],
        words=words,
        first=typed.one("first", kept["first"]),
        last=typed.one("last", kept["last"]),
        answer=typed.one("answer", kept["answer"]),
    )

"""The settings of a mailbox: rules, signature, automatic answer."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import ids, wording
from webapp.simulators.frame import Action, ActionRefused, Done, State, Verb
from webapp.simulators.webmail import matching
from webapp.simulators.webmail import state as mailbox

LONGEST_CONDITION, LONGEST_SIGNATURE, LONGEST_ANSWER = 120, 400, 1000


def create_rule(state: State, action: Action) -> Done:
    """Add a rule at the end; sorts the messages already received too, if asked."""
    if len(state["rules"]) >= mailbox.MOST_RULES:
        raise ActionRefused("Il y a déjà beaucoup de règles : supprimes-en une.")
    rule = _rule(state, action)
    state["rules"].append({"id": ids.new(state), **rule})
    moved = _apply(state, rule) if action.one("apply") else 0
    more = f" {wording.plural(moved, 'message')} déjà reçus rangés." if moved > 1 else ""
    more = " 1 message déjà reçu rangé." if moved == 1 else more
    return Done(f"Règle créée.{more}", {"regle": ""}, undo=True)


def change_rule(state: State, action: Action) -> Done:
    """Replace a rule, in its place."""
    place = _place(state, action.target)
    state["rules"][place] = {"id": action.target, **_rule(state, action)}
    return Done("Règle modifiée.", {"regle": ""}, undo=True)


def delete_rule(state: State, action: Action) -> Done:
    """Delete a rule."""
    del state["rules"][_place(state, action.target)]
    return Done("Règle supprimée.", {"regle": ""}, undo=True)


def raise_rule(state: State, action: Action) -> Done:
    """Apply a rule before the one above it."""
    place = _place(state, action.target)
    if place:
        rules = state["rules"]
        rules[place - 1], rules[place] = rules[place], rules[place - 1]
    return Done("Ordre des règles modifié.", undo=True)


def save_signature(state: State, action: Action) -> Done:
    """Keep the text that ends each new message."""
    text = action.one("signature")
    if len(text) > LONGEST_SIGNATURE:
        raise ActionRefused(
            f"La signature est trop longue : {LONGEST_SIGNATURE} caractères au plus.",
            field="signature",
        )
    state["signature"] = text
    return Done("Signature enregistrée." if text else "Signature retirée.", undo=True)


def save_vacation(state: State, action: Action) -> Done:
    """Switch the automatic answer on, for the days given."""
    first, last = _day(action, "first"), _day(action, "last")
    if last < first:
        raise ActionRefused("Le dernier jour vient avant le premier.", field="last")
    text = action.one("answer")
    if not text:
        raise ActionRefused("Écris la réponse que recevront tes correspondants.", field="answer")
    if len(text) > LONGEST_ANSWER:
        raise ActionRefused(
            f"La réponse est trop longue : {LONGEST_ANSWER} caractères au plus.", field="answer"
        )
    state["vacation"] = {"on": True, "first": first, "last": last, "answer": text}
    return Done(
        f"Réponse automatique activée du {wording.day(first)} au {wording.day(last)}.", undo=True
    )


def stop_vacation(state: State, action: Action) -> Done:
    """Switch the automatic answer off; its text and days stay."""
    state["vacation"]["on"] = False
    return Done("Réponse automatique désactivée.", undo=True)


VERBS: Mapping[str, Verb] = {
    "create_rule": create_rule,
    "change_rule": change_rule,
    "delete_rule": delete_rule,
    "raise_rule": raise_rule,
    "save_signature": save_signature,
    "save_vacation": save_vacation,
    "stop_vacation": stop_vacation,
}


def _rule(state: State, action: Action) -> dict[str, Any]:
    texts = {name: action.one(name) for name in matching.CONDITIONS}
    for name, text in texts.items():
        if len(text) > LONGEST_CONDITION:
            raise ActionRefused(
                f"C’est trop long : {LONGEST_CONDITION} caractères au plus.", field=name
            )
    attachment = bool(action.one("attachment"))
    if not attachment and not any(texts.values()):
        raise ActionRefused("Remplis au moins une condition.", field="from")
    folder = mailbox.chosen_folder(state, action.one("folder"))
    return {**texts, "attachment": attachment, "folder": folder}


def _apply(state: State, rule: Mapping[str, Any]) -> int:
    inbox = mailbox.in_folder(state, mailbox.folder(state, mailbox.INBOX))
    found = [each for each in inbox.values() if matching.rule_applies(state, rule, each)]
    for each in found:
        each.update(before=each["folder"], folder=rule["folder"])
    return len(found)


def _place(state: State, rule_id: str) -> int:
    places = [place for place, rule in enumerate(state["rules"]) if rule["id"] == rule_id]
    if not places:
        raise ActionRefused("Cette règle n’existe plus.")
    return places[0]


def _day(action: Action, field: str) -> str:
    day = wording.read_day(action.one(field))
    if day is None:
        raise ActionRefused("Donne un jour, par exemple 14/01/2027.", field=field)
    return day

"""Writing a message: drafts, recipients, attachments. All that is typed is kept at each action."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import ids
from webapp.simulators.frame import Action, ActionRefused, Done, State, Verb
from webapp.simulators.undoing import copied
from webapp.simulators.webmail import quoting, recipients
from webapp.simulators.webmail import state as mailbox

AWAY = {"message": "", "carnet": "", "documents": "", "lien": "", "piece": "", "nouveau": ""}
MOST_FRESH = 5


def compose(state: State, action: Action) -> Done:
    """Start an empty message, to one contact if it is given."""
    made = _new_draft(state)
    if action.target:
        made["to"] = [recipients.contact(state, action.target, field="contacts")]
    return _opened(state, made)


def reply(state: State, action: Action) -> Done:
    """Answer the sender alone."""
    original = mailbox.message(state, action.target)
    made = _answer(state, action.target, "reply")
    made["to"] = _senders(original)
    return _opened(state, made)


def reply_all(state: State, action: Action) -> Done:
    """Answer the sender, with all the other visible recipients in copy."""
    original = mailbox.message(state, action.target)
    made = _answer(state, action.target, "reply_all")
    made["to"] = _senders(original)
    others = [
        each
        for each in [*original["to"], *original["cc"]]
        if not recipients.is_owner(state, each)
        and recipients.key(each) not in map(recipients.key, made["to"])
    ]
    made["cc"] = recipients.merged([], others, field="cc")
    return _opened(state, made)


def forward(state: State, action: Action) -> Done:
    """Send a message on to somebody else, with its attachments."""
    original = mailbox.message(state, action.target)
    made = _answer(state, action.target, "forward")
    made["attachments"] = [dict(each) for each in original["attachments"]]
    return _opened(state, made)


def save(state: State, action: Action) -> Done:
    """Keep what is typed, as it is typed; saying it again changes nothing."""
    keep_typed(state, action)
    return Done()


def close(state: State, action: Action) -> Done:
    """Keep the draft and go back to the list."""
    draft = keep_typed(state, action)
    says = "" if draft["fresh"] else "Brouillon enregistré."
    return Done(says, {"ecrire": "", **AWAY})


def add(state: State, action: Action) -> Done:
    """Make recipients of the addresses typed."""
    settle(state, keep_typed(state, action))
    return Done()


def remove(state: State, action: Action) -> Done:
    """Take a recipient out of a field."""
    draft = keep_typed(state, action)
    field, _, key = action.target.partition(":")
    if field in mailbox.FIELDS:
        draft[field] = [each for each in draft[field] if recipients.key(each) != key]
    return Done()


def pick(state: State, action: Action) -> Done:
    """Open the contacts, to choose recipients for a field."""
    keep_typed(state, action)
    return Done(view={"carnet": action.target or "to", "documents": ""})


def add_contacts(state: State, action: Action) -> Done:
    """Put the contacts ticked in the field chosen."""
    draft = mailbox.draft(state, action.one("draft"))
    field = action.one("field")
    if field not in mailbox.FIELDS:
        raise ActionRefused("Choisis le champ : À, Cc ou Cci.", field="field")
    chosen = action.many("contacts")
    if not chosen:
        raise ActionRefused("Coche au moins un contact.", field="contacts")
    added = [recipients.contact(state, entry, field="contacts") for entry in chosen]
    draft[field] = recipients.merged(draft[field], added, field="contacts")
    draft["fresh"] = False
    return Done(view={"carnet": ""})


def browse(state: State, action: Action) -> Done:
    """Open « Mes documents », to choose what to attach."""
    keep_typed(state, action)
    return Done(view={"documents": "1", "carnet": ""})


def attach(state: State, action: Action) -> Done:
    """Attach the documents ticked."""
    draft = mailbox.draft(state, action.one("draft"))
    chosen = action.many("documents")
    if not chosen:
        raise ActionRefused("Coche au moins un document.", field="documents")
    for entry in chosen:
        _attach(state, draft, entry)
    draft["fresh"] = False
    return Done(view={"documents": ""})


def detach(state: State, action: Action) -> Done:
    """Take an attachment out."""
    draft = keep_typed(state, action)
    draft["attachments"] = [each for each in draft["attachments"] if each["id"] != action.target]
    draft["fresh"] = False
    return Done()


def discard(state: State, action: Action) -> Done:
    """Throw a draft away."""
    draft = keep_typed(state, action)
    if draft["fresh"]:
        del state["drafts"][action.one("draft")]
        return Done(view={"ecrire": "", **AWAY})
    base = copied(state)
    del state["drafts"][action.one("draft")]
    back = {"ecrire": action.one("draft")}
    return Done("Brouillon supprimé.", {"ecrire": "", **AWAY}, undo=True, base=base, back=back)


VERBS: Mapping[str, Verb] = {
    "compose": compose,
    "reply": reply,
    "reply_all": reply_all,
    "forward": forward,
    "save": save,
    "close": close,
    "add": add,
    "remove": remove,
    "pick": pick,
    "add_contacts": add_contacts,
    "browse": browse,
    "attach": attach,
    "detach": detach,
    "discard": discard,
}


def keep_typed(state: State, action: Action) -> dict[str, Any]:
    """The draft of a form, with what was typed in it put in its place; refused when too long."""
    draft = mailbox.draft(state, action.one("draft"))
    if draft["send_at"]:
        raise ActionRefused("Ce message est programmé. Annule d’abord son envoi.")
    before = _content(draft)
    if "subject" in action.fields:
        draft["subject"] = _short(action.one("subject"), mailbox.LONGEST_SUBJECT, "subject")
    if "body" in action.fields:
        draft["body"] = _short(action.raw("body"), mailbox.LONGEST_BODY, "body")
    for field in mailbox.FIELDS:
        if field in action.fields:
            draft["typed"][field] = _short(action.one(field), mailbox.LONGEST_TYPED, field)
    if _content(draft) != before:
        draft["fresh"] = False
    return draft


def settle(state: State, draft: dict[str, Any]) -> None:
    """Turn the addresses typed into recipients; refused when one cannot be read."""
    for field in mailbox.FIELDS:
        added = recipients.typed(state, draft["typed"][field], field=field)
        draft[field] = recipients.merged(draft[field], added, field=field)
        draft["typed"][field] = ""


def _content(draft: Mapping[str, Any]) -> tuple[Any, ...]:
    fields = [[recipients.key(each) for each in draft[field]] for field in mailbox.FIELDS]
    return (fields, dict(draft["typed"]), draft["subject"], draft["body"])


def _short(text: str, limit: int, field: str) -> str:
    if len(text) > limit:
        raise ActionRefused(f"C’est trop long : {limit} caractères au plus.", field=field)
    return text


def _new_draft(state: State) -> dict[str, Any]:
    if len(mailbox.kept_drafts(state)) >= mailbox.MOST_DRAFTS:
        raise ActionRefused("Il y a déjà beaucoup de brouillons : supprimes-en un.")
    _forget_untouched(state)
    made = ids.new(state)
    state["drafts"][made] = {
        **{field: [] for field in mailbox.FIELDS},
        "typed": dict.fromkeys(mailbox.FIELDS, ""),
        "subject": "",
        "body": quoting.signed(state),
        "attachments": [],
        "thread": made,
        "answers": "",
        "mode": "new",
        "fresh": True,
        "send_at": "",
        "date": state["now"],
        "made": state["made"],
    }
    found: dict[str, Any] = state["drafts"][made]
    return found


def _answer(state: State, message_id: str, mode: str) -> dict[str, Any]:
    original = mailbox.message(state, message_id)
    made = _new_draft(state)
    forwarded = mode == "forward"
    made.update(
        subject=quoting.subject(original["subject"], forwarded=forwarded),
        body=quoting.body(state, original, forwarded=forwarded),
        thread=made["thread"] if forwarded else original["thread"],
        answers=message_id,
        mode=mode,
    )
    return made


def _opened(state: State, draft: Mapping[str, Any]) -> Done:
    made = next(key for key, each in state["drafts"].items() if each is draft)
    return Done(view={**AWAY, "ecrire": made})


def _forget_untouched(state: State) -> None:
    """Drop the oldest drafts in which nothing was ever written."""
    fresh = [key for key, each in state["drafts"].items() if each["fresh"]]
    fresh.sort(key=lambda key: -state["drafts"][key]["made"])
    for key in fresh[MOST_FRESH:]:
        del state["drafts"][key]


def _senders(original: Mapping[str, Any]) -> list[recipients.Recipient]:
    if original["sent"]:
        return list(original["to"])
    if original["reply_to"]:
        return [{"address": original["reply_to"], "name": ""}]
    return [{"address": original["from"]["address"], "name": original["from"]["name"]}]


def _attach(state: State, draft: dict[str, Any], document_id: str) -> None:
    document = state["documents"].get(document_id)
    if document is None:
        raise ActionRefused("Ce document n’existe pas.", field="documents")
    if len(draft["attachments"]) >= mailbox.MOST_ATTACHMENTS:
        raise ActionRefused("C’est trop de pièces jointes.", field="documents")
    if document_id not in [each["id"] for each in draft["attachments"]]:
        kept = {name: document[name] for name in ("name", "size", "text")}
        draft["attachments"].append({"id": document_id, **kept})

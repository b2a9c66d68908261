"""What one does to messages received: read, star, file, delete, report, unsubscribe."""

from collections.abc import Iterable, Mapping
from typing import Any

from webapp.simulators import ids, wording
from webapp.simulators.frame import Action, ActionRefused, Done, State, Verb
from webapp.simulators.webmail import state as mailbox
from webapp.simulators.webmail.body import links

BACK_TO_LIST = {"message": "", "lien": "", "piece": ""}


def open_message(state: State, action: Action) -> Done:
    """Show a message and mark it read."""
    mailbox.message(state, action.target)["unread"] = False
    return Done(view={"message": action.target, "ecrire": "", "lien": "", "piece": ""})


def mark_unread(state: State, action: Action) -> Done:
    """Mark messages unread, and go back to the list."""
    chosen = _chosen(state, action)
    for each in chosen.values():
        each["unread"] = True
    return Done(_said(chosen, "marqué comme non lu", "marqués comme non lus"), BACK_TO_LIST)


def mark_read(state: State, action: Action) -> Done:
    """Mark messages read."""
    chosen = _chosen(state, action)
    for each in chosen.values():
        each["unread"] = False
    return Done(_said(chosen, "marqué comme lu", "marqués comme lus"))


def star(state: State, action: Action) -> Done:
    """Put a star on messages, or take it off when they all have one."""
    chosen = _chosen(state, action).values()
    starred = not all(each["starred"] for each in chosen)
    for each in chosen:
        each["starred"] = starred
    return Done()


def move(state: State, action: Action) -> Done:
    """Put messages in a folder; the junk folder and the trash have verbs of their own."""
    folder = mailbox.chosen_folder(state, action.one("folder"))
    chosen = _chosen(state, action)
    for each in chosen.values():
        _put(state, each, folder)
    name = state["folders"][folder]["name"]
    return Done(
        _said(chosen, f"rangé dans « {name} »", f"rangés dans « {name} »"), BACK_TO_LIST, undo=True
    )


def trash(state: State, action: Action) -> Done:
    """Put messages in the trash."""
    chosen = _chosen(state, action)
    for each in chosen.values():
        _put(state, each, mailbox.folder(state, mailbox.TRASH))
    return Done(_said(chosen, "mis à la corbeille", "mis à la corbeille"), BACK_TO_LIST, undo=True)


def restore(state: State, action: Action) -> Done:
    """Put messages of the trash, or of the junk folder, back where they were."""
    chosen = _chosen(state, action)
    for each in chosen.values():
        home = each["before"] if each["before"] in state["folders"] else ""
        _put(state, each, home or mailbox.folder(state, mailbox.INBOX))
    return Done(_said(chosen, "remis à sa place", "remis à leur place"), BACK_TO_LIST, undo=True)


def report_phishing(state: State, action: Action) -> Done:
    """Report messages as fraud: they go to the junk folder."""
    return _report(
        state, action, "phishing", "signalé comme frauduleux", "signalés comme frauduleux"
    )


def report_junk(state: State, action: Action) -> Done:
    """Report messages as unwanted: they go to the junk folder."""
    return _report(
        state, action, "junk", "signalé comme indésirable", "signalés comme indésirables"
    )


def unsubscribe(state: State, action: Action) -> Done:
    """Leave the list a message comes from."""
    message = mailbox.message(state, action.target)
    if not message["list"]:
        raise ActionRefused("Ce message ne vient pas d’une lettre d’information.")
    state["unsubscribed"][message["list"]] = {"message": action.target}
    return Done(f"Tu ne recevras plus « {message['list']} ».")


def follow(state: State, action: Action) -> Done:
    """Open a link of a message, after its target was shown; the page itself does not exist."""
    message_id, _, number = action.target.partition(":")
    message = mailbox.message(state, message_id)
    known = links(message["body"])
    if not number.isdecimal() or int(number) >= len(known):
        raise ActionRefused("Ce lien n’est plus là.")
    url = known[int(number)].url
    state["followed"][f"{message_id} {url}"] = {"message": message_id, "url": url}
    if message["list"] and url == message["list_url"]:
        state["unsubscribed"][message["list"]] = {"message": message_id}
        return Done(f"Tu ne recevras plus « {message['list']} ».", {"lien": ""})
    return Done("Le lien est ouvert. Dans cet exercice, la page n’existe pas.", {"lien": ""})


def create_folder(state: State, action: Action) -> Done:
    """Make a folder, and put in it the messages chosen with it, if any."""
    folder = _new_folder(state, action.one("name"))
    view = {"nouveau": "", "dossier": folder, "message": "", "ecrire": ""}
    if action.many("messages"):
        for each in _chosen(state, action).values():
            _put(state, each, folder)
        view = {"nouveau": "", **BACK_TO_LIST}
    return Done(f"Dossier « {state['folders'][folder]['name']} » créé.", view, undo=True)


def rename_folder(state: State, action: Action) -> Done:
    """Give another name to a folder one made."""
    folder = _own_folder(state, action.target)
    folder["name"] = _free_name(state, action.one("name"), but=action.target)
    return Done("Dossier renommé.", undo=True)


def delete_folder(state: State, action: Action) -> Done:
    """Delete an empty folder one made."""
    _own_folder(state, action.target)
    if mailbox.in_folder(state, action.target):
        raise ActionRefused("Ce dossier n’est pas vide : déplace d’abord ses messages.")
    if any(rule["folder"] == action.target for rule in state["rules"]):
        raise ActionRefused("Une règle range des messages dans ce dossier : supprime-la d’abord.")
    del state["folders"][action.target]
    return Done("Dossier supprimé.", {"dossier": "", "message": ""}, undo=True)


VERBS: Mapping[str, Verb] = {
    "open": open_message,
    "mark_unread": mark_unread,
    "mark_read": mark_read,
    "star": star,
    "move": move,
    "trash": trash,
    "restore": restore,
    "report_phishing": report_phishing,
    "report_junk": report_junk,
    "unsubscribe": unsubscribe,
    "follow": follow,
    "create_folder": create_folder,
    "rename_folder": rename_folder,
    "delete_folder": delete_folder,
}


def _chosen(state: State, action: Action) -> dict[str, dict[str, Any]]:
    """The messages an action is about: its target, or the boxes ticked."""
    asked: Iterable[str] = [action.target] if action.target else action.many("messages")
    chosen = {key: mailbox.message(state, key) for key in asked}
    if not chosen:
        raise ActionRefused("Coche d’abord au moins un message.", field="messages")
    return chosen


def _report(state: State, action: Action, kind: str, one: str, many: str) -> Done:
    chosen = _chosen(state, action)
    if any(each["sent"] for each in chosen.values()):
        raise ActionRefused("Tu as envoyé ce message toi-même : il ne peut pas être signalé.")
    for each in chosen.values():
        _put(state, each, mailbox.folder(state, mailbox.JUNK))
        each["report"] = kind
    return Done(_said(chosen, one, many), BACK_TO_LIST, undo=True)


def _put(state: State, message: dict[str, Any], folder: str) -> None:
    """Move one message; back among the others, it is no longer reported."""
    aside = (mailbox.TRASH, mailbox.JUNK)
    if message["folder"] == folder:
        return
    if mailbox.role_of(state, folder) not in aside:
        message["report"] = ""
    if mailbox.role_of(state, message["folder"]) not in aside:
        message["before"] = message["folder"]
    message["folder"] = folder


def _said(chosen: Mapping[str, Any], one: str, many: str) -> str:
    if len(chosen) == 1:
        return f"Message {one}."
    return f"{wording.plural(len(chosen), 'message')} {many}."


def _new_folder(state: State, name: str) -> str:
    if len(state["folders"]) >= mailbox.MOST_FOLDERS:
        raise ActionRefused("Il y a déjà beaucoup de dossiers : supprimes-en un.", field="name")
    name = _free_name(state, name)
    made = ids.new(state)
    state["folders"][made] = {"name": name, "role": ""}
    return made


def _free_name(state: State, name: str, *, but: str = "") -> str:
    if not name:
        raise ActionRefused("Donne un nom au dossier.", field="name")
    if len(name) > mailbox.LONGEST_NAME:
        raise ActionRefused(
            f"Choisis un nom plus court : {mailbox.LONGEST_NAME} caractères au plus.", field="name"
        )
    others = [each["name"] for key, each in state["folders"].items() if key != but]
    if wording.folded(name) in map(wording.folded, others):
        raise ActionRefused(f"Un dossier s’appelle déjà « {name} ».", field="name")
    return name


def _own_folder(state: State, folder_id: str) -> dict[str, Any]:
    found: dict[str, Any] | None = state["folders"].get(folder_id)
    if found is None or found["role"]:
        raise ActionRefused("Ce dossier ne peut pas être changé.")
    return found

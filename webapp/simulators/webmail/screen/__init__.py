"""The screen of the mailbox: a state and a view turned into what the templates read."""

from webapp.simulators import screens, wording
from webapp.simulators.frame import ActionRefused, State, View
from webapp.simulators.screens import Typed
from webapp.simulators.webmail import state as mailbox
from webapp.simulators.webmail.screen import listing, reading, settings, writing
from webapp.simulators.webmail.screen.panes import Contacts, Pane
from webapp.simulators.webmail.screen.rows import NavItem
from webapp.simulators.webmail.screen.types import FolderOption, Listing, Screen

PASSING = ("fait", "choix", "nouveau", "entetes")
ICONS = {
    mailbox.INBOX: "inbox",
    mailbox.DRAFTS: "file",
    mailbox.SCHEDULED: "clock",
    mailbox.SENT: "send",
    mailbox.JUNK: "alert",
    mailbox.TRASH: "trash",
    "": "folder",
}


def draw(state: State, view: View, refusal: ActionRefused | None) -> Screen:
    """The mailbox in a view; unknown words and ids lead to the inbox."""
    view = _known(state, view)
    typed = Typed(refusal)
    kind, pane = _pane(state, view, typed)
    return Screen(
        title="Courrier",
        address=state["owner"]["address"],
        kind=kind,
        nav=_nav(state, view),
        folders=_destinations(state),
        here=view,
        new_folder=bool(view.get("nouveau")),
        new_folder_view={"dossier": view["dossier"], "nouveau": "1"},
        notice=screens.notice(state, view) if refusal is None else None,
        problem=screens.problem(refusal),
        typed=typed.all(),
        listing=None if kind in ("contacts", "settings") else _list(state, view, typed),
        pane=pane,
    )


def _known(state: State, view: View) -> dict[str, str]:
    """The view, without what is no longer there."""
    kept = {word: value for word, value in view.items() if value}
    places = (*state["folders"], "suivis", "contacts", "reglages")
    if kept.get("dossier") not in places:
        kept["dossier"] = mailbox.folder(state, mailbox.INBOX)
    if kept.get("message") not in state["messages"]:
        kept.pop("message", None)
    if kept.get("ecrire") not in state["drafts"]:
        kept.pop("ecrire", None)
    return kept


def _pane(state: State, view: View, typed: Typed) -> tuple[str, Pane | None]:
    """The name of the pane the view opens, and the pane."""
    draft = view.get("ecrire")
    if draft:
        return _writing(state, draft, view, typed)
    if view["dossier"] == "contacts":
        return "contacts", Contacts(writing.contacts(state))
    if view["dossier"] == "reglages":
        return "settings", settings.settings(state, view, typed)
    if view.get("message"):
        return "reading", reading.reading(state, view["message"], view)
    return "list", None


def _writing(state: State, draft: str, view: View, typed: Typed) -> tuple[str, Pane | None]:
    if state["drafts"][draft]["send_at"]:
        return "waiting", reading.waiting(state, draft, view)
    if view.get("carnet"):
        return "picker", writing.picker(state, draft, view, typed)
    if view.get("documents"):
        return "documents", writing.documents(state, draft, view, typed)
    return "writing", writing.writing(state, draft, typed)


def _list(state: State, view: View, typed: Typed) -> Listing:
    inbox = mailbox.folder(state, mailbox.INBOX)
    away = view["dossier"] in ("contacts", "reglages")
    return listing.listing(state, {**view, "dossier": inbox} if away else view, typed)


def _nav(state: State, view: View) -> tuple[NavItem, ...]:
    own = [key for key, each in state["folders"].items() if not each["role"]]
    own.sort(key=lambda key: wording.sort_key(state["folders"][key]["name"]))
    roles = [mailbox.folder(state, role) for role in mailbox.ROLES]
    shown = [key for key in [*roles, *own] if _is_shown(state, key)]
    searching = bool(view.get("recherche") or view.get("avec"))
    return (
        *(_folder_item(state, key, current=key == view["dossier"] and not searching)
          for key in shown),
        NavItem("Suivis", "star", {"dossier": "suivis"}, view["dossier"] == "suivis"),
        NavItem("Contacts", "contacts", {"dossier": "contacts"}, view["dossier"] == "contacts"),
        NavItem("Réglages", "gear", {"dossier": "reglages"}, view["dossier"] == "reglages"),
    )  # fmt: skip


def _is_shown(state: State, folder: str) -> bool:
    scheduled = mailbox.role_of(state, folder) == mailbox.SCHEDULED
    return not scheduled or bool(mailbox.scheduled(state))


def _folder_item(state: State, folder: str, *, current: bool) -> NavItem:
    role = mailbox.role_of(state, folder)
    count, words = _count(state, folder, role)
    name = state["folders"][folder]["name"]
    return NavItem(name, ICONS[role], {"dossier": folder}, current, count, words)


def _count(state: State, folder: str, role: str) -> tuple[int, str]:
    if role == mailbox.DRAFTS:
        count = len(mailbox.kept_drafts(state))
        return count, wording.plural(count, "brouillon")
    if role == mailbox.SCHEDULED:
        count = len(mailbox.scheduled(state))
        return count, wording.plural(count, "message")
    if role == mailbox.TRASH:
        return 0, ""
    count = sum(each["unread"] for each in mailbox.in_folder(state, folder).values())
    return count, wording.plural(count, "non lu", "non lus")


def _destinations(state: State) -> tuple[FolderOption, ...]:
    usual = [mailbox.folder(state, mailbox.INBOX)]
    own = [key for key, each in state["folders"].items() if not each["role"]]
    own.sort(key=lambda key: wording.sort_key(state["folders"][key]["name"]))
    return tuple(FolderOption(key, state["folders"][key]["name"]) for key in [*own, *usual])

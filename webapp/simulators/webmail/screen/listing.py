"""The middle pane: a folder, a search, a page of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import State, View
from webapp.simulators.screens import Typed
from webapp.simulators.webmail import body, matching, recipients
from webapp.simulators.webmail import state as mailbox
from webapp.simulators.webmail.screen.rows import Row
from webapp.simulators.webmail.screen.types import Listing, Search

PAGE = 25
LONGEST_SNIPPET = 90
NO_BOXES = (mailbox.DRAFTS, mailbox.SCHEDULED)
EMPTY = {
    mailbox.DRAFTS: "Aucun brouillon.",
    mailbox.SCHEDULED: "Aucun message programmé.",
    mailbox.TRASH: "La corbeille est vide.",
    mailbox.JUNK: "Aucun message indésirable.",
}


def listing(state: State, view: View, typed: Typed) -> Listing:
    """The list the view asks for: a search, the starred messages, or a folder."""
    search = _search(view)
    folder = view["dossier"]
    found = _found(state, view, search)
    page = _page(view, len(found))
    pages = max(1, -(-len(found) // PAGE))
    placed = search.active or folder == "suivis"
    role = "" if placed else mailbox.role_of(state, folder)
    ticked = set(typed.many("messages"))
    return Listing(
        title="Résultats" if search.active else _title(state, folder),
        total=len(found),
        rows=tuple(
            _any_row(state, key, view, placed=placed, ticked=key in ticked)
            for key in found[(page - 1) * PAGE : page * PAGE]
        ),
        search=search,
        choosing=_choosing(view, role),
        choose_view=_toggled(view) if role not in NO_BOXES else {},
        previous={**_base(view), "page": str(page - 1)} if page > 1 else None,
        next={**_base(view), "page": str(page + 1)} if page < pages else None,
        page_words=f"Page {page} sur {pages}",
        empty="Aucun message trouvé." if search.active else EMPTY.get(role, "Aucun message ici."),
        in_trash=role == mailbox.TRASH,
        in_junk=role == mailbox.JUNK,
        own_folder=folder if not role and not placed else "",
        new_name=typed.one("name"),
    )


def row(state: State, message_id: str, message: Mapping[str, Any], view: View) -> Row:
    """The line of one message; messages sent name whom they went to."""
    return Row(
        id=message_id,
        who=_who(state, message),
        subject=message["subject"] or "(sans objet)",
        snippet=_snippet(message["body"]),
        when=wording.short_moment(message["date"], now=state["now"]),
        moment=wording.moment(message["date"]),
        view={**_base(view), "page": view.get("page", ""), "message": message_id},
        unread=message["unread"],
        starred=message["starred"],
        attachments=len(message["attachments"]),
        current=view.get("message") == message_id,
    )


def names(state: State, message: Mapping[str, Any]) -> str:
    """All the recipients of a message, in words."""
    everyone = [each for field in mailbox.FIELDS for each in message[field]]
    return ", ".join(recipients.shown(state, each) for each in everyone)


def _found(state: State, view: View, search: Search) -> list[str]:
    """The ids of what is listed, newest first; a search shows drafts, unless one ticks boxes."""
    folder = view["dossier"]
    if search.active:
        return _newest(
            matching.found(
                state,
                words=search.words,
                with_attachment=search.with_attachment,
                drafts=not _choosing(view, ""),
            )
        )
    if folder == "suivis":
        return _newest({k: each for k, each in state["messages"].items() if each["starred"]})
    role = mailbox.role_of(state, folder)
    if role == mailbox.DRAFTS:
        return _newest(mailbox.kept_drafts(state), "made")
    if role == mailbox.SCHEDULED:
        return _newest(mailbox.scheduled(state), "send_at")
    return _newest(mailbox.in_folder(state, folder))


def _newest(found: Mapping[str, Any], by: str = "date") -> list[str]:
    return sorted(found, key=lambda key: (found[key][by], key), reverse=True)


def _any_row(state: State, key: str, view: View, *, placed: bool, ticked: bool) -> Row:
    if key in state["drafts"]:
        draft = state["drafts"][key]
        role = mailbox.SCHEDULED if draft["send_at"] else mailbox.DRAFTS
        kept_in = state["folders"][mailbox.folder(state, role)]["name"] if placed else ""
        return replace(_draft_row(state, key, draft, view), place=kept_in)
    message = state["messages"][key]
    folder = state["folders"][message["folder"]]["name"] if placed else ""
    return replace(row(state, key, message, view), place=folder, ticked=ticked)


def _draft_row(state: State, draft_id: str, draft: Mapping[str, Any], view: View) -> Row:
    at = draft["send_at"] or draft["date"]
    return Row(
        id=draft_id,
        who=names(state, draft) or "(sans destinataire)",
        subject=draft["subject"] or "(sans objet)",
        snippet=_snippet(draft["body"]),
        when=wording.short_moment(at, now=state["now"]) if not draft["send_at"] else _later(at),
        moment=wording.moment(at),
        view={**_base(view), "ecrire": draft_id},
        attachments=len(draft["attachments"]),
        current=view.get("ecrire") == draft_id,
    )


def _later(at: str) -> str:
    return f"{wording.table_moment(at)[:5]} {wording.clock(at)}"


def _who(state: State, message: Mapping[str, Any]) -> str:
    if message["sent"]:
        return f"À : {names(state, message)}"
    return str(message["from"]["name"] or message["from"]["address"])


def _snippet(text: str) -> str:
    words = " ".join(body.plain(body.own_words(text)).split())
    return words if len(words) <= LONGEST_SNIPPET else f"{words[: LONGEST_SNIPPET - 1]}…"


def _title(state: State, folder: str) -> str:
    return "Suivis" if folder == "suivis" else str(state["folders"][folder]["name"])


def _choosing(view: View, role: str) -> bool:
    """Boxes are shown when asked, with nothing else open that has the same fields."""
    busy = any(view.get(word) for word in ("message", "ecrire", "nouveau"))
    return bool(view.get("choix")) and not busy and role not in NO_BOXES


def _search(view: View) -> Search:
    words = view.get("recherche", "").strip()[:100]
    with_attachment = bool(view.get("avec"))
    return Search(words, with_attachment, bool(words) or with_attachment)


def _page(view: View, total: int) -> int:
    asked = view.get("page", "")
    pages = max(1, -(-total // PAGE))
    return min(max(int(asked), 1), pages) if asked.isdecimal() and len(asked) < 4 else 1


def _base(view: View) -> dict[str, str]:
    """The words of the view that say which list this is."""
    kept = ("dossier", "recherche", "avec")
    return {word: view[word] for word in kept if view.get(word)}


def _toggled(view: View) -> dict[str, str]:
    base = {**_base(view), "page": view.get("page", "")}
    return base if view.get("choix") else {**base, "choix": "1"}

"""What the mailbox shows."""

import pytest

from tests.simulators.worlds import MAIL, SAMIRA, club
from webapp.simulators import wording
from webapp.simulators.webmail import body


def test_the_list_is_newest_first_and_says_what_is_unread() -> None:
    there = club()
    screen = MAIL.screen(there.state, {})
    assert [row.id for row in screen.listing.rows] == [
        there.mayor,
        there.lesson,
        there.letter,
        there.fraud,
    ]
    assert [row.when for row in screen.listing.rows] == ["09:12", "Hier", "9 janv.", "8 janv."]
    inbox = screen.nav[0]
    assert (inbox.label, inbox.count, inbox.count_words, inbox.current) == (
        "Réception",
        1,
        "1 non lu",
        True,
    )


def test_a_link_shows_its_target_before_anything_is_opened() -> None:
    there = club()
    hidden = MAIL.screen(there.state, {"message": there.fraud}).pane
    assert hidden.link is None
    shown = MAIL.screen(there.state, dict(hidden.link_views[0])).pane
    assert shown.link.url == "https://relais.example.colis-payer.test/x"
    assert shown.link.text == "Payer 2 euros"


def test_an_attachment_is_read_when_opened() -> None:
    there = club()
    closed = MAIL.screen(there.state, {"message": there.mayor}).pane
    opened = MAIL.screen(there.state, dict(closed.attachments[0].view)).pane
    assert opened.preview.lines == ("Rendez-vous à 14 h 05",)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("gymnase", ["mayor"]),
        ("GYMNASE jeudi", ["mayor"]),
        ("presence ferrer", ["lesson"]),
        ("plan.pdf", ["mayor"]),
        ("zzz", []),
    ],
)
def test_a_search_wants_every_word_anywhere_in_the_message(words: str, found: list[str]) -> None:
    there = club()
    rows = MAIL.screen(there.state, {"recherche": words}).listing.rows
    assert [row.id for row in rows] == [getattr(there, name) for name in found]


def test_a_search_finds_drafts_and_says_where_they_are() -> None:
    there = club()
    rows = MAIL.screen(there.state, {"recherche": "cles local"}).listing.rows
    assert [(row.id, row.place) for row in rows] == [(there.key_draft, "Brouillons")]
    assert rows[0].view["ecrire"] == there.key_draft


def test_a_draft_found_by_a_search_has_no_box_to_tick() -> None:
    there = club()
    searched = MAIL.screen(there.state, {"recherche": "cles local", "choix": "1"}).listing
    assert (searched.rows, searched.choosing) == ((), True)


def test_a_search_may_keep_messages_with_an_attachment() -> None:
    there = club()
    rows = MAIL.screen(there.state, {"avec": "1"}).listing.rows
    assert [row.id for row in rows] == [there.mayor]


def test_a_long_folder_comes_in_pages() -> None:
    there = club()
    for number in range(60):
        there.box.message(SAMIRA, f"n° {number}", "", date=f"2026-11-01T08:{number:02d}")
    first = MAIL.screen(there.state, {}).listing
    last = MAIL.screen(there.state, {"page": "3"}).listing
    assert (len(first.rows), first.total, first.page_words) == (25, 64, "Page 1 sur 3")
    assert (len(last.rows), last.next) == (14, None)
    assert MAIL.screen(there.state, {"page": "99"}).listing.page_words == "Page 3 sur 3"


@pytest.mark.parametrize(
    "view", [{"dossier": "x"}, {"message": "x"}, {"ecrire": "x"}, {"page": "x", "lien": "9"}]
)
def test_an_unknown_view_shows_the_inbox(view: dict[str, str]) -> None:
    screen = MAIL.screen(club().state, view)
    assert (screen.kind, screen.listing.title) == ("list", "Réception")


def test_groups_come_before_people_and_homonyms_show_their_addresses() -> None:
    entries = MAIL.screen(club().state, {"dossier": "contacts"}).pane.contacts
    assert [one.group for one in entries] == [True, True, False, False, False]
    twins = [one.detail for one in entries if one.name == "Samira Kaci"]
    assert twins == ["s.kaci@ailleurs.example", "samira.kaci@breville.example"]


def test_a_notice_is_shown_just_after_its_action_only() -> None:
    there = club()
    state = there.steps().do(f"trash:{there.mayor}").state
    after = MAIL.screen(state, MAIL.view_after(state, {"message": there.mayor}))
    assert (after.notice.text, after.notice.undo) == ("Message mis à la corbeille.", True)
    assert MAIL.screen(state, {}).notice is None


def test_the_boxes_ticked_come_back_when_the_gesture_is_refused() -> None:
    there = club()
    action = {"action": "move", "messages": [there.mayor, there.fraud], "folder": ""}
    with pytest.raises(Exception, match="Choisis") as refused:
        MAIL.perform(there.state, action)
    screen = MAIL.screen(there.state, {"choix": "1"}, refused.value)  # type: ignore[arg-type]
    ticked = {row.id for row in screen.listing.rows if row.ticked}
    assert ticked == {there.mayor, there.fraud}
    assert screen.problem.field == "folder"


def test_the_text_of_a_message_is_cut_in_paragraphs_with_its_links_numbered() -> None:
    text = (
        "Bonjour,\n\nvoir [ici](https://a.example) ou\n[là](https://b.test/x)!\n\n> cité\n> encore"
    )
    first, second, third = body.paragraphs(text)
    assert [link.number for link in second.links] == [0, 1]
    assert [link.button for link in second.links] == [False, True]
    assert (first.quoted, third.quoted) == (False, True)
    assert body.plain(text).startswith("Bonjour,\n\nvoir ici ou\nlà")
    assert body.own_words(text).strip().endswith("!")


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("à 18h15", {"18:15"}),
        ("à 18 h 15.", {"18:15"}),
        ("18:15 au lieu de 17 h 30", {"18:15", "17:30"}),
        ("à 9 heures", {"09:00"}),
        ("salle 1815", set()),
        ("le 14/01/2027 à 8H05", {"08:05"}),
        ("118 h 15", set()),
    ],
)
def test_times_are_read_as_people_write_them(text: str, times: set[str]) -> None:
    assert wording.times_in(text) == times

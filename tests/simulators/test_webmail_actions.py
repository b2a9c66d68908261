"""What one does in the mailbox, and what is refused."""

import pytest

from tests.simulators.worlds import CLUB, MAIL, SAMIRA, TEACHER, club
from webapp.simulators import ActionRefused
from webapp.simulators.webmail import recipients


def test_reply_answers_the_sender_alone_in_the_same_conversation() -> None:
    there = club()
    steps, draft_id = there.composed(f"reply:{there.lesson}")
    draft = steps.state["drafts"][draft_id]
    assert [each["address"] for each in draft["to"]] == [TEACHER[1]]
    assert (draft["cc"], draft["subject"]) == ([], "Re : Sortie de mardi")
    assert draft["thread"] == there.state["messages"][there.lesson]["thread"]
    assert "> Peux-tu me confirmer ta présence ?" in draft["body"]


def test_reply_all_copies_every_visible_recipient_but_oneself() -> None:
    there = club()
    steps, draft_id = there.composed(f"reply_all:{there.lesson}")
    copied = {recipients.key(each) for each in steps.state["drafts"][draft_id]["cc"]}
    assert f"group:{there.climbing}" in copied
    assert len(copied) == 29
    assert CLUB[1] not in copied


def test_forwarding_takes_the_attachments_along_and_no_recipient() -> None:
    there = club()
    steps, draft_id = there.composed(f"forward:{there.mayor}")
    draft = steps.state["drafts"][draft_id]
    assert [each["name"] for each in draft["attachments"]] == ["plan.pdf"]
    assert (draft["to"], draft["subject"]) == ([], "Tr : Gymnase : créneau de jeudi")
    assert "Voir le plan" in draft["body"]


def test_the_prefix_of_an_answer_is_never_doubled() -> None:
    there = club()
    asked = there.box.message(SAMIRA, "RE: Clés", "Oui.", date="2027-01-11T09:00")
    steps, draft_id = there.composed(f"reply:{asked}")
    assert steps.state["drafts"][draft_id]["subject"] == "Re : Clés"


def test_what_is_half_typed_is_kept_as_it_is_by_save() -> None:
    there = club()
    steps, draft = there.composed()
    steps.do("save", draft=draft, to="samira.ka", body="Bonj")
    assert steps.state["drafts"][draft]["typed"]["to"] == "samira.ka"
    again = steps.do("save", draft=draft, to="samira.ka", body="Bonj").state
    assert again["drafts"] == steps.state["drafts"]


def test_a_message_just_started_is_not_yet_among_the_drafts() -> None:
    there = club()
    steps, draft = there.composed()
    drafts = {"dossier": there.box.folders["drafts"]}
    assert MAIL.screen(steps.state, drafts).listing.total == 1
    steps.do("save", draft=draft, subject="Clés")
    assert MAIL.screen(steps.state, drafts).listing.total == 2


def test_untouched_messages_do_not_pile_up() -> None:
    there = club()
    steps = there.steps()
    for _ in range(20):
        steps.do("compose")
    assert len(steps.state["drafts"]) <= 8


def test_several_addresses_may_be_typed_at_once() -> None:
    there = club()
    steps, draft = there.composed()
    steps.do("add", draft=draft, to=f"{SAMIRA[1]}; Zoé <zoe@a.example>, familles ESCALADE (50)")
    kept = steps.state["drafts"][draft]["to"]
    assert [recipients.key(each) for each in kept] == [
        SAMIRA[1],
        "zoe@a.example",
        f"group:{there.climbing}",
    ]
    assert [each.get("name") for each in kept] == ["Samira Kaci", "Zoé", None]


def test_contacts_ticked_join_the_chosen_field_once() -> None:
    there = club()
    steps, draft = there.composed()
    for _ in range(2):
        steps.do("add_contacts", draft=draft, field="bcc", contacts=[there.climbing, there.samira])
    assert len(steps.state["drafts"][draft]["bcc"]) == 2
    steps.do(f"remove:bcc:group:{there.climbing}", draft=draft)
    assert [each["address"] for each in steps.state["drafts"][draft]["bcc"]] == [SAMIRA[1]]


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"to": ""}, "to", "au moins un destinataire"),
        ({"to": "samira@"}, "to", "pas une adresse complète"),
        ({"to": "a@b@c.fr"}, "to", "pas une adresse complète"),
        ({"cc": "a b@c"}, "cc", "ni une adresse"),
        ({"to": "Samira Kaci"}, "to", "Plusieurs contacts"),
        ({"bcc": "Personne"}, "bcc", "ni une adresse ni le nom"),
        ({"to": "a@b.fr", "subject": "x" * 201}, "subject", "trop long"),
        ({"to": "a@b.fr", "body": "x" * 8001}, "body", "trop long"),
    ],
)
def test_a_message_that_cannot_leave_says_why_beside_the_field(
    fields: dict[str, str], field: str, sentence: str
) -> None:
    there = club()
    steps, draft = there.composed()
    with pytest.raises(ActionRefused, match=sentence) as refused:
        steps.do("send", draft=draft, **fields)
    assert refused.value.field == field


def test_undoing_a_sending_opens_the_message_again_with_all_that_was_typed() -> None:
    there = club()
    steps, draft = there.composed()
    steps.do("send", draft=draft, to=SAMIRA[1], body="Bonjour").do("undo")
    assert draft not in steps.state["messages"]
    assert MAIL.view_after(steps.state, {})["ecrire"] == draft
    assert steps.state["drafts"][draft]["body"] == "Bonjour"


@pytest.mark.parametrize(
    ("day", "time", "field"),
    [("", "18:15", "day"), ("2027-02-30", "18:15", "day"), ("2027-01-14", "25:00", "time"),
     ("2027-01-11", "10:40", "day")],
)  # fmt: skip
def test_a_sending_is_programmed_for_a_real_moment_to_come(day: str, time: str, field: str) -> None:
    there = club()
    steps, draft = there.composed()
    with pytest.raises(ActionRefused) as refused:
        steps.do("schedule", draft=draft, to=SAMIRA[1], day=day, time=time)
    assert refused.value.field == field


def test_a_programmed_message_waits_and_can_be_taken_back() -> None:
    there = club()
    steps, draft = there.composed()
    steps.do("schedule", draft=draft, to=SAMIRA[1], day="2027-01-14", time="18:15")
    with pytest.raises(ActionRefused, match="programmé"):
        steps.do("save", draft=draft, body="Autre")
    assert MAIL.screen(steps.state, {"ecrire": draft}).kind == "waiting"
    steps.do(f"unschedule:{draft}")
    assert MAIL.screen(steps.state, MAIL.view_after(steps.state, {})).kind == "writing"


def test_what_is_reported_goes_to_the_junk_folder_and_can_come_back() -> None:
    there = club()
    steps = there.steps().do(f"report_phishing:{there.fraud}")
    message = steps.state["messages"][there.fraud]
    assert message["folder"] == there.box.folders["junk"]
    assert message["report"] == "phishing"
    restored = steps.do(f"restore:{there.fraud}").state["messages"][there.fraud]
    assert (restored["folder"], restored["report"]) == (there.box.folders["inbox"], "")


def test_a_deleted_message_goes_back_to_the_folder_it_came_from() -> None:
    there = club()
    steps = there.steps().do(f"move:{there.mayor}", folder=there.school)
    steps.do(f"trash:{there.mayor}").do(f"restore:{there.mayor}")
    assert steps.state["messages"][there.mayor]["folder"] == there.school


def test_opening_an_unread_message_marks_it_read_and_it_can_be_unread_again() -> None:
    there = club()
    steps = there.steps().do(f"open:{there.mayor}")
    assert not steps.state["messages"][there.mayor]["unread"]
    steps.do(f"mark_unread:{there.mayor}")
    assert steps.state["messages"][there.mayor]["unread"]


def test_the_link_of_a_letter_that_unsubscribes_does_unsubscribe() -> None:
    there = club()
    state = there.steps().do(f"follow:{there.letter}:0").state
    assert "La lettre du Grimpeur" in state["unsubscribed"]
    with pytest.raises(ActionRefused, match="lettre d’information"):
        there.steps().do(f"unsubscribe:{there.mayor}")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("", "Donne un nom"), ("lycee", "s’appelle déjà"), ("x" * 61, "plus court")],
)
def test_a_folder_needs_a_name_of_its_own(name: str, sentence: str) -> None:
    with pytest.raises(ActionRefused, match=sentence) as refused:
        club().steps().do("create_folder", name=name)
    assert refused.value.field == "name"


def test_received_messages_go_neither_to_the_drafts_nor_to_the_sent_ones() -> None:
    there = club()
    for role in ("drafts", "sent", "scheduled"):
        with pytest.raises(ActionRefused):
            there.steps().do(f"move:{there.mayor}", folder=there.box.folders[role])


def test_a_folder_in_use_is_not_deleted_and_the_usual_ones_never() -> None:
    there = club()
    steps = there.steps().do(f"move:{there.mayor}", folder=there.school)
    with pytest.raises(ActionRefused, match="pas vide"):
        steps.do(f"delete_folder:{there.school}")
    with pytest.raises(ActionRefused):
        steps.do(f"rename_folder:{there.box.folders['inbox']}", name="Autre")
    steps.do(f"trash:{there.mayor}").do("create_rule", from_="x", folder=there.school)
    with pytest.raises(ActionRefused, match="règle"):
        steps.do(f"delete_folder:{there.school}")


def test_a_rule_asked_to_sorts_what_was_received_and_the_first_one_wins() -> None:
    there = club()
    steps = there.steps().do("create_folder", name="Mairie")
    town = steps.made("folders", name="Mairie")
    steps.do("create_rule", subject="gymnase", folder=town, apply="1")
    assert steps.state["messages"][there.mayor]["folder"] == town
    steps.do("create_rule", from_="breville", folder=there.school)
    second = steps.state["rules"][1]["id"]
    steps.do(f"raise_rule:{second}")
    assert [rule["folder"] for rule in steps.state["rules"]] == [there.school, town]


def test_a_rule_without_condition_or_folder_is_refused() -> None:
    there = club()
    for fields, field in (({"folder": there.school}, "from"), ({"from_": "a"}, "folder")):
        with pytest.raises(ActionRefused) as refused:
            there.steps().do("create_rule", **fields)
        assert refused.value.field == field


def test_the_signature_ends_each_new_message_and_comes_before_what_is_quoted() -> None:
    there = club()
    steps = there.steps().do("save_signature", signature="Le Club").do(f"reply:{there.mayor}")
    body = next(each["body"] for each in steps.state["drafts"].values() if each["fresh"])
    assert body.index("Le Club") < body.index("> Le 11 janvier 2027 à 9 h 12")

"""Cuts, refusals and power cuts: the page stays, says so, and goes on by itself."""

from typing import Literal

import pytest
from playwright.sync_api import Route, expect

from e2e import axe
from e2e.journeys.conftest import NewStudent, at_first_question
from e2e.pages.student import WORD
from e2e.server import Server
from e2e.watch import Watch

PROVOKED = r"INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|503|htmx:"
BACK = 40_000  # ms: 8 s between two tries, 15 s for one that gets no reply, and a busy machine


def test_offline_then_back_the_answer_is_sent_by_itself(
    new_student: NewStudent, watch: Watch
) -> None:
    watch.allow(PROVOKED)
    student = at_first_question(new_student, "Moussa")
    student.page.context.set_offline(True)
    student.page.locator("form#answer button[value=skip]").click()
    expect(student.page.get_by_role("alert")).to_contain_text("Connexion coupée")
    expect(student.main).to_have_attribute("data-question", "1")
    student.page.context.set_offline(False)
    expect(student.main).to_have_attribute("data-question", "2", timeout=BACK)
    expect(student.page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_button_that_waits_is_readable_under_the_pointer(
    new_student: NewStudent, watch: Watch, scheme: Literal["light", "dark"]
) -> None:
    watch.allow(PROVOKED)
    student = new_student()
    student.be_asked(WORD)
    student.page.emulate_media(color_scheme=scheme)
    student.page.context.set_offline(True)
    button = student.page.locator("form#answer button[value=submit]")
    button.click()
    expect(button).to_have_attribute("aria-disabled", "true")
    button.hover(force=True)
    axe.check(student.page)


def test_two_refusals_then_a_success_write_one_answer(
    new_student: NewStudent, watch: Watch
) -> None:
    watch.allow(PROVOKED)
    student = at_first_question(new_student, "Capucine")
    refusals = iter((503, 503))

    def refuse_twice(route: Route) -> None:
        status = next(refusals, None)
        route.fallback() if status is None else route.fulfill(status=status, body="")

    student.page.route("**/reponses", refuse_twice)
    student.page.locator("form#answer button[value=skip]").click()
    expect(student.main).to_have_attribute("data-question", "2", timeout=BACK)


def test_a_lost_reply_is_asked_again_and_counts_once(new_student: NewStudent, watch: Watch) -> None:
    watch.allow(PROVOKED)
    student = at_first_question(new_student, "Tiago")
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        if lost:
            route.fallback()
            return
        lost.append(route.request.url)
        route.fetch()  # the server has it, the student does not know
        route.abort("connectionreset")

    student.page.route("**/reponses", lose_the_first)
    student.page.locator("form#answer button[value=skip]").click()
    expect(student.main).to_have_attribute("data-question", "2", timeout=BACK)
    student.page.reload()
    expect(student.main).to_have_attribute("data-question", "2")


def test_the_server_is_killed_in_the_middle_of_a_word(
    new_student: NewStudent, own_server: Server, watch: Watch
) -> None:
    watch.allow(PROVOKED)
    student = new_student(at=own_server)
    student.be_asked(WORD)
    question = student.page.locator(
        f'main[data-state="question"][data-question="{student.number}"]'
    )
    field = student.page.locator("form#answer input[name=answer]")
    with student.page.expect_response("**/brouillon"):
        field.press_sequentially("parap", delay=60)
    own_server.kill()
    field.press_sequentially("luie", delay=60)
    student.page.locator("form#answer button[value=skip]").click()
    expect(student.page.get_by_role("alert")).to_contain_text("Connexion coupée")
    own_server.start()
    expect(question).to_have_count(0, timeout=BACK)  # the next one, or the corrections of five


def test_what_was_typed_before_the_power_cut_is_there_on_another_machine(
    new_student: NewStudent, own_server: Server
) -> None:
    student = new_student(at=own_server)
    student.stage.asked(WORD, first_name="Ludivine")
    student.come_in_by_the_list("Ludivine")
    student.type_and_be_saved("parap")
    student.page.close()
    own_server.kill()
    own_server.start()
    elsewhere = new_student(phone=False, at=own_server)
    elsewhere.come_in_by_the_list("Ludivine")
    expect(elsewhere.page.locator("form#answer input[name=answer]")).to_have_value("parap")

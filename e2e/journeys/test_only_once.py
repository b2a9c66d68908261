"""Three clicks, two tabs, the way back: one answer, and never a dead end."""

from playwright.sync_api import expect

from e2e.journeys.conftest import NewStudent, at_first_question
from e2e.pages.student import WORD, Student


def test_three_clicks_at_once_give_one_answer(new_student: NewStudent) -> None:
    student = at_first_question(new_student, "Ousmane")
    student.page.evaluate(
        """() => { const button = document.querySelector('form#answer button[value=skip]');
        button.click(); button.click(); button.click(); }"""
    )
    expect(student.main).to_have_attribute("data-question", "2")
    student.page.wait_for_timeout(500)
    student.page.reload()
    expect(student.main).to_have_attribute("data-question", "2")


def test_three_clicks_without_javascript_give_one_answer(new_student: NewStudent) -> None:
    student = at_first_question(new_student, "Lina", javascript=False)
    button = student.page.locator("form#answer button[value=skip]")
    button.click(click_count=3)
    expect(student.main).to_have_attribute("data-question", "2")


def test_a_second_tab_left_behind_is_told_and_led_on(new_student: NewStudent) -> None:
    student = at_first_question(new_student, "Noémie")
    behind = student.page.context.new_page()
    behind.goto(student.page.url)
    student.skip()
    student.fill_in()
    student.send()
    late = Student(behind, student.stage)
    expect(late.main).to_have_attribute("data-question", "1")
    first = behind.locator("form#answer .answer input:visible, form#answer .answer select").first
    if first.count() and first.evaluate("each => each.type") == "text":
        first.fill("12")
    behind.locator("form#answer button[value=submit]").last.click()
    expect(behind.get_by_text("a déjà reçu une réponse")).to_be_visible()
    behind.get_by_role("link", name="Continuer ici").click()
    expect(late.main).to_have_attribute("data-question", "3")


def test_the_way_back_shows_the_question_now_open(new_student: NewStudent) -> None:
    student = at_first_question(new_student, "Anouk", javascript=False)
    student.skip()
    student.page.go_back()
    expect(student.main).to_have_attribute("data-question", "2")


def test_an_older_draft_never_replaces_a_newer_one(new_student: NewStudent) -> None:
    student = new_student()
    student.be_asked(WORD)
    page = student.page
    student.type_and_be_saved("dix-sept")
    form: dict[str, str | float | bool] = {
        "key": page.locator("form#answer [name=key]").input_value(),
        "csrf_token": page.locator("[name=csrf_token]").first.input_value(),
        "revision": "0",
        "answer": "vieux",
    }
    page.request.post(f"/tests/{student.assessment_id}/brouillon", form=form)
    page.reload()
    expect(page.locator("form#answer input[name=answer]")).to_have_value("dix-sept")

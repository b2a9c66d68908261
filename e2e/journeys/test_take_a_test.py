"""The whole path on a phone: from the code to the results, the copy, the profile, a lesson."""

import re

from playwright.sync_api import expect

from e2e.journeys.conftest import NewStudent

OTHER_SCREENS = re.compile("Relire ma copie")


def test_from_the_code_to_the_results_with_javascript(new_student: NewStudent) -> None:
    student = new_student()
    student.come_in(first_name="Awa")
    student.begin()
    assert student.finish() >= 8
    page = student.page
    expect(page.get_by_role("heading", level=1)).to_have_text("Ton point de départ")
    expect(page.get_by_text("Code de reçu")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_from_the_code_to_the_results_without_javascript(new_student: NewStudent) -> None:
    student = new_student(javascript=False)
    student.come_in(first_name="Malo")
    student.begin()
    assert student.finish() >= 8
    expect(student.page.get_by_role("heading", level=1)).to_have_text("Ton point de départ")


def test_after_the_results_come_the_copy_the_profile_and_a_lesson(new_student: NewStudent) -> None:
    student = new_student(phone=False)
    student.come_in(first_name="Zoé")
    student.begin()
    student.finish()
    page = student.page
    results = page.url
    page.get_by_role("link", name=OTHER_SCREENS).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("copie")
    page.goto(results)
    page.locator("a[href^='/tutoriels/']").first.click()
    expect(page).to_have_url(re.compile("/tutoriels/"))
    page.goto("/profil")
    expect(page.get_by_role("table").first).to_be_visible()


def test_a_name_in_the_list_and_four_digits_lead_to_the_same_test_elsewhere(
    new_student: NewStudent,
) -> None:
    student = new_student()
    student.come_in_by_the_list("Salomé")
    student.begin()
    student.skip()
    elsewhere = new_student(phone=False)
    elsewhere.come_in_by_the_list("Salomé")
    expect(elsewhere.main).to_have_attribute("data-question", "2")
    assert elsewhere.assessment_id == student.assessment_id

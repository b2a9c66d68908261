"""The whole path with the keyboard alone, the pointer never moved."""

from playwright.sync_api import Page, expect

from e2e.journeys.conftest import NewStudent
from e2e.stage import OPEN_CODE

FAR = 80  # presses of Tab: more than any page has before its last control


def test_from_the_code_to_the_results_with_the_keyboard_only(new_student: NewStudent) -> None:
    student = new_student(phone=False)
    page = student.page
    page.goto("/")
    tab_to(page, "input[name=code]")
    page.keyboard.type(OPEN_CODE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Comment t’appelles-tu ?")
    tab_to(page, "input[name=first_name]")
    page.keyboard.type("Kenji")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Avant de commencer")
    tab_to(page, "button:has-text('Je commence')")
    page.keyboard.press("Enter")
    expect(student.main).to_have_attribute("data-question", "1")
    for _ in range(40):
        if student.state == "finished":
            break
        before = f"{student.state}{student.number}"
        if student.state == "checkpoint":
            tab_to(page, "button:has-text('Continuer')")
        else:
            give_any_answer(page)
            tab_to(page, "form#answer .actions button[value=submit]")
        page.keyboard.press("Enter")
        page.wait_for_timeout(700)
        if f"{student.state}{student.number}" == before:
            tab_to(page, "form#answer button[value=skip]")
            page.keyboard.press("Enter")
            page.wait_for_timeout(700)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ton point de départ")


def test_after_each_answer_the_focus_is_on_the_new_instruction(new_student: NewStudent) -> None:
    student = new_student(phone=False)
    student.come_in(first_name="Yasmine")
    student.begin()
    student.skip()
    expect(student.page.get_by_role("heading", level=1)).to_be_focused()


def give_any_answer(page: Page) -> None:
    """Something in the first field, by keys alone; a field left empty is passed later."""
    first = page.locator("form#answer .answer").locator("input:not([type=hidden]), select").first
    if first.count() == 0:
        return
    tab_to(page, "form#answer .answer input:not([type=hidden]), form#answer .answer select")
    kind = page.evaluate("document.activeElement.type")
    page.keyboard.press("Space" if kind in ("radio", "checkbox") else "ArrowDown")
    if kind == "text":
        page.keyboard.type("12")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something that matches has the focus; its ring must be seen."""
    for _ in range(FAR):
        page.wait_for_load_state()
        if page.evaluate(_MATCHES, selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {selector}")


_MATCHES = """selector => {
  const words = (selector.match(/:has-text\\('(.*?)'\\)/) || [])[1] || "";
  const plain = selector.replace(/:has-text\\('.*?'\\)/, "");
  const here = document.activeElement;
  return here.matches(plain) && here.textContent.includes(words);
}"""

"""« Affichage » beside the page: seen at once, kept, and nothing typed is lost."""

from playwright.sync_api import expect

from e2e.conftest import NewPage


def test_a_choice_is_seen_at_once_and_kept(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/")
    page.fill("#f-code", "K4T")
    page.get_by_role("link", name="Affichage").click()
    panel = page.get_by_role("complementary", name="Affichage")
    expect(panel.get_by_role("heading", name="Affichage")).to_be_focused()
    with page.expect_response(lambda reply: reply.request.method == "POST"):
        panel.get_by_label("Contraste").check(force=True)
    expect(page.locator("html")).to_have_attribute("data-theme", "contrast")
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Affichage")).to_be_focused()
    expect(page.locator("#f-code")).to_have_value("K4T")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "contrast")


def test_letters_four_times_larger_need_no_sideways_scrolling(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/")
    page.get_by_role("link", name="Affichage").click()
    with page.expect_response(lambda reply: reply.request.method == "POST"):
        page.get_by_label("400").check(force=True)
    page.reload()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_ruler_follows_what_is_read(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/")
    page.get_by_role("link", name="Affichage").click()
    with page.expect_response(lambda reply: reply.request.method == "POST"):
        page.get_by_label("Règle de lecture").check(force=True)
    page.mouse.move(300, 400)
    box = page.locator(".reading-ruler").bounding_box()
    assert box is not None
    assert box["y"] < 400 < box["y"] + box["height"]

"""A student before a browser: what they read, type and press."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from e2e.stage import CLASS_CODE, OPEN_CODE, Stage

LONGEST = 15.0  # seconds from a press to what comes next
WORD = "algo-1x"  # a challenge where one types a word
MOST_STEPS = 60  # questions and checkpoints of the longest journey of these tests


class Student:
    """A person taking a test; with or without JavaScript the gestures are the same."""

    def __init__(self, page: Page, stage: Stage) -> None:
        self.page = page
        self.stage = stage

    def come_in(self, *, code: str = OPEN_CODE, first_name: str = "Inès") -> None:
        """Type the code on the screen, then a first name."""
        self._type_code(code)
        self.page.get_by_label("Ton prénom").fill(first_name)
        self.page.get_by_role("button", name="C’est parti").click()

    def come_in_by_the_list(self, name: str, *, digits: str = "2468") -> None:
        """Type the code of the class, choose one's name in the list, give the four digits."""
        self._type_code(CLASS_CODE)
        self.page.get_by_role("link", name=name).click()
        self.page.get_by_label("Ton secret").fill(digits)
        self.page.get_by_role("button", name="C’est parti").click()

    def be_asked(self, challenge_id: str, *, seed: int = 1) -> None:
        """Be somebody of the class who stands before this challenge."""
        browser, test = self.stage.asked(challenge_id, seed=seed)
        self.stage.give(browser, self.page.context)
        self.page.goto(f"{test}/question")

    def begin(self) -> None:
        """Read what awaits, then start."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Avant de commencer")
        self.page.get_by_role("button", name="Je commence").click()
        expect(self.main).to_have_attribute("data-question", "1")

    @property
    def main(self) -> Locator:
        """The part of the page that says where the test stands."""
        return self.page.locator("main")

    @property
    def number(self) -> int:
        """The question before them."""
        return int(self.main.get_attribute("data-question") or 0)

    @property
    def state(self) -> str:
        """« question », « checkpoint » or « finished »."""
        return self.main.get_attribute("data-state") or ""

    @property
    def assessment_id(self) -> str:
        """The test, as programs know it."""
        return self.main.get_attribute("data-assessment") or ""

    def fill_in(self, *, wrong: bool = False) -> None:
        """Put an answer in the fields, without sending it."""
        answer = self.stage.revealed(self.assessment_id, wrong=wrong)
        self._act(answer["actions"])
        for name, value in answer["fields"].items():
            self._fill(name, value)

    def type_and_be_saved(self, text: str) -> None:
        """Type in the field of the answer; until the server has taken the last letter."""
        field = self.page.locator("form#answer input[name=answer]")
        expect(self.page.locator(".htmx-settling")).to_have_count(0)  # then the heading has focus
        with self.page.expect_response(
            lambda reply: (
                reply.url.endswith("/brouillon") and text in (reply.request.post_data or "")
            )
        ):
            field.press_sequentially(text, delay=40)

    def send(self) -> None:
        """« Je valide », then wait for what comes next."""
        self._press("Je valide")

    def skip(self) -> None:
        """« Je passe », then wait for what comes next."""
        self._press("Je passe")

    def go_on(self) -> None:
        """Leave a checkpoint."""
        self.page.get_by_role("button", name="Continuer").click()
        expect(self.main).to_have_attribute("data-state", "question")

    def finish(self, *, wrong_every: int = 3, skip_every: int = 4) -> int:
        """Go on to the results, with some mistakes and some skips; how many questions it took."""
        for step in range(MOST_STEPS):
            if self.state == "finished":
                return step
            if self.state == "checkpoint":
                self.go_on()
            elif step % skip_every == skip_every - 1:
                self.skip()
            else:
                self.fill_in(wrong=step % wrong_every == wrong_every - 1)
                self.send()
        raise AssertionError(f"not finished after {MOST_STEPS} steps")

    def _type_code(self, code: str) -> None:
        self.page.goto("/")
        self.page.get_by_label("Entre ton code").fill(f"{code[:3]} {code[3:6]}-{code[6:]}".lower())
        self.page.get_by_role("button", name="Commencer").click()

    def _press(self, words: str) -> None:
        before = f"{self.state}{self.number}"
        self.page.locator("form#answer").get_by_role("button", name=words).click()
        deadline = time.monotonic() + LONGEST
        while f"{self.state}{self.number}" in (before, "0"):
            assert time.monotonic() < deadline, f"still {before} after « {words} »"
            self.page.wait_for_timeout(30)

    def _fill(self, name: str, value: str | list[str]) -> None:
        field = self.page.locator(f"form#answer [name='{name}']")
        kind = field.first.evaluate("each => each.type")
        values = [value] if isinstance(value, str) else value
        if kind in ("radio", "checkbox"):
            for each in values:
                self.page.locator(f"form#answer [name='{name}'][value='{each}']").check(force=True)
        elif kind == "select-one":
            field.select_option(values[0])
        elif kind == "hidden":
            self._arrange(values)
        else:
            field.fill(values[0])

    def _arrange(self, order: list[str]) -> None:
        """Move each item up to its place, with the buttons."""
        for place, item in enumerate(order):
            while self._order().index(item) > place:
                self.page.locator(f"button[name=move][value='up:{item}']").click()

    def _order(self) -> list[str]:
        return [each.input_value() for each in self.page.locator("input[name=order]").all()]

    def _act(self, actions: list[Mapping[str, Any]]) -> None:
        """Post gestures to the environment, as its forms do, then see where they led."""
        address = f"/tests/{self.assessment_id}"
        key = self.page.locator("form#answer [name=key]").input_value()
        token = self.page.locator("[name=csrf_token]").first.input_value()
        for action in actions:
            fields = {"key": key, "csrf_token": token, **action}
            reply = self.page.request.post(
                f"{address}/environnement/actions",
                data=urlencode(fields, doseq=True),
                headers={"Content-Type": "application/x-www-form-urlencoded"},
            )
            assert reply.ok, reply.status
        if actions:
            self.page.goto(f"{address}/question")

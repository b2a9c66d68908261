"""A simulated environment inside a test: gestures are kept, refused, undone, graded."""

import pytest
from sqlalchemy import select

from tests import factories
from tests.browser import Browser, Page
from tests.fixtures import Saving
from tests.simulators.worlds import Club, club
from tests.sittings import Sat, sit
from webapp.domain.materials import Simulation
from webapp.domain.responses import NoResponse
from webapp.models import Answer, EnvironmentAction


@pytest.fixture
def world() -> Club:
    """The mailbox of a climbing club."""
    return club()


@pytest.fixture
def sat(browser: Browser, saving: Saving, world: Club) -> Sat:
    """A student who has to file a message in « Lycée »."""
    arguments = {"messages": [world.mayor], "folder": world.school}
    simulation = Simulation("webmail", world.state, "messages_filed", arguments)
    question = factories.a_question(
        response=NoResponse(), accepted=[[]], mistakes={}, material=simulation
    )
    return sit(browser, saving, question=question)


def _gestures(saving: Saving) -> list[str]:
    with saving() as session:
        rows = session.scalars(select(EnvironmentAction.fields).order_by(EnvironmentAction.id))
        return [fields["action"][0].partition(":")[0] for fields in rows]


def _act(sat: Sat, *pairs: tuple[str, str], view: str = "") -> Page:
    sat.question()
    return sat.post(f"environnement/actions{view}", [("key", sat.key), *pairs])


def test_the_page_shows_the_environment_between_what_to_do_and_the_buttons(sat: Sat) -> None:
    page = sat.question()
    assert "workshop" in page.root.one("main").get("class")
    places = [page.source.index(part) for part in ("<h1", 'id="environment"', 'id="answer"')]
    assert places == sorted(places)


def test_what_is_asked_from_inside_replaces_the_environment_alone(sat: Sat) -> None:
    page = sat.question()
    place = page.root.one("section", id="environment")
    links = [each for each in place.all("a", "form") if each.has("hx-get") or each.has("hx-post")]
    assert len(links) > 5
    for each in links:
        [around] = [one for one in each.ancestors() if one.has("hx-target")]
        assert (around.get("hx-target"), around.get("hx-swap")) == ("#environment", "outerHTML")
        assert not each.has("hx-target")


def test_where_one_is_in_it_travels_in_the_address(sat: Sat, world: Club) -> None:
    address = f"{sat.address}/question"
    page = sat.browser.open(f"{address}?vue.message={world.mayor}")
    assert page.status == 200
    odd = sat.browser.open(f"{address}?vue.message=nothing&vue.dossier=&vue.x=y")
    assert odd.status == 200


def test_a_step_inside_it_is_answered_by_the_environment_alone(sat: Sat, world: Club) -> None:
    headers = {"HX-Request": "true", "HX-Target": "environment"}
    address = f"{sat.address}/question?vue.message={world.mayor}"
    page = sat.browser.request("GET", address, headers=headers)
    assert page.root.one("section", id="environment")
    assert page.root.all("main") == []


def test_a_gesture_is_kept_and_leads_back_to_the_page(sat: Sat, saving: Saving) -> None:
    page = _act(sat, ("action", "compose"))
    assert page.url.startswith(f"{sat.address}/question?vue.")
    assert _gestures(saving) == ["compose"]
    assert "Nouveau message" in sat.browser.open(page.url).text


def test_the_line_under_the_answer_says_when_the_last_gesture_was_kept(sat: Sat) -> None:
    assert sat.question().by_id("saved").text == "Rien à enregistrer pour l’instant"
    page = _act(sat, ("action", "compose"))
    assert "Enregistré à" in sat.browser.open(page.url).by_id("saved").text


def test_htmx_gets_the_environment_and_its_new_address(sat: Sat) -> None:
    page = sat.question()
    token = page.root.all("input", name="csrf_token")[0].get("value")
    pairs = [("key", sat.key), ("action", "compose"), ("csrf_token", token)]
    headers = {"HX-Request": "true", "HX-Target": "environment"}
    address = f"{sat.address}/environnement/actions"
    reply = sat.browser.request("POST", address, pairs, headers=headers)
    assert reply.root.one("section", id="environment")
    assert reply.by_id("saved").get("hx-swap-oob") == "true"
    assert "Enregistré à" in reply.by_id("saved").text
    assert reply.headers["hx-replace-url"].startswith(f"{sat.address}/question?vue.")


def test_a_refused_gesture_says_why_and_is_not_kept(sat: Sat, saving: Saving) -> None:
    page = _act(sat, ("action", "fly"))
    assert page.status == 422
    assert "n’existe pas ici" in page.text
    assert page.root.one("form", id="answer")
    assert _gestures(saving) == []


def test_a_fresh_start_is_a_gesture_too(sat: Sat, saving: Saving) -> None:
    _act(sat, ("action", "compose"))
    page = sat.question().form(button="Oui, tout recommencer").submit()
    assert page.status == 200
    assert _gestures(saving) == ["compose", "restart"]


def test_its_state_is_what_is_graded(sat: Sat, saving: Saving, world: Club) -> None:
    page = sat.question().form("answer").submit("submit")
    assert page.root.one("main").get("data-question") == "2"
    with saving() as session:
        answer = session.scalars(select(Answer)).one()
        assert (answer.outcome, answer.value) == ("wrong", None)
        assert answer.mistake


def test_what_was_done_before_counts_as_the_answer(sat: Sat, saving: Saving, world: Club) -> None:
    opened = f"?vue.message={world.mayor}"
    done = _act(sat, ("action", f"move:{world.mayor}"), ("folder", world.school), view=opened)
    assert done.status == 200
    sat.question().form("answer").submit("submit")
    with saving() as session:
        assert session.scalars(select(Answer.outcome)).one() == "right"


def test_nothing_moves_in_it_after_the_answer(sat: Sat, saving: Saving) -> None:
    sat.question().form("answer").submit("submit")
    page = _act(sat, ("action", "compose"))
    assert page.status == 409
    assert "Continuer ici" in page.links()
    assert _gestures(saving) == []


def test_a_past_environment_is_there_to_look_at_only(sat: Sat, world: Club) -> None:
    sat.question().form("answer").submit("submit")
    page = sat.browser.open(f"{sat.address}/questions/1?vue.message={world.mayor}")
    assert page.root.one("section", id="environment")
    assert page.root.all("form", method="post") == []


def test_a_question_without_environment_has_no_gestures(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving)
    assert _act(sat, ("action", "compose")).status == 404

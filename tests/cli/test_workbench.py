"""An author answers draws of a challenge on students' pages, and the bench follows the files."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from flask import Flask

from tests.browser import Browser
from tests.content.banks import FOLDER, bank, rewritten
from webapp import content
from webapp.cli.workbench import create_workbench
from webapp.extensions import database


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    logs = structlog.get_config()  # of the whole process, and other tests read them
    app = create_workbench(tmp_path_factory.mktemp("bench"))
    yield app
    structlog.configure(**logs)
    with app.app_context():
        database.engine.dispose()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return bank(tmp_path / "bank")


@pytest.fixture
def workbench(bench: Flask, root: Path) -> Flask:
    """The bench over a bank of one challenge."""
    bench.extensions["azimut.catalog"] = content.load(root)
    return bench


def changed(root: Path, name: str, before: str, after: str) -> None:
    """Another version of a file, saved two seconds later."""
    path = root / FOLDER / name
    rewritten(root, f"{FOLDER}/{name}", before, after)
    later = path.stat().st_mtime_ns + 2_000_000_000
    os.utime(path, ns=(later, later))


def test_an_author_finds_a_challenge_and_what_a_machine_says_of_it(workbench: Flask) -> None:
    page = Browser.of(workbench).open("/apercu")
    assert page.h1 == "Les défis"
    page = page.follow("tailles-3x")
    assert page.h1 == "Le dossier partagé"
    assert "Rien à signaler" in page.text
    assert "=> 60" in page.text


def test_an_author_answers_a_draw_as_a_student_does(workbench: Flask) -> None:
    browser = Browser.of(workbench)
    browser.open("/apercu/tailles-3x")
    page = browser.post("/apercu/tailles-3x/tirages", {"seed": "0"})
    assert page.h1.startswith("Quelle place prennent-ils ensemble")
    page = page.form(button="Je valide").fill(answer="54").submit("Je valide")
    assert "on demandait la place des deux fichiers" in page.text


def test_the_bench_follows_the_files(workbench: Flask, root: Path) -> None:
    browser = Browser.of(workbench)
    assert "Sept" not in browser.open("/apercu/tailles-3x").text
    changed(root, "prompt.md", "au dossier", "au dossier de Sept")
    assert "au dossier de Sept" in browser.open("/apercu/tailles-3x").text
    changed(root, "generate.py", "rng.randint(2, 19)", "rng.randint(2, 19) / 0")
    page = browser.open("/apercu/tailles-3x")
    assert "generate.py:10 : ZeroDivisionError" in page.text


def test_a_page_that_is_up_to_date_is_left_alone(workbench: Flask, root: Path) -> None:
    client = workbench.test_client()
    page = Browser.of(workbench).open("/apercu/tailles-3x")
    again = page.root.all("main")[0].get("hx-get")
    assert client.get(again).status_code == 204
    changed(root, "explain.md", "Deux tailles", "Plusieurs tailles")
    assert client.get(again).status_code == 200


def test_a_challenge_that_cannot_be_read_says_why(workbench: Flask, root: Path) -> None:
    changed(root, "challenge.toml", "seconds = 60", "seconds = 6")
    page = Browser.of(workbench).open("/apercu/tailles-3x")
    assert "challenge.toml:5" in page.text


def test_what_is_not_of_the_plan_is_not_found(workbench: Flask) -> None:
    assert workbench.test_client().get("/apercu/zut-1x").status_code == 404

"""`azimut demo` and `azimut students import`."""

import json
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests import factories
from tests.browser import Browser
from tests.fixtures import Saving
from webapp.cli.demo import demo
from webapp.cli.students import group
from webapp.models import Account, Campaign, Learner, Organization
from webapp.services import demonstration

GOOD = "Nom,Prénom,Date de naissance,Classe\nBenali,Inès,14/03/2010,2de 4\n"


def test_the_demonstration_is_made_once_and_twice_changes_nothing(
    app: Flask, saving: Saving
) -> None:
    counts = []
    for _ in range(2):
        done = app.test_cli_runner().invoke(demo, ["--json"])
        assert done.exit_code == 0, done.output
        with saving() as session:
            counts.append(
                [
                    session.scalar(select(func.count()).select_from(model))
                    for model in (Organization, Learner, Account, Campaign)
                ]
            )
    assert counts[0] == counts[1]
    assert json.loads(done.output)["campaigns"][0]["code"] == "K4T9WM7HP"


def test_every_door_of_the_demonstration_opens(app: Flask, browser: Browser) -> None:
    assert app.test_cli_runner().invoke(demo).exit_code == 0
    for made in demonstration.CAMPAIGNS:
        assert browser.open(f"/?code={made.code}").status == 200
    page = browser.open("/?code=K4T9WM7HP")
    assert len(page.root.all("a", class_="name")) == 35
    for person in demonstration.ADULTS:
        form = browser.open("/connexion").form(button="Se connecter")
        page = form.fill(login=person.login, password=demonstration.PASSWORD).submit()
        assert page.h1 == "Mes tests"
        page.form(button="Quitter").submit()


def test_some_students_of_the_demonstration_are_in_their_test_and_others_have_finished(
    app: Flask, browser: Browser
) -> None:
    assert app.test_cli_runner().invoke(demo).exit_code == 0
    page = browser.open("/connexion").form(button="Se connecter")
    page = page.fill(login="fournier", password=demonstration.PASSWORD).submit()
    (played,) = [
        each for each in page.root.all("tr") if demonstration.PLAYED.classroom in each.text
    ]
    page = browser.open(played.all("a")[0].get("href"))
    states = [tile.get("class") for tile in page.root.all("ul", class_="tiles")[0].all("li")]
    assert {"finished", "absent"} <= set(states)
    assert states.count("finished") >= 4
    assert set(states) - {"finished", "absent"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A good list."""
    path = tmp_path / "eleves.csv"
    path.write_text(GOOD)
    return path


def test_a_list_is_imported_from_the_command_line(app: Flask, saving: Saving, file: Path) -> None:
    with saving() as session:
        uai = factories.organization(session).uai
    arguments = ["import", str(file), "--school", uai, "--json"]
    done = app.test_cli_runner().invoke(group, arguments)
    assert done.exit_code == 0
    assert json.loads(done.stdout) == {
        "imported": True,
        "added": 1,
        "updated": 0,
        "unchanged": 0,
        "absent": 0,
        "classrooms": 1,
    }
    assert "1 inchangé," in app.test_cli_runner().invoke(group, arguments[:-1]).stdout


def test_a_refused_list_exits_1_with_every_reason(app: Flask, saving: Saving, file: Path) -> None:
    with saving() as session:
        uai = factories.organization(session).uai
    file.write_text(GOOD + "Roy,,hier,2de 4\n")
    arguments = ["import", str(file), "--school", uai, "--json"]
    done = app.test_cli_runner().invoke(group, arguments)
    assert done.exit_code == 1
    errors = json.loads(done.stdout)["errors"]
    assert [(each["line"], each["field"]) for each in errors] == [
        (3, "Prénom"),
        (3, "Date de naissance"),
    ]
    assert all(each["reason"] in done.stderr for each in errors)
    with saving() as session:
        assert session.scalar(select(func.count(Learner.id))) == 0


def test_an_unknown_school_exits_1_and_bad_usage_2(app: Flask, file: Path) -> None:
    runner = app.test_cli_runner()
    unknown = runner.invoke(group, ["import", str(file), "--school", "0000000Z"])
    assert unknown.exit_code == 1
    assert "0000000Z" in unknown.stderr
    assert runner.invoke(group, ["import", str(file)]).exit_code == 2
    assert runner.invoke(group, ["import", "absent.csv", "--school", "x"]).exit_code == 2

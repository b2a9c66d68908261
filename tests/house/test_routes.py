"""The app's own routes: who may open them, and how their addresses read."""

import re
import tomllib
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from tests import factories
from tests.browser import Browser
from tests.fixtures import Saving
from tests.people import sign_in
from webapp import identity

HERE = Path(__file__).parent
PERMISSIONS: dict[str, str] = tomllib.loads((HERE / "permissions.toml").read_text())
NOUNS = set((HERE / "nouns.txt").read_text().split())
ROLES = {
    "public": None,
    "student": frozenset({"student"}),
    "staff": frozenset({"teacher", "head", "admin"}),
    "admin": frozenset({"admin"}),
}
FOR_MACHINES = {"/health", "/metrics"}
VALUES = {
    "string": "x",
    "uuid": "6f1c7f9e-3b7a-4d0e-9d57-0c6a52a3f0aa",
    "int": "1",
    "default": "x",
    "path": "x",
}


def test_every_route_has_a_row_in_the_permission_matrix(application: Flask) -> None:
    real = {endpoint: _word(application, endpoint) for endpoint in application.view_functions}
    assert real == PERMISSIONS


def test_addresses_are_french_nouns_in_kebab_case(application: Flask) -> None:
    for rule in application.url_map.iter_rules():
        if rule.rule in FOR_MACHINES or rule.rule.startswith("/static/"):
            continue
        for segment in filter(None, re.sub(r"<[^>]+>", "", rule.rule).split("/")):
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)?", segment), rule.rule
            assert segment in NOUNS, f"« {segment} » of {rule.rule} is not in tests/house/nouns.txt"


def test_the_ids_in_addresses_are_typed(application: Flask) -> None:
    for rule in application.url_map.iter_rules():
        for name in re.findall(r"<(?:\w+:)?(\w+)>", rule.rule):
            typed = name != "id" and not name.endswith("_id")
            assert typed or f":{name}>" in rule.rule, rule.rule


def test_a_stranger_is_sent_home_from_every_private_page(
    application: Flask, browser: Browser
) -> None:
    for rule in _private(application):
        page = browser.open(_address(rule))
        assert page.url == "/", f"{rule.rule} shows something to a stranger"


@pytest.mark.parametrize("role", ["student", "teacher", "admin"])
def test_a_page_of_another_role_does_not_exist(
    application: Flask, browser: Browser, saving: Saving, role: str
) -> None:
    with saving() as session:
        learner = factories.learner(session)
        account = factories.account(session, role="teacher" if role == "student" else role)
    sign_in(browser, learner if role == "student" else account)
    for rule in _private(application):
        allowed = ROLES[PERMISSIONS.get(rule.endpoint, "public")]
        if allowed is not None and role not in allowed:
            assert browser.open(_address(rule)).status == 404, rule.rule


def test_an_address_that_only_takes_a_form_leads_to_the_page_of_that_form(
    application: Flask, browser: Browser
) -> None:
    opened = {rule.rule for rule in _rules(application, "GET")}
    routes = application.url_map.bind("")
    for rule in _rules(application, "POST"):
        if rule.rule not in opened:
            reply = browser.transport.send("GET", _address(rule), [], {})
            assert reply.status == 303, rule.rule
            assert routes.match(reply.headers["location"], method="GET"), rule.rule


def _rules(app: Flask, method: str) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if method in (rule.methods or ())]


def _word(app: Flask, endpoint: str) -> str:
    roles = identity.roles_of(app.view_functions[endpoint])
    return next((word for word, each in ROLES.items() if each == roles), str(roles))


def _private(app: Flask) -> list[Rule]:
    return [rule for rule in _rules(app, "GET") if PERMISSIONS.get(rule.endpoint) != "public"]


def _address(rule: Rule) -> str:
    return re.sub(r"<(?:(\w+)(?:\([^)]*\))?:)?\w+>", lambda m: VALUES[m[1] or "default"], rule.rule)

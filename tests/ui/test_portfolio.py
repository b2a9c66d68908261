"""The component portfolio draws every macro without fault."""

from flask import Flask, render_template

from tests import html, page_rules
from webapp.ui.portfolio import portfolio_screen


def test_every_component_is_drawn_without_fault(application: Flask) -> None:
    competences = list(application.extensions["azimut.catalog"].competences.values())
    with application.test_request_context("/composants"):
        page = render_template("portfolio/portfolio.html", screen=portfolio_screen(competences))
    root, faults = html.read(page)
    assert [*faults, *page_rules.faults_of_page(root)] == []

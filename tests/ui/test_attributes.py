"""The attributes that templates write from a dictionary."""

import pytest
from flask import Flask
from markupsafe import Markup


def _written(app: Flask, **attributes: object) -> str:
    template = app.jinja_env.from_string("<input{{ attributes|xmlattr }}>")
    return template.render(attributes=attributes)


def test_values_are_escaped_each_time(app: Flask) -> None:
    for _ in range(2):
        assert _written(app, value='a"b') == '<input value="a&#34;b">'


def test_none_is_left_out(app: Flask) -> None:
    assert _written(app, value=None, title="") == '<input title="">'


def test_equal_values_of_other_kinds_are_told_apart(app: Flask) -> None:
    assert _written(app, value=Markup("<b>")) == '<input value="<b>">'
    assert _written(app, value="<b>") == '<input value="&lt;b&gt;">'
    assert _written(app, value=1) == '<input value="1">'
    assert _written(app, value=True) == '<input value="True">'


def test_a_name_that_is_none_is_refused(app: Flask) -> None:
    with pytest.raises(ValueError, match="attribute name"):
        _written(app, **{"on click": "x"})

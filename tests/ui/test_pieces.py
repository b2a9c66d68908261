"""What templates put in a page: text escaped once, markup as it stands."""

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup
from werkzeug.local import LocalProxy

from webapp.ui import templating

SOURCE = """
{%- macro bold(text) %}<b>{{ text }}</b>{% endmacro -%}
{%- macro framed() %}<p>{{ caller() }}</p>{% endmacro -%}
{{ value }}{{ bold(value) }}{% call framed() %}{{ value }}{% endcall %}{{ value|upper }}
{%- for one in [value] recursive %}{{ one }}{{ loop([]) }}{{ bold(text=one) }}{% endfor %}
{%- block part %}{{ bold(value) }}{{ loud(value) }}{% endblock %}
{%- set kept %}{{ value }}{% endset %}{{ kept }}{{ [value] }}{{ none }}{{ value|safe }}
{%- autoescape false %}{{ value }}{% endautoescape -%}
{% autoescape strict %}{{ value }}{% endautoescape %}"""


class Piece(str):
    """Text that writes itself as markup."""

    def __html__(self) -> str:
        return f"<i>{self.upper()}</i>"


VALUES = st.one_of(
    st.text("a<>&'\"é{"), st.text("a<&").map(Markup), st.text("a<").map(Piece), st.integers()
)


def _read(how: type[CodeGenerator], names: type[Context]) -> Template:
    environment = Environment(autoescape=True)
    environment.code_generator_class = how
    environment.context_class = names
    environment.globals["loud"] = lambda text: f"{text}!"
    return environment.from_string(SOURCE)


OURS, USUAL = _read(templating.Pieces, templating.Plain), _read(CodeGenerator, Context)


@given(VALUES, st.booleans())
def test_a_page_is_what_escaping_every_piece_gives(value: object, strict: bool) -> None:
    known = {"value": value, "strict": strict}
    assert OURS.render(known) == USUAL.render(known)


def test_the_application_puts_pieces_so(app: Flask) -> None:
    assert app.jinja_env.code_generator_class is templating.Pieces
    assert app.jinja_env.context_class is templating.Plain
    page = app.jinja_env.from_string("{{ text }}{{ markup }}")
    assert page.render(text="<b>", markup=Markup("<b>")) == "&lt;b&gt;<b>"


def test_nothing_that_a_page_calls_asks_for_its_context(app: Flask) -> None:
    known = app.jinja_env.globals.values()
    called = [each for each in known if callable(each) and type(each) is not LocalProxy]
    assert called
    assert not [each for each in called if hasattr(each, "jinja_pass_arg")]

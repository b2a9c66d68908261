"""How templates are read: strict, compiled before the first request, few globals."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

from flask import Flask
from jinja2 import Environment, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import do_xmlattr
from jinja2.nodes import EvalContext, Expr
from jinja2.runtime import Context
from markupsafe import Markup

from webapp.config import Settings
from webapp.simulators import wording
from webapp.ui import assets, bundles, display, rose, typography


def init_app(app: Flask, settings: Settings) -> None:
    """Set the rules of templates and compile them all."""
    environment = app.jinja_env
    environment.code_generator_class = Pieces
    environment.context_class = Plain
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.auto_reload = settings.development
    environment.globals.update(
        static_url=assets.static_url,
        stylesheet_url=bundles.STYLES.url,
        scripts_url=bundles.SCRIPTS.url,
        display=display.current,
        remembered=lru_cache(maxsize=1024),  # a macro of plain values: each is written once
    )
    environment.filters.update(wedge=rose.wedge, ticks=rose.ticks, around=rose.around)
    environment.filters.update(grouped=wording.grouped, plural=wording.plural)
    environment.filters["xmlattr"] = _Attributes(environment).written
    typography.equip(environment)
    environment.cache = {}  # every template stays: a least-recently-used list costs each look-up
    environment.make_globals = partial(_globals, environment)  # type: ignore[method-assign]
    if not settings.development:
        for name in environment.list_templates(extensions=["html"]):
            environment.get_template(name)


class Plain(Context):
    """Calls what a page calls, at once: nothing there asks for the context of the page."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """What it returns; the variables of a loop or a block, which only a context takes, stay."""
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class Pieces(CodeGenerator):
    """What is markup already is put as it stands: most pieces come from macros and filters.

    Escaping would give the same, after four calls.
    """

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _escapes(frame):
            self.write("(piece if (piece := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _escapes(frame):
            self.write(").__class__ is Markup else escape(piece))")
        else:
            super()._output_child_post(node, frame, finalize)


def _escapes(frame: Frame) -> bool:
    """Whether what is put there is escaped, without a doubt that only a page could settle."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile


class _Attributes:
    """Jinja's `xmlattr`, the attributes met lately written once: those of fields come back."""

    def __init__(self, environment: Environment) -> None:
        self._context = EvalContext(environment)
        self._known = lru_cache(maxsize=1024)(self._new)

    def written(self, attributes: Mapping[str, Any]) -> Markup:
        """Attributes to put after the name of a tag; values are escaped, None left out."""
        return self._known(tuple([(key, value, type(value)) for key, value in attributes.items()]))

    def _new(self, attributes: tuple[tuple[str, Any, type], ...]) -> Markup:
        return Markup(do_xmlattr(self._context, {key: value for key, value, _ in attributes}))  # noqa: S704


def _globals(environment: Environment, own: Mapping[str, Any] | None) -> dict[str, Any]:
    """One plain dictionary of globals for each template: chained ones are slow to look into."""
    return {**environment.globals, **(own or {})}

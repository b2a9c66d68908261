"""What an operator sees: one log line a request, counters for all workers together, health.

Never an answer, a name, an address or a message of an exception: those may hold what a student
typed. A route is named by its pattern, an error by its class and the lines it went through.
"""

import hmac
import logging
import os
import secrets
import sqlite3
import time
import traceback
from collections.abc import Mapping, MutableMapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import Any

import orjson
import prometheus_client as prometheus
import structlog
from flask import Flask, Response, g, request
from prometheus_client import multiprocess
from sqlalchemy.exc import SQLAlchemyError

from webapp import db, schema
from webapp.config import Settings
from webapp.extensions import database, settings
from webapp.models import on_statement

METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # set before the workers start, or they count alone
QUIET = {"operations.show_health", "operations.show_metrics"}

REQUESTS = prometheus.Counter("azimut_requests", "Requests", ["method", "route", "status"])
SECONDS = prometheus.Histogram(
    "azimut_request_seconds",
    "Time to answer",
    ["method", "route"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
)
STATEMENTS = prometheus.Counter("azimut_statements", "SQL statements", ["method", "route"])

log = structlog.get_logger()


def init_app(app: Flask, settings: Settings) -> None:
    """Log and count every request, and send what libraries log down the same way."""
    _configure(development=settings.development)
    app.before_request(_begin)
    app.after_request(_end)
    with app.app_context():
        on_statement(database.engine, _count_statement)


def database_answers() -> bool:
    """Whether the database is there, with tables."""
    try:
        with db.reading() as session:
            return schema.current(session.connection()) is not None
    except (SQLAlchemyError, sqlite3.Error) as error:
        log.error("database does not answer", error=type(error).__name__)
        return False


def may_scrape(authorization: str) -> bool:
    """Whether this header (« Bearer … ») carries the token of /metrics."""
    wanted = f"Bearer {settings().scrape_token}"
    return hmac.compare_digest(authorization.encode(), wanted.encode())


def metrics() -> bytes:
    """Every counter as Prometheus reads it, all workers together."""
    registry: prometheus.CollectorRegistry = prometheus.REGISTRY
    if METRICS_FOLDER in os.environ:
        registry = prometheus.CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return prometheus.generate_latest(registry)


@dataclass(slots=True)
class _Tally:
    """What is counted of one request; `started` in seconds of the performance counter."""

    id: str
    method: str
    route: str
    quiet: bool
    started: float
    statements: int = 0


_running: ContextVar[_Tally | None] = ContextVar("request being counted", default=None)


def _begin() -> None:
    rule = request.url_rule
    g.tally = _Tally(
        id=secrets.token_hex(4),
        method=request.method,
        route=rule.rule if rule else "unknown",
        quiet=rule is not None and rule.endpoint in QUIET,
        started=time.perf_counter(),
    )
    _running.set(g.tally)


def _end(response: Response) -> Response:
    tally: _Tally | None = g.get("tally")
    if tally is None:
        return response
    seconds = time.perf_counter() - tally.started
    requests, duration, statements = _counters(tally.method, tally.route, response.status_code)
    requests.inc()
    duration.observe(seconds)
    statements.inc(tally.statements)
    response.headers["X-Request-ID"] = tally.id
    if not tally.quiet:
        log.info(
            "request",
            id=tally.id,
            method=tally.method,
            route=tally.route,
            status=response.status_code,
            ms=round(seconds * 1000, 1),
            statements=tally.statements,
        )
    return response


@lru_cache(maxsize=1024)
def _counters(
    method: str, route: str, status: int
) -> tuple[prometheus.Counter, prometheus.Histogram, prometheus.Counter]:
    """Those of one kind of request: their labels are looked up once."""
    return (
        REQUESTS.labels(method, route, status),
        SECONDS.labels(method, route),
        STATEMENTS.labels(method, route),
    )


def _count_statement(*_: object) -> None:
    tally = _running.get()
    if tally is not None:
        tally.statements += 1


def _configure(*, development: bool) -> None:
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *((structlog.dev.ConsoleRenderer(),) if development else (_discreet, _as_json)),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=_Lines,
        cache_logger_on_first_use=not development,
    )
    root = logging.getLogger()
    if not any(isinstance(each, _FromLibraries) for each in root.handlers):
        root.addHandler(_FromLibraries(logging.WARNING))


def _discreet(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """An exception by its class and its way through the code, without its message."""
    error = event.pop("exc_info", None)
    if isinstance(error, tuple) and error[1] is not None:
        event["error"] = type(error[1]).__name__
        event["way"] = _way(error[2])
    return event


def _way(trace: TracebackType | None) -> list[str]:
    return [f"{step.filename}:{step.lineno} {step.name}" for step in traceback.extract_tb(trace)]


def _as_json(_logger: object, _method: str, event: Mapping[str, Any]) -> str:
    return orjson.dumps(event, default=str).decode()


class _Lines:
    """Writes each line at once, whole, to standard error."""

    def __init__(self, *_: object) -> None:
        pass

    def msg(self, line: str) -> None:
        os.write(2, line.encode() + b"\n")

    debug = info = warning = error = critical = exception = msg


class _FromLibraries(logging.Handler):
    """What libraries log, in our own form."""

    def emit(self, record: logging.LogRecord) -> None:
        tally = g.get("tally") if g else None
        log.log(
            record.levelno,
            "exception" if record.exc_info else record.getMessage(),
            id=tally.id if tally else None,
            logger=record.name,
            exc_info=record.exc_info,
        )

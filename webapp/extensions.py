"""The Flask extensions, unbound; `create_app` binds them. And what it keeps for everyone."""

from typing import TYPE_CHECKING, cast

from flask import current_app
from flask_htmx import HTMX
from flask_login import LoginManager
from flask_sqlalchemy_lite import SQLAlchemy

from webapp.security import Tokens

if TYPE_CHECKING:
    from webapp.config import Settings
    from webapp.content import Catalog

htmx = HTMX()
csrf = Tokens()
login_manager = LoginManager()
database = SQLAlchemy(session_options={"expire_on_commit": False})


def settings() -> "Settings":
    """The settings of the running application."""
    return cast("Settings", current_app.extensions["azimut.settings"])


def catalog() -> "Catalog":
    """The content of the running application, read once at start."""
    return cast("Catalog", current_app.extensions["azimut.catalog"])

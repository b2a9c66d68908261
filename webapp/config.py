"""Settings, read from the environment once."""

import secrets
from functools import cached_property
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

CAPS = (5, 7, 8)  # levels
_DATABASES = {"postgres", "postgresql", "postgresql+psycopg", "sqlite", "sqlite+pysqlite"}


class Unusable(Exception):
    """A setting that cannot be followed; the message is for who runs the server."""


class Settings(BaseSettings):
    """What an installation decides.

    `home` keeps the secrets and the SQLite file, both made once. `pix_cap` is the highest level
    that counts (5: 640 pix, 7: 896, 8: 1024).
    """

    model_config = SettingsConfigDict(env_prefix="AZIMUT_", populate_by_name=True, frozen=True)

    home: Path = Path("instance")
    database: str = Field(default="", validation_alias="DATABASE_URL")
    https: bool = False
    development: bool = False
    pix_cap: int = 5
    metrics_token: str = ""

    @field_validator("pix_cap")
    @classmethod
    def _known_cap(cls, level: int) -> int:
        if level not in CAPS:
            raise ValueError("the highest level that counts is 5 (640 pix), 7 (896) or 8 (1024)")
        return level

    @field_validator("database")
    @classmethod
    def _known_database(cls, address: str) -> str:
        from sqlalchemy import make_url
        from sqlalchemy.exc import ArgumentError

        try:
            known = not address or make_url(address).drivername in _DATABASES
        except (ArgumentError, ValueError):
            known = False
        if not known:
            raise ValueError("an address is postgresql://user:password@host/name or sqlite:///file")
        return address

    @cached_property
    def database_url(self) -> str:
        """The SQLAlchemy address of the database; PostgreSQL through psycopg 3."""
        if not self.database:
            self._make_home()
            return f"sqlite:///{(self.home / 'azimut.sqlite').resolve()}"
        for scheme in ("postgres://", "postgresql://"):
            if self.database.startswith(scheme):
                return "postgresql+psycopg://" + self.database.removeprefix(scheme)
        return self.database

    @cached_property
    def secret_key(self) -> bytes:
        """The server secret: cookies, seeds and draws derive from it."""
        return self._kept("secret.key")

    @cached_property
    def scrape_token(self) -> str:
        """The token that /metrics wants."""
        return self.metrics_token or self._kept("metrics.token").decode()

    def _make_home(self) -> None:
        try:
            self.home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"AZIMUT_HOME={self.home}: no folder can be made there ({error.strerror})"
            raise Unusable(message) from error

    def _kept(self, name: str) -> bytes:
        """A secret of the home folder, made the first time and readable by its owner only."""
        self._make_home()
        path = self.home / name
        try:
            if not path.exists():
                _make_secret(path)
            secret = path.read_bytes()
        except OSError as error:
            raise Unusable(f"{path} cannot be kept or read ({error.strerror})") from error
        if not secret.strip():
            raise Unusable(f"{path} is empty; put it back from a backup, or remove it")
        return secret


def _make_secret(path: Path) -> None:
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    fresh.touch(mode=0o600)
    fresh.write_text(secrets.token_hex(32))
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        pass  # another process was first: its secret is the one
    finally:
        fresh.unlink()

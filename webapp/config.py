"""Settings, read from the environment once."""

import secrets
from functools import cached_property
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

CAPS = (5, 7, 8)  # levels


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

    @cached_property
    def database_url(self) -> str:
        """The SQLAlchemy address of the database; PostgreSQL through psycopg 3."""
        if not self.database:
            self.home.mkdir(parents=True, exist_ok=True)
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

    def _kept(self, name: str) -> bytes:
        """A secret of the home folder, made the first time and readable by its owner only."""
        path = self.home / name
        if not path.exists():
            self.home.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f".{name}.{secrets.token_hex(4)}")
            fresh.touch(mode=0o600)
            fresh.write_text(secrets.token_hex(32))
            try:
                path.hardlink_to(fresh)
            except FileExistsError:
                pass  # another process was first: its secret is the one
            finally:
                fresh.unlink()
        return path.read_bytes()

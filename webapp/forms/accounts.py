"""What is posted to sign in, or to make an account."""

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.forms.fields import errors_of, line
from webapp.grading import Problem
from webapp.services.accounts import login_key

SHORTEST = 8  # characters of a password
LONGEST = 200


@dataclass(frozen=True)
class LoginForm:
    """A login and a password; `code` is the campaign to go on to, if any."""

    login: str
    password: str
    typed: Mapping[str, str]
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, fields: Mapping[str, str]) -> "LoginForm":
        """Never refuses; `problems` say what is missing."""
        typed = {"login": line(fields, "login", longest=120), "code": line(fields, "code")}
        password = fields.get("password", "")[:LONGEST]
        problems = errors_of(
            login="" if typed["login"] else "Écrivez votre identifiant.",
            password="" if password else "Écrivez votre mot de passe.",
        )
        return cls(login_key(typed["login"]), password, typed, problems)


@dataclass(frozen=True)
class AccountForm:
    """A student's new account."""

    login: str
    password: str
    typed: Mapping[str, str]
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, fields: Mapping[str, str]) -> "AccountForm":
        """Never refuses; `problems` say what is missing or too short."""
        typed = {name: line(fields, name) for name in ("name", "login", "code")}
        login, password = login_key(typed["login"]), fields.get("password", "")[:LONGEST]
        problems = errors_of(
            name="" if typed["name"] else "Écris ton prénom.",
            login="" if len(login) >= 3 else "Choisis un identifiant d’au moins 3 caractères.",
            password=password_problem(password, login),
        )
        return cls(login, password, typed, problems)


def password_problem(password: str, login: str) -> str:
    """What is wrong with a new password, or nothing."""
    if len(password) < SHORTEST:
        return f"Au moins {SHORTEST} caractères : trois mots au hasard, par exemple."
    if login_key(password) == login:
        return "Il doit être différent de l’identifiant."
    return ""

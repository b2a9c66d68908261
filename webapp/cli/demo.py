"""`azimut demo`: a demonstration school, made once."""

import json
import os

import click
from flask.cli import with_appcontext

from webapp import db, migrations
from webapp.extensions import catalog, database, settings
from webapp.services import demonstration, passwords
from webapp.services.asking import Deck
from webapp.services.codes import shown


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document on the output.")
@with_appcontext
def demo(*, as_json: bool) -> None:
    """Make the demonstration school; what is already there stays as it is."""
    migrations.upgrade(database.engine)
    hashes = demonstration.Hashes(
        passwords.hashed(demonstration.PASSWORD), passwords.hashed(demonstration.SECRET)
    )
    with db.transaction() as session:
        demonstration.make_demonstration(session, Deck(catalog(), settings().secret_key), hashes)
    click.echo(json.dumps(_document(), ensure_ascii=False) if as_json else _sheet())


def _address() -> str:
    host = os.environ.get("HOST", "127.0.0.1")
    visible = "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104 (compared, not bound)
    return f"http://{visible}:{os.environ.get('PORT', '8000')}"


def _document() -> dict[str, object]:
    return {
        "address": _address(),
        "school": {"name": demonstration.SCHOOL, "uai": demonstration.UAI},
        "campaigns": [
            {"code": made.code, "name": made.name, "access": made.access}
            for made in (*demonstration.CAMPAIGNS, demonstration.PLAYED)
        ],
        "accounts": [
            {"login": one.login, "password": demonstration.PASSWORD, "role": one.role}
            for one in (*demonstration.ADULTS, demonstration.STUDENT)
        ],
    }


def _sheet() -> str:
    roles = {
        "teacher": "enseignante",
        "head": "chef d’établissement",
        "admin": "administration",
        "student": "élève avec un compte",
    }
    doors = {
        "class": f"{demonstration.CLASSROOM} : choisir son prénom, puis 4 chiffres",
        "school": "par nom et date de naissance, par exemple Inès Benali, 06/05/2011",
        "open": "un prénom suffit",
    }
    lines = [f"{demonstration.SCHOOL} : {_address()}/", "", "Codes pour les élèves"]
    lines += [f"  {shown(one.code)}   {doors[one.access]}" for one in demonstration.CAMPAIGNS]
    played = demonstration.PLAYED
    lines.append(
        f"  {shown(played.code)}   {played.classroom}, déjà commencé : par exemple Agathe, "
        f"4 chiffres {demonstration.SECRET}"
    )
    lines += ["", f"Comptes : {_address()}/connexion (mot de passe : {demonstration.PASSWORD})"]
    people = (*demonstration.ADULTS, demonstration.STUDENT)
    lines += [f"  {one.login:<10} {one.name}, {roles[one.role]}" for one in people]
    return "\n".join(lines)

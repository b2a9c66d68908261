"""The `azimut` command: a Flask CLI whose groups are the files beside this one."""

from flask.cli import FlaskGroup

from webapp import create_app
from webapp.cli import content, database, demo, engine, reveal, serving, students

main = FlaskGroup(
    name="azimut",
    create_app=create_app,
    add_default_commands=False,
    add_version_option=False,
    help="Azimut, a self-hosted test of digital skills.",
)
for command in (
    content.group,
    database.group,
    demo.demo,
    engine.group,
    reveal.reveal,
    serving.serve,
    students.group,
):
    main.add_command(command)

"""Doors that students come through: the code of a campaign, and who may stand behind it."""

from tests import factories
from tests.fixtures import Saving
from webapp.models import Classroom

CODE = "K4T9WM7HP"
DOOR = f"/parcours/{CODE}"


def class_with_homonyms(saving: Saving) -> Classroom:
    """A class with homonyms and siblings, and its campaign behind DOOR."""
    with saving() as session:
        classroom = factories.classroom(session, name="2de 4")
        for first, last in (
            ("Zoé", "Faye"),
            ("Élodie", "Roy"),
            ("Inès", "Benali"),
            ("Inès", "Bouvier"),
            ("Adam", "Lopez"),
            ("Eva", "Lopez"),
        ):
            factories.learner(session, classroom=classroom, first_name=first, last_name=last)
        factories.campaign(session, classroom=classroom, code=CODE)
        return classroom

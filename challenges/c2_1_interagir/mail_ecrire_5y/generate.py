from random import Random

from challenges.toolkit import domains, people, places
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_POINTS = {
    "subject": "L’objet : il est vide ou ne dit rien",
    "greeting": "La salutation : elle manque ou ne convient pas",
    "tone": "Les phrases du message : leur ton est trop familier",
    "attachment": "La pièce jointe : elle est annoncée mais absente",
    "address": "L’adresse d’expédition : elle n’est pas sérieuse",
    "closing": "La formule de fin : elle manque ou ne convient pas",
    "signature": "La signature : il manque le nom ou la classe",
}
_GOALS = (
    ("demander une salle pour le bal", "Demande de salle pour le bal", "le plan de la salle"),
    ("proposer un tournoi d’échecs", "Projet de tournoi d’échecs", "le règlement du tournoi"),
    ("signaler une erreur de bulletin", "Erreur sur mon bulletin", "la copie du bulletin"),
    ("demander une lettre pour un stage", "Lettre pour mon stage", "la convention de stage"),
    ("présenter un projet de potager", "Projet de potager au lycée", "le budget du projet"),
)
_ROLES = {"f": "proviseure adjointe", "m": "proviseur adjoint"}
_EMPTY_SUBJECTS = ("(vide)", "Coucou", "urgent !!!")
_ROUGH_GREETINGS = ("Salut,", "Hey !", "(aucune salutation)")
_ROUGH_CLOSINGS = ("A+", "Bisous", "(aucune formule de fin)")
_ROUGH_BOXES = ("xx-roi-du-skate-xx", "la.plus.belle.88", "dodo-gamer-2000", "panda.relou")
_RIGHT = {
    "subject": "l’objet résume bien la demande",
    "greeting": "la salutation convient",
    "tone": "le message vouvoie et reste poli",
    "attachment": "le fichier annoncé est bien joint",
    "address": "elle porte le prénom et le nom",
    "closing": "la formule de politesse convient",
    "signature": "prénom, nom et classe y sont",
}
_WRONG = {
    "subject": "elle ne dit pas de quoi il s’agit",
    "greeting": "on attend « Madame » ou « Monsieur »",
    "tone": "« vous pouvez pas refuser, quand même » se dit entre amis",
    "attachment": "le fichier annoncé n’est pas joint",
    "address": "elle prête à sourire, et ne dit pas qui écrit",
    "closing": "on attend une formule polie, comme « Bien cordialement »",
    "signature": "un prénom seul ne dit ni le nom ni la classe",
}


def generate(rng: Random) -> Variant:
    """A letter of seven points, three or four of which are spoilt; the others are sound."""
    spoilt = set(pick(rng, list(_POINTS), rng.choice((3, 4))))
    writer, boss = people.people(rng, 2)
    goal, subject, enclosure = rng.choice(_GOALS)
    choices = options(rng, _POINTS.values())
    notes = {name: (_WRONG if name in spoilt else _RIGHT)[name] for name in _POINTS}
    return Variant(
        params={
            "writer": writer.params(),
            "boss": boss.params(),
            "boss_role": _ROLES[boss.gender],
            "boss_address": domains.school(places.school(rng)).address(boss.login),
            "goal": goal,
            "notes": notes,
            **_letter(rng, spoilt, writer, boss, goal, subject, enclosure),
        },
        response=Choices(choices),
        accepted=[ids_of(choices, [_POINTS[name] for name in _POINTS if name in spoilt])],
        mistakes={name: id_of(choices, text) for name, text in _POINTS.items()},
    )


def _letter(
    rng: Random,
    spoilt: set[str],
    writer: people.Person,
    boss: people.Person,
    goal: str,
    subject: str,
    enclosure: str,
) -> dict[str, str]:
    """Each line of the letter, sound or spoilt."""
    madam = "Madame" if boss.gender == "f" else "Monsieur"
    box = rng.choice(_ROUGH_BOXES) if "address" in spoilt else writer.login
    file = f"{people.plain(enclosure.split(' ', 1)[1])}.pdf"
    rough_end = "Vous pouvez pas refuser, quand même !"
    polite_end = "Je reste à votre disposition pour en parler."
    return {
        "sender": f"{box}@{rng.choice(domains.MAILBOXES)}",
        "subject": rng.choice(_EMPTY_SUBJECTS) if "subject" in spoilt else subject,
        "attached": "aucune" if "attachment" in spoilt else file,
        "greeting": rng.choice(_ROUGH_GREETINGS) if "greeting" in spoilt else f"{madam},",
        "body": f"Je vous écris pour {goal}. Vous trouverez {enclosure} en pièce jointe.",
        "promise": rough_end if "tone" in spoilt else polite_end,
        "closing": rng.choice(_ROUGH_CLOSINGS) if "closing" in spoilt else "Bien cordialement,",
        "signature": _signature(rng, writer, vague="signature" in spoilt),
    }


def _signature(rng: Random, writer: people.Person, *, vague: bool) -> str:
    return writer.first if vague else f"{writer.full}, 2de {rng.randint(1, 9)}"

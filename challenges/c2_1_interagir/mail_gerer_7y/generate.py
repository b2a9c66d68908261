from dataclasses import dataclass
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_COMPUTERS = ("le PC de la maison", "son ordinateur portable", "l’ordinateur du bureau")
_SUBJECTS = (
    "Convention de stage",
    "Réunion de jeudi",
    "Photos du tournoi",
    "Devis du voyage",
    "Programme du gala",
    "Liste du matériel",
)
_FOLDERS = ("Club", "Stage", "À lire", "Voyage")
_DRAFTS = ("Excuses", "Candidature", "Remerciements", "Invitation")
# What is done on the computer; then what the phone shows when the folders are shared, or not.
_SHARINGS = (
    (
        "Sur l’ordinateur, réponse envoyée à « {name} ».",
        "Sur le téléphone, cette réponse est dans Envoyés.",
        "Sur le téléphone, Envoyés ne contient pas cette réponse.",
    ),
    (
        "Sur l’ordinateur, dossier « {folder} » créé.",
        "Sur le téléphone, le dossier « {folder} » est là.",
        "Sur le téléphone, pas de dossier « {folder} ».",
    ),
    (
        "Sur l’ordinateur, brouillon « {draft} » enregistré.",
        "Sur le téléphone, « {draft} » est dans Brouillons.",
        "Sur le téléphone, « {draft} » n’est pas dans Brouillons.",
    ),
)
_NOISE = (
    "Sur le téléphone, photo envoyée à {name} sans souci.",
    "Sur le téléphone, la connexion coupe deux minutes, puis revient.",
    "Sur l’ordinateur, l’adresse {of_name} ajoutée aux contacts.",
)


@dataclass(frozen=True)
class _Setting:
    """How the computer is set, and what the phone sees of it."""

    name: str
    stays: bool  # a message fetched by the computer is still in the inbox of the server
    shared: bool  # what is done on the computer is done on the server
    cause: str


_SETTINGS = (
    _Setting("IMAP, sans aucune règle de tri", True, True, "aucune règle ne l’a déplacé"),
    _Setting("IMAP, avec une règle qui range ce message", False, True, "une règle l’a déplacé"),
    _Setting("POP, avec copie sur le serveur", True, False, "la relève en a laissé une copie"),
    _Setting("POP, sans copie sur le serveur", False, False, "la relève l’a effacé"),
)


def generate(rng: Random) -> Variant:
    """Two observations of two outcomes each tell four settings apart; two others tell nothing."""
    right = rng.choice(_SETTINGS)
    reader, other = people.people(rng, 2)
    subject = rng.choice(_SUBJECTS)
    rows, at = _log(rng, right, subject, other.first)
    offered = options(rng, [setting.name for setting in _SETTINGS])
    return Variant(
        params={
            "first": reader.first,
            "computer": rng.choice(_COMPUTERS),
            "subject": subject,
            "rows": rows,
            "at": at,
            "stays": right.stays,
            "shared": right.shared,
            "cause": right.cause,
        },
        response=Choice(offered),
        accepted=[id_of(offered, right.name)],
        mistakes={
            _mistake(setting, right): id_of(offered, setting.name)
            for setting in _SETTINGS
            if setting != right
        },
    )


def _mistake(setting: _Setting, right: _Setting) -> str:
    if setting.shared == right.shared:
        return "server_misread"
    return "sharing_misread" if setting.stays == right.stays else "both_misread"


def _log(
    rng: Random, right: _Setting, subject: str, name: str
) -> tuple[list[dict[str, str]], dict[str, str]]:
    """The observations by the hour, and the hours of those that matter."""
    place = "toujours" if right.stays else "plus"
    verb = "est" if right.stays else "n’est"
    done, seen, unseen = rng.choice(_SHARINGS)
    server = ("server", f"Sur le téléphone, « {subject} » {verb} {place} dans la Réception.")
    sharing = [("", done), ("shared", seen if right.shared else unseen)]
    lines = [
        ("", f"Ordinateur éteint. Sur le téléphone, « {subject} » arrive dans la Réception."),
        ("fetched", f"Ordinateur allumé : il reçoit « {subject} » à son tour."),
        *rng.choice(([server, *sharing], [*sharing, server])),
    ]
    lines.insert(rng.randint(2, len(lines)), ("", rng.choice(_NOISE)))
    words = {
        "name": name,
        "of_name": people.of(name),
        "folder": rng.choice(_FOLDERS),
        "draft": rng.choice(_DRAFTS),
    }
    clock = 8 * 60 + rng.randrange(0, 50, 5)
    rows, at = list[dict[str, str]](), dict[str, str]()
    for mark, line in lines:
        rows.append({"time": texts.hour(*divmod(clock, 60)), "text": line.format(**words)})
        at |= {mark: rows[-1]["time"]} if mark else {}
        clock += rng.randrange(20, 95, 5)
    return rows, at

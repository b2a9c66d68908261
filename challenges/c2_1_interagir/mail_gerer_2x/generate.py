from datetime import datetime, timedelta
from random import Random

from challenges.toolkit import domains, people, places, texts
from challenges.toolkit.draws import demand, pick, shuffled
from webapp.domain.materials import Simulation
from webapp.domain.responses import Text
from webapp.domain.variant import Variant
from webapp.simulators.worlds.webmail import Mailbox

_NOW = datetime(2027, 3, 25, 18, 30)  # noqa: DTZ001 (the clock of the mailbox)
# A subject, the name of the document, its title, and what its other hour says.
_MEETINGS = (
    ("Sortie au musée", "programme", "Sortie au musée", "Retour au lycée"),
    ("Journée d’intégration", "deroule", "Journée d’intégration", "Fin de la journée"),
    ("Visite de l’entreprise", "convocation", "Visite de l’entreprise", "Début de la visite"),
    ("Concours de robots", "feuille-de-route", "Concours de robots", "Première manche"),
    ("Rencontre de volley", "convocation", "Rencontre de volley", "Début du match"),
    ("Répétition générale", "planning", "Répétition générale", "Lever de rideau"),
    ("Nettoyage de la rivière", "programme", "Nettoyage de la rivière", "Pause repas"),
)
_TALKS = (
    ("Réunion de jeudi", "Bonjour,\n\nLa réunion de jeudi commence à {hour}, en salle 12."),
    ("Report", "Bonjour,\n\nJe serai en retard demain : pas avant {hour}."),
    ("Permanence", "Bonjour,\n\nMercredi, ma porte est ouverte jusqu’à {hour}."),
    ("Re : question", "Bonjour,\n\nAppelle-moi demain après {hour} si tu veux en parler."),
    ("Salle fermée", "Bonjour,\n\nLa salle 8 ferme à {hour} toute la semaine."),
)
_CHATS = (
    ("Livres du CDI", "Bonjour,\n\nTon livre est arrivé, il t’attend au bureau."),
    ("Merci", "Bonjour,\n\nMerci pour ton aide, c’était parfait."),
    ("Photo de classe", "Bonjour,\n\nLa photo de classe est reportée à la semaine prochaine."),
    ("Inscription", "Bonjour,\n\nTon inscription est bien notée."),
)
_LETTERS = (
    ("Votre relevé", "Bonjour,\n\nVotre relevé est disponible dans votre espace."),
    ("Votre avis compte", "Bonjour,\n\nDeux minutes pour nous dire ce qui vous plaît."),
    ("Du nouveau pour vous", "Bonjour,\n\nNotre service change un peu : voici comment."),
    ("Infos pratiques", "Bonjour,\n\nNos bureaux seront fermés les jours fériés."),
)


def generate(rng: Random) -> Variant:
    """One message of that person has an attachment; the hour stands only inside it."""
    owner, sender, *others = people.people(rng, 9)
    hours = _hours(rng)
    wanted, inside, other, other_inside, talk, second_talk = hours
    meeting, elsewhere, third = pick(rng, _MEETINGS, 3)
    box = Mailbox(rng, owner=(owner.full, domains.mailbox(rng, owner)), now=_at(_NOW))
    known = {each.full: (each.full, domains.mailbox(rng, each)) for each in (sender, *others)}
    sent = _day(rng, 18, 32)
    demand((sent.hour, sent.minute) not in hours and wanted != (9, 5))  # 9 h 05: an example
    box.message(
        known[sender.full],
        meeting[0],
        f"Bonjour,\n\nTout est dans la pièce jointe.\n\n{sender.full}",
        date=_at(sent),
        attachments=[_document(rng, meeting, wanted, inside, sent)],
    )
    _talks(rng, box, known[sender.full], (talk, second_talk))
    _pieces(rng, box, [known[each.full] for each in others[:4]], elsewhere, (other, other_inside))
    _newsletters(rng, box)
    _chats(rng, box, known[others[4].full], third)
    box.fill([known[each.full] for each in others], 24, days=55)
    return Variant(
        params={
            "of_owner": owner.of,
            "sender": sender.full,
            "of_sender": people.of(sender.full),
            "hour": texts.hour(*wanted),
        },
        response=Text(label="Heure du rendez-vous", reading="time"),
        accepted=[_clock(wanted)],
        material=Simulation("webmail", box.state(), "", {}),
        mistakes={
            "without_attachment": _clock(talk),
            "other_sender": _clock(other),
            "other_hour": _clock(inside),
            "sending_hour": _clock((sent.hour, sent.minute)),
        },
    )


def _hours(rng: Random) -> list[tuple[int, int]]:
    """Two meetings, each with a later hour of its own day, then two hours that are said."""
    minutes = (5, 10, 15, 20, 35, 40, 45, 50)
    meetings = [(rng.randint(8, 13), rng.choice(minutes)) for _ in range(2)]
    later = [(hour + rng.randint(1, 4), rng.choice(minutes)) for hour, _ in meetings]
    said = [(rng.randint(9, 18), rng.choice(minutes)) for _ in range(2)]
    hours = [meetings[0], later[0], meetings[1], later[1], *said]
    demand(len(set(hours)) == len(hours))
    return hours


def _document(
    rng: Random,
    meeting: tuple[str, str, str, str],
    wanted: tuple[int, int],
    inside: tuple[int, int],
    sent: datetime,
) -> tuple[str, int, str]:
    """A document as attachments are: it gives the meeting hour and another, in a drawn order."""
    _, name, title, what = meeting
    later = sent + timedelta(days=14 - sent.weekday() + rng.randrange(5))
    day = texts.day(later.date())
    lines = shuffled(
        rng, [f"Rendez-vous : {texts.hour(*wanted)}", f"{what} : {texts.hour(*inside)}"]
    )
    where = f"Lieu : {rng.choice(('devant la grille', 'hall d’entrée', 'parking des cars'))}"
    text = "\n".join([title, f"Date : {day}", *lines, where])
    return (f"{name}-{rng.randint(2, 9)}.pdf", rng.randint(80, 400) * 1000, text)


def _talks(
    rng: Random, box: Mailbox, sender: tuple[str, str], hours: tuple[tuple[int, int], ...]
) -> None:
    """The other messages of the same person, two of which name an hour."""
    for (subject, body), hour in zip(pick(rng, _TALKS, 2), hours, strict=True):
        said = body.format(hour=texts.hour(*hour))
        box.message(sender, subject, f"{said}\n\n{sender[0]}", date=_at(_day(rng, 3, 45)))
    for subject, body in pick(rng, _CHATS, 2):
        box.message(sender, subject, f"{body}\n\n{sender[0]}", date=_at(_day(rng, 3, 45)))


def _pieces(
    rng: Random,
    box: Mailbox,
    senders: list[tuple[str, str]],
    elsewhere: tuple[str, str, str, str],
    hours: tuple[tuple[int, int], ...],
) -> None:
    """Attachments of other people: another meeting, and documents without any hour."""
    sent = _day(rng, 18, 32)
    box.message(
        senders[0],
        elsewhere[0],
        f"Bonjour,\n\nVoici les détails.\n\n{senders[0][0]}",
        date=_at(sent),
        attachments=[_document(rng, elsewhere, hours[0], hours[1], sent)],
    )
    papers = (
        ("Photos de la sortie", "photos.zip", ""),
        ("Le cours de mardi", "cours-chapitre-6.pdf", "Chapitre 6\nLes fonctions affines"),
        ("Affiche du spectacle", "affiche.png", ""),
    )
    for sender, (subject, name, text) in zip(senders[1:], shuffled(rng, papers), strict=True):
        box.message(
            sender,
            subject,
            f"Bonjour,\n\nC’est en pièce jointe.\n\n{sender[0]}",
            date=_at(_day(rng, 3, 45)),
            attachments=[(name, rng.randint(80, 900) * 1000, text)],
        )


def _newsletters(rng: Random, box: Mailbox) -> None:
    """Twelve letters of shops and services: what one scrolls past."""
    for name in pick(rng, domains.SERVICES, 3):
        address = f"infos@{people.plain(name)}.example"
        for subject, body in shuffled(rng, _LETTERS):
            box.message((name, address), subject, body, date=_at(_day(rng, 1, 50)))


def _chats(
    rng: Random,
    box: Mailbox,
    sender: tuple[str, str],
    meeting: tuple[str, str, str, str],
) -> None:
    """Somebody else speaks of a meeting too, without a document."""
    body = f"Bonjour,\n\nTu viens aussi ? On ira ensemble depuis {places.town(rng)}.\n\n{sender[0]}"
    box.message(sender, meeting[0], body, date=_at(_day(rng, 3, 45)))


def _day(rng: Random, first: int, last: int) -> datetime:
    """A moment of the day, between `first` and `last` days ago."""
    ago = _NOW - timedelta(days=rng.randint(first, last))
    return ago.replace(hour=rng.randint(7, 20), minute=rng.choice((2, 7, 12, 26, 33, 47, 58)))


def _at(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _clock(hour: tuple[int, int]) -> str:
    return f"{hour[0]:02d}:{hour[1]:02d}"

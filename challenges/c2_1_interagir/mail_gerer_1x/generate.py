from random import Random

from challenges.toolkit import domains, people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.people import Person
from webapp.domain.materials import Json, Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.webmail import Mailbox

_READY = (
    ("Horaires de la répétition", "On répète samedi, de 14 h à 16 h. Apporte ton pupitre."),
    ("Liste pour le pique-nique", "Tu prends le pain et les fruits, je m’occupe du reste."),
    ("Adresse du gymnase", "C’est derrière la mairie, au 12, rue des Tanneurs."),
    ("Résumé du chapitre 4", "J’ai gardé trois idées. Dis-moi si l’une te manque."),
    ("Partage de l’exposé", "Je prends les causes, tu prends les conséquences."),
    ("Rendez-vous de dimanche", "On se retrouve à 10 h devant la gare, côté parking."),
    ("Code du cadenas", "J’ai mis 4 - 7 - 2. Referme bien après la séance."),
    ("Idées pour le cadeau", "Un jeu, un livre ou une plante : laquelle préfères-tu ?"),
    ("Plan de la randonnée", "On part du lac et on suit les marques jaunes, 9 km en tout."),
    ("Menu de l’anniversaire", "Quiche, salade, puis tarte aux pommes. Ça te va ?"),
)
_GONE = (
    ("Merci pour hier", "Ton cahier m’a bien servi, je te le rends lundi."),
    ("Devoirs de maths", "C’était l’exercice 3, page 88."),
    ("Re : ciné", "Oui, la séance de 18 h me va."),
    ("Ton écharpe", "Tu l’as laissée chez moi, je te la rapporte."),
)
_JUNK = (
    ("Gagnez un téléphone", "Vous êtes notre millionième visiteur."),
    ("Prêt immédiat", "Réponse en deux minutes, sans papiers."),
    ("Régime miracle", "Dix kilos en dix jours, c’est promis."),
)
_TODAY = "2027-03-17"
_EVE = "2027-03-16"


def generate(rng: Random) -> Variant:
    """Three drafts, two of them for the same person: the one that is waited for must leave."""
    owner, first, *friends = people.people(rng, 6)
    box = Mailbox(rng, owner=(owner.full, domains.mailbox(rng, owner)), now=f"{_TODAY}T17:40")
    known = {each.full: domains.mailbox(rng, each) for each in (first, *friends)}
    for contact in known.items():
        box.contact(*contact)
    wanted, same, other, unsent = pick(rng, _READY, 4)
    right, sibling = _drafts(rng, box, known, (first, friends[0]), (wanted, same, other))
    _around(rng, box, known, (first, friends), wanted[0])
    copied = {"to": known[first.full], "subject": wanted[0], "body": _letter(first, wanted[1])}
    changed = {**copied, "body": _letter(first, unsent[1])}
    return Variant(
        params={
            "owner": owner.first,
            "of_owner": owner.of,
            "first": first.first,
            "subject": wanted[0],
        },
        response=NoResponse(),
        accepted=[box.steps().do("send", draft=right).actions],
        material=Simulation("webmail", box.state(), "draft_sent", {"draft": right}),
        mistakes={
            "nothing_sent": [],
            "rewritten": _rewritten(box, copied),
            "wrong_draft": box.steps().do("send", draft=sibling).actions,
            "draft_changed": box.steps().do("send", draft=right, **changed).actions,
            "draft_discarded": box.steps().do("discard", draft=right).actions,
            "several_messages": box.steps()
            .do("send", draft=right)
            .do("send", draft=sibling)
            .actions,
        },
    )


def _drafts(
    rng: Random,
    box: Mailbox,
    known: dict[str, str],
    people_: tuple[Person, Person],
    letters: tuple[tuple[str, str], ...],
) -> tuple[str, str]:
    """The ids of the draft to send and of the other one for the same person."""
    first, friend = people_
    dates = iter((f"{_EVE}T21:05", f"{_EVE}T19:30", f"{_EVE}T18:10"))
    made = {}
    for to, (subject, body) in shuffled(rng, zip((first, first, friend), letters, strict=True)):
        person = (to.full, known[to.full])
        made[subject] = box.draft([person], subject, _letter(to, body), date=next(dates))
    return made[letters[0][0]], made[letters[1][0]]


def _around(
    rng: Random,
    box: Mailbox,
    known: dict[str, str],
    people_: tuple[Person, list[Person]],
    subject: str,
) -> None:
    """What the other folders hold: a friend who waits, messages sent, junk, ordinary letters."""
    first, friends = people_
    sender = (first.full, known[first.full])
    waits = f"Coucou,\n\nTu m’avais promis « {subject} ». Je n’ai rien reçu !\n\n{first.first}"
    box.message(sender, "Toujours rien ?", waits, date=f"{_TODAY}T16:55", unread=True)
    receivers = [first, *pick(rng, friends, 2)]
    for day, (to, (about, body)) in enumerate(zip(receivers, pick(rng, _GONE, 3), strict=True)):
        date = f"2027-03-1{5 - day}T18:2{day}"
        person = (to.full, known[to.full])
        box.message(box.owner, about, _letter(to, body), date=date, to=[person], folder="sent")
    for day, (about, body) in enumerate(pick(rng, _JUNK, 2)):
        stranger = ("Bonnes affaires", f"promo{day}@mille-cadeaux.test")
        box.message(stranger, about, body, date=f"2027-03-1{4 - day}T07:1{day}", folder="junk")
    box.fill(list(known.items()), 8, days=12)


def _letter(to: Person, body: str) -> str:
    return f"Salut {to.first},\n\n{body}\n\nÀ bientôt !"


def _rewritten(box: Mailbox, fields: dict[str, str]) -> list[dict[str, Json]]:
    """The same message, written anew."""
    steps = box.steps().do("compose")
    return steps.do("send", draft=steps.nth_made(), **fields).actions

from datetime import datetime, timedelta
from random import Random

from challenges.toolkit import domains, people, places
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.people import Person, plain
from webapp.domain.materials import Json, Simulation
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.simulators.worlds.webmail import Mailbox

_Letter = tuple[tuple[str, str], str, str]  # who writes, subject, text
_NOW = datetime(2027, 3, 18, 18, 5)  # noqa: DTZ001 (the clock of the mailbox)
# About the trip: (subject, text); the first ones do not name the town in their subject.
_UNNAMED = (
    (
        "Autorisation à signer",
        "Bonjour,\n\nPour partir à {town} avec la classe, il manque la tienne.",
    ),
    ("Chambres", "Salut,\n\nPour le voyage à {town}, tu veux bien être dans notre chambre ?"),
    (
        "Dernier versement",
        "Bonjour,\n\nIl reste 40 euros à régler pour le séjour de classe à {town}.",
    ),
    ("Carte d’identité", "Bonjour,\n\nVérifie sa date : on la demandera au départ pour {town}."),
    ("Heure du car", "Bonjour,\n\nLe car de la classe pour {town} partira de la cour, à l’aube."),
    ("Régimes alimentaires", "Bonjour,\n\nQui mange sans viande pendant le voyage à {town} ?"),
)
_NAMED = (
    ("Voyage à {town} : les dates", "Bonjour,\n\nLes dates sont fixées, note-les dès maintenant."),
    ("{town} : quoi emporter ?", "Salut,\n\nLe prof dit un seul sac et de bonnes chaussures."),
    ("Départ pour {town}", "Bonjour,\n\nVoici la liste des élèves et des accompagnateurs."),
    (
        "Réunion voyage {town}",
        "Bonjour,\n\nLes familles de la classe sont attendues au réfectoire.",
    ),
)
# Naming the town, and not about the trip.
_OTHERS = (
    (
        "Hôtels à {town} : moins 30 %",
        "Bonjour,\n\nRéservez vite, les prix remontent dimanche.",
        True,
    ),
    ("Match contre {town}", "Salut,\n\nOn joue samedi contre leur équipe, tu viens ?", False),
    ("Ma cousine", "Coucou,\n\nElle déménage à {town} cet été, elle a trouvé du travail.", False),
    ("Festival de {town}", "Bonjour,\n\nDécouvrez le programme et réservez vos places.", True),
)
# About another trip, or about the class and no trip.
_CLOSE = (
    ("Voyage à {other} : photos", "Salut,\n\nJe trie enfin nos photos de l’an dernier à {other}."),
    ("Autorisation à signer", "Bonjour,\n\nC’est pour la photo de classe, à rendre lundi."),
    ("Sac oublié", "Bonjour,\n\nUn sac bleu est resté dans le car de ramassage."),
)


def generate(rng: Random) -> Variant:
    """Five or six messages of one trip; the town is named elsewhere, and not always there."""
    owner, teacher, *friends = people.people(rng, 7)
    town, other = places.towns(rng, 2)
    count = rng.choice((5, 6))
    box = Mailbox(rng, owner=(owner.full, domains.mailbox(rng, owner)), now="2027-03-18T18:05")
    senders = [_contact(rng, each) for each in (teacher, *friends)]
    letters = [*pick(rng, _UNNAMED, count - 2), *pick(rng, _NAMED, 2)]
    about = [(rng.choice(senders), subject, body) for subject, body in letters]
    trip, strays = _placed(rng, box, (town, other), about, _decoys(rng, senders))
    box.fill(senders, 12, days=24)
    name = f"Voyage {town}"
    return Variant(
        params={"of_owner": owner.of, "town": town, "count": "six" if count == 6 else "cinq"},
        response=NoResponse(),
        accepted=[_filed(box, name, trip)],
        material=Simulation(
            "webmail", box.state(), "messages_filed", {"folder": name, "messages": sorted(trip)}
        ),
        mistakes={
            "no_folder": [],
            "wrong_folder_name": _filed(box, "Voyage", trip),
            "extra_folder": [*_filed(box, name, trip), *_filed(box, "Voyages", [])],
            "messages_missing": _filed(box, name, trip[1:]),
            "filed_elsewhere": _partly_deleted(box, name, trip),
            "messages_extra": _filed(box, name, [*trip, strays[0]]),
            "others_moved": [*_filed(box, name, trip), *_trashed(box, strays[0])],
        },
    )


def _placed(
    rng: Random, box: Mailbox, towns: tuple[str, str], about: list[_Letter], decoys: list[_Letter]
) -> tuple[list[str], list[str]]:
    """The ids of the messages of the trip, and of those that look like them, mixed in time."""
    town, other = towns
    made: list[tuple[bool, str]] = []
    planned = [*((True, each) for each in about), *((False, each) for each in decoys)]
    for day, (wanted, (sender, subject, body)) in enumerate(shuffled(rng, planned)):
        text = _signed(body, sender, town, other)
        date = _NOW - timedelta(days=day * 2 + 1, minutes=rng.randint(-300, 300))
        title = subject.format(town=town, other=other)
        sent = date.isoformat(timespec="minutes")
        made.append((wanted, box.message(sender, title, text, date=sent)))
    return [id_ for wanted, id_ in made if wanted], [id_ for wanted, id_ in made if not wanted]


def _decoys(rng: Random, senders: list[tuple[str, str]]) -> list[_Letter]:
    """Two that name the town, one an advertisement; two that are close in another way."""
    advert = rng.choice([each for each in _OTHERS if each[2]])
    friendly = rng.choice([each for each in _OTHERS if not each[2]])
    shop = rng.choice(("Séjours Malins", "Bons Plans Évasion", "Week-ends Faciles"))
    address = f"infos@{plain(shop)}.test"
    return [
        ((shop, address), advert[0], advert[1]),
        (rng.choice(senders), friendly[0], friendly[1]),
        (rng.choice(senders), *_CLOSE[0]),
        (rng.choice(senders), *rng.choice(_CLOSE[1:])),
    ]


def _contact(rng: Random, person: Person) -> tuple[str, str]:
    return person.full, domains.mailbox(rng, person)


def _signed(body: str, sender: tuple[str, str], town: str, other: str) -> str:
    name = sender[0] if sender[1].startswith("infos@") else sender[0].split()[0]
    return f"{body.format(town=town, other=other)}\n\n{name}"


def _filed(box: Mailbox, name: str, messages: list[str]) -> list[dict[str, Json]]:
    """The messages ticked, then put together in a new folder."""
    ticked = {"messages": messages} if messages else {}
    return box.steps().do("create_folder", name=name, **ticked).actions


def _partly_deleted(box: Mailbox, name: str, messages: list[str]) -> list[dict[str, Json]]:
    steps = box.steps().do("create_folder", name=name, messages=messages[1:])
    return steps.do("trash", messages=[messages[0]]).actions


def _trashed(box: Mailbox, message: str) -> list[dict[str, Json]]:
    return box.steps().do("trash", messages=[message]).actions

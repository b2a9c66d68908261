from datetime import date, timedelta
from random import Random

from challenges.toolkit import people, places, texts
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Blank, Blanks, Choice, Text
from webapp.domain.variant import Variant

_SHEETS = {
    "la fiche d’orientation": "Orientation : vos vœux",
    "la fiche d’urgence": "Infirmerie : mise à jour",
    "l’autorisation de sortie": "Sortie de fin d’année",
    "la fiche de stage": "Stages de juin",
    "la demande de bourse": "Bourses : dossiers",
    "la fiche d’inscription au ciné-club": "Ciné-club : inscriptions",
}
_PLACES = (
    "au secrétariat",
    "à la vie scolaire",
    "au CDI",
    "à l’infirmerie",
    "à l’accueil",
    "au bureau du conseiller d’orientation",
)
_BODIES = (
    "{What} est à rendre {place}, au plus tard le {due}. Pensez à la faire signer.",
    "Vous trouverez {what} en pièce jointe. Merci de la déposer {place} avant le {due} au soir.",
    "N’oubliez pas {what} : remise {place}, dernier délai le {due}.",
)


def generate(rng: Random) -> Variant:
    """Three messages of one shape; the date and the place of one of them are asked."""
    today = texts.school_day(rng)
    whats, spots = pick(rng, list(_SHEETS), 3), pick(rng, _PLACES, 3)
    bodies = pick(rng, _BODIES, 3)
    dues = pick(rng, _school_days(today, range(9, 40)), 3)
    sent = pick(rng, _school_days(today, range(-9, 0)), 3)
    messages = [
        {
            "what": what,
            "title": _SHEETS[what],
            "place": spot,
            "due": texts.day(due),
            "sent": texts.day(mailed),
            "body": body.format(
                what=what, What=texts.capitalised(what), place=spot, due=texts.day(due)
            ),
        }
        for what, spot, due, mailed, body in zip(whats, spots, dues, sent, bodies, strict=True)
    ]
    asked, neighbour = pick(rng, range(3), 2)
    third = 3 - asked - neighbour
    listed = options(rng, [texts.capitalised(place) for place in _PLACES])
    where = [id_of(listed, texts.capitalised(place)) for place in spots]
    return Variant(
        params={
            "first": people.person(rng).first,
            "school": places.school(rng),
            "messages": messages,
            "asked": messages[asked],
            "neighbour": messages[neighbour],
            "third": messages[third],
        },
        response=Blanks(
            (
                Blank("a", "Date limite", Text(hint="Par exemple 14 juillet", reading="date")),
                Blank("b", "Lieu de remise", Choice(listed, display="list")),
            )
        ),
        accepted=[{"a": _dates(dues[asked]), "b": [where[asked]]}],
        mistakes={
            "sending_date": {"a": _dates(sent[asked])[0]},
            "neighbour_date": {"a": _dates(dues[neighbour])[0]},
            "neighbour_place": {"b": where[neighbour]},
            "third_date": {"a": _dates(dues[third])[0]},
            "third_place": {"b": where[third]},
        },
    )


def _school_days(today: date, distances: range) -> list[date]:
    """The days from Monday to Friday at these distances from today, public holidays left out."""
    days = [today + timedelta(days=distance) for distance in distances]
    return [day for day in days if day.weekday() < 5 and day not in texts.HOLIDAYS]


def _dates(when: date) -> list[str]:
    """The day without its year, as in the messages, and with it."""
    return [texts.day(when, weekday=False), texts.short_day(when)]

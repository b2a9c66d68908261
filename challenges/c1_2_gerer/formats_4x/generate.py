from decimal import Decimal
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_EVENTS = ("du tournoi", "de la sortie", "du concert", "de l’exposition", "du chantier", "du stage")
_DOCUMENTS = ("programme", "plan", "compte rendu", "bilan", "formulaire")
_LIMITS = (15, 20, 25, 30)


def generate(rng: Random) -> Variant:
    """A limit, a document already there, photos; the quotient always rounds up."""
    limit = rng.choice(_LIMITS)
    taken, photo = Decimal(rng.randint(31, 84)) / 10, Decimal(rng.randint(14, 47)) / 10
    free = limit - taken
    quotient = free / photo
    answer = int(quotient)
    demand(3 <= answer <= 14 and Decimal("0.55") < quotient - answer < Decimal("0.92"))
    forgotten = int(limit / photo)
    demand(forgotten > answer + 1)
    return Variant(
        params={
            "first": people.person(rng).first,
            "event": rng.choice(_EVENTS),
            "document": rng.choice(_DOCUMENTS),
            "limit": limit,
            "taken": texts.number(taken),
            "photo": texts.number(photo),
            "free": texts.number(free),
            "quotient": texts.number(quotient, 2),
            "over": answer + 1,
            "total": texts.number(answer * photo),
            "answer": answer,
        },
        response=Number(label="Nombre de photos", unit="photos"),
        accepted=[answer],
        mistakes={
            "document_forgotten": forgotten,
            "rounded_up": answer + 1,
            "one_short": answer - 1,
        },
    )

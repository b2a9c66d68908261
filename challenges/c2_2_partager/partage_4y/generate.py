from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from challenges.toolkit import domains, people, places, texts
from challenges.toolkit.draws import shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_OPTIONS = {
    "not_invited": "L’accès est limité aux invités, et aucune de ses adresses n’est invitée.",
    "other_address": "L’accès est limité aux invités, et c’est son autre adresse qui est invitée.",
    "outside": "L’accès est réservé aux membres du lycée, et l’adresse connectée n’en est pas une.",
    "expired": "La date de fin d’accès est passée.",
}
_REASONS = {
    "not_invited": "la liste des invités ne contient aucune de ses deux adresses.",
    "other_address": "l’adresse invitée n’est pas celle avec laquelle le navigateur est connecté.",
    "outside": "seuls les membres du lycée et les invités ont accès, pas cette adresse privée.",
    "expired": "la fin de l’accès est passée, donc le lien ne s’ouvre plus pour personne.",
}
_LIMITED, _ANYONE = "Invités seulement", "Toute personne qui a le lien"


@dataclass(frozen=True)
class _Settings:
    general: str
    invited: bool  # the teacher's school address is on the list
    private: bool  # the browser is connected with the private address
    end: date | None


def generate(rng: Random) -> Variant:
    """Four causes, one true: the settings and the connected address rule the others out."""
    case = rng.choice(list(_OPTIONS))
    today = texts.school_day(rng)
    domain = domains.school(places.school(rng)).domain
    student, teacher, *guests = people.people(rng, 4)
    settings = _settings(rng, case, today, domain)
    school, private = f"{teacher.login}@{domain}", domains.mailbox(rng, teacher)
    listed = [f"{guest.login}@{domain}" for guest in guests] + [school] * settings.invited
    end = texts.day(settings.end, weekday=False) if settings.end else "aucune"
    choices = options(rng, _OPTIONS.values())
    return Variant(
        params={
            "case": case,
            "today": texts.day(today),
            "teacher": teacher.title,
            "pronoun": texts.capitalised(teacher.pronoun),
            "of_first": student.of,
            "school_address": school,
            "private_address": private,
            "connected": private if settings.private else school,
            "general": settings.general,
            "guests": shuffled(rng, listed),
            "role": rng.choice(("Lecture", "Commentaire")),
            "end": end,
            "reason": _REASONS[case],
        },
        response=Choice(choices),
        accepted=[id_of(choices, _OPTIONS[case])],
        mistakes={n: id_of(choices, text) for n, text in _OPTIONS.items() if n != case},
    )


def _settings(rng: Random, case: str, today: date, domain: str) -> _Settings:
    """Settings where that cause holds, and no other."""
    later = rng.choice((None, today + timedelta(days=rng.randint(9, 40))))
    before = today - timedelta(days=rng.randint(2, 9))
    return {
        "not_invited": _Settings(_LIMITED, False, rng.random() < 0.5, later),
        "other_address": _Settings(_LIMITED, True, True, later),
        "outside": _Settings(f"Membres de {domain}", False, True, later),
        "expired": _Settings(
            rng.choice((_ANYONE, f"Membres de {domain}")), rng.random() < 0.5, False, before
        ),
    }[case]

from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_ALLOWED = ("Agendix", "Révizio", "Transporto", "Alarmelle")  # of use while working
_OTHERS = ("Vidéolys", "Bavardo", "Cubelune", "Photoline", "Musicâline")
_RINGS = ("allowed_call", "allowed_app", "before_start", "after_end")
_SILENT = ("message_not_call", "other_app", "other_caller", "just_before_end")
_SECOND = ("called_again", "called_too_late", "second_call_off")


def generate(rng: Random) -> Variant:
    """Six notifications, two to four of which ring; one is always a second call."""
    second = rng.choice(_SECOND)
    count = rng.randint(2, 4)
    ringing = pick(rng, _RINGS, count - (second == "called_again"))
    kinds = [*ringing, second, *pick(rng, _SILENT, 5 - len(ringing))]
    start, delay = 60 * rng.randint(15, 18), rng.choice((3, 5))
    end = start + 60 * rng.randint(2, 3)
    reader, friend, other_friend, *callers = (each.first for each in people.people(rng, 6))
    app = rng.choice(_ALLOWED)
    moments = _moments(rng, start, end)
    gap = rng.randint(12, 25) if second == "called_too_late" else delay - 1
    said = _said(rng, friend, callers, app) | {
        second: f"deuxième appel {people.of(callers[2])} (le premier à "
        f"{_hour(moments[second] - gap)})"
    }
    shown = {kind: f"{_hour(moments[kind])} — {said[kind]}" for kind in kinds}
    choices = options(rng, shown.values())
    rights = [shown[kind] for kind in kinds if kind in (*_RINGS, "called_again")]
    return Variant(
        params={
            "first": reader,
            "friend": friend,
            "app": app,
            "end": _hour(end),
            "rows": [
                {"name": "Plage horaire", "value": f"de {_hour(start)} à {_hour(end)}"},
                *_lists((friend, other_friend), app),
                {"name": "Deuxième appel d’une même personne", "value": _rule(second, delay)},
            ],
            "shown": dict.fromkeys((*_RINGS, *_SILENT, *_SECOND), "") | shown,
        },
        response=Choices(choices),
        accepted=[sorted(ids_of(choices, rights))],
        mistakes={kind: id_of(choices, text) for kind, text in shown.items()},
    )


def _moments(rng: Random, start: int, end: int) -> dict[str, int]:
    """When each kind of notification comes, in minutes of the day, all different."""
    inside = iter(pick(rng, range(start + 30, end - 15), 8))
    moments = {kind: next(inside) for kind in (*_RINGS[:2], *_SILENT[:3], *_SECOND)}
    return moments | {
        "before_start": start - rng.randint(8, 25),
        "after_end": end + rng.randint(8, 25),
        "just_before_end": end - rng.randint(3, 9),
    }


def _said(rng: Random, friend: str, callers: list[str], app: str) -> dict[str, str]:
    """What the notification of each kind says, the second call apart."""
    early, other, late = pick(rng, _OTHERS, 3)
    return {
        "allowed_call": f"appel {people.of(friend)}",
        "allowed_app": f"application {app}",
        "before_start": f"application {early}",
        "after_end": f"message {people.of(callers[0])}",
        "message_not_call": f"message {people.of(friend)}",
        "other_app": f"application {other}",
        "other_caller": f"appel {people.of(callers[1])}",
        "just_before_end": f"application {late}",
    }


def _lists(friends: tuple[str, str], app: str) -> list[dict[str, str]]:
    """The rows of the settings that say what is allowed."""
    return [
        {"name": "Appels autorisés", "value": texts.listed(sorted(friends))},
        {"name": "Messages autorisés", "value": "aucun"},
        {"name": "Applications autorisées", "value": f"{app} seulement"},
    ]


def _rule(second: str, delay: int) -> str:
    if second == "second_call_off":
        return "ne sonne pas non plus"
    return f"sonne s’il vient moins de {delay} minutes après le premier"


def _hour(minutes: int) -> str:
    return texts.hour(*divmod(minutes, 60))

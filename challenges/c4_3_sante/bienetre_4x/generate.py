from dataclasses import dataclass
from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Matching
from webapp.domain.variant import Variant


@dataclass(frozen=True)
class _Mechanism:
    name: str
    screens: tuple[str, ...]
    other: str  # the look-alike mechanism
    difference: str  # what tells it from the look-alike


_MECHANISMS = {
    "scroll": _Mechanism(
        "le défilement sans fin",
        (
            "Tu touches le bas de la page : dix publications de plus apparaissent.",
            "La liste s’allonge d’elle-même dès que tu approches de la fin.",
        ),
        "autoplay",
        "Rien ne démarre tout seul : la page n’a pas de bas, et c’est ton doigt qui continue.",
    ),
    "autoplay": _Mechanism(
        "la lecture automatique",
        (
            "Fin de la vidéo. La suivante démarre dans 5 secondes.",
            "L’épisode est terminé. Le suivant commence dans 8 secondes.",
        ),
        "scroll",
        "Ton doigt ne fait rien : la suite démarre toute seule, sans page à faire défiler.",
    ),
    "streak": _Mechanism(
        "la série à ne pas rompre",
        (
            "Jour {n} d’affilée ! Ne casse pas ta série : reviens ce soir.",
            "{n} jours sans en manquer un. Demain, tout repart de zéro si tu oublies.",
        ),
        "deadline",
        "Aucune offre n’expire : on compte tes jours, et c’est leur total qu’on craint de perdre.",
    ),
    "deadline": _Mechanism(
        "la fausse urgence",
        (
            "Offre réservée : plus que {n} minutes avant sa disparition.",
            "Ce cadeau s’efface dans {n} minutes. Dépêche-toi !",
        ),
        "streak",
        "Aucun jour n’est compté : une offre menace de disparaître, pour te faire décider vite.",
    ),
    "chance": _Mechanism(
        "la récompense au hasard",
        (
            "Ouvre le coffre : une tenue rare… ou rien du tout.",
            "Tourne la roue : peut-être {n} pièces, peut-être zéro.",
        ),
        "completion",
        "Aucun but n’approche : le gain dépend du hasard, et ce « peut-être » fait rejouer.",
    ),
    "completion": _Mechanism(
        "la jauge à remplir",
        (
            "Ton profil est complet à 85 %. Plus qu’une étape !",
            "Barre d’exploration : 9 lieux sur 10. Termine-la !",
        ),
        "chance",
        "Aucun hasard ici : on te montre un manque, et l’envie de finir fait le reste.",
    ),
    "social": _Mechanism(
        "l’appel des autres",
        (
            "{first} a parlé de toi. Viens voir ce qui se dit.",
            "{n} personnes ont regardé ton profil. Découvre qui.",
        ),
        "guilt",
        "On ne te reproche rien : on éveille ta curiosité pour ce que les autres disent ou font.",
    ),
    "guilt": _Mechanism(
        "le départ culpabilisant",
        (
            "Tu pars déjà ? Ton compagnon va pleurer toute la nuit.",
            "Quitter maintenant ? Tu vas vraiment laisser tomber ton équipe ?",
        ),
        "social",
        "Aucune nouvelle des autres ici : au moment de quitter, on te fait porter un reproche.",
    ),
}


def generate(rng: Random) -> Variant:
    """Four screens; the look-alikes of two of them are among the six names."""
    first, other_first = (person.first for person in people.people(rng, 2))
    trapped = _two_apart(rng)
    traps = [_MECHANISMS[name].other for name in trapped]
    rest = pick(rng, [name for name in _MECHANISMS if name not in (*trapped, *traps)], 2)
    shown = [*trapped, *rest]
    screens = {name: _screen(rng, name, other_first) for name in shown}
    items = options(rng, screens.values())
    labels = options(rng, [_MECHANISMS[name].name for name in (*shown, *traps)])

    def given(name: str, mechanism: str) -> dict[str, str]:
        return {id_of(items, screens[name]): id_of(labels, _MECHANISMS[mechanism].name)}

    right: dict[str, str] = {}
    for name in shown:
        right |= given(name, name)
    return Variant(
        params={
            "first": first,
            "confusions": [
                {"screen": screens[name], "said": _MECHANISMS[name].difference} for name in trapped
            ],
            "pairs": shuffled(
                rng, [{"screen": screens[n], "name": _MECHANISMS[n].name} for n in shown]
            ),
        },
        response=Matching(items, labels),
        accepted=[right],
        mistakes={
            "look_alike_one": given(trapped[0], traps[0]),
            "look_alike_two": given(trapped[1], traps[1]),
        },
    )


def _two_apart(rng: Random) -> list[str]:
    """Two mechanisms that are not each other’s look-alike."""
    one = rng.choice(list(_MECHANISMS))
    kept = (one, _MECHANISMS[one].other)
    return [one, rng.choice([name for name in _MECHANISMS if name not in kept])]


def _screen(rng: Random, name: str, first: str) -> str:
    template = rng.choice(_MECHANISMS[name].screens)
    return template.format(n=rng.randint(6, 49), first=first)

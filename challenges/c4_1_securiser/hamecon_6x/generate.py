from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_RELATIVES = ("sa mère", "son père", "sa tante", "son oncle", "sa cousine", "son cousin")
_SAFE_NEWS = (
    "Le téléphone de ce proche fonctionne, il l’a sur lui.",
    "Ce proche a son téléphone sur lui et il capte bien.",
)
_STOLEN_NEWS = (
    "Ce proche s’est fait voler son téléphone déverrouillé ce matin.",
    "Le téléphone de ce proche, déverrouillé, lui a été pris hier soir.",
)
_KNOWN = (
    "Appeler soi-même le numéro habituel de ce proche",
    "Composer le numéro du proche noté dans le carnet de famille",
)
_SURE = {
    "agreed_word": (
        "Demander le mot secret convenu de vive voix et jamais écrit",
        "Poser la question dont la réponse a été convenue de vive voix",
    ),
    "third_party": (
        "Appeler au bureau le collègue qui travaille à côté de ce proche",
        "Appeler le voisin de confiance et lui faire passer le proche",
    ),
}
_WEAK = {
    "voice": (
        "Réécouter le message pour reconnaître la voix et l’accent",
        "Faire écouter le message à un ami qui connaît cette voix",
    ),
    "shown_number": (
        "Regarder si le numéro affiché est bien celui du proche",
        "Vérifier que l’écran a montré le nom du proche à l’appel",
    ),
    "public_fact": (
        "Demander le nom du chien, visible sur ses pages publiques",
        "Demander sa date d’anniversaire, publiée sur son profil",
    ),
    "same_thread": (
        "Répondre au message : « Es-tu sûr que c’est toi ? »",
        "Demander une confirmation dans la même conversation",
    ),
    "picture": (
        "Accepter l’appel vidéo proposé et regarder le visage",
        "Demander une courte vidéo où le visage se voit bien",
    ),
}


def generate(rng: Random) -> Variant:
    """Checks a prepared fraud would pass or not; a stolen telephone spoils the best known."""
    stolen = rng.random() < 0.4
    sure = pick(rng, list(_SURE), 2 if stolen else rng.choice((1, 2)))
    weak = pick(rng, list(_WEAK), 5 - len(sure))
    shapes = {"known_number": _KNOWN, **_SURE, **_WEAK}
    said = {name: rng.choice(shapes[name]) for name in ("known_number", *sure, *weak)}
    answers = options(rng, said.values())
    right = sure if stolen else ["known_number", *sure]
    return Variant(
        params={
            "first": people.person(rng).first,
            "relative": rng.choice(_RELATIVES),
            "amount": texts.number(rng.randrange(150, 950, 10)),
            "news": rng.choice(_STOLEN_NEWS if stolen else _SAFE_NEWS),
            "stolen": stolen,
        },
        response=Choices(answers),
        accepted=[sorted(ids_of(answers, [said[name] for name in right]))],
        mistakes={name: id_of(answers, text) for name, text in said.items()},
    )

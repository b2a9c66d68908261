from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Matching
from webapp.domain.variant import Variant

_REPLY, _ALL = "Répondre", "Répondre à tous"
_FORWARD, _NEW = "Transférer", "Nouveau message"
_OUTINGS = {
    "Sortie au musée": "la sortie au musée",
    "Visite du port": "la visite du port",
    "Exposé de mardi": "les exposés de mardi",
    "Journée sportive": "la journée sportive",
    "Voyage à la montagne": "le voyage à la montagne",
    "Répétition générale": "la répétition générale",
}
# « {t} » is the teacher, « {n} » somebody who did not get the message.
_INTENTIONS = {
    _REPLY: (
        "Dire à {t} seulement, à la suite de son message, qu’on a une allergie",
        "Confier à {t}, à propos de ces informations, un souci de santé",
        "Demander à {t}, et à personne d’autre, une précision sur son message",
    ),
    _ALL: (
        "Signaler à {t} et à toute la classe que l’heure indiquée est fausse",
        "Donner à {t} et à tous les élèves l’adresse qui manquait dans le message",
        "Prévenir {t} et toute la classe que la ligne de bus annoncée est fermée",
    ),
    _FORWARD: (
        "Faire lire ce message tel quel à {n}",
        "Envoyer à {n} une copie de ces informations, mot pour mot",
        "Montrer à {n} exactement ce que {t} a écrit",
    ),
    _NEW: (
        "Inviter {n} au cinéma samedi",
        "Demander à {n} le nom d’un bon livre",
        "Souhaiter son anniversaire à {n}",
    ),
}


def generate(rng: Random) -> Variant:
    """Four intentions for four actions, one of them used twice and another never, or each once."""
    student, teacher, third = people.people(rng, 3)
    subject = rng.choice(list(_OUTINGS))
    actions = list(_INTENTIONS)
    wanted = shuffled(rng, [*pick(rng, actions, 3), rng.choice(actions)])
    kinds = {
        text.format(t=teacher.title, n=third.first): action
        for action in sorted(set(wanted))
        for text in pick(rng, _INTENTIONS[action], wanted.count(action))
    }
    items, labels = options(rng, kinds), options(rng, actions)
    confused = {
        "all_for_one": (_REPLY, _ALL),
        "one_for_all": (_ALL, _REPLY),
        "reply_for_forward": (_FORWARD, _REPLY),
        "reply_for_new": (_NEW, _REPLY),
    }
    return Variant(
        params={
            "first": student.first,
            "teacher": teacher.title,
            "third": third.first,
            "subject": subject,
            "outing": _OUTINGS[subject],
        },
        response=Matching(items, labels),
        accepted=[{item.id: id_of(labels, kinds[item.text]) for item in items}],
        mistakes={
            name: {item.id: id_of(labels, given)}
            for name, (right, given) in confused.items()
            for item in items
            if kinds[item.text] == right
        },
    )

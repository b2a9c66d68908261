from random import Random

from challenges.toolkit import people, places
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Matching
from webapp.domain.variant import Variant

_HELP, _PHONE, _MAIL, _SITE = "17Cyber", "33700", "Signal Spam", "PHAROS"
# « {n} » is a first name, « {e} » its agreement.
_HARMLESS = {
    _PHONE: (
        "{n} reçoit un SMS « Colis bloqué, payez 1,99 € » et n’ouvre pas le lien",
        "{n} reçoit un SMS d’un faux opérateur et ne répond pas",
        "Une voix enregistrée appelle {n} pour un faux remboursement : {n} raccroche",
        "{n} reçoit un SMS « Amende impayée » avec un lien, et le laisse de côté",
        "Un inconnu appelle {n} pour « vérifier son compte » : {n} raccroche aussitôt",
    ),
    _MAIL: (
        "{n} reçoit un courriel « Compte suspendu » et ne touche pas au lien",
        "{n} reçoit chaque jour dix courriels publicitaires d’un inconnu",
        "{n} reçoit un courriel d’une fausse banque et ne l’ouvre même pas",
        "Un courriel promet un téléphone gratuit à {n}, qui n’y répond pas",
        "{n} reçoit un courriel avec une fausse facture et n’ouvre pas la pièce jointe",
    ),
    _SITE: (
        "En naviguant, {n} tombe sur une fausse boutique et n’y achète rien",
        "{n} lit un message public qui appelle à frapper des gens pour leur religion",
        "{n} découvre un site qui imite celui de la mairie et n’y saisit rien",
        "{n} voit une vidéo publique qui appelle à attaquer un quartier",
        "{n} trouve une page publique qui vend de faux diplômes et la referme",
    ),
}
_HARMED = {
    _PHONE: (
        "Après un SMS « Colis bloqué », {n} a saisi le numéro d’une carte bancaire",
        "Au téléphone, {n} a dicté le code de son compte à un faux conseiller",
        "En répondant à un SMS, {n} a donné le mot de passe de sa messagerie",
    ),
    _MAIL: (
        "Après un courriel « Compte suspendu », {n} a saisi son mot de passe",
        "{n} a payé 40 € pour une fausse facture reçue par courriel",
        "En répondant à un courriel, {n} a envoyé son code de carte bancaire",
    ),
    _SITE: (
        "{n} a payé 60 € sur une boutique qui n’existe pas",
        "{n} a saisi son mot de passe sur un site qui imite celui du lycée",
        "Sur un faux site de billets, {n} a perdu 35 €",
    ),
}


def generate(rng: Random) -> Variant:
    """One victim, whose channel is a decoy, and three people to whom nothing happened."""
    names = [person.first for person in people.people(rng, 4)]
    decoy = rng.choice(list(_HARMED))
    channels = shuffled(rng, [*_HARMLESS, rng.choice(list(_HARMLESS))])[:3]
    victim = rng.choice(_HARMED[decoy]).format(n=names[0])
    harmless = _told(rng, channels, names[1:])
    items = options(rng, [victim, *harmless])
    labels = options(rng, [_HELP, *_HARMLESS])
    kinds = {victim: _HELP, **harmless}
    received = next(told for told, channel in harmless.items() if channel != _SITE)
    return Variant(
        params={"school": places.school(rng), "victim": names[0]},
        response=Matching(items, labels),
        accepted=[{item.id: id_of(labels, kinds[item.text]) for item in items}],
        mistakes={
            "victim_by_channel": {id_of(items, victim): id_of(labels, decoy)},
            "link_means_site": {id_of(items, received): id_of(labels, _SITE)},
            "everything_to_help": {id_of(items, received): id_of(labels, _HELP)},
        },
    )


def _told(rng: Random, channels: list[str], names: list[str]) -> dict[str, str]:
    """Three harmless situations, all different, each with the service that takes it."""
    sentences = {
        sentence: channel
        for channel in sorted(set(channels))
        for sentence in pick(rng, _HARMLESS[channel], channels.count(channel))
    }
    return {
        sentence.format(n=name): channel
        for name, (sentence, channel) in zip(names, sentences.items(), strict=True)
    }

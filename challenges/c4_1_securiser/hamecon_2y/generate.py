from random import Random

from challenges.toolkit import domains, places
from challenges.toolkit.draws import pick, shuffled
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_WORDS = (
    "Voir mon dossier",
    "Confirmer mon adresse",
    "Suivre ma demande",
    "Ouvrir mon espace",
    "Lire la réponse",
    "Choisir un créneau",
)
_OTHERS = ("Nous écrire", "Ne plus recevoir ces messages", "Conditions", "Aide")
_STRANGERS = (
    "espace-suivi.test",
    "dossier-client.test",
    "portail-rapide.test",
    "acces-service.test",
    "mon-compte-web.test",
    "formulaire-libre.test",
)


def generate(rng: Random) -> Variant:
    """Three links in a saved message; one in three times the one asked for is honest."""
    service = domains.service(rng)
    honest = rng.random() < 0.35
    stranger, elsewhere, pictures = pick(rng, _STRANGERS, 3)
    words, others = rng.choice(_WORDS), pick(rng, _OTHERS, 2)
    target = service.domain if honest else stranger
    links = [(words, target), (others[0], elsewhere), (others[1], elsewhere)]
    source = _page(rng, service, links, picture=pictures)
    return Variant(
        params={
            "school": places.school(rng),
            "words": words,
            "domain": target,
            "honest": honest,
        },
        response=Text(label="Domaine", hint="Comme nom-du-site.test", reading="address"),
        accepted=[target],
        material=Files(
            (
                Recipe(
                    name="message.html",
                    builder="text",
                    arguments={"body": source},
                    description="Message enregistré",
                    alternative=source,
                ),
            )
        ),
        mistakes={
            **({} if honest else {"shown_text": service.domain}),
            "other_link": elsewhere,
            "picture_source": pictures,
            "whole_address": source.partition(f'">{words}<')[0].rpartition('"')[2],
        },
    )


def _page(
    rng: Random,
    service: domains.Organization,
    links: list[tuple[str, str]],
    *,
    picture: str,
) -> str:
    """The source of the message, its links in a drawn order."""
    written = [
        f'  <p><a href="https://{target}/page-{rng.randint(11, 99)}">{words}</a></p>'
        for words, target in shuffled(rng, links)
    ]
    lines = [
        "<!DOCTYPE html>",
        '<html lang="fr">',
        '<head><meta charset="utf-8"><title>Message</title></head>',
        "<body>",
        f'  <img src="https://{picture}/logo.png" alt="{service.name}">',
        "  <p>Bonjour,</p>",
        "  <p>Votre dossier attend une action de votre part. Sans réponse avant la fin",
        "  du mois, nous devrons le fermer et vous ne pourrez plus le rouvrir en ligne.</p>",
        "  <p>Gardez ce message : il contient tout ce qui est utile pour la suite.</p>",
        f"  <p>Notre site : {service.domain}</p>",
        *written,
        f"  <p>L’équipe {service.name}, depuis {service.domain}</p>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines)

from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_SCENES = (
    {
        "story": "L’ordinateur fixe de la salle d’arts ne démarre pas.",
        "clues": ["aucun voyant sur la tour", "aucun bruit", "l’écran dit « Aucun signal »"],
        "right": "Le câble d’alimentation de la tour et l’interrupteur de la multiprise",
        "other": "Le câble entre la tour et l’écran",
        "ruled_out": "la tour n’a ni voyant ni bruit, elle n’est pas allumée",
        "reason": "sans voyant ni bruit, la tour ne reçoit pas de courant",
    },
    {
        "story": "L’ordinateur fixe du CDI reste sur un écran noir.",
        "clues": [
            "le voyant de la tour est vert",
            "on entend le ventilateur",
            "l’écran dit « Aucun signal »",
        ],
        "right": "Le câble entre la tour et l’écran",
        "other": "Le câble d’alimentation de la tour et l’interrupteur de la multiprise",
        "ruled_out": "le voyant vert et le ventilateur montrent que la tour a du courant",
        "reason": "la tour et l’écran sont allumés, mais l’image ne passe pas entre eux",
    },
    {
        "story": "L’ordinateur portable du club vidéo s’éteint tout seul après vingt minutes.",
        "clues": [
            "il est branché, le voyant de charge est vert",
            "le dessous est brûlant",
            "le ventilateur souffle très fort",
        ],
        "right": "Les grilles d’aération : sont-elles dégagées et sans poussière ?",
        "other": "Le chargeur : est-il bien enfoncé dans la prise ?",
        "ruled_out": "le voyant de charge est vert, le chargeur fonctionne",
        "reason": "il chauffe et s’arrête pour se protéger",
    },
    {
        "story": "L’ordinateur portable emporté en sortie ne s’allume plus ce matin.",
        "clues": [
            "aucun voyant, aucun bruit",
            "il est froid",
            "il a servi hier tout l’après-midi sans être branché",
        ],
        "right": "La batterie : brancher l’ordinateur au chargeur et attendre quelques minutes",
        "other": "Les grilles d’aération : sont-elles dégagées et sans poussière ?",
        "ruled_out": "il est froid, il n’a pas surchauffé",
        "reason": "après un après-midi sans chargeur, la batterie est sans doute vide",
    },
    {
        "story": "La souris sans fil de la salle 12 ne fait plus bouger le pointeur.",
        "clues": [
            "le pavé tactile, lui, déplace le pointeur",
            "aucune lumière sous la souris",
            "son interrupteur est sur « ON »",
        ],
        "right": "Les piles de la souris",
        "other": "L’interrupteur placé sous la souris",
        "ruled_out": "il est déjà sur « ON »",
        "reason": "allumée mais sans lumière, la souris n’a plus d’énergie",
    },
    {
        "story": "Les enceintes de la salle de musique ne donnent aucun son.",
        "clues": [
            "le voyant des enceintes est allumé",
            "une vidéo est en cours de lecture",
            "à l’écran, l’icône du haut-parleur est barrée",
        ],
        "right": "Le volume de l’ordinateur : le son est-il coupé ?",
        "other": "La prise électrique des enceintes",
        "ruled_out": "leur voyant est allumé, elles ont du courant",
        "reason": "l’icône barrée indique que le son est coupé dans l’ordinateur",
    },
    {
        "story": "L’imprimante du secrétariat n’imprime pas le document envoyé.",
        "clues": [
            "elle est allumée",
            "l’ordinateur affiche « 1 document en attente »",
            "son petit écran affiche « Bac 1 vide »",
        ],
        "right": "Le papier dans le bac de l’imprimante",
        "other": "Le câble qui relie l’imprimante au réseau",
        "ruled_out": "l’imprimante a bien reçu le document, puisqu’elle réclame du papier",
        "reason": "le message de l’imprimante dit ce qui lui manque",
    },
    {
        "story": "Le vidéoprojecteur de la salle 204 ne répond plus à la télécommande.",
        "clues": [
            "le voyant de l’appareil est rouge, comme toujours en veille",
            "le bouton posé sur l’appareil l’allume bien",
            "la télécommande ne clignote plus quand on appuie",
        ],
        "right": "Les piles de la télécommande",
        "other": "La prise électrique du vidéoprojecteur",
        "ruled_out": "son voyant est allumé et son bouton fonctionne",
        "reason": "l’appareil marche avec son bouton ; seule la télécommande ne répond plus",
    },
)
_HEAVY = (
    "L’intérieur de l’appareil : l’ouvrir et regarder si une pièce a brûlé",
    "Le prix d’un appareil neuf : celui-ci est sûrement mort",
    "Les composants : les remplacer un par un",
)
_LOSSY = (
    "Le système : tout réinitialiser pour repartir de zéro",
    "Le disque : l’effacer, puis réinstaller tous les logiciels",
    "Les réglages : remettre l’ordinateur dans son état d’usine",
)


def generate(rng: Random) -> Variant:
    """Clues point to one first check; a clue rules the look-alike out."""
    scene = rng.choice(_SCENES)
    heavy, lossy = rng.choice(_HEAVY), rng.choice(_LOSSY)
    right, other = str(scene["right"]), str(scene["other"])
    choices = options(rng, [right, other, heavy, lossy])
    return Variant(
        params={
            "first": people.person(rng).first,
            "scene": {**scene, "clues": shuffled(rng, scene["clues"])},
        },
        response=Choice(choices),
        accepted=[id_of(choices, right)],
        mistakes={
            "other_check": id_of(choices, other),
            "heavy_hand": id_of(choices, heavy),
            "loses_data": id_of(choices, lossy),
        },
    )

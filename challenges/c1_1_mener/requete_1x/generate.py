from random import Random

from challenges.toolkit import people, places, texts
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

# object, « de l’objet », and its needs: (the question, its key words, what is wanted)
_PLACES = (
    (
        "piscine",
        "d’une piscine",
        (
            ("À quelle heure ferme la piscine, {day} ?", "horaires {day}", "un horaire"),
            ("Combien coûte une entrée à la piscine ?", "tarif entrée", "un prix"),
        ),
    ),
    (
        "patinoire",
        "d’une patinoire",
        (
            ("À quelle heure ouvre la patinoire, {day} ?", "horaires {day}", "un horaire"),
            ("Peut-on louer des patins à la patinoire ?", "location patins", "s’il y en a à louer"),
        ),
    ),
    (
        "médiathèque",
        "d’une médiathèque",
        (
            ("La médiathèque est-elle ouverte, {day} ?", "ouverture {day}", "si elle est ouverte"),
            ("Comment s’inscrire à la médiathèque ?", "inscription", "comment s’inscrire"),
        ),
    ),
    (
        "musée",
        "d’un musée",
        (
            ("Le musée est-il gratuit pour les lycéens ?", "tarif lycéen", "un prix"),
            ("Jusqu’à quand le musée est-il ouvert, {day} ?", "horaires {day}", "un horaire"),
        ),
    ),
    (
        "skatepark",
        "d’un skatepark",
        (
            ("À quelle adresse se trouve le skatepark ?", "adresse", "une adresse"),
            ("Le skatepark est-il éclairé le soir ?", "éclairage soir", "s’il est éclairé"),
        ),
    ),
    (
        "cinéma",
        "d’un cinéma",
        (
            ("Quels films passent au cinéma, {day} ?", "programme {day}", "un programme"),
            ("Combien coûte une place de cinéma ?", "tarif place", "un prix"),
        ),
    ),
)


def generate(rng: Random) -> Variant:
    """A place, an object and a need: each wrong search has lost one of the three."""
    home, town = places.towns(rng, 2)
    day = rng.choice(("samedi", "dimanche"))
    thing, of_object, needs = rng.choice(_PLACES)
    (question, words, wanted), (_, other_words, _) = pick(rng, needs, 2)
    question = question.format(day=day)
    searches = {
        "right": f"{thing} {town} {words.format(day=day)}",
        "no_place": texts.capitalised(question).replace(" ?", "").lower(),
        "other_need": f"{thing} {town} {other_words.format(day=day)}",
        "no_object": f"{town} {day} infos pratiques pour les jeunes",
    }
    choices = options(rng, searches.values())
    person = people.person(rng)
    return Variant(
        params={
            "first": person.first,
            "pronoun": person.pronoun,
            "pronoun_cap": texts.capitalised(person.pronoun),
            "home": home,
            "town": town,
            "question": question,
            "object": thing,
            "of_object": of_object,
            "wanted": wanted,
        },
        response=Choice(choices),
        accepted=[id_of(choices, searches["right"])],
        mistakes={name: id_of(choices, text) for name, text in searches.items() if name != "right"},
    )

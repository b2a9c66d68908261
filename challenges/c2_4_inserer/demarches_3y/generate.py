from datetime import date, timedelta
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_FILES = ("carte de transport", "bourse de lycée", "logement étudiant", "aide au permis")
_NAMES = (
    *("justificatif-domicile", "attestation-assurance", "certificat-scolarite", "releve-notes"),
    *("photo-identite", "avis-impot", "attestation-droits", "quittance-loyer", "rib"),
)
_REFUSED = ("heavy_kilo", "heavy_mega", "wrong_format", "too_old", "other_year")
_ACCEPTED = ("limit_size", "limit_date", "many_kilo", "sound", "sound_too")


def generate(rng: Random) -> Variant:
    """Seven pieces: two to four break one rule each, the others are sound or exactly on a limit."""
    most = rng.choice((2, 3, 4))
    since = date(2027, rng.randint(2, 6), rng.randint(3, 24))
    count = rng.randint(2, 4)
    kinds = [*pick(rng, _REFUSED, count), *_ACCEPTED[: 7 - count]]
    names = dict(zip(kinds, pick(rng, _NAMES, 7), strict=True))
    pieces = {kind: _piece(rng, kind, names[kind], most, since) for kind in kinds}
    choices = options(rng, pieces.values())
    refused = [pieces[kind] for kind in kinds if kind in _REFUSED]
    return Variant(
        params={
            "first": people.person(rng).first,
            "file": rng.choice(_FILES),
            "most": most,
            "since": texts.day(since, weekday=False, year=True),
            "notes": {kind: pieces.get(kind, "") for kind in (*_REFUSED, *_ACCEPTED)},
        },
        response=Choices(choices),
        accepted=[sorted(ids_of(choices, refused))],
        mistakes={kind: id_of(choices, pieces[kind]) for kind in kinds},
    )


def _piece(rng: Random, kind: str, name: str, most: int, since: date) -> str:
    """One line: name with its extension, date, weight."""
    kilo = f"{texts.number(rng.randrange(210, 790, 10))} ko"
    mega = f"{texts.number(rng.randint(11, 19) / 10)} Mo"
    weight = {
        "heavy_kilo": f"{texts.number(most * 1000 + rng.randrange(300, 800, 50))} ko",
        "heavy_mega": f"{texts.number(most + rng.randint(2, 8) / 10)} Mo",
        "limit_size": rng.choice((f"{most} Mo", f"{texts.number(most * 1000 - 50)} ko")),
        "many_kilo": f"{rng.randint(941, 989)} ko",
    }.get(kind, rng.choice((kilo, mega)))
    extension = rng.choice(("pdf", "jpg"))
    if kind == "wrong_format":
        extension = rng.choice(("docx", "odt", "png", "heic"))
    return f"{name}.{extension} — {texts.short_day(_day(rng, kind, since))} — {weight}"


def _day(rng: Random, kind: str, since: date) -> date:
    if kind == "limit_date":
        return since
    if kind == "too_old":
        return since - timedelta(days=rng.randint(6, 30))
    later = since + timedelta(days=rng.randint(2, 25))
    return later.replace(year=later.year - 1) if kind == "other_year" else later

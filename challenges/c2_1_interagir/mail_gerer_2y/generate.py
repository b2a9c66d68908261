from random import Random

from challenges.toolkit import domains, people, places, texts
from challenges.toolkit.draws import demand, pick
from challenges.toolkit.people import Person, plain
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Blank, Blanks, Text
from webapp.domain.variant import Variant

# Words of a code: no accent, so that an editor and a mail program show the same letters.
_WORDS = (
    *("tournesol", "boussole", "calanque", "mandarine", "girafe", "falaise", "lanterne"),
    *("papillon", "trompette", "myrtille", "caravane", "pivoine", "dauphin", "cerisier"),
)
# What it is about: subject, the word that stands out in it, name of the file.
_ABOUT = (
    ("Stage de voile", "voile", "programme"),
    ("Atelier de robotique", "robotique", "fiche"),
    ("Tournoi de badminton", "badminton", "reglement"),
    ("Sortie au moulin", "moulin", "itineraire"),
    ("Concours de nouvelles", "nouvelles", "dossier"),
    ("Visite du barrage", "barrage", "plan"),
    ("Chantier de jeunes", "chantier", "formulaire"),
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun")


def generate(rng: Random) -> Variant:
    """A message whose text names another version of the file, and repeats an old word below."""
    reader, writer = people.people(rng, 2)
    subject, subject_word, stem = rng.choice(_ABOUT)
    word, old_word = pick(rng, _WORDS, 2)
    town = places.town(rng)
    demand("-" not in town)
    number, later = rng.randint(3, 8), rng.random() < 0.5
    file, old_file = (
        f"{stem}-{plain(town)}-v{each}.pdf" for each in (number, number + (1 if later else -1))
    )
    eml = f"message-{rng.randint(1001, 9898)}.eml"
    said = f"La version suivante, {old_file}," if later else f"N’ouvre plus {old_file},"
    lines = [said, "viendra plus tard." if later else "cette version est périmée."]
    body = _body(reader.first, writer.full, (word, old_word), lines)
    headers = _headers(rng, reader, writer, subject)
    params = {"first": reader.first, "file": file, "old_file": old_file, "eml": eml}
    params |= {"word": word, "old_word": old_word, "subject_word": subject_word}
    return Variant(
        params=params,
        response=Blanks(
            (
                Blank("file", "Nom de la pièce jointe", Text(hint="Nom complet", reading="exact")),
                Blank("word", "Mot de confirmation", Text(hint="Un seul mot")),
            )
        ),
        accepted=[{"file": [file, f'"{file}"', file.removesuffix(".pdf")], "word": [word]}],
        material=Files((_recipe(eml, headers, body, file, f"{subject}, {town}"),)),
        mistakes={
            "file_in_text": {"file": old_file},
            "message_itself": {"file": eml},
            "old_word": {"word": old_word},
            "subject_word": {"word": subject_word},
        },
    )


def _body(reader: str, writer: str, words: tuple[str, str], lines: list[str]) -> str:
    """Short lines, so that none is cut when the file is read in an editor."""
    new, old = words
    return "\n".join(
        [
            f"Bonjour {reader},",
            "",
            "Ton inscription est presque finie.",
            "Le mot de confirmation a changé. C’est maintenant :",
            "",
            new,
            "",
            "Tout est dans la pièce jointe.",
            *lines,
            "",
            writer,
            "",
            "Il y a deux semaines, le club écrivait :",
            "> Bonjour,",
            "> Voici le mot de confirmation à donner :",
            f"> {old}",
            "> Merci de le garder pour toi.",
            "",
        ]
    )


def _headers(rng: Random, reader: Person, writer: Person, subject: str) -> list[list[str]]:
    club = domains.club(rng, places.town(rng))
    day = texts.school_day(rng, weeks=11)  # winter time
    hour = f"{rng.randint(8, 18):02d}:{rng.randint(10, 58)}:{rng.randint(10, 58)} +0100"
    dated = f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year} {hour}"
    return [
        ["From", f"{writer.full} <{club.address('contact')}>"],
        ["To", f"{reader.full} <{domains.mailbox(rng, reader)}>"],
        ["Subject", f"Re: {subject}"],
        ["Date", dated],
        ["Message-ID", f"<{rng.randint(10001, 98989)}@{club.domain}>"],
    ]


def _recipe(eml: str, headers: list[list[str]], body: str, file: str, title: str) -> Recipe:
    page = [{"heading": title}, {"text": "Les détails seront donnés sur place."}]
    lines = [f"{name}: {value}" for name, value in headers]
    attached = {"name": file, "builder": "pdf", "arguments": {"pages": [page]}}
    return Recipe(
        name=eml,
        builder="eml",
        arguments={"headers": headers, "text": body, "attachments": [attached]},
        description="Message gardé, avec sa pièce jointe",
        alternative="\n".join([*lines, "", body, f"[Pièce jointe] {file}"]),
    )

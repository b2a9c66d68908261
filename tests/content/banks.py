"""A bank of one challenge, sound unless a test spoils one of its files."""

from collections.abc import Mapping
from pathlib import Path

from webapp.content import checking
from webapp.content.problems import Problem

FRAMEWORK = """
[[area]]
number = 1
name = "Informations et données"

[[area.competence]]
id = "1.2"
name = "Gérer des données"
slug = "gerer-des-donnees"
code = "CN_INF_GER"
folder = "c1_2_gerer"
"""
TOPICS = """
[[topic]]
id = "tailles"
title = "Comparer des tailles"
teacher_title = "Tailles de fichiers"
description = "Lire et comparer des tailles."

[[topic.skill]]
id = "tailles-3"
level = 3
statement = "Additionner des tailles"
"""
BLUEPRINT = """
[challenges]
tailles-3x = "qroc"
tailles-3y = "qcu"

[tutorials]
tailles-t1 = { kind = "sheet", minutes = 4, title = "Octets" }
"""
JOURNEY = """
title = "Essai"
kind = "theme"
public = "Tous"
minutes = 15
questions = 8
description = "Un essai."

[max_levels]
tailles = 4
"""
TUTORIAL = """+++
topic = "tailles"
title = "Octet, ko, Mo : combien ?"
kind = "sheet"
minutes = 4
levels = [1, 2, 3]
teaches = "Comparer des tailles."
sources = ["Wikipédia"]
check = ["tailles-3x"]
+++
## Trois unités

Un ko, c’est **mille** octets : retiens-le !
"""
DECLARED = """
skill = "tailles-3"
response = "number"
title = "Le dossier partagé"
seconds = 60
phone = true
tutorials = ["tailles-t1"]
accessible = "Tout est du texte."
"""
PROMPT = """# Situation

{{ first }} ajoute un fichier de {{ one }} Mo et un autre de {{ two }} Mo au dossier.

# Consigne

Quelle place prennent-ils ensemble ?
"""
EXPLAIN = """# difference

Tu as soustrait : on demandait la place des deux fichiers **ensemble**.

# Idée

Deux tailles dans la même unité s’additionnent comme deux nombres.

# Indice

Les deux fichiers sont gardés.
"""
GENERATE = '''from random import Random

from challenges.toolkit import people
from webapp.domain.responses import Number
from webapp.domain.variant import Variant


def generate(rng: Random) -> Variant:
    """Two sizes to add."""
    one, two = rng.randint(20, 90), rng.randint(2, 19)
    return Variant(
        params={"first": people.person(rng).first, "one": one, "two": two},
        response=Number(label="Place", unit="Mo"),
        accepted=[one + two],
        mistakes={"difference": one - two},
    )
'''
CASES = """
[[case]]
seed = 0
fields = { answer = "60" }
verdict = "right"

[[case]]
seed = 0
fields = { answer = "54" }
verdict = "wrong"
mistake = "difference"

[[case]]
seed = 0
fields = { answer = "beaucoup" }
verdict = "unreadable"
"""
FOLDER = "c1_2_gerer/tailles_3x"
FILES = {
    "framework.toml": FRAMEWORK,
    "blueprint.toml": BLUEPRINT,
    "sources.toml": '"Wikipédia" = "fr.wikipedia.org"\n',
    "trademarks.txt": "# list\nZorglub\n",
    "journeys/essai.toml": JOURNEY,
    "c1_2_gerer/topics.toml": TOPICS,
    "c1_2_gerer/tutorials/tailles-t1.md": TUTORIAL,
    f"{FOLDER}/__init__.py": "",
    f"{FOLDER}/challenge.toml": DECLARED,
    f"{FOLDER}/prompt.md": PROMPT,
    f"{FOLDER}/explain.md": EXPLAIN,
    f"{FOLDER}/generate.py": GENERATE,
    f"{FOLDER}/cases.toml": CASES,
}


def bank(root: Path, spoilt: Mapping[str, tuple[str, str]] | None = None) -> Path:
    """Writes the bank; `spoilt` replaces, in a file of the challenge, one text by another."""
    changes = {f"{FOLDER}/{name}": change for name, change in (spoilt or {}).items()}
    for name, text in FILES.items():
        before, after = changes.pop(name, ("", ""))
        assert before in text, f"{before!r} is not in {name}"
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(before, after) if before else text, "utf-8")
    assert not changes, f"no such file: {changes}"
    return root


def rewritten(root: Path, name: str, before: str, after: str) -> None:
    """Replaces a text by another in any file of the bank."""
    path = root / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def faults(root: Path, spoilt: Mapping[str, tuple[str, str]], draws: int = 12) -> list[Problem]:
    """What the check says of the bank, spoilt so."""
    return list(checking.check(bank(root, spoilt), draws=draws).problems)

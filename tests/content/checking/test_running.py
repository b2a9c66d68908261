"""`content check` finds each kind of fault, with its file and line, and nothing in a sound bank."""

from pathlib import Path

import pytest

from tests.content.banks import FOLDER, bank, faults, rewritten
from webapp.content import checking
from webapp.content.checking import variety


def test_a_sound_bank_has_no_problem(tmp_path: Path) -> None:
    report = checking.check(bank(tmp_path), draws=30)
    assert report.problems == ()
    assert report.checked == 1


@pytest.mark.parametrize(
    ("name", "before", "after", "where", "says"),
    [
        # schema and plan
        ("challenge.toml", '"number"', '"text"', "challenge.toml:3", "réponse « number »"),
        ("challenge.toml", "= true", "= true\noptions = 4", "challenge.toml:7", "proposition"),
        ("challenge.toml", "-t1", "-t9", "challenge.toml:7", "n’est pas un tutoriel"),
        ("challenge.toml", "= true", '= true\nmaterial = "files"', "challenge.toml:7", "support"),
        # exactly one right answer, mistakes that are mistakes
        ("generate.py", "[one + two]", "[]", "generate.py:8", "aucune réponse acceptée"),
        ("generate.py", "one - two}", "one + two}", "generate.py:8", "comptée"),
        ("generate.py", '"difference": one - two', "", "generate.py:8", "aucune erreur"),
        ("generate.py", "[one + two]", '["x"]', "generate.py:8", "ne se lit pas"),
        ("generate.py", '"one": one', '"one": one, "loop": 1', "generate.py:8", "« loop »"),
        # sentences
        ("generate.py", "two}", 'two, "swapped": 1}', "explain.md:1", "n’a pas sa phrase"),
        ("explain.md", "# difference", "# other", "explain.md:1", "n’a pas sa phrase"),
        ("explain.md", "# Indice", "# Astuce", "explain.md:1", "« # Indice »"),
        ("explain.md", "Tu as soustrait", "mot " * 60, "explain.md:1", "60"),
        ("prompt.md", "Quelle place", "Quelle place " * 12, "prompt.md:5", "120 au plus"),
        ("prompt.md", "ensemble ?", "ensemble ? Calcule.", "prompt.md:5", "une phrase"),
        ("prompt.md", "# Consigne", "# Question", "prompt.md:1", "# Consigne"),
        ("prompt.md", "un fichier", "mot " * 90, "prompt.md:1", "au plus"),
        # variety
        ("generate.py", "rng.randint(20, 90), rng.randint(2, 19)", "rng.choice([30, 31]), 4",
         "generate.py:8", "la même réponse"),
        ("prompt.md", "ajoute", "{% if two > 9 %}" + "et ainsi " * 20 + "{% endif %}ajoute",
         "generate.py:8", "mots à lire"),
        # cases
        ("cases.toml", '"54"', '"55"', "cases.toml:7", "cas 2"),
        ("cases.toml", 'mistake = "difference"', "", "cases.toml:7", "cas 2"),
        ("cases.toml", '"right"', '"perfect"', "cases.toml:5", "verdict"),
        ("cases.toml", '"unreadable"', '"right"', "cases.toml:1", "« unreadable »"),
        # French, fiction
        ("prompt.md", "Quelle place", "Qu'elle place", "prompt.md:7", "apostrophe"),
        ("prompt.md", "ensemble ?", "ensemble?", "prompt.md:7", "espace avant"),
        ("explain.md", "soustrait :", "soustrait:", "explain.md:3", "espace avant :"),
        ("explain.md", "Les deux", "Le coeur des deux", "explain.md:11", "œ"),
        ("prompt.md", "un fichier", "un fichier Zorglub", "prompt.md:3", "Zorglub"),
        ("prompt.md", "au dossier", "sur partage.com", "prompt.md:3", "partage.com"),
        ("generate.py", '"one": one', '"one": "8.8.4.4"', "generate.py", "adresse IP"),
    ],
)  # fmt: skip
def test_a_fault_is_found_where_it_is(
    tmp_path: Path, name: str, before: str, after: str, where: str, says: str
) -> None:
    problems = faults(tmp_path, {name: (before, after)})
    assert any(says in p.message and where in f"{p.path}:{p.line}" for p in problems), problems


def test_a_challenge_that_cannot_be_drawn_says_why_once(tmp_path: Path) -> None:
    [problem] = faults(tmp_path, {"prompt.md": ("{{ one }}", "{{ three }}")})
    assert (problem.path.name, problem.line) == ("prompt.md", 3)


def test_a_list_of_trade_marks_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    (bank(tmp_path) / "trademarks.txt").unlink()
    [problem] = checking.check(tmp_path, only="tailles-3x").problems
    assert (problem.path.name, problem.message) == ("trademarks.txt", "ce fichier manque")


def test_an_answer_that_shows_is_faults(tmp_path: Path) -> None:
    asking = ('response=Number(label="Place", unit="Mo"),', "response=Text(label=first),")
    bank(tmp_path, {"generate.py": asking, "challenge.toml": ('"number"', '"text"')})
    rewritten(tmp_path, f"{FOLDER}/generate.py", "import Number", "import Text")
    rewritten(tmp_path, f"{FOLDER}/generate.py", "[one + two]", "[first]")
    rewritten(tmp_path, f"{FOLDER}/generate.py", "one - two", '"autrement"')
    rewritten(tmp_path, f"{FOLDER}/generate.py", "people.person(rng).first", "first")
    drawing = "    first = people.person(rng).first + 'ette'\n    return Variant("
    rewritten(tmp_path, f"{FOLDER}/generate.py", "    return Variant(", drawing)
    messages = [problem.message for problem in checking.check(tmp_path, draws=3).problems]
    assert any("la réponse se lit" in message for message in messages), messages


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ('check = ["tailles-3x"]', 'check = ["zut-1x"]', 9, "défi du plan"),
        ('check = ["tailles-3x"]', 'check = ["tailles-3y"]', 9, "pas encore écrit"),
        ('check = ["tailles-3x"]', "check = []", 9, "il en faut 1"),
        ("retiens-le !", "retiens-le!", 13, "espace avant"),
        ("retiens-le !", "demande à Zorglub !", 13, "Zorglub"),
        ("retiens-le !", "va sur truc.com !", 13, "truc.com"),
        ("## Trois", "mot " * 800 + "\n\n## Trois", 5, "720 au plus"),
    ],
)
def test_a_fault_of_a_tutorial_is_found_where_it_is(
    tmp_path: Path, before: str, after: str, line: int, says: str
) -> None:
    rewritten(bank(tmp_path), "c1_2_gerer/tutorials/tailles-t1.md", before, after)
    [problem] = checking.check(tmp_path, draws=2).problems
    assert (problem.path.name, problem.line) == ("tailles-t1.md", line)
    assert says in problem.message


def test_a_fault_of_every_draw_is_said_once(tmp_path: Path) -> None:
    [problem] = faults(tmp_path, {"generate.py": ("[one + two]", "[]")})
    assert problem.message == "tirage 0 et 11 autre(s) : aucune réponse acceptée"


def test_one_challenge_may_be_checked_alone(tmp_path: Path) -> None:
    assert checking.check(bank(tmp_path), draws=2, only="tailles-3x").checked == 1
    with pytest.raises(KeyError):
        checking.check(tmp_path, only="zut-1x")


def test_repeated_answers_are_counted_by_pairs() -> None:
    assert variety.repeated(["a", "b", "c", "d"]) == 0
    assert variety.repeated(["a", "a", "b", "b"]) == pytest.approx(1 / 3)
    assert variety.repeated(["a"] * 5) == 1


def test_a_mistake_that_few_draws_have_is_known_from_the_first(tmp_path: Path) -> None:
    rare = '"difference": one - two, **({"rare": 1} if one > 80 else {})'
    spoilt = {
        "generate.py": ('"difference": one - two', rare),
        "explain.md": ("# Idée", "# rare\n\nTu as compté les fichiers.\n\n# Idée"),
    }
    assert faults(tmp_path, spoilt, draws=1) == []

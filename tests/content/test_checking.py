"""`content check` finds each kind of fault, with its file and line, and nothing in a sound bank."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.content.banks import FOLDER, bank, rewritten
from webapp.cli.content import group
from webapp.content import casework, checking, loader
from webapp.content.checking import coverage, fiction, french, tags, variety
from webapp.content.checking.blueprint import blueprint
from webapp.content.problems import Problem
from webapp.content.templates import Texts
from webapp.domain.responses import Option, Ordering, Text
from webapp.domain.variant import Variant


def found(root: Path, spoilt: dict[str, tuple[str, str]], draws: int = 12) -> list[Problem]:
    return list(checking.check(bank(root, spoilt), draws=draws).problems)


def ordering(*texts: str) -> Variant:
    items = tuple(Option(f"i{n}", text) for n, text in enumerate(texts))
    return Variant(params={}, response=Ordering(items), accepted=[[each.id for each in items]])


def test_a_sound_bank_has_no_problem(tmp_path: Path) -> None:
    report = checking.check(bank(tmp_path), draws=30)
    assert report.problems == ()
    assert report.checked == 1


def test_what_is_left_to_write_is_counted_by_competence_level_and_format(tmp_path: Path) -> None:
    cover = checking.check(bank(tmp_path), draws=2).coverage
    assert cover.competences == {"1.2": (1, 2)}
    assert cover.levels == {"3": (1, 2)}
    assert cover.formats == {"qcu": (0, 1), "qroc": (1, 1)}
    assert cover.journeys == {"essai": (1, 1)}
    assert cover.left == ("tailles-3y",)


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
    problems = found(tmp_path, {name: (before, after)})
    assert any(says in p.message and where in f"{p.path}:{p.line}" for p in problems), problems


def test_every_fault_of_every_file_of_a_challenge_is_told_at_once(tmp_path: Path) -> None:
    spoilt = {
        "challenge.toml": ("phone = true", "colour = 3"),
        "prompt.md": ("# Consigne\n", "{% if one %}\n\n# Consigne\n\n<b>{{ }}</b>\n"),
        "explain.md": ("# Indice", "# Idée"),
        "generate.py": ("from random", "import os\nfrom random"),
        "cases.toml": ('"wrong"', '"faux"'),
    }
    problems = checking.check(bank(tmp_path, spoilt), only="tailles-3x").problems
    assert [(problem.path.name, problem.line) for problem in problems] == [
        ("cases.toml", 10),
        ("challenge.toml", 1),
        ("challenge.toml", 6),
        ("explain.md", 9),
        ("generate.py", 1),
        ("prompt.md", 5),
        ("prompt.md", 9),
        ("prompt.md", 9),
    ]


def test_faults_of_the_cases_and_of_both_texts_are_told_when_nothing_can_be_drawn(
    tmp_path: Path,
) -> None:
    spoilt = {
        "prompt.md": ("{{ one }}", "{{ three }}"),
        "explain.md": ("Deux tailles", "{{ four }} tailles"),
        "cases.toml": ('"wrong"', '"faux"'),
    }
    assert [(problem.path.name, problem.line) for problem in found(tmp_path, spoilt)] == [
        ("cases.toml", 10),
        ("explain.md", 7),
        ("prompt.md", 3),
    ]


def test_faults_of_both_parts_of_a_text_are_told(tmp_path: Path) -> None:
    spoilt = {"explain.md": ("ensemble**.", "ensemble**{{ five }}.")}
    rewritten(bank(tmp_path, spoilt), f"{FOLDER}/explain.md", "Deux tailles", "{{ six }} tailles")
    assert [problem.line for problem in checking.check(tmp_path).problems] == [3, 7]


@pytest.mark.parametrize("only", [None, "tailles-3x"])
def test_files_that_are_missing_hide_no_fault_of_the_others(
    tmp_path: Path, only: str | None
) -> None:
    bank(tmp_path, {"generate.py": ("from random", "import os\nfrom random")})
    for name in ("challenge.toml", "cases.toml", "__init__.py"):
        (tmp_path / FOLDER / name).unlink()
    problems = checking.check(tmp_path, only=only).problems
    assert {problem.path.name for problem in problems} == {
        "__init__.py",
        "cases.toml",
        "challenge.toml",
        "generate.py",
    }


@pytest.mark.parametrize("line", ["def (", "f(a=1, a=2)"])
def test_a_generator_that_is_not_python_is_a_fault_with_its_line(tmp_path: Path, line: str) -> None:
    [problem] = found(tmp_path, {"generate.py": ("\n\ndef gen", f"\n{line}\ndef gen")})
    assert (problem.path.name, problem.line) == ("generate.py", 7)
    assert problem.message.startswith("Python illisible : ")


def test_a_skill_of_elsewhere_hides_no_fault_of_the_other_files(tmp_path: Path) -> None:
    spoilt = {"challenge.toml": ("tailles-3", "zut-3"), "cases.toml": ('"wrong"', '"faux"')}
    names = {problem.path.name for problem in found(tmp_path, spoilt)}
    assert names == {"challenge.toml", "cases.toml"}


def test_a_challenge_that_cannot_be_drawn_says_why_once(tmp_path: Path) -> None:
    [problem] = found(tmp_path, {"prompt.md": ("{{ one }}", "{{ three }}")})
    assert (problem.path.name, problem.line) == ("prompt.md", 3)


@pytest.mark.parametrize("stop", ["raise SystemExit(3)", "raise GeneratorExit", "exit()"])
@pytest.mark.parametrize("before", ["from random import Random\n", "    return Variant("])
def test_a_generator_that_stops_the_program_is_a_fault_of_its_file(
    tmp_path: Path, before: str, stop: str
) -> None:
    indent = " " * (len(before) - len(before.lstrip()))
    spoilt = {"generate.py": (before, f"{indent}{stop}\n{before}")}
    [problem] = found(tmp_path, spoilt)
    assert (problem.path.name, problem.line) == ("generate.py", 11 if indent else 1)
    assert problem.message.startswith("ce fichier arrête le programme (")


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("def generate(", "def draw(", 1, "il manque la fonction generate(rng)"),
        ("return Variant(", "return dict(", 8, "generate(rng) rend « dict »"),
        ("return Variant(", "return None\n    Variant(", 8, "generate(rng) rend « NoneType »"),
        ('"one": one', '"one": {1j}', 8, "la variante ne s’écrit pas en JSON (TypeError"),
    ],
)
def test_what_a_generator_gives_is_a_variant_or_its_fault(
    tmp_path: Path, before: str, after: str, line: int, says: str
) -> None:
    [problem] = found(tmp_path, {"generate.py": (before, after)})
    assert (problem.path.name, problem.line) == ("generate.py", line)
    assert says in problem.message


def test_a_variant_of_the_declaration_that_cannot_be_read_is_its_fault(tmp_path: Path) -> None:
    written = 'variant = { params = {}, response = { kind = "Guess" }, accepted = [1] }'
    [problem] = found(tmp_path, {"challenge.toml": ("seconds = 60", f"seconds = 60\n{written}")})
    assert (problem.path.name, problem.line) == ("challenge.toml", 6)
    assert "variant : ne se lit pas" in problem.message


def test_a_list_of_trade_marks_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    (bank(tmp_path) / "trademarks.txt").unlink()
    [problem] = checking.check(tmp_path, only="tailles-3x").problems
    assert (problem.path.name, problem.message) == ("trademarks.txt", "ce fichier manque")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("import os", "« os »"),
        ("from os import path", "« os »"),
        ("import random, subprocess", "« subprocess »"),
        ("from urllib.request import urlopen", "« urllib.request »"),
        ("from webapp.models import Learner", "« webapp.models »"),
        ("import webapp.domainless", "« webapp.domainless »"),
        ("import flask", "« flask »"),
        ("from . import other", "relatif"),
        ("from random import random\nrandom.random()", "« random.random() »"),
        ("open('list.txt')", "« open() »"),
        ("def late() -> None:\n    import socket", "« socket »"),
    ],
)
def test_what_a_generator_may_not_import_or_call_is_a_fault_and_never_runs(
    tmp_path: Path, line: str, says: str
) -> None:
    trap = f"raise AssertionError('it ran')\n{line}\n"
    [problem] = found(tmp_path, {"generate.py": ("from random import Random\n", trap)})
    assert (problem.path.name, problem.line) == ("generate.py", 2 + line.count("\n"))
    assert says in problem.message


def test_every_import_that_a_generator_may_not_do_is_told(tmp_path: Path) -> None:
    spoilt = {"generate.py": ("from random", "import os\nimport time\nfrom random")}
    assert [problem.line for problem in found(tmp_path, spoilt)] == [1, 2]


def test_whoever_stops_the_command_stops_it(tmp_path: Path) -> None:
    variant = "    return Variant("
    spoilt = {"generate.py": (variant, f"    raise KeyboardInterrupt\n{variant}")}
    with pytest.raises(KeyboardInterrupt):
        found(tmp_path, spoilt)


@pytest.mark.parametrize(
    ("text", "line", "tag"),
    [
        ("C’est <b>gras</b>.", 3, "<b>"),
        ("Un.\n\nDeux,\ntrois<br>quatre.", 6, "<br>"),
        ("Un.\n\n<div class='x'>\ndeux\n</div>", 5, "<div class='x'>"),
        ("`<i>` et\n<EM>deux</EM>", 4, "<EM>"),
        ("- un\n- <u>deux</u>", 4, "<u>"),
        ("| a | b |\n|---|---|\n| 1 | <br/> |", 5, "<br/>"),
        ("Un <!-- à revoir -->", 3, "<!-- à revoir -->"),
        ("{% if one <b and two> 3 %}{% endif %}un <b>", 3, "<b>"),
        ("> {{ one }}</p>", 3, "</p>"),
    ],
)
def test_html_in_a_text_is_a_fault_since_students_would_read_it(
    tmp_path: Path, text: str, line: int, tag: str
) -> None:
    rewritten(
        bank(tmp_path), f"{FOLDER}/explain.md", "Tu as soustrait", f"{text}\n\nTu as soustrait"
    )
    said = [
        problem for problem in checking.check(tmp_path).problems if "Markdown" in problem.message
    ]
    assert [(problem.path.name, problem.line) for problem in said] == [("explain.md", line)]
    assert said[0].message.startswith(f"« {tag} » ")


@pytest.mark.parametrize(
    "text",
    [
        "a < b, <3, x<y et z>t, 3<b",
        "`<b>gras</b>` et ``<br>``",
        "```html\n<p>un</p>\n\n<br>\n```",
        "    <b>un</b>",
        "<https://a.example> ou <nom>@ecole.example",
        "{% if one <b %}{% endif %}{# <b> #}{{ '<b>' }}",
        "\\<b>",
    ],
)
def test_what_only_looks_like_html_is_a_text_like_any_other(tmp_path: Path, text: str) -> None:
    path = tmp_path / "prompt.md"
    path.write_text(f"# Situation\n\n{text}\n", "utf-8")
    assert list(tags.problems(Texts.of(path))) == []


def test_html_in_a_tutorial_is_a_fault(tmp_path: Path) -> None:
    tutorial = "c1_2_gerer/tutorials/tailles-t1.md"
    rewritten(bank(tmp_path), tutorial, "**mille**", "<b>mille</b>")
    [problem] = checking.check(tmp_path, draws=2).problems
    assert (problem.path.name, problem.line) == ("tailles-t1.md", 13)


def test_an_answer_that_shows_is_found(tmp_path: Path) -> None:
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
    [problem] = found(tmp_path, {"generate.py": ("[one + two]", "[]")})
    assert problem.message == "tirage 0 et 11 autre(s) : aucune réponse acceptée"


def test_one_challenge_may_be_checked_alone(tmp_path: Path) -> None:
    assert checking.check(bank(tmp_path), draws=2, only="tailles-3x").checked == 1
    with pytest.raises(KeyError):
        checking.check(tmp_path, only="zut-1x")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Il dit \"oui\".", "guillemets droits"),
        ("Attends...", "trois points"),
        ("oui,non", "virgule"),
        ("«oui»", "intérieures"),
        ("A partir de lundi", "À"),
        ("20% de rabais", "espace entre"),
        ("fin .", "avant une virgule ou un point"),
        ("l’ordinateur de Anouk", "élision"),
        ("ce que Inès demande", "élision"),
    ],
)  # fmt: skip
def test_french_refuses(text: str, message: str) -> None:
    assert any(message in rule for rule, _ in french.faults(text))


@pytest.mark.parametrize(
    "text",
    [
        "Qu’est-ce ? « Oui » : c’est fini ; bravo !",
        "À 10:42, l’adresse a.example/b?c=d vaut 3,4 Mo.",
        "Range-les : le plus léger d’abord (ou pas !).",
        "Le 06 39 98 12 34, c’est lui.",
        "Celui de Yanis, celui d’Anouk, de A à Z, du IV au Ve : ce que À et Cc disent.",
    ],
)
def test_french_accepts(text: str) -> None:
    assert list(french.faults(text)) == []


@pytest.mark.parametrize("text", ["a@b.fr", "https://www.ville.com/x", "8.8.8.8", "06 12 34 56 78"])
def test_what_could_belong_to_somebody_is_found(text: str) -> None:
    assert len(list(fiction.strays(f"voir {text} ici"))) == 1


def test_what_is_fictional_or_declared_is_let_through() -> None:
    text = "a@b.example, c.test, 192.0.2.7, 192.168.1.1, 06 39 98 12 34, texte.odt, impots.gouv.fr"
    assert list(fiction.strays(text, ["gouv.fr"])) == []
    assert list(fiction.strays("faux-gouv.fr", ["gouv.fr"]))


def test_repeated_answers_are_counted_by_pairs() -> None:
    assert variety.repeated(["a", "b", "c", "d"]) == 0
    assert variety.repeated(["a", "a", "b", "b"]) == pytest.approx(1 / 3)
    assert variety.repeated(["a"] * 5) == 1


def test_the_command_prints_one_json_document_and_fails_when_there_are_problems() -> None:
    result = CliRunner().invoke(group, ["check", "--only", "formats-2x", "--draws", "5", "--json"])
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert document["problems"] == []
    assert document["formats"]["ordre"][1] == 22
    assert sum(planned for _, planned in document["levels"].values()) == 579


def test_the_command_refuses_an_unknown_challenge() -> None:
    result = CliRunner().invoke(group, ["check", "--only", "zut-1x"])
    assert result.exit_code == 2


def test_a_mistake_that_few_draws_have_is_known_from_the_first(tmp_path: Path) -> None:
    rare = '"difference": one - two, **({"rare": 1} if one > 80 else {})'
    spoilt = {
        "generate.py": ('"difference": one - two', rare),
        "explain.md": ("# Idée", "# rare\n\nTu as compté les fichiers.\n\n# Idée"),
    }
    assert found(tmp_path, spoilt, draws=1) == []


def test_a_case_that_names_an_option_of_another_draw_says_which() -> None:
    examined = casework.strangers({"order": ["dossier", "2 ko"]}, ordering("2 ko", "3 ko", "4 ko"))
    assert examined == ["dossier"]


def test_what_is_typed_is_never_an_option_of_another_draw() -> None:
    variant = Variant(params={}, response=Text(), accepted=["tarte"])
    assert casework.strangers({"answer": "crêpe"}, variant) == []


def test_what_is_left_to_write_is_listed_with_its_format_and_its_skill(tmp_path: Path) -> None:
    catalog, _ = loader.read(bank(tmp_path))
    plan = blueprint(tmp_path)
    assert list(coverage.listed(catalog, plan)) == ["tailles-3y  qcu  Additionner des tailles"]
    assert list(coverage.listed(catalog, plan, within="1.2"))
    assert list(coverage.listed(catalog, plan, within="tailles"))
    assert list(coverage.listed(catalog, plan, within="formats")) == []


def test_what_is_left_is_asked_of_a_topic_that_exists() -> None:
    assert CliRunner().invoke(group, ["left", "diag"]).exit_code == 0
    assert CliRunner().invoke(group, ["left", "zut"]).exit_code == 2


@pytest.mark.parametrize("wrong", [False, True])
def test_solve_gives_the_fields_to_post(wrong: bool) -> None:
    arguments = ["solve", "formats-2x", "--seed", "3", "--json", *(["--wrong"] if wrong else [])]
    document = json.loads(CliRunner().invoke(group, arguments).stdout)
    assert document["actions"] == []
    assert len(document["fields"]["order"]) == 5


def test_solve_writes_a_case_in_words() -> None:
    arguments = ["solve", "formats-2x", "--seed", "2", "--mistake", "numbers_only", "--case"]
    written = CliRunner().invoke(group, arguments).stdout
    assert written.startswith("[[case]]\nseed = 2\n")
    assert "octets" in written
    assert written.endswith('mistake = "numbers_only"\n\n')


def test_show_reads_like_the_page_and_then_tells_all() -> None:
    text = CliRunner().invoke(group, ["show", "formats-1x", "--seed", "3"]).stdout
    assert text.startswith("# Associe chaque fichier")
    assert "=> " in text
    assert "Indice:" in text

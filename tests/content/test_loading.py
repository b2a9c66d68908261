"""The bank is read once; a faulty file is left out whole, with its file and line."""

from pathlib import Path

import pytest

from tests.bank import catalogue
from tests.content.banks import FOLDER, FRAMEWORK, bank, rewritten
from webapp import content
from webapp.content import loader
from webapp.content.problems import BadContent


def test_the_real_bank_holds_the_whole_framework() -> None:
    catalog = catalogue.catalog()
    assert len(catalog.areas) == 5
    assert len(catalog.competences) == 16
    assert len(catalog.topics) == 71
    assert len(catalog.skills) == 444
    assert {skill.level for skill in catalog.skills.values()} == set(range(1, 8))
    assert catalog.competences["5.2"].name == "Évoluer dans un environnement numérique"
    assert len({c.code for c in catalog.competences.values()}) == 16


def test_every_journey_of_the_plan_is_there_and_visits_known_topics() -> None:
    catalog = catalogue.catalog()
    assert len(catalog.journeys) == 29
    assert catalog.journeys["decouverte"].minutes == 15
    assert len(catalog.journeys["rentree-seconde"].max_levels) == 16
    areas = {
        catalog.topics[topic].competence.area.number
        for topic in catalog.journeys["decouverte"].max_levels
    }
    assert areas == {1, 2, 3, 4, 5}


def test_a_sound_bank_is_read_without_a_fault(tmp_path: Path) -> None:
    catalog, problems = loader.read(bank(tmp_path))
    assert problems == ()
    challenge = catalog.challenges["tailles-3x"]
    assert (challenge.format, challenge.skill.level, challenge.seconds) == ("number", 3, 60)
    assert catalog.journeys["essai"].max_levels == {"tailles": 4}


def test_a_catalogue_cannot_be_changed(tmp_path: Path) -> None:
    catalog, _ = loader.read(bank(tmp_path))
    with pytest.raises(TypeError):
        catalog.challenges["tailles-3x"] = catalog.challenges["tailles-3x"]  # type: ignore[index]


def test_the_version_of_a_challenge_and_the_digest_follow_its_files(tmp_path: Path) -> None:
    before, _ = loader.read(bank(tmp_path))
    rewritten(tmp_path, f"{FOLDER}/explain.md", "deux nombres", "des nombres")
    after, _ = loader.read(tmp_path)
    assert before.challenges["tailles-3x"].version != after.challenges["tailles-3x"].version
    assert before.digest != after.digest


def test_a_tutorial_is_read_with_its_sources(tmp_path: Path) -> None:
    catalog, _ = loader.read(bank(tmp_path))
    tutorial = catalog.tutorials["tailles-t1"]
    assert tutorial.title == "Octet, ko, Mo : combien ?"
    assert tutorial.html.startswith("<h2>Trois unités</h2>")
    assert "<strong>mille</strong>" in tutorial.html
    assert tutorial.sources[0].site == "fr.wikipedia.org"


@pytest.mark.parametrize(
    ("name", "before", "after", "line", "says"),
    [
        ("challenge.toml", "seconds = 60", "seconds = 6", 5, "seconds"),
        ("challenge.toml", "phone = true", "", 1, "phone"),
        ("challenge.toml", "phone = true", "phone = true\ncolour = 3", 7, "colour"),
        ("challenge.toml", '"number"', '"guess"', 3, "response"),
        ("challenge.toml", "tailles-3", "zut-3", 2, "zut-3"),
        ("challenge.toml", "seconds = 60", "seconds = ", 5, "TOML"),
    ],
)
def test_a_faulty_declaration_is_left_out_with_its_line(
    tmp_path: Path, name: str, before: str, after: str, line: int, says: str
) -> None:
    catalog, problems = loader.read(bank(tmp_path, {name: (before, after)}))
    assert "tailles-3x" not in catalog.challenges
    [problem] = problems
    assert (problem.path.name, problem.line) == (name, line)
    assert says in problem.message


@pytest.mark.parametrize(
    "name", ["challenge.toml", "prompt.md", "explain.md", "cases.toml", "generate.py"]
)
def test_a_missing_file_is_a_fault(tmp_path: Path, name: str) -> None:
    root = bank(tmp_path)
    (root / FOLDER / name).unlink()
    catalog, problems = loader.read(root)
    assert not catalog.challenges
    assert problems[0].path.name == name


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("challenge.toml", 4),
        ("prompt.md", 3),
        ("explain.md", 3),
        ("../tutorials/tailles-t1.md", 8),
        ("../../journeys/essai.toml", 7),
    ],
)
def test_a_file_in_another_encoding_is_a_fault_with_its_line(
    tmp_path: Path, name: str, line: int
) -> None:
    path = bank(tmp_path) / FOLDER / name
    lines = path.read_text("utf-8").split("\n")
    lines[line - 1] += "é"
    path.write_bytes("\n".join(lines).encode("cp1252", "ignore"))
    catalog, problems = loader.read(tmp_path)
    assert [problem.message for problem in problems] == ["ce fichier n’est pas en UTF-8"]
    assert (problems[0].path.name, problems[0].line) == (path.name, line)
    assert "tailles-3" in catalog.skills


def test_a_heading_that_comes_twice_is_a_fault(tmp_path: Path) -> None:
    faulty = bank(tmp_path, {"prompt.md": ("# Consigne", "# Situation")})
    [problem] = loader.read(faulty)[1]
    assert (problem.path.name, problem.line) == ("prompt.md", 5)
    assert "déjà" in problem.message


def test_the_mark_that_some_editors_put_first_is_not_read(tmp_path: Path) -> None:
    root = bank(tmp_path)
    for name in ("challenge.toml", "prompt.md", "explain.md", "cases.toml"):
        path = root / FOLDER / name
        path.write_text(path.read_text("utf-8"), "utf-8-sig")
    assert loader.read(root)[1] == ()


def test_what_an_old_draft_left_behind_is_not_a_challenge(tmp_path: Path) -> None:
    (bank(tmp_path) / "c1_2_gerer" / "tailles_7x" / "__pycache__").mkdir(parents=True)
    assert loader.read(tmp_path)[1] == ()


def test_a_school_keeps_its_server_when_a_challenge_is_faulty(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    catalog = content.load(bank(tmp_path, {"challenge.toml": ("seconds = 60", "seconds = 6")}))
    assert "tailles-3" in catalog.skills
    assert "challenge.toml:5" in caplog.text


def test_a_journey_through_an_unknown_topic_is_a_fault(tmp_path: Path) -> None:
    rewritten(bank(tmp_path), "journeys/essai.toml", "tailles = 4", "tailles = 4\nzut = 3")
    catalog, [problem] = loader.read(tmp_path)
    assert not catalog.journeys
    assert (problem.path.name, problem.line) == ("essai.toml", 11)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ('"Wikipédia"]', '"Ouï-dire"]', 8),
        ('topic = "tailles"', 'topic = "zut"', 2),
        ("## Trois unités", "# Trois unités", 11),
        ("minutes = 4", "minutes = 40", 5),
    ],
)
def test_a_faulty_tutorial_is_left_out_with_its_line(
    tmp_path: Path, before: str, after: str, line: int
) -> None:
    path = "c1_2_gerer/tutorials/tailles-t1.md"
    rewritten(bank(tmp_path), path, before, after)
    catalog, [problem] = loader.read(tmp_path)
    assert not catalog.tutorials
    assert (problem.path.name, problem.line) == ("tailles-t1.md", line)


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="4" height="3"/>{}</svg>'
)


def illustrated(root: Path, drawing: str, line: str = "![Deux tailles](tailles.svg)") -> Path:
    """The bank with a figure in its tutorial."""
    rewritten(bank(root), "c1_2_gerer/tutorials/tailles-t1.md", "Un ko,", f"{line}\n\nUn ko,")
    (root / "c1_2_gerer/tutorials/tailles.svg").write_text(drawing, "utf-8")
    return root


def test_a_figure_is_set_in_the_lesson_and_named_aloud(tmp_path: Path) -> None:
    drawing = SVG.format('<text x="1">a &lt; b</text>')
    catalog, problems = loader.read(illustrated(tmp_path, drawing))
    assert problems == ()
    lesson = catalog.tutorials["tailles-t1"].html
    assert '<svg role="img" aria-label="Deux tailles" viewBox="0 0 9 9">' in lesson
    assert '<rect width="4" height="3"></rect><text x="1">a &lt; b</text>' in lesson
    assert "<img" not in lesson


@pytest.mark.parametrize(
    ("drawing", "line", "says"),
    [
        (SVG.format("<script>1</script>"), "![a](tailles.svg)", "<script>"),
        (SVG.format('<g onclick="x"/>'), "![a](tailles.svg)", "onclick"),
        (SVG.format('<g style="x"/>'), "![a](tailles.svg)", "style"),
        ("<svg", "![a](tailles.svg)", "illisible"),
        (SVG.format(""), "![](tailles.svg)", "description"),
        (SVG.format(""), "![a](autre.svg)", "manque"),
        (SVG.format(""), "![a](https://a.example/b.svg)", "à côté"),
    ],
)
def test_a_figure_is_shapes_and_words_beside_its_lesson(
    tmp_path: Path, drawing: str, line: str, says: str
) -> None:
    catalog, [problem] = loader.read(illustrated(tmp_path, drawing, line))
    assert not catalog.tutorials
    assert says in problem.message


def test_a_faulty_framework_stops_everything(tmp_path: Path) -> None:
    rewritten(bank(tmp_path), "framework.toml", "number = 1", "number = 9")
    with pytest.raises(BadContent, match=r"framework\.toml:3"):
        content.load(tmp_path)


def test_every_fault_of_the_topics_is_told_at_once(tmp_path: Path) -> None:
    another = FRAMEWORK[FRAMEWORK.index("[[area.competence]]") :]
    another = another.replace("1.2", "1.3").replace("c1_2", "c1_3")
    rewritten(bank(tmp_path), "framework.toml", FRAMEWORK, FRAMEWORK + another)
    rewritten(tmp_path, "c1_2_gerer/topics.toml", "level = 3", "level = 9")
    with pytest.raises(BadContent) as refused:
        content.load(tmp_path)
    assert [problem.path.parent.name for problem in refused.value.problems] == [
        "c1_2_gerer",
        "c1_3_gerer",
    ]


@pytest.mark.parametrize("text", ["", "x", "x = 3"])
def test_a_school_keeps_its_server_without_the_sources_of_its_tutorials(
    tmp_path: Path, text: str
) -> None:
    path = bank(tmp_path) / "sources.toml"
    path.write_text(text, "utf-8")
    if not text:
        path.unlink()
    catalog, [problem] = loader.read(tmp_path)
    assert (problem.path.name, problem.line) == ("sources.toml", 1)
    assert list(catalog.challenges) == ["tailles-3x"]
    assert not catalog.tutorials


def test_loading_compiles_no_text_of_a_challenge() -> None:
    sources = content.load().sources.values()
    texts = [text for source in sources for text in (source.prompt, source.explain)]
    assert texts
    assert not any("_template" in text.__dict__ for text in texts)  # compiled when first drawn

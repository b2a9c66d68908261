"""A draw depends on its seed alone, and is stored as it was asked."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bank import catalogue
from tests.content.banks import bank
from webapp import content
from webapp.content import drawing, seeding
from webapp.content.problems import BadContent
from webapp.domain import challenge as challenges


def test_the_same_seed_asks_the_same_question(tmp_path: Path) -> None:
    catalog = content.load(bank(tmp_path))
    assert drawing.question(catalog, "tailles-3x", 5) == drawing.question(catalog, "tailles-3x", 5)
    assert drawing.draw(catalog, "tailles-3x", 5) != drawing.draw(catalog, "tailles-3x", 6)


def test_a_question_goes_to_json_and_back_unchanged() -> None:
    catalog = catalogue.catalog()
    for id in ("formats-1x", "formats-2x"):
        question = drawing.question(catalog, id, 3)
        assert challenges.from_json(challenges.to_json(question)) == question


def test_a_question_names_its_place_and_only_tutorials_that_exist(tmp_path: Path) -> None:
    toml = ('"tailles-t1"]', '"tailles-t1", "tailles-t2"]')
    catalog = content.load(bank(tmp_path, {"challenge.toml": toml}))
    question = drawing.question(catalog, "tailles-3x", 0)
    assert (question.skill_id, question.topic_id, question.competence_id, question.area) == (
        "tailles-3",
        "tailles",
        "1.2",
        1,
    )
    assert question.tutorials == ("tailles-t1",)
    assert question.statement.instruction == "Quelle place prennent-ils ensemble ?"
    assert set(question.explanation.mistakes) == {"difference"}


def test_what_two_challenges_draw_with_the_same_seed_is_unrelated() -> None:
    catalog = catalogue.catalog()
    firsts = [
        [drawing.draw(catalog, id, seed).params["first"] for seed in range(8)]
        for id in ("formats-1x", "formats-2x")
    ]
    assert firsts[0] != firsts[1]


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("one + two]", "one / 0]", 14, "ZeroDivisionError"),
        ("from webapp.domain.variant", "from webapp.domain.nowhere", 5, "ModuleNotFoundError"),
        ("    one, two =", "    raise Redraw\n    one, two =", 1, "NameError"),
        ("one + two]", "__import__('decimal').Decimal(1)]", 1, "decimal.Decimal"),
        ("one + two]", "__import__('datetime').date(2027, 1, 4)]", 1, "datetime.date"),
    ],
)
def test_what_a_generator_raises_is_said_with_its_line(
    tmp_path: Path, before: str, after: str, line: int, says: str
) -> None:
    catalog = content.load(bank(tmp_path, {"generate.py": (before, after)}))
    with pytest.raises(BadContent) as refused:
        drawing.draw(catalog, "tailles-3x", 0)
    [problem] = refused.value.problems
    assert says in problem.message
    assert problem.path.name == "generate.py"
    assert problem.line >= line


def test_a_rehearsal_readies_every_challenge_and_leaves_a_broken_one_for_later(
    tmp_path: Path,
) -> None:
    sound, broken = tmp_path / "sound", tmp_path / "broken"
    ready = content.load(bank(sound))
    assert "generate" not in vars(ready.sources["tailles-3x"])
    drawing.rehearse(ready)
    assert "generate" in vars(ready.sources["tailles-3x"])
    failing = content.load(bank(broken, {"generate.py": ("one + two]", "one / 0]")}))
    drawing.rehearse(failing)
    with pytest.raises(BadContent):
        drawing.question(failing, "tailles-3x", 0)


def test_a_generator_that_rejects_every_draw_is_a_fault(tmp_path: Path) -> None:
    docstring = '    """Two sizes to add."""\n'
    rejecting = f"{docstring}    from challenges.toolkit import draws\n    draws.demand(False)\n"
    catalog = content.load(bank(tmp_path, {"generate.py": (docstring, rejecting)}))
    with pytest.raises(BadContent, match="sont rejetés"):
        drawing.draw(catalog, "tailles-3x", 0)


def test_a_challenge_that_never_varies_needs_no_generator(tmp_path: Path) -> None:
    root = bank(tmp_path)
    folder = root / "c1_2_gerer" / "tailles_3x"
    (folder / "generate.py").unlink()
    (folder / "challenge.toml").write_text(
        (folder / "challenge.toml").read_text("utf-8")
        + '\n[variant]\nparams = { first = "Awa", one = 3, two = 4 }\naccepted = [7]\n'
        + 'mistakes = { difference = 1 }\n[variant.response]\nkind = "Number"\n',
        "utf-8",
    )
    question = drawing.question(content.load(root), "tailles-3x", 0)
    assert question.variant.accepted == [7]
    assert "Awa" in question.statement.situation


@given(st.binary(min_size=16), st.text(), st.text(), st.integers(0, 10**6))
def test_a_seed_is_a_small_positive_number(secret: bytes, who: str, what: str, n: int) -> None:
    seed = seeding.seed(secret, learner=who, challenge=what, attempt=n)
    assert 0 <= seed < 2**63
    assert seed == seeding.seed(secret, learner=who, challenge=what, attempt=n)


def test_neighbours_attempts_challenges_and_schools_get_different_seeds() -> None:
    base = {"learner": "a", "challenge": "b", "attempt": 1}
    changes = ({}, {"learner": "c"}, {"challenge": "c"}, {"attempt": 2})
    seeds = {seeding.seed(b"s" * 32, **{**base, **change}) for change in changes}
    seeds.add(seeding.seed(b"t" * 32, **base))
    assert len(seeds) == 5

"""Whatever is wrong in a TOML file is told in French, with the key and its line."""

from pathlib import Path

import pytest
from pydantic import BaseModel, Field, ValidationError

from tests.content.banks import CASES, DECLARED, FRAMEWORK, JOURNEY, TOPICS, TUTORIAL
from webapp.content import reading, wording
from webapp.content.checking.cases import CasesFile
from webapp.content.problems import BadContent
from webapp.content.schemas import (
    ChallengeFile,
    FrameworkFile,
    JourneyFile,
    TopicsFile,
    TutorialFront,
)

SCHEMAS: dict[str, type[BaseModel]] = {
    DECLARED: ChallengeFile,
    CASES: CasesFile,
    FRAMEWORK: FrameworkFile,
    JOURNEY: JourneyFile,
    TOPICS: TopicsFile,
    TUTORIAL.split("+++")[1]: TutorialFront,
}
LOWER = "doit être en minuscules sans accent, chiffres et tirets simples"
TEXT = "il faut un texte, entre guillemets"
WHOLE = "il faut un nombre entier"


def faults(tmp_path: Path, schema: type[BaseModel], text: str) -> list[str]:
    """What is said of a text that should follow a schema, each after its line."""
    path = tmp_path / "file.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadContent) as refused:
        reading.toml(path, schema)
    return [f"{problem.line}: {problem.message}" for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("sound", "before", "after", "says"),
    [
        (DECLARED, "seconds = 60", "", ["1: seconds : cette clé manque"]),
        (DECLARED, "seconds", "second",
         ["1: seconds : cette clé manque", "5: second : cette clé n’existe pas ici"]),
        (DECLARED, "60", "6", ["5: seconds : il faut 15 au moins"]),
        (DECLARED, "60", "6000", ["5: seconds : il faut 900 au plus"]),
        (DECLARED, "60", "'long'", [f"5: seconds : {WHOLE}"]),
        (DECLARED, "60", "60.5", [f"5: seconds : {WHOLE}"]),
        (DECLARED, "60", "nan", [f"5: seconds : {WHOLE}"]),
        (DECLARED, "60", "[60]", [f"5: seconds : {WHOLE}"]),
        (DECLARED, "true", "'sûr'", ["6: phone : il faut true ou false, sans guillemets"]),
        (DECLARED, "true", "[]", ["6: phone : il faut true ou false, sans guillemets"]),
        (DECLARED, '"Le dossier partagé"', "3", [f"4: title : {TEXT}"]),
        (DECLARED, "Le dossier partagé", "", ["4: title : ce texte est vide"]),
        (DECLARED, "Le dossier", "long " * 60,
         ["4: title : ce texte est trop long : 300 caractères au plus"]),
        (DECLARED, '"Le dossier partagé"', '"""a\nb"""',
         ["4: title : « a b » doit tenir sur une ligne"]),
        (DECLARED, "tailles-3", "Tailles 3", [f"2: skill : « Tailles 3 » {LOWER}"]),
        (DECLARED, '["tailles-t1"]', "[]", ["7: tutorials : il en faut 1 au moins"]),
        (DECLARED, '["tailles-t1"]', "'tailles-t1'",
         ["7: tutorials : il faut une liste, entre crochets"]),
        (DECLARED, '["tailles-t1"]', '[\n"tailles-t1",\n"T 2",\n3]',
         [f"9: tutorials 2 : « T 2 » {LOWER}", f"7: tutorials 3 : {TEXT}"]),
        (DECLARED, '"number"', '"guess"',
         ["3: response : « guess » n’est pas prévu ; au choix : choice, choices, text, number, "
          "blanks, ordering, matching ou none"]),
        (DECLARED, "60", "60\nvariant = 3",
         ["6: variant : il faut une table de clés et de valeurs"]),
        (CASES, '"wrong"', '"faux"',
         ["10: case 2, verdict : « faux » n’est pas prévu ; "
          "au choix : right, wrong ou unreadable"]),
        (CASES, 'verdict = "wrong"\n', "", ["7: case 2, verdict : cette clé manque"]),
        (CASES, '"54"', "54",
         [f"9: case 2, fields, answer : {TEXT}, ou une liste de textes"]),
        (CASES, '{ answer = "54" }', "54",
         ["9: case 2, fields : il faut une table de clés et de valeurs"]),
        (CASES, CASES, "", ["1: case : cette clé manque"]),
        (CASES, CASES, "case = [3, 4]",
         ["1: case 1 : il faut une table de clés et de valeurs",
          "1: case 2 : il faut une table de clés et de valeurs"]),
        (FRAMEWORK, "[[area]]", "[area]", ["2: area : il faut une liste, entre crochets"]),
        (FRAMEWORK, '"1.2"', '"9.9"',
         ["7: area 1, competence 1, id : « 9.9 » doit être un numéro de compétence, de 1.1 à 5.9"]),
        (FRAMEWORK, "CN_", "",
         ["10: area 1, competence 1, code : « INF_GER » doit être un code comme CN_INF_GER"]),
        (FRAMEWORK, "c1_", "",
         ["11: area 1, competence 1, folder : « 2_gerer » doit être un nom de dossier "
          "comme c1_2_gerer"]),
        (TOPICS, "level = 3", "level = 9", ["10: topic 1, skill 1, level : il faut 8 au plus"]),
        (TOPICS, "level = 3", "", ["8: topic 1, skill 1, level : cette clé manque"]),
        (JOURNEY, "tailles = 4", "Tailles = 4",
         [f"10: max_levels, Tailles : « Tailles » {LOWER}"]),
        (TUTORIAL.split("+++")[1], "[1, 2, 3]", '[1, "x"]', [f"6: levels 2 : {WHOLE}"]),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_told_in_french_with_its_line(
    tmp_path: Path, sound: str, before: str, after: str, says: list[str]
) -> None:
    assert before in sound
    assert faults(tmp_path, SCHEMAS[sound], sound.replace(before, after, 1)) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a =", "1: cette valeur n’a pas de sens (un texte se met entre guillemets)"),
        ("a", "1: il manque « = » après une clé"),
        ("a = 'x", "1: il manque le guillemet qui ferme un texte"),
        ('a = "x', "1: il manque le guillemet qui ferme un texte"),
        ('a = "x\n"', "1: il manque le guillemet qui ferme un texte"),
        ("b = 1\na = [1 2]", "2: il manque « , » ou « ] » dans une liste"),
        ("a = {b = 1", "1: il manque « , » ou « } » dans une table"),
        ("a = 1\na = 2", "2: cette clé est déjà plus haut"),
        ("a = {b = 1, b = 2}", "1: cette clé est déjà plus haut"),
        ("[a]\n[a]", "2: cette table est déjà plus haut"),
        ("[a", "1: il manque « ] » à la fin d’un titre de table"),
        ("a = 1,5", "1: il y a quelque chose de trop après la valeur"),
        ("= 3", "1: il faut une clé, ou un titre de table entre crochets"),
        (r'a = "\q"', "1: dans un texte entre guillemets, « \\ » s’écrit « \\\\ »"),
        ("a = 'x\x01'", "1: un caractère invisible est à effacer"),
        (r'a = "\uD800"', "1: cette ligne n’en suit pas les règles"),
    ],
)  # fmt: skip
def test_what_is_not_toml_is_told_in_french_with_its_line(
    tmp_path: Path, text: str, says: str
) -> None:
    line, _, sentence = says.partition(" ")
    assert faults(tmp_path, ChallengeFile, text) == [f"{line} TOML illisible : {sentence}"]


def test_a_fault_of_a_kind_that_nobody_foresaw_names_its_key_and_its_value() -> None:
    class Table(BaseModel):
        share: float = Field(multiple_of=0.5)

    with pytest.raises(ValidationError) as refused:
        Table(share=0.3)
    [fault] = refused.value.errors()
    assert wording.of_value(fault) == "share : la valeur « 0.3 » ne convient pas"

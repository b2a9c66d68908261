"""Reading a list of students: encodings, headings, and every mistake at once."""

from datetime import date

import pytest

from webapp.services.roster import Roster, read_roster

GOOD = """Nom;Prénom;Date de naissance;Classe;INE
Benali;Inès;14/03/2010;2de 4;123456789AB
L'Hermitte;Léo;02/11/2009;2de 4;
"""


def _problems(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.field) for one in read_roster(text.encode()).problems]


def test_a_good_list_is_read_whole() -> None:
    first, second = read_roster(GOOD.encode()).students
    assert (first.last_name, first.first_name, first.classroom) == ("Benali", "Inès", "2de 4")
    assert first.birth_date == date(2010, 3, 14)
    assert first.national_id == "123456789AB"
    assert (second.last_name, second.national_id) == ("L’Hermitte", None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_encodings_separators_and_line_ends_give_the_same_list(
    encoding: str, separator: str, ending: str
) -> None:
    text = GOOD.replace(";", separator).replace("\n", ending)
    assert read_roster(text.encode(encoding)) == read_roster(GOOD.encode())


def test_the_headings_of_other_exports_are_known_in_any_order() -> None:
    text = (
        "Division*;Premier prénom*;Nom d'usage;Nom de famille*;Date de naissance (jj/mm/aaaa)*\n"
        "2de 4;Inès;;Benali;14/03/2010\n"
    )
    assert len(read_roster(text.encode()).students) == 1


def test_what_stands_between_brackets_in_a_heading_does_not_count() -> None:
    text = "NOM;PRENOM;Né(e) le;Classe (division)\nRoy;Léa;14/03/2010;2de 4\n"
    assert len(read_roster(text.encode()).students) == 1


def test_an_unknown_or_missing_or_repeated_column_refuses_the_file() -> None:
    text = "Nom;Prénom;Date de naisance;Classe;Classe\nBenali;Inès;14/03/2010;2de 4;2de 4\n"
    assert _problems(text) == [(1, "Date de naisance"), (1, "Classe"), (1, "Date de naissance")]


def test_every_mistake_is_told_with_its_line_and_its_field() -> None:
    text = (
        "Nom;Prénom;Date de naissance;Classe;INE\n"
        ";Inès;14/03/2010;2de 4;1\n"
        "Roy;Tom;31/02/2010;2de 4;2\n"
        "Diop;Awa;14/03/2310;;3\n"
        "12;Ana;2010-05-06;2de 4;4\n"
        f"{'x' * 81};Lou;06/05/2010;2de 4;5\n"
        "Kone;Ali;06/05/2010;2de 4;5;en trop\n"
    )
    assert _problems(text) == [
        (2, "Nom"),
        (3, "Date de naissance"),
        (4, "Classe"),
        (4, "Date de naissance"),
        (5, "Nom"),
        (6, "Nom"),
        (7, ""),
    ]
    assert read_roster(text.encode()).students == []


def test_the_same_number_or_the_same_person_twice_is_refused() -> None:
    text = (
        "Nom;Prénom;Date de naissance;Classe;INE\n"
        "Benali;Inès;14/03/2010;2de 4;AAA1\n"
        "Roy;Tom;15/03/2010;2de 4;aaa 1\n"
        "BENALI;Ines;2010-03-14;2de 5;\n"
    )
    problems = read_roster(text.encode()).problems
    assert [(one.line, one.field) for one in problems] == [(3, "INE"), (4, "Nom")]
    assert all("ligne 2" in one.reason for one in problems)


def test_homonyms_born_on_other_days_or_with_other_numbers_are_two_people() -> None:
    text = (
        "Nom;Prénom;Date de naissance;Classe;INE\n"
        "Roy;Léa;14/03/2010;2de 4;A1\n"
        "Roy;Léa;15/03/2010;2de 4;\n"
        "Roy;Léa;14/03/2010;2de 4;A2\n"
    )
    assert len(read_roster(text.encode()).students) == 3


def test_a_field_between_quotes_may_hold_the_separator() -> None:
    text = 'Nom,Prénom,Date de naissance,Classe\n"Roy, dit Leroy",Léa,14/03/2010,"2de 4"\n'
    assert read_roster(text.encode()).students[0].last_name == "Roy, dit Leroy"


def test_empty_lines_are_skipped_and_still_counted() -> None:
    text = "Nom;Prénom;Date de naissance;Classe\n\n;;;\nRoy;Léa;un jour;2de 4\n"
    assert _problems(text) == [(4, "Date de naissance")]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "vide"),
        (b"  \n \n", "vide"),
        (b"PK\x03\x04workbook", "classeur"),
        (b"%PDF-1.7", "PDF"),
        (b"\x00\x01\x02binary", "CSV"),
        ("Nom;Prénom;Date de naissance;Classe\n".encode(), "aucun élève"),
        (b'Nom;"Roy\nLea', "guillemet"),
    ],
)
def test_what_is_not_a_list_is_refused_in_plain_words(content: bytes, word: str) -> None:
    roster = read_roster(content)
    assert isinstance(roster, Roster)
    assert word in roster.problems[0].reason


@pytest.mark.parametrize("nothing", [";;;\n;;;\n", ",,,", '"";"";""'])
def test_a_table_of_empty_cells_is_an_empty_file(nothing: str) -> None:
    [problem] = read_roster(nothing.encode()).problems
    assert "vide" in problem.reason


@pytest.mark.parametrize("after", [";", ";;", ";;;;"])
def test_columns_without_heading_nor_cell_do_not_count(after: str) -> None:
    wider = "".join(f"{line}{after}\n" for line in GOOD.splitlines())
    assert read_roster(wider.encode()).students == read_roster(GOOD.encode()).students


def test_empty_columns_between_others_do_not_count() -> None:
    wider = "".join(f"{';;'.join(line.split(';', 1))};\n" for line in GOOD.splitlines())
    wider = wider.replace(";14/03", ";;14/03").replace(";02/11", ";;02/11")
    wider = wider.replace(";Date", ";;Date")
    assert wider.startswith("Nom;;Prénom;;Date")
    assert read_roster(wider.encode()).students == read_roster(GOOD.encode()).students


def test_a_cell_in_a_column_without_heading_is_told_rather_than_lost() -> None:
    text = "Nom;;Prénom;Date de naissance;Classe\nRoy;;Tom;14/03/2010;2de 4\n"
    [problem] = read_roster(f"{text}Benali;délégué;Inès;14/03/2010;2de 4\n".encode()).problems
    assert (problem.line, problem.field) == (3, "")
    assert "« délégué » n’est sous aucun titre" in problem.reason


def test_a_heading_of_signs_alone_is_an_unknown_column() -> None:
    assert _problems("#;Nom;Prénom;Date de naissance;Classe\n1;Roy;Tom;14/03/2010;2de 4\n") == [
        (1, "#")
    ]


@pytest.mark.parametrize("told", ["sep=;", "SEP=;\r", '"sep=;"', "sep=;;;;"])
def test_a_first_line_that_tells_the_separator_is_understood(told: str) -> None:
    roster = read_roster(f"{told}\n{GOOD}".encode())
    assert [one.line for one in roster.students] == [3, 4]
    assert [one.first_name for one in roster.students] == ["Inès", "Léo"]
    commas = GOOD.replace(";", ",")
    assert len(read_roster(f"sep=,\n{commas}".encode("utf-16")).students) == 2


def test_a_line_that_tells_the_separator_alone_is_an_empty_file() -> None:
    [problem] = read_roster(b"sep=;\n").problems
    assert "vide" in problem.reason


def test_a_cell_under_no_heading_is_one_too_many() -> None:
    assert _problems(f"{GOOD.splitlines()[0]};;\nBenali;Inès;14/03/2010;2de 4;;;délégué\n") == [
        (2, "")
    ]


@pytest.mark.parametrize(
    ("name", "encoding"), [("Élodie", "mac_roman"), ("Aïcha", "mac_roman"), ("Zoé", "utf-8")]
)
def test_letters_in_another_encoding_are_told_with_their_line(name: str, encoding: str) -> None:
    text = "Nom;Prenom;Date de naissance;Classe\nBenali;Ines;14/03/2010;2de 4\n"
    other = f"Morel;{name};15/03/2010;2de 4\n".encode(encoding)
    [problem] = read_roster(
        text.encode() + other + "Noël;Léo;1/2/2010;2de 4\n".encode("cp1252")
    ).problems
    assert problem.line == 3
    assert "UTF-8" in problem.reason


def test_an_open_quote_is_told_where_its_line_begins() -> None:
    text = GOOD + 'Morel;"Zoé;15/03/2010;2de 4\n' + "Noël;Léo;1/2/2010;2de 4\n" * 50
    assert _problems(text) == [(4, "")]


def test_a_line_after_a_cell_of_several_lines_keeps_its_number_in_the_file() -> None:
    text = GOOD + '"Mo\nrel";Zoé;15/03/2010;2de 4\nNoël;Léo;nul;2de 4\n'
    assert (6, "Date de naissance") in _problems(text)


def test_a_name_holds_no_control_character_and_loses_its_invisible_marks() -> None:
    head = GOOD.splitlines()[0]
    assert _problems(f"{head}\nBen\x07ali;Inès;14/03/2010;2de 4\n") == [(2, "Nom")]
    [student] = read_roster(
        f"{head}\n\u200eBenali;Inès\u200b;\u202a14/03/2010\u202c;2de 4\n".encode()
    ).students
    assert (student.last_name, student.first_name) == ("Benali", "Inès")


def test_the_name_of_a_class_holds_no_control_character_either() -> None:
    head = GOOD.splitlines()[0]
    [problem] = read_roster(f"{head}\nBenali;Inès;14/03/2010;2de\x07 4\n".encode()).problems
    assert (problem.line, problem.field) == (2, "Classe")
    assert "invisible" in problem.reason


def test_a_line_break_in_a_name_is_a_space() -> None:
    text = GOOD.splitlines()[0] + '\n"De La\nTour";Inès;14/03/2010;2de 4\n'
    [student] = read_roster(text.encode()).students
    assert student.last_name == "De La Tour"

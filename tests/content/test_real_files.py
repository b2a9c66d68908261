"""Every kind of real file is read back by a library that did not write it."""

import csv
import email
import email.policy
import io
import json
import wave
import zipfile

import pypdf
import pytest
from lxml import etree
from PIL import Image
from python_calamine import CalamineWorkbook

from challenges.toolkit import files
from challenges.toolkit.files import exif, metrics

SHEETS = [
    {
        "name": "Livres",
        "rows": [
            ["Titre", "Année", "Prix", "Disponible", "Acheté le"],
            ["L’île & le phare", 2019, 12.5, True, {"date": "2027-03-12"}],
            ["", 7, None, False, {"date": "2026-01-01"}],
        ],
    },
    {"name": "Cachée", "hidden": True, "rows": [["secret"], [{"formula": "=2*3", "value": 6}]]},
]
BLOCKS = [
    {"heading": "Le règlement", "level": 1},
    {"text": "Un texte  avec deux espaces, l’été & « œuvres »."},
    {"list": ["premier", "second"]},
    {"table": [["A", "B"], ["1", "2"]]},
    {"page_break": True},
    {"heading": "La suite", "level": 2},
    {"text": "Fin.", "bold": True},
]
PROPERTIES = {
    "title": "Règlement",
    "author": "Inès Morvan",
    "last_author": "Théo Castel",
    "created": "2027-01-05 08:30",
    "modified": "2027-02-01 17:05",
}
PHOTO = {
    "make": "Calanque",
    "model": "Calanque P4",
    "taken": "2027-03-12 10:42:17",
    "latitude": 45.8992,
    "longitude": -6.1294,
}
EXAMPLES = {
    "text": {"body": "un\ndeux"},
    "csv": {"header": ["a", "b"], "rows": [["é;1", 2]]},
    "json": {"data": {"ville": "Annecy", "n": [1, 2]}},
    "xlsx": {"sheets": SHEETS, "properties": PROPERTIES},
    "ods": {"sheets": SHEETS, "properties": PROPERTIES},
    "odt": {"blocks": BLOCKS, "properties": PROPERTIES},
    "odp": {"slides": [{"title": "Un", "lines": ["a"], "notes": "dire bonjour"}]},
    "docx": {"blocks": BLOCKS, "properties": PROPERTIES},
    "pdf": {"pages": [BLOCKS[:4], BLOCKS[5:]], "properties": PROPERTIES, "bookmarks": True},
    "jpg": {"scene": "wall", "width": 400, "height": 300, "seed": 3, "exif": PHOTO},
    "png": {"width": 123, "height": 45, "background": "#c0ffee"},
    "qr": {"text": "https://villefauvette.example/a"},
    "chart": {"kind": "bar", "labels": ["x", "y"], "series": [{"name": "A", "values": [1, 2]}]},
    "chart_svg": {"kind": "pie", "labels": ["x", "y"], "series": [{"name": "A", "values": [1, 3]}]},
    "svg": {"width": 10, "height": 20, "shapes": [{"tag": "rect", "width": 4, "height": 3}]},
    "wav": {"segments": [{"seconds": 0.5, "hertz": 440}, {"seconds": 0.25, "hertz": 0}]},
    "mp3": {"seconds": 1, "tags": {"album": "Été", "track": "7", "comment": "bonjour"}},
    "zip": {"entries": [{"path": "a/b.txt", "builder": "text", "arguments": {"body": "x"}}]},
    "eml": {"headers": [["From", "Zoé <a@b.test>"], ["Subject", "Été"]], "text": "Ça va ?"},
    "ics": {"events": [{"uid": "1", "summary": "Visio", "start": "2027-03-18T14:30",
                        "end": "2027-03-18T15:00", "timezone": "America/Montreal"}]},
    "vcf": {"cards": [{"first": "Léo", "last": "Keller", "phones": [["WORK", "01 99 00 12 34"]]}]},
}  # fmt: skip


def built(name: str, **changes: object) -> bytes:
    return files.build(name, {**EXAMPLES[name], **changes})


def test_every_builder_has_an_example_here() -> None:
    assert EXAMPLES.keys() == files.BUILDERS.keys()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_same_recipe_gives_the_same_bytes(name: str) -> None:
    assert built(name) == built(name)


@pytest.mark.parametrize("name", EXAMPLES)
def test_arguments_survive_json(name: str) -> None:
    assert files.build(name, json.loads(json.dumps(EXAMPLES[name]))) == built(name)


def test_an_unknown_builder_is_refused() -> None:
    with pytest.raises(KeyError):
        files.build("exe", {})


def test_a_text_ends_its_lines_for_any_editor() -> None:
    assert built("text") == b"un\r\ndeux\r\n"


def test_a_table_is_read_back_with_its_quotes() -> None:
    text = built("csv").decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text), delimiter=";")) == [["a", "b"], ["é;1", "2"]]


@pytest.mark.parametrize("name", ["xlsx", "ods"])
def test_a_workbook_keeps_values_types_and_hidden_sheets(name: str) -> None:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(built(name)))
    assert [str(sheet.visible).rpartition(".")[2] for sheet in workbook.sheets_metadata] == [
        "Visible",
        "Hidden",
    ]
    rows = workbook.get_sheet_by_name("Livres").to_python()
    assert rows[1][:4] == ["L’île & le phare", 2019, 12.5, True]
    assert str(rows[1][4]).startswith("2027-03-12")
    assert rows[2][:4] == ["", 7, "", False]


@pytest.mark.parametrize("name", ["odt", "odp", "ods", "docx", "xlsx"])
def test_an_office_document_is_well_formed_and_dated_by_its_recipe(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(built(name))) as archive:
        assert archive.testzip() is None
        for entry in archive.infolist():
            assert entry.date_time == (2027, 1, 4, 9, 0, 0)
            if entry.filename.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(entry))
        first = archive.infolist()[0]
    if name.startswith("od"):
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


@pytest.mark.parametrize(("name", "part"), [("docx", "docProps/core.xml"), ("odt", "meta.xml")])
def test_properties_name_the_author_and_who_changed_it_last(name: str, part: str) -> None:
    with zipfile.ZipFile(io.BytesIO(built(name))) as archive:
        root = etree.fromstring(archive.read(part))
    said = {etree.QName(node).localname: node.text for node in root.iter() if node.text}
    assert "Inès Morvan" in (said["creator"], said.get("initial-creator"))
    assert "Théo Castel" in said.values()
    assert "2027-01-05T08:30:00" in " ".join(said.values())


@pytest.mark.parametrize(("name", "part"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_a_text_document_keeps_its_words_and_double_spaces(name: str, part: str) -> None:
    with zipfile.ZipFile(io.BytesIO(built(name))) as archive:
        root = etree.fromstring(archive.read(part))
    for node in root.iter("{*}s"):
        node.text = " "
    text = "".join(root.itertext())
    assert "Un texte  avec deux espaces, l’été & « œuvres »." in text
    assert "La suite" in text


def test_the_notes_of_a_slide_are_notes() -> None:
    with zipfile.ZipFile(io.BytesIO(built("odp"))) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    [notes] = root.iter("{*}notes")
    assert "".join(notes.itertext()) == "dire bonjour"


def test_a_pdf_keeps_pages_text_outline_and_properties() -> None:
    reader = pypdf.PdfReader(io.BytesIO(built("pdf")))
    assert len(reader.pages) == 2
    assert "l’été & « œuvres »" in reader.pages[0].extract_text()
    assert reader.metadata is not None
    assert reader.metadata.author == "Inès Morvan"
    assert str(reader.metadata.creation_date).startswith("2027-01-05 08:30")
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert titles == ["Le règlement", "La suite"]


def test_a_pdf_may_print_numbers_that_are_not_the_physical_ones() -> None:
    reader = pypdf.PdfReader(io.BytesIO(built("pdf", numbers=["i", "1"])))
    assert reader.pages[1].extract_text().rstrip().endswith("1")


def test_a_pdf_that_is_too_long_flows_onto_another_page() -> None:
    paragraphs = [{"text": f"Ligne {number} : " + "mot " * 60} for number in range(40)]
    reader = pypdf.PdfReader(io.BytesIO(built("pdf", pages=[paragraphs])))
    assert len(reader.pages) > 1
    text = "".join(page.extract_text() for page in reader.pages)
    assert all(f"Ligne {number} :" in text for number in range(40))


def test_letters_are_as_wide_as_they_are_printed() -> None:
    assert metrics.width("été") == metrics.width("ete") == 1390
    assert metrics.width("…") == 1000
    assert metrics.width("a\u00a0a") == metrics.width("a a")
    lines = list(metrics.wrapped("un deux trois\nquatre", 3000))
    assert lines == ["un", "deux", "trois", "quatre"]


def test_words_under_a_rectangle_can_still_be_selected() -> None:
    content = built("pdf", pages=[[{"text": "Avis"}, {"masked": "Léa (élue)"}]])
    [page] = pypdf.PdfReader(io.BytesIO(content)).pages
    assert "Léa (élue)" in page.extract_text()
    assert b" re f" in page.get_contents().get_data()  # type: ignore[union-attr]


def test_a_photo_holds_its_camera_date_and_position() -> None:
    picture = Image.open(io.BytesIO(built("jpg")))
    assert (picture.format, picture.size) == ("JPEG", (400, 300))
    facts = picture.getexif()
    assert facts[0x0110] == "Calanque P4"
    assert facts.get_ifd(0x8769)[0x9003] == "2027:03:12 10:42:17"
    position = facts.get_ifd(0x8825)
    degrees, minutes, seconds = map(float, position[2])
    assert degrees + minutes / 60 + seconds / 3600 == pytest.approx(45.8992, abs=1e-5)
    assert (position[1], position[3]) == ("N", "W")


def test_a_photo_whose_altitude_is_unknown_does_not_make_one_up() -> None:
    facts = {"latitude": 48.39, "longitude": -4.49}
    picture = Image.open(io.BytesIO(built("jpg", exif=facts)))
    assert 0x0006 not in picture.getexif().get_ifd(0x8825)
    listing = exif.listing(facts, name="IMG_2731.jpg", width=400, height=300)
    assert "Altitude : non renseigné" in listing


def test_a_photo_without_facts_holds_none() -> None:
    assert not Image.open(io.BytesIO(built("jpg", exif=None))).getexif()


def test_the_text_alternative_says_what_the_photo_holds_among_thirty_lines() -> None:
    listing = exif.listing(PHOTO, name="IMG_2731.jpg", width=400, height=300).splitlines()
    assert "Latitude : 45° 53′ 57,12″ N" in listing
    assert "Longitude : 6° 07′ 45,84″ O" in listing
    assert len(listing) >= 29


@pytest.mark.parametrize("scene", ["wall", "sky", "road", "desk"])
def test_a_scene_is_a_photo_of_its_own_for_each_seed(scene: str) -> None:
    one, other = (
        files.build("jpg", {"scene": scene, "width": 200, "height": 150, "seed": n}) for n in (1, 2)
    )
    assert one != other


def test_a_picture_has_the_exact_size_and_colour_asked_for() -> None:
    picture = Image.open(io.BytesIO(built("png")))
    assert picture.size == (123, 45)
    assert picture.convert("RGB").getpixel((60, 20)) == (0xC0, 0xFF, 0xEE)
    assert picture.info == {}


def test_a_picture_may_carry_words() -> None:
    words = {"kind": "text", "points": [[10, 40]], "text": "Marée", "size": 18}
    plain, written = (
        Image.open(io.BytesIO(files.build("png", {"width": 90, "height": 60, "shapes": shapes})))
        for shapes in ([], [words])
    )
    assert plain.getcolors() == [(90 * 60, (255, 255, 255))]
    assert len(written.getcolors() or ()) > 1


def test_a_qr_code_is_large_enough_and_holds_three_finders() -> None:
    picture = Image.open(io.BytesIO(built("qr"))).convert("1")
    assert picture.width == picture.height >= 300
    quiet = picture.crop((0, 0, picture.width, 8))
    assert quiet.getextrema() == (255, 255)


def test_a_chart_in_vectors_draws_each_slice_and_names_it() -> None:
    root = etree.fromstring(built("chart_svg"))
    assert len(list(root.iter("{*}polygon"))) == 2
    assert {"x", "y"} <= {node.text for node in root.iter("{*}text")}


def test_the_bars_of_a_chart_are_as_high_as_their_values() -> None:
    root = etree.fromstring(files.build("chart_svg", {**EXAMPLES["chart"], "high": 4}))
    one, two = [float(node.get("height")) for node in root.iter("{*}rect")][1:]
    assert two == pytest.approx(2 * one, abs=0.2)


def test_a_chart_in_pixels_is_a_picture() -> None:
    assert Image.open(io.BytesIO(built("chart"))).size == (720, 440)


def test_a_drawing_takes_no_script() -> None:
    assert etree.fromstring(built("svg"))[0].get("width") == "4"
    with pytest.raises(ValueError, match="script"):
        built("svg", shapes=[{"tag": "script", "text": "alert(1)"}])


def test_a_sound_lasts_what_its_segments_last() -> None:
    with wave.open(io.BytesIO(built("wav"))) as sound:
        assert sound.getnframes() / sound.getframerate() == pytest.approx(0.75)
        samples = sound.readframes(100)
    assert any(samples)


def test_an_mp3_has_its_labels_and_frames_in_step() -> None:
    content = built("mp3")
    size = sum(byte << shift for byte, shift in zip(content[6:10], (21, 14, 7, 0), strict=True))
    assert content[:3] == b"ID3"
    assert "Été".encode("utf-16") in content[10 : 10 + size]
    sound = content[10 + size :]
    assert len(sound) % 104 == 0
    assert {sound[n : n + 2] for n in range(0, len(sound), 104)} == {b"\xff\xfb"}


def test_an_archive_keeps_folders_contents_and_the_dates_asked_for() -> None:
    entry = {
        "path": "a/b.txt",
        "builder": "text",
        "arguments": {"body": "x"},
        "modified": "2027-03-12 10:42",
    }
    with zipfile.ZipFile(
        io.BytesIO(files.build("zip", {"entries": [{"path": "a/"}, entry]}))
    ) as archive:
        assert archive.namelist() == ["a/", "a/b.txt"]
        assert archive.getinfo("a/b.txt").date_time == (2027, 3, 12, 10, 42, 0)
        assert archive.read("a/b.txt") == b"x\r\n"


def test_a_message_keeps_the_order_of_its_headers_and_its_folds() -> None:
    headers = [
        ["Return-Path", "<envoi@lot.test>"],
        ["Received", "from a.test\n    by b.test; Tue, 19 Jan 2027 08:14:09 +0100"],
        ["Received", "from c.test"],
        ["From", '"Service des bourses" <bourses@region.example>'],
        ["Subject", "Dossiers à confirmer"],
    ]
    message = email.message_from_bytes(built("eml", headers=headers), policy=email.policy.default)
    assert message.keys()[:5] == ["Return-Path", "Received", "Received", "From", "Subject"]
    assert message["Subject"] == "Dossiers à confirmer"
    assert "by b.test" in message.get_all("Received")[0]
    assert message.get_content().strip() == "Ça va ?"


def test_a_message_carries_its_attachment() -> None:
    attachment = {"name": "plan.txt", "builder": "text", "arguments": {"body": "nord"}}
    content = built("eml", attachments=[attachment], html="<p>Bonjour</p>")
    message = email.message_from_bytes(content, policy=email.policy.default)
    [attached] = message.iter_attachments()
    assert attached.get_filename() == "plan.txt"
    assert attached.get_content().strip() == "nord"
    assert b"=_partie_0_=" in content


def test_an_event_abroad_is_written_in_universal_time() -> None:
    text = built("ics").decode()
    assert "DTSTART:20270318T183000Z\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_long_line_of_a_calendar_is_folded_between_characters() -> None:
    event = {"uid": "1", "summary": "é" * 60, "start": "2027-03-18", "end": "2027-03-19"}
    text = files.build("ics", {"events": [event]}).decode()
    assert "SUMMARY:" + "é" * 60 in text.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20270318" in text


def test_a_card_has_typed_numbers() -> None:
    lines = built("vcf").decode().split("\r\n")
    assert "N:Keller;Léo;;;" in lines
    assert "TEL;TYPE=WORK:01 99 00 12 34" in lines

"""French typography of what pages show."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup, escape

from webapp.ui import typography

FIXED, NARROW = typography.FIXED, typography.NARROW


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Qui es-tu ?", f"Qui es-tu{NARROW}?"),
        ("Vite ! Puis ; enfin", f"Vite{NARROW}! Puis{NARROW}; enfin"),
        ("une hausse de 25 %.", f"une hausse de 25{NARROW}%."),
        ("À retenir : rien", f"À retenir{FIXED}: rien"),
        ("« escalade »", f"«{FIXED}escalade{FIXED}»"),
        ("un an ! »", f"un an{NARROW}!{FIXED}»"),
        ("l'idée qu'on a", "l’idée qu’on a"),
        ("à 18 h 15 précises", f"à 18{FIXED}h{FIXED}15 précises"),
        ("environ 9 min", f"environ 9{FIXED}min"),
        ("12 500 octets", f"12{NARROW}500{FIXED}octets"),
        ("Lettre n° 41", f"Lettre n°{FIXED}41"),
        ("Mme Fournier", f"Mme{FIXED}Fournier"),
        ("12 345 678 octets", f"12{NARROW}345{NARROW}678{FIXED}octets"),
        ("en 2026 12 élèves", f"en 2026 12{FIXED}élèves"),
        ("8 bits, 3 fichiers, 72 ppp", f"8{FIXED}bits, 3{FIXED}fichiers, 72{FIXED}ppp"),
        ("Deux : a ; b", f"Deux{FIXED}: a{NARROW}; b"),
    ],
)
def test_spaces_that_french_ties_are_tied(typed: str, shown: str) -> None:
    assert typography.typeset(typed) == shown


@pytest.mark.parametrize(
    "text",
    [
        *("10:42", "?page=2", "a:b", "2 personnes", "5 mots", "12 3456", "C:\\Temp", "'cité'"),
        *("06 39 98 12 34", "2 hommes", "3 octetsx"),
    ],
)
def test_nothing_is_ever_added(text: str) -> None:
    assert typography.typeset(text) == text


@given(st.text())
def test_only_spaces_and_apostrophes_ever_change(text: str) -> None:
    plain = str.maketrans({FIXED: " ", NARROW: " ", "’": "'"})
    assert typography.typeset(text).translate(plain) == text.translate(plain)


def test_code_keeps_its_own_spaces() -> None:
    shown = typography.french(Markup("<p><code>a ? b : c</code> ?</p>"))
    assert shown == f"<p><code>a ? b : c</code>{NARROW}?</p>"


def test_typesetting_twice_changes_nothing_more() -> None:
    once = typography.typeset("« Vraiment ? » : 18 h 15, l'idée à 25 % !")
    assert typography.typeset(once) == once


def test_an_address_breaks_before_its_parts_and_never_at_a_hyphen() -> None:
    shown = typography.address("https://relais-fauvette.example/aide?ref=colis")
    assert str(shown) == (
        '<span class="address"><span>https://</span><wbr><span>relais-fauvette</span><wbr>'
        "<span>.example</span><wbr><span>/aide</span><wbr><span>?ref=colis</span></span>"
    )


def test_an_address_in_a_sentence_is_left_as_it_was_typed() -> None:
    shown = typography.french("Ouvre https://a-b.example/x?y=1. Vraiment ?")
    assert re.sub(r"<[^>]*>", "", shown) == f"Ouvre https://a-b.example/x?y=1. Vraiment{NARROW}?"
    assert shown.endswith(f"</span></span>. Vraiment{NARROW}?")


def test_a_mail_address_breaks_before_its_sign_and_its_dots() -> None:
    assert typography.french("club@bre-ville.example") == (
        '<span class="address"><span>club</span><wbr><span>@bre-ville</span><wbr>'
        "<span>.example</span></span>"
    )


def test_a_verb_stays_on_the_line_of_its_pronoun() -> None:
    assert '<span class="whole">a-t-elle</span> passées' in typography.french(
        "Combien a-t-elle passées"
    )
    assert '<span class="whole">déplaces-y</span> la' in typography.french("Puis déplaces-y la clé")
    assert "whole" not in typography.french("un porte-yaourt")
    assert '<span class="whole">dépasse-t-on</span>' in typography.french(
        Markup("<p>Que dépasse-t-on</p>")
    )
    assert typography.french("Prends le va-et-vient") == "Prends le va-et-vient"
    assert "whole" not in typography.french(Markup("<code>a-t-il</code>"))


def test_plain_text_is_escaped_and_markup_is_not() -> None:
    assert typography.french("<b>a ?</b>") == f"&lt;b&gt;a{NARROW}?&lt;/b&gt;"
    assert typography.french(Markup("<b>a ?</b>")) == f"<b>a{NARROW}?</b>"


def test_code_and_attributes_are_left_alone() -> None:
    html = Markup('<a title="a ?">b ?</a><code>c ?</code>')
    assert typography.french(html) == f'<a title="a ?">b{NARROW}?</a><code>c ?</code>'


def test_an_address_in_a_page_breaks_well_in_code_too_and_is_escaped_once() -> None:
    html = Markup(
        "<p><code>https://a-b.example/?x=1&amp;y ?</code></p><textarea>a.test ?</textarea>"
    )
    shown = typography.french(html)
    assert shown == (
        '<p><code><span class="address"><span>https://</span><wbr><span>a-b</span><wbr>'
        "<span>.example</span><wbr><span>/</span><wbr><span>?x=1&amp;y</span></span> ?</code></p>"
        "<textarea>a.test ?</textarea>"
    )


@settings(max_examples=200)
@given(st.lists(st.text("a 'tNy-:;!»«1234hn°.@/<>&\u001e\u00a0\nfrexampl", max_size=12)))
def test_texts_that_tags_part_are_typeset_each_for_itself(texts: list[str]) -> None:
    tag = Markup("<i>")
    apart = tag.join(typography.french(escape(text)) for text in texts)
    assert typography.french(tag.join(texts)) == apart


def test_templates_own_words_are_typeset_when_compiled() -> None:
    environment = Environment(autoescape=True)
    typography.equip(environment)
    source = '<p class="a ?">Vraiment ? {{ word }} <b title="{{ word }} ?">Oui !</b></p>'
    shown = environment.from_string(source).render(word="n'a")
    assert shown == (
        f'<p class="a ?">Vraiment{NARROW}? n&#39;a <b title="n&#39;a ?">Oui{NARROW}!</b></p>'
    )

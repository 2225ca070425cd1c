"""Automatic numbers are read as Word prints them."""

import subprocess
from pathlib import Path

import pytest

from campaign.files.pdf import installed
from campaign.files.word_reader import read
from campaign.files.word_reader.numbering import written
from campaign.reading.rules.source import Paragraph
from tests.conftest import lacking
from tests.files.word_corpus import NAMESPACES, W_NAMESPACE, docx, run


def _level(place: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def _list(name: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def _num(num: int, name: int, override: str = "") -> str:
    return f'<w:num w:numId="{num}"><w:abstractNumId w:val="{name}"/>{override}</w:num>'


_PLAN = (
    _level(0, "upperRoman", "%1."),
    _level(1, "decimal", "%2."),
    _level(2, "lowerLetter", "%3)"),
    _level(3, "bullet", "-"),
)


def _numbered(*items: tuple[int, int] | str, lists: str, styles: str = "") -> bytes:
    """A document of empty-worded paragraphs, each (numId, level) or ready XML."""
    blocks = [
        item
        if isinstance(item, str)
        else f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr></w:pPr>{run("chữ")}</w:p>'
        for item in items
    ]
    parts: dict[str, str | bytes] = {"word/numbering.xml": f"<w:numbering {NAMESPACES}>{lists}</w:numbering>"}
    if styles:
        parts["word/styles.xml"] = f'<w:styles xmlns:w="{W_NAMESPACE}">{styles}</w:styles>'
    return docx(*blocks, parts=parts)


def _numbers(document: bytes) -> list[str]:
    return [block.number for block in read(document, "a.docx").blocks if isinstance(block, Paragraph)]


def test_levels_of_a_plan_count_and_start_anew_under_the_next_head():
    document = _numbered(
        (1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1),
        lists=_list(0, *_PLAN) + _num(1, 0),
    )  # fmt: skip
    assert _numbers(document) == ["I.", "1.", "a)", "b)", "-", "2.", "a)", "II.", "1."]
    depths = [block.depth for block in read(document, "a.docx").blocks if isinstance(block, Paragraph)]
    assert depths == [0, 1, 2, 2, 3, 1, 2, 0, 1]


def test_a_number_shows_the_levels_above_it():
    levels = (
        _level(0, "decimal", "%1."),
        _level(1, "decimal", "%1.%2."),
        _level(2, "lowerRoman", "%1.%2.%3"),
    )
    document = _numbered((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), lists=_list(0, *levels) + _num(1, 0))
    assert _numbers(document) == ["1.", "1.1.", "1.2.", "1.2.i", "2.", "2.1."]


def test_legal_numbering_shows_roman_heads_in_digits():
    levels = (_level(0, "upperRoman", "%1."), _level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    document = _numbered((1, 0), (1, 0), (1, 1), lists=_list(0, *levels) + _num(1, 0))
    assert _numbers(document) == ["I.", "II.", "2.1."]


def test_lists_of_one_definition_count_on_unless_they_start_anew():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    document = _numbered(
        (1, 0), (1, 0), (2, 0), (3, 0), (3, 0), (2, 0),
        lists=_list(0, *_PLAN) + _num(1, 0) + _num(2, 0) + _num(3, 0, again),
    )  # fmt: skip
    assert _numbers(document) == ["I.", "II.", "III.", "V.", "VI.", "VII."]


def test_a_level_that_never_restarts_counts_through():
    levels = (_level(0, "upperRoman", "%1."), _level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'))
    document = _numbered((1, 0), (1, 1), (1, 0), (1, 1), lists=_list(0, *levels) + _num(1, 0))
    assert _numbers(document) == ["I.", "Điều 1.", "II.", "Điều 2."]


def test_a_list_takes_another_form_where_its_level_is_overridden():
    other = f'<w:lvlOverride w:ilvl="0">{_level(0, "lowerLetter", "(%1)")}</w:lvlOverride>'
    document = _numbered((1, 0), (2, 0), lists=_list(0, *_PLAN) + _num(1, 0) + _num(2, 0, other))
    assert _numbers(document) == ["I.", "(b)"]


def test_numbers_come_from_styles_too_and_can_be_taken_off():
    lists = _list(0, _level(0, "upperRoman", "%1.", '<w:pStyle w:val="H1"/>'), _level(1, "decimal", "%2.", '<w:pStyle w:val="H2"/>')) + _num(1, 0)  # fmt: skip
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{each}"><w:name w:val="heading {each}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for each in (1, 2)
    )
    styled = [f'<w:p><w:pPr><w:pStyle w:val="H{each}"/></w:pPr>{run("chữ")}</w:p>' for each in (1, 2, 2)]
    bare = (
        f'<w:p><w:pPr><w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>{run("chữ")}</w:p>'
    )
    assert _numbers(_numbered(*styled, bare, styled[0], lists=lists, styles=styles)) == [
        "I.",
        "1.",
        "2.",
        "",
        "II.",
    ]


@pytest.mark.parametrize(
    ("sign", "shown"), [("-", "-"), ("+", "+"), ("\uf0b7", "•"), ("\uf02d", "-"), ("\uf0d8", "➢"), ("o", "o")]
)
def test_bullets_of_symbol_fonts_are_shown_by_signs_everybody_has(sign: str, shown: str):
    document = _numbered((1, 0), lists=_list(0, _level(0, "bullet", sign)) + _num(1, 0))
    assert _numbers(document) == [shown]


def test_numbers_stand_in_the_cells_of_tables_and_count_on():
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Sở A</w:t></w:r></w:p>'
    table = f"<w:tbl><w:tr><w:tc>{item}{item}</w:tc></w:tr></w:tbl>"
    document = _numbered(table, (1, 0), lists=_list(0, _level(0, "decimal", "%1.")) + _num(1, 0))
    (found, after) = read(document, "a.docx").blocks
    assert found.rows == (("1. Sở A\n2. Sở A",),)
    assert after.number == "3."


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (12, "decimalZero", "12"), (7, "001", "007"),
        (4, "lowerLetter", "d"), (28, "upperLetter", "BB"), (9, "lowerRoman", "ix"), (14, "upperRoman", "XIV"),
        (2, "vietnameseCounting", "hai"), (2, "numberInDash", "- 2 -"), (5, "ideographDigital", "5"), (5, "none", ""),
    ],
)  # fmt: skip
def test_number_formats(count: int, form: str, shown: str):
    assert written(count, form) == shown


@pytest.mark.parametrize("num", ["7", "x", "-1", "99999999999999"])
def test_a_list_that_is_not_there_prints_nothing(num: str):
    item = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="{num}"/></w:numPr></w:pPr>{run("chữ")}</w:p>'
    assert _numbers(_numbered(item, lists=_list(0, *_PLAN) + _num(1, 0))) == [""]


@pytest.mark.office
def test_libreoffice_prints_the_same_numbers(tmp_path: Path):
    if not installed():
        lacking("LibreOffice")
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    three = (_level(0, "decimal", "%1."), _level(1, "decimal", "%1.%2."), _level(2, "lowerLetter", "%3)"))
    document = _numbered(
        (1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1), (2, 0), (2, 1), (2, 1), (2, 2), (2, 0), (2, 1), (3, 0), (3, 1), (1, 0),
        lists=_list(0, *_PLAN) + _list(1, *three) + _num(1, 0) + _num(2, 1) + _num(3, 1, again),
    )  # fmt: skip
    (tmp_path / "list.docx").write_bytes(document)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(tmp_path / "list.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    lines = (tmp_path / "list.txt").read_text("utf-8-sig").splitlines()
    assert [line.split()[0] for line in lines if line.strip()] == _numbers(document)

"""Files that are broken, locked, dangerous or no documents at all: each gets one clear sentence, soon."""

import io
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from campaign.errors import Refused
from campaign.files.word_reader import kinds, page_layout, phrases, plain, read, story
from campaign.files.word_reader.page_layout import Line
from tests.files.word_corpus import NAMESPACES, docx, paragraph, row, table, zipped

PLAN = docx(paragraph("Kế hoạch"))


def _refusal(data: bytes, name: str = "plan.docx") -> str:
    with pytest.raises(Refused) as told:
        read(data, name)
    (problem,) = told.value.problems
    assert problem.field == "file"
    return problem.sentence


def _body(xml: str) -> bytes:
    return docx(
        paragraph("x"),
        parts={"word/document.xml": f"<w:document {NAMESPACES}><w:body>{xml}</w:body></w:document>"},
    )


def _ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + stream.encode("utf-16-le") + b"\0" * 500


def _flagged_as_encrypted(data: bytes) -> bytes:
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", phrases.EMPTY),
        (b"\0" * 50, phrases.EMPTY),
        (_ole("WordDocument"), phrases.OLD_WORD),
        (_ole("EncryptedPackage"), phrases.WORD_ENCRYPTED),
        (_ole("Workbook"), phrases.SPREADSHEET),
        (_ole("Something"), phrases.NOT_KNOWN),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, phrases.PICTURE),
        (b"\xff\xd8\xff\xe0" + b"x" * 40, phrases.PICTURE),
        (b"{\\rtf1\\ansi x}", phrases.RICH_TEXT),
        (b"<!DOCTYPE html><html><body>x</body></html>", phrases.WEB_PAGE),
        (zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), phrases.SPREADSHEET),
        (zipped({"ppt/presentation.xml": "<x/>"}), phrases.SLIDES),
        (zipped({"a.txt": "x"}), phrases.WORD_BROKEN),
        (PLAN[: len(PLAN) // 2], phrases.WORD_BROKEN),
        (PLAN[:-30], phrases.WORD_BROKEN),
        (_flagged_as_encrypted(PLAN), phrases.WORD_ENCRYPTED),
        (b"plain words", phrases.WORD_BROKEN),
        (docx(), phrases.NO_TEXT),
        (docx(paragraph(" ")), phrases.NO_TEXT),
        (docx(paragraph("x"), parts={"word/document.xml": "<w:document"}), phrases.WORD_BROKEN),
    ],
)  # fmt: skip
def test_a_wrong_or_broken_file_gets_one_sentence(data: bytes, told: str):
    assert _refusal(data) == told


def test_binary_called_text_is_refused():
    assert _refusal(bytes(range(256)) * 20, "plan.txt") == phrases.NOT_KNOWN


def test_a_strict_package_is_named():
    data = zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
            'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": "<x/>",
        }
    )
    assert _refusal(data) == phrases.STRICT_WORD


# ---------------------------------------------------------------- bombs


def test_a_file_over_the_limit_is_not_looked_into():
    assert _refusal(b"PK\x03\x04" + b"x" * kinds.MAX_FILE) == phrases.TOO_BIG


def test_a_zip_bomb_is_not_unpacked():
    assert _refusal(_body(f"<!--{' ' * 20_000_000}-->")) == phrases.TOO_BIG


def test_too_many_entries_are_refused():
    assert (
        _refusal(zipped({"word/document.xml": "<x/>"} | {f"{each}": "" for each in range(2500)}))
        == phrases.TOO_BIG
    )


def test_entities_are_never_expanded():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>'
    assert _refusal(docx(paragraph("x"), parts={"word/document.xml": xml})) in {
        phrases.WORD_SUSPECT,
        phrases.WORD_BROKEN,
    }
    outside = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'
    assert _refusal(docx(paragraph("x"), parts={"word/document.xml": outside})) == phrases.WORD_SUSPECT


@pytest.mark.parametrize(
    "around",
    [("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")],
)
def test_deep_nesting_is_refused(around: tuple[str, str]):
    for depth in (60, 10_000):
        xml = around[0] * depth + paragraph("đáy") + around[1] * depth
        if depth == 60 and "sdt" in around[0]:
            assert read(_body(xml), "a.docx").blocks[0].text == "đáy"
        else:
            assert _refusal(_body(xml)) == phrases.WORD_TOO_DEEP


def test_a_table_padded_to_a_giant_is_refused(monkeypatch: pytest.MonkeyPatch):
    wide = row("x").replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="999999"/>')
    (found,) = read(docx(table(wide)), "a.docx").blocks
    assert len(found.rows[0]) == 63
    monkeypatch.setattr(story, "MOST_CELLS", 100)
    assert _refusal(docx(table(wide, row("x"), row("x")))) == phrases.TOO_LONG


def test_too_many_paragraphs_or_letters_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(story, "MOST_BLOCKS", 10)
    assert _refusal(docx(*[paragraph("x")] * 11)) == phrases.TOO_LONG
    monkeypatch.setattr(plain, "MAX_LETTERS", 10)
    assert _refusal(b"12345678901", "a.txt") == phrases.TOO_LONG


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_a_damaged_package_is_read_or_refused_and_nothing_else(data: st.DataObject):
    damaged = bytearray(PLAN)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(damaged), "a.docx")
    except Refused as told:
        assert len(told.problems) == 1  # noqa: PT017 - both ends are fine


# ---------------------------------------------------------------- PDF


def _pdf(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _blank(pages: int) -> PdfWriter:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    return writer


def test_a_scan_a_locked_and_a_broken_pdf_are_named():
    assert _refusal(_pdf(_blank(2)), "a.pdf") == phrases.PDF_SCANNED
    locked = _blank(1)
    locked.encrypt("khoa", algorithm="RC4-128")
    assert _refusal(_pdf(locked), "a.pdf") == phrases.PDF_ENCRYPTED
    assert _refusal(b"%PDF-1.7\n" + b"garbage" * 50, "a.pdf") == phrases.PDF_BROKEN
    assert _refusal(_pdf(_blank(1))[:200], "a.pdf") == phrases.PDF_BROKEN
    assert _refusal(b"no pdf", "a.pdf") == phrases.PDF_BROKEN


def test_a_pdf_of_too_many_pages_is_refused():
    assert _refusal(_pdf(_blank(1001)), "a.pdf") == phrases.TOO_LONG


def test_a_pdf_whose_page_unpacks_to_a_giant_is_refused():
    stream = zlib.compress(b"BT ET " * 4_000_000)
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length "
        + str(len(stream)).encode()
        + b"/Filter/FlateDecode>>stream\n"
        + stream
        + b"\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"
    )
    assert _refusal(body, "a.pdf") == phrases.TOO_LONG


@given(
    st.lists(
        st.tuples(st.text(min_size=1), st.floats(-1000, 1000), st.floats(-1000, 1000), st.floats(1, 50)),
        max_size=30,
    )
)
def test_no_piece_of_a_page_is_lost_wherever_it_stands(pieces: list[tuple[str, float, float, float]]):
    lines = list(page_layout.lines(Line(text, x, y, size) for text, x, y, size in pieces))
    shown = []
    for block in page_layout.blocks(lines):
        shown.append(block.text if hasattr(block, "text") else "".join("".join(row) for row in block.rows))
    assert _solid("".join(shown)) == _solid("".join(text for text, *_ in pieces))


def _solid(text: str) -> str:
    return "".join(text.split())

"""Any .docx as it is printed: looks resolved through every style, lists numbered, lines found, hostile files refused."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaign.checking.rules.docx import Docx, Look, Paragraph
from campaign.errors import Refused
from campaign.files.word_inspector import inspect

W = nsdecls("w")


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def seen(*bodies: str, styles: str = "", defaults: str = "", numbering: str = "") -> Docx:
    """What is read of a file with these blocks in its body and these styles."""
    document = docx.Document()
    body = document.element.body
    for each in list(body)[:-1]:
        body.remove(each)
    for place, block in enumerate(bodies):
        body.insert(place, parse_xml(block.replace(">", f" {W}>", 1) if "xmlns:w" not in block else block))
    for style in parse_xml(f"<w:styles {W}>{styles}</w:styles>"):
        document.styles.element.append(style)
    if defaults:
        old = document.styles.element.find(qn("w:docDefaults"))
        old.find(qn("w:rPrDefault")).replace(
            old.find(qn("w:rPrDefault"))[0], parse_xml(f"<w:rPr {W}>{defaults}</w:rPr>")
        )
    if numbering:
        root = document.part.numbering_part.element
        for each in list(root):
            root.remove(each)
        for each in parse_xml(f"<w:numbering {W}>{numbering}</w:numbering>"):
            root.append(each)
    return inspect(saved(document))


def p(run: str = "", paragraph: str = "", words: str = "chữ") -> str:
    return f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"


def style(identity: str, kind: str, look: str = "", based: str = "", paragraph: str = "") -> str:
    base = f"<w:basedOn w:val='{based}'/>" if based else ""
    return f"<w:style w:type='{kind}' w:styleId='{identity}'><w:name w:val='{identity}'/>{base}<w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>"


def look_of(found: Docx) -> Look:
    return found.paragraphs[0].runs[0].look


def first(found: Docx) -> Paragraph:
    return found.paragraphs[0]


BOLD_P, BOLD_C = style("P1", "paragraph", "<w:b/>"), style("C1", "character", "<w:b/>")
PLAIN = "<w:rFonts w:ascii='Arial' w:hAnsi='Arial'/><w:sz w:val='26'/>"


# ---------------------------------------------------------------- letters


@pytest.mark.parametrize(
    ("run", "paragraph", "bold"),
    [
        ("", "<w:pStyle w:val='P1'/>", True),
        ("<w:rStyle w:val='C1'/>", "", True),
        ("<w:rStyle w:val='C1'/>", "<w:pStyle w:val='P1'/>", False),  # two styles toggle
        ("<w:rStyle w:val='C1'/><w:b/>", "<w:pStyle w:val='P1'/>", True),  # what stands directly is absolute
        ("<w:b w:val='0'/>", "<w:pStyle w:val='P1'/>", False),
        ("", "<w:pStyle w:val='P2'/>", True),  # inherited by a style based on it
        ("", "<w:pStyle w:val='P3'/>", False),  # and taken back by another
    ],
)
def test_bold_is_toggled_between_styles_and_absolute_directly(run: str, paragraph: str, bold: bool) -> None:
    styles = (
        BOLD_P
        + BOLD_C
        + style("P2", "paragraph", based="P1")
        + style("P3", "paragraph", "<w:b w:val='false'/>", "P1")
    )
    assert look_of(seen(p(run, paragraph), styles=styles)).bold is bold


def test_defaults_give_what_no_style_says() -> None:
    found = look_of(seen(p(), defaults=PLAIN, styles=""))
    assert (found.font, found.size) == ("Arial", 13)


def test_a_style_goes_over_defaults_and_the_run_over_both() -> None:
    styles = style("P1", "paragraph", "<w:rFonts w:ascii='Tahoma' w:hAnsi='Tahoma'/><w:sz w:val='22'/>")
    body = p("<w:sz w:val='30'/>", "<w:pStyle w:val='P1'/>")
    found = look_of(seen(body, styles=styles, defaults=PLAIN))
    assert (found.font, found.size) == ("Tahoma", 15)


def test_a_named_font_goes_over_the_theme_of_a_lower_layer() -> None:
    theme = "<w:rFonts w:asciiTheme='minorHAnsi' w:hAnsiTheme='minorHAnsi'/>"
    assert look_of(seen(p(), defaults=theme)).font == "Cambria"  # the theme of python-docx
    named = "<w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman'/>"
    assert look_of(seen(p(named), defaults=theme)).font == "Times New Roman"


def test_a_font_for_ascii_alone_leaves_vietnamese_letters_in_another() -> None:
    run = "<w:rFonts w:ascii='Times New Roman' w:hAnsi='Arial'/>"
    assert look_of(seen(p(run, words="ABC"))).font == "Times New Roman"
    assert look_of(seen(p(run, words="chữ"))).font == "Arial / Times New Roman"


def test_a_circle_of_styles_is_cut() -> None:
    styles = style("P1", "paragraph", "<w:i/>", "P2") + style("P2", "paragraph", "<w:b/>", "P1")
    found = look_of(seen(p("", "<w:pStyle w:val='P1'/>"), styles=styles))
    assert (found.bold, found.italic) == (True, True)


def test_runs_of_one_look_are_joined_and_hidden_and_deleted_words_left_out() -> None:
    runs = "<w:r><w:t>Một </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>"
    runs += "<w:ins><w:r><w:t>hai</w:t></w:r></w:ins><w:r><w:rPr><w:b/></w:rPr><w:t> ba</w:t></w:r>"
    found = seen(f"<w:p>{runs}</w:p>")
    assert [run.text for run in first(found).runs] == ["Một hai", " ba"]
    assert found.changes == 2


def test_field_codes_are_no_text_and_their_results_are() -> None:
    field = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
    found = seen(
        f"<w:p>{field}<w:r><w:t>24/3/2026</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    assert first(found).text == "24/3/2026"


def test_letters_apart_from_their_marks_are_counted_and_composed() -> None:
    found = seen(p(words="Vie\u0302\u0323t"), p(words="Nam"))
    assert found.paragraphs[0].text == "Việt"
    assert found.decomposed == {1}


# ---------------------------------------------------------------- paragraphs


def test_indents_and_spacing_come_from_the_chain() -> None:
    styles = style(
        "P1",
        "paragraph",
        paragraph="<w:spacing w:before='120' w:line='300' w:lineRule='auto'/><w:ind w:left='567' w:firstLine='720'/>",
    )
    styles += style("P2", "paragraph", based="P1", paragraph="<w:ind w:left='0'/><w:jc w:val='both'/>")
    found = first(seen(p("", "<w:pStyle w:val='P2'/><w:spacing w:after='60'/>"), styles=styles))
    assert (round(found.indent.left, 1), round(found.indent.first, 1)) == (0, 12.7)
    assert (found.spacing.before, found.spacing.after, found.spacing.line) == (6, 3, 1.25)
    assert found.align == "both"


@pytest.mark.parametrize(
    ("word", "read"), [("start", "left"), ("end", "right"), ("distribute", "both"), ("center", "center")]
)
def test_alignments_of_every_dialect(word: str, read: str) -> None:
    assert first(seen(p("", f"<w:jc w:val='{word}'/>"))).align == read


NOT_BOLD = "<w:b w:val='0'/>"
LISTS = (
    "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/>"
    "<w:pPr><w:ind w:left='720' w:hanging='360'/></w:pPr></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/>"
    "<w:lvlText w:val='%2)'/></w:lvl></w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num>"
)


def listed(level: int, indent: str = "") -> str:
    return p("", f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='5'/></w:numPr>{indent}")


def test_automatic_numbers_are_printed_and_lend_their_indents() -> None:
    found = seen(
        listed(0),
        listed(1),
        listed(1),
        listed(0),
        listed(1),
        listed(0, "<w:ind w:left='0' w:firstLine='567'/>"),
        numbering=LISTS,
    )
    assert [each.label for each in found.paragraphs] == ["I.", "a)", "b)", "II.", "a)", "III."]
    assert [
        round(each.indent.left + each.indent.first) for each in (found.paragraphs[0], found.paragraphs[5])
    ] == [6, 10]


def test_a_tables_style_reaches_its_cells_under_the_paragraphs_own() -> None:
    table = "<w:tbl><w:tblPr><w:tblStyle w:val='T1'/><w:tblLook w:firstRow='1'/></w:tblPr><w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='3000'/></w:tblGrid>"
    table += f"<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc>{p(NOT_BOLD)}</w:tc></w:tr>"
    table += "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    styles = "<w:style w:type='table' w:styleId='T1'><w:name w:val='T1'/><w:tblPr><w:tblBorders><w:insideH w:val='single'/></w:tblBorders>"
    styles += (
        "<w:tblCellMar><w:left w:w='0' w:type='dxa'/><w:right w:w='0' w:type='dxa'/></w:tblCellMar></w:tblPr>"
    )
    styles += "<w:tblStylePr w:type='firstRow'><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>"
    found = seen(table, styles=styles)
    assert [each.runs[0].look.bold for each in found.paragraphs] == [True, False, False]
    assert [(each.cell.row, each.cell.column, each.cell.ruled) for each in found.paragraphs if each.cell] == [
        (0, 0, True),
        (0, 1, True),
        (1, 0, True),
    ]
    assert [round(each.width) for each in found.paragraphs] == [35, 53, 88]


def test_text_boxes_float_and_stand_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>KHẨN</w:t></w:r></w:p></w:txbxContent>"
    alternate = f"<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    found = seen(f"<w:p><w:r><w:t>Chữ</w:t></w:r><w:r>{alternate}</w:r></w:p>")
    assert [(each.text, each.floating) for each in found.paragraphs] == [("Chữ", False), ("KHẨN", True)]


# ---------------------------------------------------------------- lines and pages


def test_borders_and_shapes_are_lines_and_boxes_are_not() -> None:
    side = "w:val='single' w:sz='4'"
    border = f"<w:pBdr><w:bottom {side}/></w:pBdr><w:ind w:left='567' w:right='567'/>"
    boxed = f"<w:pBdr><w:top {side}/><w:bottom {side}/><w:left {side}/><w:right {side}/></w:pBdr>"
    shape = "<w:p><w:r><w:pict xmlns:v='urn:schemas-microsoft-com:vml'><v:shape type='#_x0000_t32' style='position:absolute;width:72pt;height:0'/></w:pict></w:r></w:p>"
    found = seen(p("", border), p("", boxed), shape)
    lengths = [[round(stroke.length or 0) for stroke in each.strokes] for each in found.paragraphs]
    assert lengths == [[round(found.paragraphs[0].width) - 20], [], [25]]
    assert [each.boxed for each in found.paragraphs] == [False, True, False]


def test_sections_inherit_their_heads_and_tell_where_pages_are_numbered() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.top_margin = Mm(210), Mm(297), Mm(25)
    paragraph = section.header.paragraphs[0]
    paragraph.add_run().font.size = Pt(13)
    paragraph._p.append(
        parse_xml(f"<w:fldSimple {W} w:instr='PAGE \\* ARABIC'><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    )
    section.different_first_page_header_footer = True
    document.add_section()
    found = inspect(saved(document))
    assert [(round(each.width), round(each.margins.top), each.differs) for each in found.sections] == [
        (210, 25, True)
    ] * 2
    assert [[(number.in_header, number.first) for number in each.numbers] for each in found.sections] == [
        [(True, False)]
    ] * 2


# ---------------------------------------------------------------- hostile and odd files


def packed(change: Callable[[str, bytes], bytes | None], source: bytes | None = None) -> bytes:
    """A docx with its parts changed; None leaves a part out."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(source or saved(docx.Document()))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return out.getvalue()


def only(name: str, data: bytes | None) -> Callable[[str, bytes], bytes | None]:
    return lambda part, old: data if part == name else old


BODY = "word/document.xml"
HOSTILE = {
    "no document at all": b"hello",
    "empty": b"",
    "an old .doc": b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le") * 40,
    "a password": b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") * 40,
    "cut short": saved(docx.Document())[:-200],
    "a bomb": packed(only(BODY, b"<w:document>" + b" " * 60_000_000)),
    "entities": packed(
        only(
            BODY,
            b"<!DOCTYPE x [<!ENTITY a 'aa'>]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body/></w:document>",
        )
    ),
    "broken XML": packed(only(BODY, b"<w:document><w:body>")),
    "no body": packed(
        only(BODY, b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>")
    ),
    "broken styles": packed(only("word/styles.xml", b"<w:styles")),
    "no main part": packed(only(BODY, None)),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_or_foreign_file_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        inspect(data, "van-ban.docx")
    (problem,) = refused.value.problems
    assert problem.sentence.endswith(".")
    assert "\n" not in problem.sentence


def test_a_file_without_styles_or_numbering_is_read() -> None:
    gone = packed(
        lambda name, data: None if "styles" in name or "numbering" in name else data, saved(_with("Chữ"))
    )
    found = inspect(gone)
    assert [each.text for each in found.paragraphs] == ["Chữ"]
    assert found.paragraphs[0].runs[0].look.font == "Times New Roman"


def _with(words: str) -> Document:
    document = docx.Document()
    document.add_paragraph(words)
    return document


ODD = ("-1", "99999999999", "abc", "", "1e3", "12pt", "0.5", "NaN", "٣")


@given(st.sampled_from(ODD), st.sampled_from(ODD), st.sampled_from(ODD))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_odd_values_of_attributes_are_passed_over(size: str, indent: str, level: str) -> None:
    body = p(
        f"<w:sz w:val='{size}'/><w:color w:val='{size}'/>",
        f"<w:ind w:left='{indent}' w:hanging='{size}'/><w:spacing w:line='{indent}'/><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='5'/></w:numPr>",
    )
    assert first(seen(body, numbering=LISTS)).text == "chữ"


def nested(depth: int) -> str:
    made = p()
    for _ in range(depth):
        made = f"<w:tbl><w:tblGrid/><w:tr><w:tc>{made}<w:p/></w:tc></w:tr></w:tbl>"
    return made


def test_tables_in_tables_are_read_and_too_many_refused() -> None:
    assert "chữ" in {each.text for each in seen(nested(30)).paragraphs}
    deep = packed(only(BODY, f"<w:document {W}><w:body>{nested(200)}</w:body></w:document>".encode()))
    with pytest.raises(Refused):
        inspect(deep)


def test_a_file_longer_than_any_document_is_refused() -> None:
    endless = packed(
        only(BODY, f"<w:document {W}><w:body>{'<w:p/>' * 100_001}</w:body></w:document>".encode())
    )
    with pytest.raises(Refused) as refused:
        inspect(endless)
    assert "quá giới hạn" in str(refused.value)

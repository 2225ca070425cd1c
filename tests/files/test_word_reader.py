"""A .docx becomes the paragraphs and tables a reader sees."""

import io

import docx
import pytest

from campaign.files.word_reader import read
from campaign.reading.rules.source import Block, Paragraph, Table
from tests.files.word_corpus import (
    NAMESPACES,
    RELATIONS,
    W_NAMESPACE,
    cell,
    paragraph,
    row,
    run,
    story,
    table,
)
from tests.files.word_corpus import docx as package


def _read(*blocks: str, **parts: str) -> tuple[Block, ...]:
    named = {f"word/{name}.xml": content for name, content in parts.items()}
    return read(package(*blocks, parts=named), "plan.docx").blocks


def _texts(*blocks: str, **parts: str) -> list[str]:
    return [block.text for block in _read(*blocks, **parts) if isinstance(block, Paragraph)]


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def _styles(inside: str) -> str:
    return f'<w:styles xmlns:w="{W_NAMESPACE}">{inside}</w:styles>'


def test_paragraphs_and_tables_stand_in_reading_order():
    document = docx.Document()
    document.add_paragraph("Trước bảng")
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "Ô thứ hai\nhai dòng"
    document.add_paragraph("Sau bảng")
    assert read(_saved(document), "a.docx").blocks == (
        Paragraph("Trước bảng"),
        Table((("", "Ô thứ hai\nhai dòng"),)),
        Paragraph("Sau bảng"),
    )


def test_tabs_breaks_hyphens_and_symbols_are_text():
    inside = (
        "<w:r><w:t>Số:</w:t><w:tab/><w:t>05</w:t><w:br/><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>"
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F06E"/></w:r>'
    )
    assert _texts(paragraph(inside)) == ["Số:\t05\nQĐ-UBND✓•"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:customXml w:element="x">{}</w:customXml>',
        '<w:ins w:id="1" w:author="a">{}</w:ins>',
    ],
)
def test_what_is_wrapped_is_read_in_place(wrapped: str):
    assert _texts(paragraph("Một"), wrapped.format(paragraph("Hai")), paragraph("Ba")) == ["Một", "Hai", "Ba"]
    inline = wrapped.format(run("hai "))
    assert _texts(paragraph(run("một "), inline, run("ba"))) == ["một hai ba"]


def test_links_and_results_of_fields_are_read_and_their_codes_are_not():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
        '<w:r><w:t>mã</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>mục 1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = f'<w:hyperlink r:id="rId9">{run(" tại đây")}</w:hyperlink>'
    assert _texts(paragraph(run("xem "), field, link)) == ["xem mục 1 tại đây"]


def test_tracked_changes_are_read_as_accepted():
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2" w:author="a">{run("đi")}</w:moveFrom><w:moveTo w:id="3" w:author="a">{run("đến")}</w:moveTo>'
    assert _texts(paragraph(run("mới "), deleted, moved)) == ["mới đến"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_a_deleted_row_is_gone():
    cut = f'<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>{run("nửa đầu ")}</w:p>'
    assert _texts(cut, paragraph("nửa sau")) == ["nửa đầu nửa sau"]
    gone = row("bỏ", "bỏ").replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr>')
    assert _read(table(row("a", "b"), gone)) == (Table((("a", "b"),)),)


def test_hidden_text_is_not_read():
    assert _texts(paragraph(run("thấy"), run("ẩn", "<w:vanish/>"))) == ["thấy"]


def test_a_text_box_is_read_once_whichever_way_it_is_drawn():
    box = f"<w:txbxContent>{paragraph('DỰ THẢO')}</w:txbxContent>"
    drawn = f"<w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    both = f'<mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'
    for way in (drawn, old, both):
        assert _texts(paragraph(run("KẾ HOẠCH"), f"<w:r>{way}</w:r>")) == ["KẾ HOẠCH", "DỰ THẢO"]


def test_merged_cells_stand_once_and_columns_line_up():
    wide = cell(paragraph("Chủ trì, phối hợp")).replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>')
    tall = cell(paragraph("Sở A")).replace("<w:tcPr>", '<w:tcPr><w:vMerge w:val="restart"/>')
    under = cell(paragraph("")).replace("<w:tcPr>", "<w:tcPr><w:vMerge/>")
    rows = [
        f"<w:tr>{each}</w:tr>"
        for each in (
            cell(paragraph("TT")) + wide,
            tall + cell(paragraph("x")) * 2,
            under + cell(paragraph("y")) * 2,
        )
    ]
    assert _read(table(*rows, columns=3)) == (
        Table((("TT", "Chủ trì, phối hợp", ""), ("Sở A", "x", "x"), ("", "y", "y"))),
    )


def test_a_table_in_a_cell_is_flattened_where_it_stands():
    inner = table(row("1", "một"), row("2", "hai"))
    outer = table(f"<w:tr>{cell(paragraph('trước'), inner, paragraph('sau'))}</w:tr>")
    assert _read(outer) == (Table((("trước\n1\tmột\n2\thai\nsau",),)),)


def test_look_comes_from_runs_styles_and_defaults():
    styles = _styles(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:basedOn w:val="N"/>'
        '<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>'
    )
    heading = f'<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>{run("Mục đích")}{run("…", "<w:b w:val=&quot;0&quot;/>".replace("&quot;", chr(34)))}</w:p>'
    mixed = paragraph(run("đậm", "<w:b/>"), run(" thường"))
    found = _read(heading, mixed, styles=styles)
    assert found == (
        Paragraph("Mục đích…", bold=True, italic=True, centred=True, caps=True, heading=2),
        Paragraph("đậm thường", italic=True),
    )


def test_a_circle_of_styles_ends():
    styles = _styles(
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    found = _read(f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>{run("chữ")}</w:p>', styles=styles)
    assert found == (Paragraph("chữ", bold=True),)


def test_a_table_of_contents_is_left_out():
    styles = _styles('<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>')
    listed = f'<w:p><w:pPr><w:pStyle w:val="T1"/></w:pPr>{run("I. MỤC ĐÍCH … 2")}</w:p>'
    assert _texts(listed, paragraph("I. MỤC ĐÍCH"), styles=styles) == ["I. MỤC ĐÍCH"]


def test_headers_footers_and_notes_stand_apart():
    notes = (
        f'<w:footnotes {NAMESPACES}><w:footnote w:id="0" w:type="separator">{paragraph("gạch")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph(" Theo số liệu năm 2022.")}</w:footnote></w:footnotes>'
    )
    source = read(
        package(
            paragraph(run("thân"), '<w:r><w:footnoteReference w:id="1"/></w:r>'),
            parts={
                "word/header1.xml": story("hdr", paragraph("2")),
                "word/footer1.xml": story("ftr", paragraph("Kế hoạch"), paragraph("năm 2023")),
                "word/footnotes.xml": notes,
            },
        ),
        "a.docx",
    )
    assert source.blocks == (Paragraph("thân"),)
    assert (source.headers, source.footers) == (("2",), ("Kế hoạch\nnăm 2023",))
    assert source.footnotes == (" Theo số liệu năm 2022.",)


# ---------------------------------------------------------------- old fonts


def _in_font(font: str, text: str) -> str:
    return run(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


def test_text_in_old_fonts_is_decoded_run_by_run():
    found = _texts(
        paragraph(
            _in_font(".VnTimeH", "kÕ ho¹ch"),
            _in_font("Times New Roman", " năm "),
            _in_font(".VnTime", "®· ký"),
        ),
        paragraph(
            _in_font("VNI-Times", "Uûy ba"), _in_font("VNI-Times", "n nhaân da"), _in_font("VNI-Times", "ân")
        ),
    )
    assert found == ["KẾ HOẠCH năm đã ký", "Ủy ban nhân dân"]


def test_unicode_letters_in_an_old_font_stay_as_they_are():
    assert _texts(paragraph(_in_font(".VnTime", "Ủy ban nhân dân tỉnh và các sở"))) == [
        "Ủy ban nhân dân tỉnh và các sở"
    ]


def test_a_file_whose_paragraphs_are_the_lines_of_a_page_is_wrapped():
    line = "công chức, viên chức và Nhân dân trên địa bàn huyện về ý nghĩa của"
    assert read(package(*[paragraph(line)] * 8), "a.docx").wrapped
    assert not read(package(*[paragraph(line.capitalize() + ".")] * 8), "a.docx").wrapped


def test_a_relation_to_a_part_that_is_not_there_is_passed_over():
    link = f'<Relationship Id="rId77" Type="{RELATIONS}/header" Target="header9.xml"/>'
    assert read(package(paragraph("thân"), relations=link), "a.docx").headers == ()

"""One print file of many records: every copy whole, in order, on pages of its own, with ids no other copy has."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from campaign.files import phrases
from campaign.files.word_writer import MissingField, Rich, Run, Template, TemplateFault, merge
from tests.files.word_corpus import (
    PAGE,
    W,
    docx,
    meaning,
    names,
    paragraph,
    part,
    row,
    run,
    story,
    table,
    text,
)

RECORDS = [{"name": f"Người {number}", "code": f"GM-{number}"} for number in range(1, 5)]


def test_every_record_stands_in_order() -> None:
    document = merge(docx(paragraph("Kính gửi {{ name }}"), paragraph("Mã {{ code }}")), RECORDS)
    assert text(document).split("\n") == [
        line for n in range(1, 5) for line in (f"Kính gửi Người {n}", f"Mã GM-{n}")
    ]


def test_a_merged_file_of_one_is_the_document_itself_but_for_its_page_numbers() -> None:
    template = docx(paragraph("Kính gửi {{ name }}"), table(row("{{ code }}", "x")), paragraph("Hết"))
    assert text(merge(template, RECORDS[:1])) == text(Template.load(template).render(RECORDS[0]))


def test_each_copy_is_a_section_whose_pages_count_from_one() -> None:
    document = merge(
        docx(
            paragraph("Kính gửi {{ name }}"),
            section=PAGE.replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz'),
        ),
        RECORDS,
    )
    sections = list(part(document).iter(f"{W}sectPr"))
    assert len(sections) == len(RECORDS)
    assert [each.find(f"{W}pgNumType").get(f"{W}start") for each in sections] == ["1"] * 4
    assert all(each.find(f"{W}type") is None for each in sections)
    assert [each.getparent().tag.removeprefix(W) for each in sections] == ["pPr", "pPr", "pPr", "body"]
    order = [child.tag.removeprefix(W) for child in sections[0]]
    assert order == ["footnotePr", "pgSz", "pgMar", "pgNumType"]


@pytest.mark.parametrize(
    "ending",
    [
        table(row("{{ code }}", "x")),
        paragraph("{%p if code %}") + paragraph("có thể có") + paragraph("{%p endif %}"),
        "<w:p><w:pPr><w:jc w:val='center'/><w:rPr><w:b/></w:rPr></w:pPr></w:p>",
        "<w:p/>",
        "",
    ],
    ids=["table", "conditional", "formatted", "bare", "nothing"],
)
def test_whatever_a_template_ends_with_its_copies_are_kept_apart(ending: str) -> None:
    document = merge(docx(paragraph("Kính gửi {{ name }} {{ code }}"), ending), RECORDS)
    assert len(list(part(document).iter(f"{W}sectPr"))) == 4
    assert text(document).count("Kính gửi") == 4
    for properties in part(document).iter(f"{W}pPr"):
        order = [child.tag.removeprefix(W) for child in properties]
        assert "sectPr" not in order[:-1]


def test_a_template_of_two_sections_restarts_only_at_its_first() -> None:
    first = f"<w:p><w:pPr>{PAGE}</w:pPr></w:p>"
    document = merge(docx(paragraph("{{ name }}"), first, paragraph("Phụ lục {{ code }}")), RECORDS)
    starts = [each.find(f"{W}pgNumType") is not None for each in part(document).iter(f"{W}sectPr")]
    assert starts == [True, False] * 4


def test_bookmarks_and_what_points_to_them_are_each_copys_own() -> None:
    marked = (
        '<w:bookmarkStart w:id="3" w:name="dau"/>' + run("{{ name }}") + '<w:bookmarkEnd w:id="3"/>'
        '<w:hyperlink w:anchor="dau"><w:r><w:t>x</w:t></w:r></w:hyperlink>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF dau \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    root = part(merge(docx(paragraph(marked)), RECORDS))
    starts = [(each.get(f"{W}id"), each.get(f"{W}name")) for each in root.iter(f"{W}bookmarkStart")]
    assert len(set(starts)) == len({number for number, _ in starts}) == len({name for _, name in starts}) == 4
    assert [each.get(f"{W}id") for each in root.iter(f"{W}bookmarkEnd")] == [number for number, _ in starts]
    assert [each.get(f"{W}anchor") for each in root.iter(f"{W}hyperlink")] == [name for _, name in starts]
    assert [each.text.split()[1] for each in root.iter(f"{W}instrText")] == [name for _, name in starts]


def test_drawings_have_ids_of_their_own_and_paragraph_ids_are_gone() -> None:
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r>'
    document = merge(docx(f'<w:p w14:paraId="12345678">{run("{{ name }}")}{drawing}</w:p>'), RECORDS)
    ids = [each.get("id") for each in part(document).iter("{*}docPr")]
    assert len(ids) == len(set(ids)) == 4
    assert "paraId" not in repr(meaning(document))


NUMBERING = story(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Muc"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>',
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>',
    '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>',
    '<w:numIdMacAtCleanup w:val="9"/>',
)


def item(number: str, words: str) -> str:
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{run(words)}</w:p>'


def test_numbered_lists_start_anew_in_every_copy_and_bullets_stay() -> None:
    template = docx(
        item("5", "{{ name }}"),
        item("5", "hai"),
        item("6", "gạch"),
        paragraph("x"),
        parts={"word/numbering.xml": NUMBERING},
    )
    document = merge(template, RECORDS[:3])
    assert [each.get(f"{W}val") for each in part(document).iter(f"{W}numId")] == [
        "5",
        "5",
        "6",
        "7",
        "7",
        "6",
        "8",
        "8",
        "6",
    ]
    root = part(document, "word/numbering.xml")
    assert [each.tag.removeprefix(W) for each in root][-5:] == [
        "num",
        "num",
        "num",
        "num",
        "numIdMacAtCleanup",
    ]
    fresh = root.findall(f"{W}num")[-1]
    assert fresh.get(f"{W}numId") == "8"
    assert fresh.find(f"{W}abstractNumId").get(f"{W}val") == "0"
    assert [each.get(f"{W}val") for each in fresh.iter(f"{W}startOverride")] == ["1", "3"]


def test_paragraphs_numbered_by_their_style_start_anew_too() -> None:
    styles = (
        f'<w:styles xmlns:w="{W[1:-1]}"><w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="MucCon"><w:name w:val="Muc con"/><w:basedOn w:val="Muc"/></w:style></w:styles>'
    )
    styled = (
        '<w:p><w:pPr><w:pStyle w:val="MucCon"/><w:keepNext/><w:jc w:val="both"/></w:pPr>'
        + run("{{ name }}")
        + "</w:p>"
    )
    template = docx(
        styled, paragraph("x"), parts={"word/numbering.xml": NUMBERING, "word/styles.xml": styles}
    )
    document = merge(template, RECORDS[:2])
    assert [each.get(f"{W}val") for each in part(document).iter(f"{W}numId")] == ["5", "7"]
    properties = next(part(document).iter(f"{W}pPr"))
    assert [each.tag.removeprefix(W) for each in properties] == ["pStyle", "keepNext", "numPr", "jc"]


def test_a_templates_own_footnotes_are_written_for_every_copy() -> None:
    notes = story(
        "footnotes",
        f'<w:footnote w:id="0" w:type="separator">{paragraph("")}</w:footnote>',
        f'<w:footnote w:id="2">{paragraph("Gửi riêng {{ name }} & bạn".replace("&", "&amp;"))}</w:footnote>',
    )
    body = paragraph(run("{{ name }}"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run("{{r basis }}"))
    records = [
        {**record, "basis": Rich([Run("x", footnote=f"mới {record['code']}")])} for record in RECORDS[:2]
    ]
    document = merge(docx(body, parts={"word/footnotes.xml": notes}), records)
    references = [each.get(f"{W}id") for each in part(document).iter(f"{W}footnoteReference")]
    written = [each.get(f"{W}id") for each in part(document, "word/footnotes.xml").iter(f"{W}footnote")]
    assert references == written[1:]
    assert len(set(written)) == len(written)
    assert text(document, "word/footnotes.xml").split("\n") == [
        "",
        "Gửi riêng Người 1 & bạn",
        " mới GM-1",
        "Gửi riêng Người 2 & bạn",
        " mới GM-2",
    ]


def test_loops_conditions_and_emptied_tables_work_in_copies() -> None:
    rows = table(row("{%tr for p in people %}", ""), row("{{ p }}", "x"), row("{%tr endfor %}", ""))
    template = docx(paragraph("{% if name %}{{ name }}{% endif %}"), rows, paragraph("Hết"))
    records = [{"name": "A", "people": ["1", "2"]}, {"name": "B", "people": []}]
    assert text(merge(template, records)).split("\n") == ["A", "1", "x", "2", "x", "Hết", "B", "Hết"]


def test_a_header_that_would_differ_is_refused_and_one_that_is_the_same_is_filled() -> None:
    template = docx(
        paragraph("{{ name }}"),
        title="Giấy mời {{ name }}",
        parts={"word/header1.xml": story("hdr", paragraph("Số {{ code }}"))},
    )
    with pytest.raises(TemplateFault) as caught:
        merge(template, RECORDS)
    assert caught.value.reason == phrases.HEADER_DIFFERS
    document = merge(template, [{**record, "code": "GM"} for record in RECORDS])
    assert text(document, "word/header1.xml") == "Số GM"
    assert part(document, "docProps/core.xml").findtext("{*}title") == "Giấy mời "


def test_endnotes_are_refused() -> None:
    with pytest.raises(TemplateFault) as caught:
        merge(docx(paragraph(run("x"), '<w:r><w:endnoteReference w:id="1"/></w:r>')), [{}])
    assert caught.value.reason == phrases.HAS_ENDNOTES


def test_a_missing_field_names_its_row() -> None:
    with pytest.raises(MissingField) as caught:
        merge(docx(paragraph("{{ name }}")), [*RECORDS, {}])
    assert caught.value.row == 5


def test_nothing_to_merge_is_an_error() -> None:
    with pytest.raises(ValueError, match=phrases.NOTHING_TO_WRITE):
        merge(docx(paragraph("x")), [])


def test_the_same_records_give_the_same_bytes_in_a_sound_package() -> None:
    template = docx(paragraph("{{ name }}"), parts={"word/numbering.xml": NUMBERING})
    made = merge(template, RECORDS)
    assert made == merge(template, RECORDS)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert file.testzip() is None
    assert names(made)[0] == "[Content_Types].xml"
    assert len(names(made)) == len(set(names(made)))


@pytest.mark.office
def test_a_merged_file_prints_one_page_a_copy(tmp_path: Path) -> None:
    source = tmp_path / "gop.docx"
    source.write_bytes(
        merge(
            docx(paragraph("Kính gửi {{ name }}"), table(row("{{ code }}", "x")), paragraph("Hết")), RECORDS
        )
    )
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        ["soffice", "--headless", home, "--convert-to", "pdf", "--outdir", tmp_path, source],
        check=True,
        capture_output=True,
    )
    pages = subprocess.run(
        ["pdftotext", tmp_path / "gop.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")
    assert [each.split("\n")[0] for each in pages[:-1]] == [
        f"Kính gửi Người {number}" for number in range(1, 5)
    ]


def test_pages_are_counted_by_copy_in_the_footer() -> None:
    simple = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    complex_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NUMPAGES </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    footer = story("ftr", paragraph(simple, complex_field))
    document = merge(docx(paragraph("{{ name }}"), parts={"word/footer1.xml": footer}), RECORDS)
    root = part(document, "word/footer1.xml")
    assert [each.get(f"{W}instr") for each in root.iter(f"{W}fldSimple")] == [" SECTIONPAGES "]
    assert [each.text for each in root.iter(f"{W}instrText")] == [" SECTIONPAGES "]

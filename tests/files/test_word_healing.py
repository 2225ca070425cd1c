"""Placeholders are found however Word cut them, keep the look they began with, or are refused by name; text is never lost."""

import pytest

from campaign.files import phrases
from campaign.files.word_writer import Template, TemplateFault
from tests.files.word_corpus import W, cell, docx, meaning, paragraph, part, row, run, story, table, text

BOLD = "<w:b/>"
DATA = {"name": "Bà Hợi", "code": "GM-01"}
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="Khung" descr="Giấy mời {{ name }}"/>'
    "<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{box}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)

HEALED = {
    "four runs": paragraph(run("Gửi {"), run("{", BOLD), run(" na"), run("me }}. Hết")),
    "marks between": paragraph(
        run("Gửi {{ "),
        '<w:bookmarkStart w:id="0" w:name="dau"/>',
        '<w:proofErr w:type="gramStart"/>',
        run("name"),
        '<w:bookmarkEnd w:id="0"/>',
        run(" }}. Hết"),
    ),
    "half in a link": paragraph(run("Gửi {{ na"), '<w:hyperlink w:anchor="x">', run("me }}. Hết"), "</w:hyperlink>"),
    "half in a content control": paragraph(
        run("Gửi {{ na"), "<w:sdt><w:sdtContent>", run("me }}"), "</w:sdtContent></w:sdt>", run(". Hết")
    ),
    "half in a smart tag": paragraph(run("Gửi {{ "), '<w:smartTag w:element="x">', run("name }}"), "</w:smartTag>", run(". Hết")),
    "whole in an insertion": paragraph(run("Gửi "), '<w:ins w:id="1" w:author="x">', run("{{ name }}"), "</w:ins>", run(". Hết")),
    "a tab inside": paragraph("<w:r><w:t>Gửi {{</w:t><w:tab/><w:t>name }}. Hết</w:t></w:r>"),
    "a hidden soft hyphen": paragraph("Gửi {{ na\u00adme }}. Hết"),
}  # fmt: skip


@pytest.mark.parametrize("case", HEALED)
def test_a_placeholder_cut_apart_is_one(case: str) -> None:
    template = Template.load(docx(HEALED[case], paragraph("Mã {{ code }}")))
    assert template.fields == {"name", "code"}
    assert text(template.render(DATA)) == "Gửi Bà Hợi. Hết\nMã GM-01"


def test_the_first_run_gives_the_look() -> None:
    document = Template.load(docx(paragraph(run("{{ na", BOLD), run("me }} thường")))).render(DATA)
    assert "Bà Hợi" in [each.text for each in part(document).iterfind(f".//{W}r[{W}rPr]/{W}t")]
    assert " thường" in [
        each.text
        for each in part(document).iterfind(f".//{W}r/{W}t")
        if each.getparent().find(f"{W}rPr") is None
    ]


def test_runs_left_empty_are_gone() -> None:
    document = Template.load(docx(paragraph(run("{{"), run(" na", BOLD), run("me"), run("}}")))).render(DATA)
    assert [[each.text for each in one] for one in part(document).iter(f"{W}r")] == [["Bà Hợi"]]


def test_text_boxes_are_filled_in_both_their_forms() -> None:
    box = BOX.format(box=paragraph(run("{{ na"), run("me }}")))
    document = Template.load(docx(paragraph(run("Trước"), box.replace("{ name }", "{{ name }}")))).render(
        DATA
    )
    assert text(document) == "Trước\nBà Hợi\nBà Hợi"


def test_alternative_text_is_filled() -> None:
    box = BOX.replace("{box}", paragraph("x"))
    document = Template.load(docx(paragraph(box))).render({"name": 'Bà "Hợi" & <con>'})
    assert [each.get("descr") for each in part(document).iter("{*}docPr")] == ['Giấy mời Bà "Hợi" & <con>']


@pytest.mark.parametrize(
    ("name", "kind", "inside"),
    [
        ("word/header1.xml", "hdr", "{block}"),
        ("word/footer1.xml", "ftr", "{block}"),
        ("word/footnotes.xml", "footnotes", '<w:footnote w:id="1">{block}</w:footnote>'),
        ("word/comments.xml", "comments", '<w:comment w:id="1" w:author="x">{block}</w:comment>'),
    ],
)
def test_other_parts_are_filled_too(name: str, kind: str, inside: str) -> None:
    block = paragraph(run("Gửi {{ na"), run("me }}"))
    template = docx(paragraph("Thân"), parts={name: story(kind, inside.replace("{block}", block))})
    assert text(Template.load(template).render(DATA), name) == "Gửi Bà Hợi"


def test_the_document_title_is_filled_and_its_author_forgotten() -> None:
    document = Template.load(docx(paragraph("x"), title="Giấy mời {{ name }}")).render({"name": "A & B"})
    core = part(document, "docProps/core.xml")
    assert core.findtext("{*}title") == "Giấy mời A & B"
    assert not any(
        each.text for name in ("creator", "lastModifiedBy", "created") for each in core.iter(f"{{*}}{name}")
    )


def test_a_filled_content_control_is_no_longer_bound_to_other_data() -> None:
    control = '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{0}"/></w:sdtPr><w:sdtContent>'
    document = Template.load(docx(paragraph(control + run("{{ name }}") + "</w:sdtContent></w:sdt>"))).render(
        DATA
    )
    assert text(document) == "Bà Hợi"
    assert not list(part(document).iter(f"{W}dataBinding"))


def test_editing_noise_is_dropped_and_text_stays() -> None:
    noisy = (
        '<w:p w:rsidR="00AA" w14:paraId="1A2B3C4D"><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
        '<w:r w:rsidRPr="00BB"><w:lastRenderedPageBreak/><w:t>Chào </w:t></w:r><w:proofErr w:type="spellStart"/>'
        f"{run('{{ name }}')}</w:p>"
    )
    settings = story("settings", '<w:zoom w:percent="100"/><w:rsids><w:rsidRoot w:val="00AA"/></w:rsids>')
    document = Template.load(docx(noisy, parts={"word/settings.xml": settings})).render(DATA)
    assert text(document) == "Chào Bà Hợi"
    spelled = repr(meaning(document)) + repr(meaning(document, "word/settings.xml"))
    assert not any(noise in spelled for noise in ("rsid", "paraId", "proofErr", "_GoBack", "lastRendered"))


REFUSED = {
    "half in an insertion": (
        paragraph(run("Kính gửi {{ na"), '<w:ins w:id="1" w:author="x">', run("me }}"), "</w:ins>", run(" đến dự")),
        phrases.IN_TRACKED_CHANGE,
        "Kính gửi",
    ),
    "half in a deletion": (
        paragraph(run("{{ "), '<w:del w:id="1" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del>', run("name }} đến dự")),
        phrases.IN_TRACKED_CHANGE,
        "đến dự",
    ),
    "whole in a deletion": (
        paragraph('<w:del w:id="1" w:author="x"><w:r><w:delText>{{ name }}</w:delText></w:r></w:del>', run("đến dự")),
        phrases.IN_TRACKED_CHANGE,
        "đến dự",
    ),
    "never closed": (paragraph("Kính gửi {{ name và"), phrases.NOT_CLOSED, "Kính gửi"),
    "closed in the next paragraph": (paragraph("Kính gửi {{ na") + paragraph("me }}"), phrases.NOT_CLOSED, "Kính gửi"),
    "a picture inside": (paragraph(run("Gửi {{ na"), "<w:r><w:drawing/></w:r>", run("me }}")), phrases.NOT_ONLY_TEXT, "Gửi"),
    "a note inside": (
        paragraph(run("Gửi {{ na"), '<w:r><w:footnoteReference w:id="1"/></w:r>', run("me }}")),
        phrases.NOT_ONLY_TEXT,
        "Gửi",
    ),
    "in a field's code": (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "{{ name }}"</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        phrases.TAG_IN_FIELD,
        "HYPERLINK",
    ),
    "in a simple field's code": (paragraph('<w:fldSimple w:instr="REF {{ name }}"/>'), phrases.TAG_IN_FIELD, "REF"),
    "a paragraph tag with company": (
        paragraph("Kính gửi {%p if name %}") + paragraph("x") + paragraph("{%p endif %}"),
        phrases.TAG_NOT_ALONE,
        "Kính gửi",
    ),
    "two paragraph tags together": (paragraph("{%p if name %}{%p endif %}"), phrases.TAG_NOT_ALONE, "if name"),
    "a row tag outside a table": (paragraph("{%tr if name %}"), phrases.TAG_WITHOUT_PLACE, "if name"),
    "a row tag beside text": (table(row("{%tr for x in name %}", "STT")), phrases.TAG_NOT_ALONE, "for x in"),
    "a value in place of a paragraph": (paragraph("{{p name }}"), phrases.TAG_UNKNOWN_LEVEL, "name"),
    "a loop that ends inside a link": (
        paragraph(run("{% for x in name %}"), '<w:hyperlink w:anchor="x">', run("{% endfor %}"), "</w:hyperlink>"),
        phrases.NOT_NESTED,
        "for x in name",
    ),
    "a condition from body to cell": (
        paragraph("Đầu {% if name %}") + table(f"<w:tr>{cell(paragraph('{% endif %}'))}</w:tr>"),
        phrases.NOT_NESTED,
        "if name",
    ),
    "a branch that nests otherwise": (
        paragraph(run("{% if name %}a{% else %}"), '<w:hyperlink w:anchor="x">', run("{% endif %}"), "</w:hyperlink>"),
        phrases.NOT_NESTED,
        "if name",
    ),
    "a condition without end": (paragraph("Kính gửi {% if name %} ông"), phrases.BAD_SYNTAX, "Kính gửi"),
    "an end without condition": (paragraph("Kính gửi {% endif %} ông"), phrases.BAD_SYNTAX, "Kính gửi"),
    "words without sense": (paragraph("Kính gửi {{ tên người nhận }} dự"), phrases.BAD_SYNTAX, "Kính gửi"),
    "nothing inside": (paragraph("Kính gửi {{ }} dự"), phrases.BAD_SYNTAX, "Kính gửi"),
    "an unknown tag": (paragraph("Kính gửi {% cellbg x %} dự"), phrases.FORBIDDEN_EXPRESSION, "Kính gửi"),
    "a dash over a picture": (
        paragraph("a") + paragraph("<w:r><w:drawing/></w:r>", run("{%- if name %}b{% endif %}")),
        phrases.DASH_DROPS_CONTENT,
        "if name",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_filled_safely_is_refused_with_the_words_around_it(case: str) -> None:
    blocks, reason, words = REFUSED[case]
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(blocks))
    assert caught.value.reason == reason
    assert words in caught.value.where
    assert caught.value.where in caught.value.message

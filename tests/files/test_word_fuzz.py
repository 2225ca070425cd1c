"""Templates nobody would write: refused by name or filled soundly, never a crash and never broken XML."""

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.files.word_writer import Template, TemplateFault, merge
from tests.files.word_corpus import docx, paragraph, part, run, table, text, zipped

FRAGMENTS = [
    *("{{ name }}", "{{r name }}", "{{ a.b }}", "{% if name %}", "{% else %}", "{% endif %}", "{% for x in days %}", "{% endfor %}"),
    *("{{ x }}", "{{", "}}", "{", "}", "{%", "%}", "{%p if a %}", "{%p endif %}", "{%tr for x in days %}", "{%tr endfor %}", "{#", "#}"),
    *("{%- if a -%}", "{%- endif %}", "{_{", "chữ", " ", "{{ loop.index }}", "{%r if a %}", "{%tc endfor %}", "{% elif b %}", "\u00a0", "-"),
]  # fmt: skip
LOOKS = ["", "<w:b/>"]
runs = st.builds(run, st.sampled_from(FRAGMENTS), st.sampled_from(LOOKS))
wrapped = st.one_of(
    runs,
    runs.map(lambda inside: f'<w:hyperlink w:anchor="x">{inside}</w:hyperlink>'),
    runs.map(lambda inside: f'<w:ins w:id="1" w:author="x">{inside}</w:ins>'),
    runs.map(lambda inside: f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"),
    st.sampled_from(['<w:bookmarkStart w:id="1" w:name="x"/>', '<w:bookmarkEnd w:id="1"/>', "<w:r><w:tab/></w:r>", "<w:r><w:drawing/></w:r>"]),
)  # fmt: skip
paragraphs = st.lists(wrapped, max_size=5).map(lambda inside: paragraph(*inside))
tables = st.lists(paragraphs, min_size=1, max_size=4).map(
    lambda cells: table("".join(f"<w:tr><w:tc>{each}</w:tc></w:tr>" for each in cells), columns=1)
)
bodies = st.lists(paragraphs | tables, max_size=5)
DATA = [
    {"name": "Bà <Hợi>", "a": {"b": "B"}, "b": 1, "days": ["Hai", "Tư"], "x": "ngoài"},
    {"name": "", "a": {"b": None}, "b": 0, "days": [], "x": None},
]


@given(bodies)
@settings(max_examples=400, deadline=None)
def test_any_mixture_of_tags_is_refused_or_filled(blocks: list[str]) -> None:
    source = docx(*blocks, paragraph("Hết"))
    try:
        documents = [Template.load(source).render(each) for each in DATA] + [merge(source, DATA)]
    except TemplateFault:
        return
    for document in documents:
        assert text(document).endswith("Hết")
        for holder in part(document).iter("{*}tc"):
            assert holder[-1].tag.endswith("}p")
        for holder in part(document).iter("{*}tr", "{*}tbl"):
            assert len(holder)


@given(bodies)
@settings(max_examples=100, deadline=None)
def test_text_without_tags_stays_whole(blocks: list[str]) -> None:
    for brace in ("{", "}", "%", "#"):
        blocks = [block.replace(brace, "") for block in blocks]
    source = docx(*blocks, paragraph("{{ name }}"))
    try:
        document = Template.load(source).render(DATA[0])
    except TemplateFault:
        return
    assert text(document) == text(source).replace("{{ name }}", "Bà <Hợi>")


SOUND = docx(
    paragraph("Kính gửi {{ name }}"), title="{{ name }}", parts={"word/media/a.png": bytes(range(256))}
)


@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_a_damaged_file_is_refused_or_still_right(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SOUND)
    for place, value in changes:
        data[place] = value
    try:
        document = Template.load(bytes(data)).render({"name": "A"})
    except TemplateFault:
        return
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        assert file.testzip() is None


@given(
    st.sampled_from(["w:id", "w:val", "w:numId", "w:ilvl", "w:w", "id"]),
    st.sampled_from(["", "'", "x", "9" * 30, "-1", '"]'.replace('"', "&quot;")]),
)
@settings(deadline=None)
def test_odd_numbers_are_refused_or_carried(name: str, value: str) -> None:
    with zipfile.ZipFile(io.BytesIO(_NUMBERED)) as file:
        files = {each: file.read(each).decode() for each in file.namelist()}
    for part_name in ("word/document.xml", "word/numbering.xml", "word/footnotes.xml"):
        files[part_name] = files[part_name].replace(f'{name}="7"', f'{name}="{value}"')
    source = zipped(dict(files))
    try:
        documents = [Template.load(source).render(DATA[0]), merge(source, DATA)]
    except TemplateFault:
        return
    for document in documents:
        assert "Bà <Hợi>" in text(document)


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NUMBERED = docx(
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="7"/><w:numId w:val="7"/></w:numPr></w:pPr><w:bookmarkStart w:id="7" w:name="_GoBack"/>',
    '<w:bookmarkEnd w:id="7"/><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t>{{r name }}</w:t></w:r></w:p>',
    '<w:tbl><w:tblGrid><w:gridCol w:w="7"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="7"/></w:tcPr>',
    "<w:p><w:r><w:t>{%p if a %}</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>",
    parts={
        "word/numbering.xml": f'<w:numbering {_W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="7"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>',
        "word/footnotes.xml": f'<w:footnotes {_W}><w:footnote w:id="7"><w:p/></w:footnote></w:footnotes>',
    },
)

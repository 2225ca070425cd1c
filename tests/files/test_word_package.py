"""The package around the text: entries copied as they are, the same bytes each time, readable by every reader."""

import io
import subprocess
import sys
import zipfile

import docx as python_docx
import pytest

from campaign.files import phrases
from campaign.files.word_writer import Rich, Run, Template, TemplateFault, deflate
from tests.files.word_corpus import W, docx, names, paragraph, part, run, story, text, zipped

PICTURE = bytes(range(256)) * 20


@pytest.fixture(params=sorted(deflate.ENGINES), autouse=True)
def engine(request: pytest.FixtureRequest):
    yield deflate.choose(request.param)
    deflate.choose()


def test_the_same_data_gives_the_same_bytes() -> None:
    template = docx(paragraph("{{ name }}"))
    assert Template.load(template).render({"name": "A"}) == Template.load(template).render({"name": "A"})


def test_dates_and_people_do_not_leak() -> None:
    document = Template.load(docx(paragraph("{{ name }}"))).render({"name": "A"})
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "Nguyễn Văn Soạn".encode() not in b"".join(file.read(name) for name in file.namelist())


def test_content_types_stand_first_and_the_document_last() -> None:
    template = docx(paragraph("{{ name }}"), title="{{ name }}", parts={"word/media/a.png": PICTURE})
    order = names(Template.load(template).render({"name": "A"}))
    assert order[0] == "[Content_Types].xml"
    assert order[-1] == "word/document.xml"
    assert set(order) == set(names(template))


def test_other_parts_are_copied_as_they_are() -> None:
    header = story("hdr", paragraph("Đầu trang"))
    template = docx(paragraph("{{ name }}"), parts={"word/media/a.png": PICTURE, "word/header1.xml": header})
    document = Template.load(template).render({"name": "A"})
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        assert file.read("word/media/a.png") == PICTURE
        assert file.read("word/header1.xml").decode() == header
        assert file.testzip() is None


def test_other_ways_to_zip_are_understood() -> None:
    with zipfile.ZipFile(
        io.BytesIO(docx(paragraph("{{ name }}"), parts={"word/media/a.png": PICTURE}))
    ) as file:
        files = {name: file.read(name) for name in file.namelist()}
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", method) as file:
            for name, content in files.items():
                file.writestr(name, content)
        document = Template.load(packed.getvalue()).render({"name": "A"})
        with zipfile.ZipFile(io.BytesIO(document)) as file:
            assert {info.compress_type for info in file.infolist()} <= {
                zipfile.ZIP_STORED,
                zipfile.ZIP_DEFLATED,
            }
            assert file.read("word/media/a.png") == PICTURE


def test_sizes_written_after_the_data_are_moved_before_it() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data) -> int:  # a pipe cannot be sought, so zipfile writes data descriptors
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    with (
        zipfile.ZipFile(io.BytesIO(docx(paragraph("{{ name }}")))) as file,
        zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in file.namelist():
            out.writestr(name, file.read(name))
    document = Template.load(pipe.data).render({"name": "A"})
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        assert not any(info.flag_bits & 0x8 for info in file.infolist())
    assert text(document) == "A"


def test_names_in_vietnamese_are_kept() -> None:
    template = docx(paragraph("x"), parts={"word/media/ảnh lễ.png": PICTURE})
    assert "word/media/ảnh lễ.png" in names(Template.load(template).render({}))


def test_python_docx_opens_what_is_written() -> None:
    source = io.BytesIO()
    made = python_docx.Document()
    made.add_heading("Giấy mời", 1)
    made.add_paragraph("Kính gửi: {{ name }}", style="List Number")
    made.save(source)
    document = Template.load(source.getvalue()).render({"name": "Bà Hợi & ông An"})
    opened = python_docx.Document(io.BytesIO(document))
    assert [each.text for each in opened.paragraphs] == ["Giấy mời", "Kính gửi: Bà Hợi & ông An"]


def test_a_template_is_compiled_once_for_the_same_content(tmp_path) -> None:
    data = docx(paragraph("{{ name }} một lần"))
    path = tmp_path / "mẫu.docx"
    path.write_bytes(data)
    assert Template.load(path) is Template.load(data)
    path.write_bytes(docx(paragraph("{{ name }} hai lần")))
    assert text(Template.load(path).render({"name": "A"})) == "A hai lần"


BOLD = "<w:b/>"


def test_formatted_text_keeps_the_look_of_its_placeholder() -> None:
    look = '<w:rFonts w:ascii="Tinos"/><w:color w:val="FF0000"/>'
    document = Template.load(docx(paragraph(run("Trước {{r x }} sau", look)))).render(
        {
            "x": Rich(
                [
                    Run("đậm", bold=True),
                    Run("nghiêng", italic=True),
                    Run("cả hai", bold=True, italic=True),
                    Run("thường"),
                ]
            )
        }
    )
    looks = {}
    for each in part(document).iter(f"{W}r"):
        looks["".join(each.itertext())] = [child.tag.removeprefix(W) for child in each.find(f"{W}rPr")]
    assert looks == {
        "Trước ": ["rFonts", "color"],
        "đậm": ["rFonts", "b", "bCs", "color"],
        "nghiêng": ["rFonts", "i", "iCs", "color"],
        "cả hai": ["rFonts", "b", "bCs", "i", "iCs", "color"],
        "thường": ["rFonts", "color"],
        " sau": ["rFonts", "color"],
    }


def test_formatted_text_works_in_loops_and_beside_itself() -> None:
    template = Template.load(docx(paragraph("{% for x in lines %}{{r x }}{{r x }}; {% endfor %}")))
    assert text(template.render({"lines": [Rich([Run("a")]), Rich([Run("b")]), "c"]})) == "aa; bb; cc; "


def test_a_note_makes_a_footnote_in_a_template_that_had_none() -> None:
    template = Template.load(docx(paragraph(run("Theo {{r basis }}.", BOLD))))
    document = template.render(
        {"basis": Rich([Run("Nghị định", footnote="Số 30/2020/NĐ-CP & <sửa đổi>"), Run(" và", footnote="b")])}
    )
    references = [each.get(f"{W}id") for each in part(document).iter(f"{W}footnoteReference")]
    notes = {each.get(f"{W}id"): each for each in part(document, "word/footnotes.xml").iter(f"{W}footnote")}
    assert references == ["1", "2"]
    assert set(notes) == {"-1", "0", "1", "2"}
    assert text(document, "word/footnotes.xml").strip() == "Số 30/2020/NĐ-CP & <sửa đổi>\n b"
    styles = {each.get(f"{W}styleId") for each in part(document, "word/styles.xml").iter(f"{W}style")}
    assert {"FootnoteReference", "FootnoteText"} <= styles
    assert (
        '/word/footnotes.xml"' in zipfile.ZipFile(io.BytesIO(document)).read("[Content_Types].xml").decode()
    )
    assert (
        "footnotes.xml" in zipfile.ZipFile(io.BytesIO(document)).read("word/_rels/document.xml.rels").decode()
    )


def test_without_notes_no_footnotes_part_appears() -> None:
    document = Template.load(docx(paragraph("{{r x }}"))).render({"x": Rich([Run("a")])})
    assert "word/footnotes.xml" not in names(document)


def test_notes_are_numbered_after_those_the_template_has() -> None:
    notes = story("footnotes", f'<w:footnote w:id="7">{paragraph("Có sẵn: {{ code }}")}</w:footnote>')
    styles = f'<w:styles xmlns:w="{W[1:-1]}"><w:style w:type="character" w:styleId="Thamchiu"><w:name w:val="footnote reference"/></w:style></w:styles>'
    body = paragraph(run("a"), '<w:r><w:footnoteReference w:id="7"/></w:r>', run("{{r x }}"))
    template = Template.load(docx(body, parts={"word/footnotes.xml": notes, "word/styles.xml": styles}))
    document = template.render({"x": Rich([Run("b", footnote="mới")]), "code": "GM-01"})
    assert text(document, "word/footnotes.xml") == "Có sẵn: GM-01\n mới"
    assert [each.get(f"{W}id") for each in part(document).iter(f"{W}footnoteReference")] == ["7", "8"]
    assert {each.get(f"{W}val") for each in part(document).iter(f"{W}rStyle")} == {"Thamchiu"}
    assert text(template.render({"x": "b", "code": "GM-02"}), "word/footnotes.xml") == "Có sẵn: GM-02"


def test_a_note_outside_the_body_is_refused() -> None:
    noted = {"x": Rich([Run("a", footnote="b")])}
    header = docx(paragraph("x"), parts={"word/header1.xml": story("hdr", paragraph("{{r x }}"))})
    for template in (header, docx(paragraph("{{ x }}"))):
        with pytest.raises(TemplateFault) as caught:
            Template.load(template).render(noted)
        assert caught.value.reason in {phrases.NOTE_OUTSIDE_BODY, phrases.NOT_PLAIN}


def test_a_package_without_relations_of_its_own_can_take_notes() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(paragraph("{{r x }}")))) as file:
        files = {name: file.read(name) for name in file.namelist() if name != "word/_rels/document.xml.rels"}
    document = Template.load(zipped(files)).render({"x": Rich([Run("a", footnote="b")])})
    assert text(document, "word/footnotes.xml").endswith(" b")


def test_importing_the_engine_does_not_load_the_slow_libraries() -> None:
    code = "import sys, campaign.files.word_writer; print([name for name in ('lxml', 'docx', 'docxtpl') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_a_bookmark_that_loses_one_end_with_a_tags_paragraph_is_dropped() -> None:
    tag = paragraph('<w:bookmarkStart w:id="1" w:name="nua"/>', run("{%p if name %}"))
    body = [
        tag,
        paragraph(run("Có"), '<w:bookmarkEnd w:id="1"/>'),
        paragraph("{%p endif %}"),
        paragraph("Hết"),
    ]
    assert not list(part(Template.load(docx(*body)).render({"name": "A"})).iter(f"{W}bookmarkEnd"))

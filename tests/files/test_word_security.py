"""An uploaded template is hostile until shown otherwise: what it may carry and what it may say are short lists."""

import io
import struct
import zipfile
import zlib

import pytest

from campaign.files import phrases
from campaign.files.word_writer import Template, TemplateFault
from tests.files.word_corpus import (
    KIND,
    NAMESPACES,
    RELATIONS,
    W_NAMESPACE,
    docx,
    paragraph,
    part,
    story,
    text,
    zipped,
)


class Record:
    """An object a careless caller hands in."""

    password_hash = "secret"

    def __init__(self) -> None:
        self.deleted = False

    def delete(self) -> str:
        self.deleted = True
        return "deleted"


FORBIDDEN = [
    "{{ cycler.__init__.__globals__.os.getpid() }}",
    "{{ name.__class__ }}",
    "{{ name['__class__'] }}",
    "{{ name|attr('__class__') }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ _private }}",
    "{{ record.delete() }}",
    "{{ range(10) }}",
    "{% for i in range(1000000000) %}x{% endfor %}",
    "{{ 'x' * 100000000 }}",
    "{{ 9 ** 999999 }}",
    "{{ name ~ name }}",
    "{{ '%1000000000d' % number }}",
    "{{ number // 2 }}",
    "{{ name|replace('', 'xxxxxxxx') }}",
    "{{ name|format(1) }}",
    "{{ name|center(100000000) }}",
    "{{ name|safe }}",
    "{{ name|map('upper') }}",
    "{{ name|_text }}",
    "{{ name|_rich(('', '', '', '', 1)) }}",
    "{{ {'a': 1} }}",
    "{{ name[number] }}",
    "{{ name[0:1] }}",
    "{{ namespace(a=1) }}",
    "{{ lipsum() }}",
    "{{ self }}{{ self.__init__() }}",
    "{% set x = 1 %}",
    "{% macro m() %}{% endmacro %}",
    "{% import 'x' as y %}",
    "{% include 'x' %}",
    "{% extends 'x' %}",
    "{% block x %}{% endblock %}",
    "{% call x() %}{% endcall %}",
    "{% filter upper %}{% endfilter %}",
    "{% autoescape false %}{{ name }}{% endautoescape %}",
    "{% raw %}{{ name }}{% endraw %}",
    "{% do name %}",
    "{% with a=1 %}{% endwith %}",
    "{% for x in name recursive %}{{ loop(x) }}{% endfor %}",
]


@pytest.mark.parametrize("source", FORBIDDEN)
def test_expressions_that_call_grow_or_reach_out_are_refused_when_uploaded(source: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(paragraph(f"Kính gửi {source} đến dự")))
    assert caught.value.reason in {phrases.FORBIDDEN_EXPRESSION, phrases.BAD_SYNTAX}
    assert "Kính gửi" in caught.value.where


def test_the_title_is_held_to_the_same_rules() -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(paragraph("x"), title="{{ cycler.__init__.__globals__.os.getpid() }}"))
    assert caught.value.reason == phrases.FORBIDDEN_EXPRESSION


@pytest.mark.parametrize(
    "source", ["{{ record.password_hash }}", "{% if 1 %}{{ record.password_hash }}{% endif %}"]
)
def test_attributes_of_objects_cannot_be_reached(source: str) -> None:
    assert Template.load(docx(paragraph(source))).check({"record": Record()}) == ["record.password_hash"]


def test_loops_of_loops_stop() -> None:
    nested = "{% for a in days %}{% for b in days %}{% for c in days %}{% endfor %}{% endfor %}{% endfor %}"
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(paragraph(nested))).render({"days": ["x"] * 3000})
    assert caught.value.reason == phrases.OUTPUT_TOO_BIG


@pytest.mark.parametrize(
    "source", ["{{ number &lt; name }}", "{{ number + name }}", "{% for x in number %}{% endfor %}"]
)
def test_data_that_does_not_fit_an_expression_is_a_named_fault(source: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(paragraph(source))).render({"number": 1, "name": "a"})
    assert caught.value.reason == phrases.CANNOT_FILL


def test_jinja_in_a_value_is_text() -> None:
    for source in ("{{ name }}", "{% if name %}{{ name }}{% endif %}"):
        value = "{{ 7 + 7 }}{% for x in y %}{#"
        assert text(Template.load(docx(paragraph(source))).render({"name": value})) == value


def field(*codes: str) -> str:
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>' for code in codes)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    "inside",
    [
        field(' DDEAUTO c:\\\\windows "x"'),
        field(" D", 'DE x "y"'),
        field(' includetext "c:\\\\x"'),
        field(" INCLUDEPICTURE http://x"),
        '<w:fldSimple w:instr=" DDE x y "/>',
        # A field inside the name of another: QUOTE can spell DDE in numbers.
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + field(" QUOTE 68 68 69 ") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)  # fmt: skip
def test_fields_that_fetch_are_refused(inside: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(paragraph(inside)))
    assert caught.value.reason == phrases.HAS_FIELD


def test_fields_in_headers_are_looked_at_and_page_numbers_are_welcome() -> None:
    assert Template.load(
        docx(paragraph("x"), parts={"word/header1.xml": story("hdr", paragraph(field(" PAGE ")))})
    )
    with pytest.raises(TemplateFault):
        Template.load(
            docx(paragraph("x"), parts={"word/header1.xml": story("hdr", paragraph(field(" DDE x ")))})
        )


def relation(kind: str, target: str, mode: str = "External") -> str:
    return f'<Relationship Id="rId90" Type="{RELATIONS}/{kind}" Target="{target}" TargetMode="{mode}"/>'


@pytest.mark.parametrize(
    ("kind", "target", "mode"),
    [
        ("attachedTemplate", "http://x/evil.dotm", "External"),
        ("image", "http://x/track.png", "External"),
        ("oleObject", "file:///x", "External"),
        ("oleObject", "embeddings/oleObject1.dat", "Internal"),
        ("vbaProject", "x.dat", "Internal"),
        ("aFChunk", "chunk.xml", "Internal"),
        ("subDocument", "http://x", "External"),
        ("image", "http://x", "external"),
    ],
)
def test_links_out_of_the_package_are_refused(kind: str, target: str, mode: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(paragraph("x"), relations=relation(kind, target, mode)))
    assert caught.value.reason in {phrases.HAS_EXTERNAL, phrases.HAS_MACRO}


def test_web_links_stay_but_hold_no_placeholder() -> None:
    link = '<w:hyperlink r:id="rId90"><w:r><w:t>{{ name }}</w:t></w:r></w:hyperlink>'
    template = docx(paragraph(link), relations=relation("hyperlink", "https://example.vn/"))
    assert text(Template.load(template).render({"name": "trang"})) == "trang"
    for target in ("https://x/{{ code }}", "https://x/%7B%7B%20code%20%7D%7D"):
        with pytest.raises(TemplateFault) as caught:
            Template.load(docx(paragraph(link), relations=relation("hyperlink", target)))
        assert caught.value.reason == phrases.TAG_IN_LINK


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/activeX/activeX1.bin", "word/embeddings/oleObject1.bin", "word/x.html"])  # fmt: skip
def test_parts_that_run_are_refused(name: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(paragraph("x"), parts={name: b"x"}))
    assert caught.value.reason == phrases.HAS_MACRO


def test_a_macro_document_is_refused() -> None:
    types = f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>'
    macro = '<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
    files = unzipped(docx(paragraph("x")))
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(types.encode(), macro.encode())
    with pytest.raises(TemplateFault) as caught:
        Template.load(zipped(files))
    assert caught.value.reason == phrases.HAS_MACRO


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


BOMB = (
    "<!DOCTYPE w ["
    + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    + '<!ENTITY e0 "xxxxxxxxxx">]>'
)


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "docProps/core.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"])  # fmt: skip
@pytest.mark.parametrize("declared", ['<!DOCTYPE w>', '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>', BOMB])  # fmt: skip
def test_document_types_and_entities_are_refused(name: str, declared: str) -> None:
    files = unzipped(docx(paragraph("x")))
    files[name] = declared.encode() + files[name]
    with pytest.raises(TemplateFault) as caught:
        Template.load(zipped(files))
    assert caught.value.reason in {phrases.HAS_DOCTYPE, phrases.BAD_XML}


@pytest.mark.parametrize("broken", [b"<w:document", b"", b"\xff\xfe\x00", f"<w:document {NAMESPACES}><w:body><w:p></w:body></w:document>".encode()])  # fmt: skip
def test_broken_xml_is_refused_not_mended(broken: bytes) -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(parts={"word/document.xml": broken}))
    assert caught.value.reason == phrases.BAD_XML


@pytest.mark.parametrize("name", ["../evil.xml", "word/../../x.xml", "/word/x.xml", "word\\x.xml", "c:/x.xml", "word//x.xml", "word/x./y.xml", "WORD/document.xml"])  # fmt: skip
def test_part_names_that_lead_elsewhere_or_collide_are_refused(name: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(paragraph("x"), parts={name: "<x/>"}))
    assert caught.value.reason == phrases.BAD_PART_NAME


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"Kinh gui", b"%PDF-1.7", zipped({"a.txt": "x"})])
def test_what_is_not_a_docx_is_refused(data: bytes) -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(data)
    assert caught.value.reason == phrases.NOT_A_DOCX


def test_passwords_are_named() -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert caught.value.reason == phrases.ENCRYPTED
    locked = bytearray(docx(paragraph("x")))
    at = locked.rindex(b"PK\x01\x02")
    locked[at + 8] |= 1
    with pytest.raises(TemplateFault) as caught:
        Template.load(bytes(locked))
    assert caught.value.reason == phrases.ENCRYPTED


def test_a_zip_bomb_is_refused() -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(paragraph("x"), parts={"word/media/image1.png": bytes(30_000_000)}))
    assert caught.value.reason == phrases.TOO_BIG


def test_a_part_that_unpacks_to_more_than_it_says_is_refused() -> None:
    files = unzipped(docx(paragraph("x")))
    honest = zipped(files | {"word/media/image1.png": bytes(5000)})
    packed = zlib.compress(bytes(5000), 6)[2:-4]
    at = honest.rindex(b"word/media/image1.png") - 46
    lying = bytearray(honest)
    assert lying[at : at + 4] == b"PK\x01\x02"
    assert packed[:4] in honest
    struct.pack_into("<I", lying, at + 24, 10)
    struct.pack_into("<I", lying, at + 16, zlib.crc32(bytes(10)))
    with pytest.raises(TemplateFault) as caught:
        Template.load(bytes(lying))
    assert caught.value.reason == phrases.NOT_A_DOCX


def test_a_damaged_part_is_refused() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as file:
        for name, content in unzipped(
            docx(paragraph("Kính gửi"), parts={"word/media/a.png": b"picture bytes"})
        ).items():
            file.writestr(name, content)
    with pytest.raises(TemplateFault) as caught:
        Template.load(stored.getvalue().replace(b"picture bytes", b"Picture bytes"))
    assert caught.value.reason == phrases.NOT_A_DOCX


def test_entries_that_overlap_are_refused() -> None:
    data = bytearray(docx(paragraph("x")))
    first, second = data.index(b"PK\x01\x02"), data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    with pytest.raises(TemplateFault):
        Template.load(bytes(data))


def test_too_large_a_file_is_refused_before_it_is_opened() -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(bytes(21 * 1024 * 1024))
    assert caught.value.reason == phrases.TOO_BIG


def test_a_placeholder_in_a_chart_is_refused_not_forgotten() -> None:
    chart = '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>{{ name }}</a:t></c:chartSpace>'
    types = '<Override PartName="/word/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>'
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(paragraph("x"), parts={"word/charts/chart1.xml": chart}, types=types))
    assert caught.value.reason == phrases.TAG_IN_DRAWING_PART


def test_the_engines_own_marks_cannot_be_smuggled_in() -> None:
    for smuggled in ("\ufdd00\ufdd1", "&#xFDD0;9&#xFDD1;", "\ufdd2"):
        with pytest.raises(TemplateFault):
            Template.load(docx(paragraph(f"{smuggled} {{{{ name }}}}")))
    wide = (
        '<?xml version="1.0" encoding="UTF-16"?>'
        + f"<w:document {NAMESPACES}><w:body>{paragraph(chr(0xFDD0))}</w:body></w:document>"
    )
    with pytest.raises(TemplateFault):
        Template.load(docx(parts={"word/document.xml": wide.encode("utf-16")}))


def test_an_unusual_prefix_for_the_word_namespace_is_refused() -> None:
    odd = f'<x:document xmlns:x="{W_NAMESPACE}"><x:body><x:p/></x:body></x:document>'
    with pytest.raises(TemplateFault):
        Template.load(docx(parts={"word/document.xml": odd}))


def test_messages_are_vietnamese_and_quote_the_place() -> None:
    with pytest.raises(TemplateFault) as caught:
        Template.load(docx(paragraph("Trân trọng kính mời {{ name.delete() }} đến dự lễ")))
    assert caught.value.message.startswith("Chỗ điền")
    assert "kính mời {{ name.delete() }} đến dự" in caught.value.message
    assert part(Template.load(docx(paragraph("x"))).render({})) is not None


@pytest.mark.parametrize(
    "source",
    [
        "{% for x in days %}" * 40 + "{% endfor %}" * 40,
        "{{ " + "(" * 5000 + "name" + ")" * 5000 + " }}",
        "{{ name" + ".a" * 5000 + " }}{% if name" + ".a" * 5000 + " %}{% endif %}",
        "{% if " + "not " * 5000 + "name %}{% endif %}",
        "{{ name" + " + 1" * 5000 + " }}",
    ],
    ids=["loops", "brackets", "dots", "negations", "sums"],
)
def test_nesting_without_end_is_refused(source: str) -> None:
    with pytest.raises(TemplateFault):
        Template.load(docx(paragraph(source)))

"""What is mended, is: every mendable fault is gone, nothing new is there, the words stay, and mending again changes nothing."""

import itertools
import random
import unicodedata
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from campaign.checking.rules import check
from campaign.checking.rules.changes import Compose, Words
from campaign.errors import Refused
from campaign.files import pdf
from campaign.files.word_inspector import inspect
from campaign.files.word_mender import Mended, mend
from tests.checking.faults import FAULTS, Fault, text
from tests.checking.foreign import PAPERS, blank, saved
from tests.checking.specimens import specimen, with_body

# Only a person can say what is right there: which words, which number, whose place.
LEFT_TO_A_PERSON = {
    "page.landscape", "letters.tracked", "nation.missing", "nation.side", "number.missing", "number.kind", "date.form", "date.real",
    "subject.missing", "about.word", "basis.law", "levels.order", "levels.points", "authority.collective", "authority.acting", "signer.degree",
    "copies.filed", "copies.as_above", "annex.roman", "annex.attached", "number.blank", "words.weekday", "words.unreal_day",
    "words.before_issue", "words.range", "words.day_off", "words.citation", "words.quotes", "words.doubled", "words.abbreviation",
    "words.unsent", "words.undated",
}  # fmt: skip
MENDABLE = [fault for fault in FAULTS if fault.rule not in LEFT_TO_A_PERSON]
OTHERS = [fault for fault in FAULTS if fault.rule in LEFT_TO_A_PERSON]


def texts(data: bytes) -> dict[int, str]:
    """The words of each paragraph by its number."""
    return {each.number: each.text for each in inspect(data).paragraphs if each.number}


def told(mended: Mended) -> set[int]:
    """Paragraphs in which signs were written otherwise, as the corrections say."""
    return {
        each.paragraph
        for each in mended.corrections
        if any(isinstance(change, Words | Compose) for change in each.remedy.changes)
    }


def rules(data: bytes, *, issuing: bool = False) -> set[str]:
    return {finding.rule for finding in check(inspect(data), issuing=issuing).findings}


@pytest.mark.parametrize("fault", MENDABLE, ids=lambda fault: fault.name)
def test_a_fault_is_mended_and_nothing_new_is_found(fault: Fault) -> None:
    faulty = fault.made()
    mended = mend(faulty)
    assert check(inspect(mended.data), issuing=fault.issuing).findings == ()
    assert {each.rule for each in mended.corrections} >= {fault.rule}
    assert mend(mended.data) == Mended(mended.data, ())
    before, after = texts(faulty), texts(mended.data)
    assert {number for number in before if before[number] != after.get(number)} <= told(mended)
    assert len(docx.Document(BytesIO(mended.data)).paragraphs) > 0


@pytest.mark.parametrize("fault", OTHERS, ids=lambda fault: fault.name)
def test_what_needs_a_person_is_left_as_it_is_and_stays_listed(fault: Fault) -> None:
    faulty = fault.made()
    report = check(inspect(faulty), issuing=fault.issuing)
    assert [finding.mendable for finding in report.findings] == [False] * len(report.findings)
    assert mend(faulty) == Mended(faulty, ())


def test_the_words_are_those_of_the_faultless_paper_again() -> None:
    said = {
        fault.name: texts(mend(fault.made()).data) == texts(specimen(fault.of))
        for fault in MENDABLE
        if texts(fault.made()) != texts(specimen(fault.of))
    }
    assert len(said) > 20
    # Typed in small letters or without capitals, they are printed in capitals: the letters typed stay.
    kept = {"Quốc hiệu chữ thường", "cơ quan ban hành chữ thường", "cơ quan chủ quản chữ thường", "tên loại chữ thường", "quyền hạn chữ thường"}  # fmt: skip
    assert {name for name, same in said.items() if not same} <= kept


@pytest.mark.parametrize("name", ["plan", "letter", "letter to one", "invitation", "draft", "annex"])
def test_a_paper_without_fault_comes_back_byte_for_byte(name: str) -> None:
    assert mend(specimen(name)) == Mended(specimen(name), ())


@pytest.mark.parametrize("name", PAPERS)
def test_so_does_a_right_paper_of_another_hand(name: str) -> None:
    paper = saved(PAPERS[name]())
    assert mend(paper).corrections == ()


def test_a_correction_says_what_was_where_and_what_is_there_now() -> None:
    fault = next(fault for fault in FAULTS if fault.name == "Quốc hiệu cỡ 14")
    (correction,) = mend(fault.made()).corrections
    assert (correction.part.label, correction.before, correction.after) == (
        "Quốc hiệu",
        "cỡ chữ 14",
        "cỡ chữ 13",
    )
    assert correction.words == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@pytest.mark.parametrize(
    ("within", "old", "new", "rule", "mended"),
    [
        ("- Lưu", "Lưu:", "Lưu", "copies.filed", True),  # the colon alone is missing
        ("KT.", "KT.", "KÝ THAY", "authority.form", False),  # a word would have to go
        ("Số:", "05/KH-UBND", "05-KH-UBND", "number.form", True),
        ("Số:", "05/KH-UBND", "      /KH - UBND", "number.form", True),  # still to be numbered
    ],
)
def test_of_one_rule_some_faults_are_mended_and_others_left(
    within: str, old: str, new: str, rule: str, mended: bool
) -> None:
    faulty = Fault("", "plan", text(old, new, within), rule).made()
    assert rules(faulty) == {rule}
    assert rules(mend(faulty).data) == (set() if mended else {rule})


def test_other_parts_of_the_file_stay_byte_for_byte() -> None:
    fault = next(fault for fault in FAULTS if fault.name == "nội dung canh trái")
    before, after = (_parts(data) for data in (fault.made(), mend(fault.made()).data))
    assert list(after) == list(before)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


# ---------------------------------------------------------------- many faults at once


def _several() -> Iterator[tuple[str, list[Fault]]]:
    """Faults of the plan put together by chance, the same every time."""
    chance = random.Random(30)  # noqa: S311 - no secret
    of_plan = [fault for fault in FAULTS if fault.of == "plan"]
    for number in range(12):
        yield str(number), chance.sample(of_plan, 6)


@pytest.mark.parametrize(
    ("number", "faults"), list(_several()), ids=lambda each: each if isinstance(each, str) else ""
)
def test_faults_together_are_mended_as_far_as_one_by_one(number: str, faults: list[Fault]) -> None:
    document = docx.Document(BytesIO(specimen("plan")))
    for fault in faults:
        try:
            fault.edit(document)
        except (LookupError, StopIteration):
            continue  # another fault took the words away this one is made in
    faulty = saved(document)
    mended = mend(faulty)
    assert [finding for finding in check(inspect(mended.data)).findings if finding.mendable] == []
    assert rules(mended.data) <= rules(faulty)
    assert mend(mended.data).corrections == ()
    before, after = texts(faulty), texts(mended.data)
    assert {number for number in before if before[number] != after.get(number)} <= told(mended)


# ---------------------------------------------------------------- files of other hands


def test_a_file_typed_line_by_line_becomes_a_paper_of_the_decree() -> None:
    document = docx.Document()
    for line in _TYPED:
        document.add_paragraph(line)
    typed = saved(document)
    mended = mend(typed)
    left = check(inspect(mended.data)).findings
    assert [finding for finding in left if finding.mendable] == []
    assert {finding.rule for finding in left} == {"nation.tabs"} & {finding.rule for finding in left}
    assert texts(mended.data) == texts(typed)
    assert mend(mended.data).corrections == ()


_TYPED = [
    "UBND XÃ BÌNH AN", "PHÒNG VĂN HÓA - XÃ HỘI", "Số: 12/BC-VHXH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    "Bình An, ngày 05 tháng 11 năm 2026", "BÁO CÁO", "Kết quả thực hiện “Ngày không viết”", "I. KẾT QUẢ",
    "Phòng Văn hóa - Xã hội báo cáo Ủy ban nhân dân xã kết quả thực hiện mô hình trong tháng 10 năm 2026 như sau.",
    "II. PHƯƠNG HƯỚNG", "Phòng tiếp tục thực hiện mô hình, báo cáo định kỳ hằng tháng theo quy định của Ủy ban nhân dân xã./.",
    "Nơi nhận:", "- UBND xã (b/c);", "- Lưu: VT.", "TRƯỞNG PHÒNG", "Nguyễn Văn An",
]  # fmt: skip


def test_letters_of_an_old_font_are_written_in_unicode() -> None:
    document = blank()
    run = document.add_paragraph().add_run("Uû ban nh©n d©n x· tæ chøc LÔ ph\u00b8t ®éng")
    run.font.name = ".VnTime"
    run._r.rPr.rFonts.set(qn("w:hAnsi"), ".VnTime")
    mended = mend(saved(document))
    assert texts(mended.data) == {1: "Uỷ ban nhân dân xã tổ chức Lễ phát động"}
    assert rules(mended.data) == set()


def test_page_numbers_are_put_into_a_file_that_has_no_head_at_all() -> None:
    document = docx.Document(BytesIO(specimen("plan")))
    properties = document.sections[0]._sectPr
    for each in list(properties):
        if each.tag.endswith(("headerReference", "footerReference", "titlePg")):
            properties.remove(each)
    mended = mend(saved(document))
    assert rules(mended.data) == set()
    section = docx.Document(BytesIO(mended.data)).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml


def test_what_a_foot_says_beside_the_number_stays_there() -> None:
    document = docx.Document(BytesIO(specimen("plan")))
    section = document.sections[0]
    section.header.paragraphs[0].clear()
    foot = section.footer.paragraphs[0]
    foot.add_run("Điện thoại 0261.123 - trang ")
    foot._p.append(
        parse_xml(f"<w:fldSimple {nsdecls('w')} w:instr=' PAGE '><w:r><w:t>2</w:t></w:r></w:fldSimple>")
    )
    mended = mend(saved(document))
    assert rules(mended.data) == set()
    kept = docx.Document(BytesIO(mended.data)).sections[0].footer._element.xml
    assert "Điện thoại 0261.123" in kept
    assert "PAGE" not in kept


def test_tables_stay_within_wider_margins() -> None:
    document = docx.Document(BytesIO(specimen("plan")))
    document.sections[0].left_margin = document.sections[0].left_margin * 1 // 2
    for table in document.tables[:1]:
        for column in table._tbl.tblGrid.gridCol_lst:
            column.w = column.w * 11 // 10
    mended = docx.Document(BytesIO(mend(saved(document)).data))
    section = mended.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    wide = sum(column.w for column in mended.tables[0]._tbl.tblGrid.gridCol_lst)
    assert wide <= room * 1.02


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", b"K\xe1\xba\xbf ho\xe1\xba\xa1ch", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, specimen("plan")[:4000]],
    ids=["empty", "PDF", "text", "old Word", "cut short"],
)  # fmt: skip
def test_what_is_no_sound_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        mend(data, "ke-hoach.docx")


ODD = {
    "nothing": "<w:p/>",
    "no paragraphs": "",
    "a cell in a cell": "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Số: 5/KH - UBND</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
    "odd numbers": "<w:p><w:pPr><w:ind w:left='x' w:firstLine='99999999999'/><w:spacing w:line='-5'/><w:jc w:val='odd'/></w:pPr><w:r><w:rPr><w:sz w:val='-1'/></w:rPr><w:t>I. A</w:t></w:r></w:p>",
    "tracked": "<w:p><w:ins w:id='1'><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:ins><w:del w:id='2'><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>",
    "marks by themselves": "<w:p><w:r><w:t>Ke\u0302\u0301</w:t><w:tab/><w:t>\u0301 hoạch</w:t></w:r></w:p>",
    "endless blanks": f"<w:p><w:r><w:t xml:space='preserve'>{'a  ' * 3000}</w:t></w:r></w:p>",
    "fields": "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>2</w:t></w:r></w:p>",
}  # fmt: skip


@pytest.mark.parametrize("case", ODD)
def test_an_odd_file_is_mended_or_left_and_never_breaks_the_mender(case: str) -> None:
    body = (
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
        f"{ODD[case]}</w:body></w:document>"
    )
    odd = with_body(body.encode())
    mended = mend(odd)
    assert unicodedata.is_normalized("NFC", "".join(texts(mended.data).values()))
    assert mend(mended.data).corrections == ()


@pytest.mark.office
def test_mended_files_open_in_libreoffice(tmp_path: Path) -> None:
    names = (
        "khổ Letter",
        "không có số trang",
        "Tiêu ngữ không có đường kẻ",
        "ngày tháng ở dòng dưới",
        "chữ Việt dạng tổ hợp",
    )
    files = [mend(fault.made()).data for fault in FAULTS if fault.name in names]
    assert all(made.startswith(b"%PDF") for made in pdf.from_many(files))
    assert len(files) == len(set(itertools.chain(names)))

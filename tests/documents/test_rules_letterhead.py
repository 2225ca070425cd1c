"""Everything round the body: number, day, addressees, recipients, signature."""

from dataclasses import replace
from datetime import date

import pytest

from campaign.documents.rules import letterhead
from campaign.documents.rules.outline import draw_body
from campaign.documents.rules.plan import Node, Recipient
from campaign.glossary import Block, Layout, Numbering
from tests.documents.sample import DOCUMENT, PLAN


def test_a_draft_leaves_number_and_day_blank() -> None:
    assert letterhead.number_line(DOCUMENT) == "Số:        /KH-UBND"
    assert letterhead.date_line(DOCUMENT) == "Bình An, ngày      tháng 9 năm 2026"


def test_an_issued_document_has_both_with_leading_zeros() -> None:
    issued = replace(DOCUMENT, number=5, issued_on=date(2026, 1, 8))
    assert letterhead.number_line(issued) == "Số: 05/KH-UBND"
    assert letterhead.date_line(issued) == "Bình An, ngày 08 tháng 01 năm 2026"


def test_a_long_place_and_the_day_break_between_them() -> None:
    agency = replace(DOCUMENT.agency, place_name="Thành phố Hồ Chí Minh")
    issued = replace(DOCUMENT, agency=agency, issued_on=date(2026, 1, 5))
    assert letterhead.date_line(issued).split(" ")[-1] == "ngày 05 tháng 01 năm 2026".replace(" ", "\u00a0")


def test_the_line_under_a_title_stands_in_the_middle_of_its_page() -> None:
    upright, lying = (
        letterhead.indents((), "Tên một chiến dịch", DOCUMENT.size_profile, room) for room in (165, 252)
    )
    assert {lying[name] - free for name, free in upright.items()} == {0, (252 - 165) / 2}


def test_one_addressee_stands_on_the_line_several_in_a_list() -> None:
    assert letterhead.addressees(("Sở Nội vụ.",)) == {"to": "Kính gửi: Sở Nội vụ", "to_many": []}
    several = letterhead.addressees(("Các phòng.", "- Các thôn"))
    assert several == {"to": "Kính gửi:", "to_many": ["- Các phòng;", "- Các thôn."]}
    assert letterhead.addressees(()) == {"to": "", "to_many": []}


def test_recipients_end_alike_whatever_was_typed() -> None:
    typed = (Recipient("- Như trên;"), Recipient("Sở Nội vụ", "(b/c)"), Recipient("Lưu: VT, VP."))
    assert letterhead.recipients(typed) == ["- Như trên;", "- Sở Nội vụ (b/c);", "- Lưu: VT, VP."]


def test_a_label_among_the_recipients_is_no_item() -> None:
    typed = (Recipient("Gửi bản điện tử:"), Recipient("Như trên"), Recipient("Lưu: VT"))
    assert letterhead.recipients(typed) == ["Gửi bản điện tử:", "- Như trên;", "- Lưu: VT."]
    assert letterhead.problems(replace(DOCUMENT, recipients=typed, addressees=("Các thôn",))) == []


def test_where_a_document_goes_and_who_files_it() -> None:
    typed = (
        Recipient("- Như trên;"), Recipient("Gửi bản điện tử:"), Recipient("Sở Nội vụ", "b/c"), Recipient("lưu: VT, VP.")
    )  # fmt: skip
    document = replace(DOCUMENT, recipients=typed, addressees=("Các thôn;",))
    assert letterhead.sent_to(document) == ["Các thôn", "Sở Nội vụ (b/c)"]
    assert letterhead.filed_by(document) == ["VT, VP"]


def test_each_line_of_authority_stands_for_itself() -> None:
    assert letterhead.signature(DOCUMENT)["authority_lines"] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]
    assert letterhead.signature(replace(DOCUMENT, authority=None))["authority_lines"] == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"signer_name": None}, "người ký"),
        ({"recipients": ()}, "nơi nhận"),
        ({"recipients": (Recipient("Các thôn"),)}, "Lưu: VT"),
        ({"addressees": ("Sở Nội vụ",)}, "Như trên"),
    ],
)
def test_what_is_missing_is_named(change: dict[str, object], words: str) -> None:
    assert letterhead.problems(DOCUMENT) == []
    (sentence,) = letterhead.problems(replace(DOCUMENT, **change))  # type: ignore[arg-type]
    assert words in sentence


def test_a_long_title_is_set_in_lines_of_like_length_and_quotations_stay_whole() -> None:
    title = "Tổ chức Lễ phát động mô hình “Ngày không viết” trên địa bàn xã Đức Lập năm 2026"
    lines = letterhead.balanced(title).split("\n")
    assert " ".join(lines) == title
    assert len(lines) == 2
    assert any("“Ngày không viết”" in line for line in lines)
    three = letterhead.balanced(
        "Triển khai nhân rộng sáng kiến cải cách hành chính “Ngày không viết” và “Ngày không hẹn” trên địa bàn tỉnh"
    )
    assert max(len(line) for line in three.split("\n")) <= 60
    assert letterhead.balanced("Ngắn") == "Ngắn"
    assert letterhead.balanced("") == ""


def test_a_long_agency_line_breaks_at_its_dash() -> None:
    agency = replace(DOCUMENT.agency, header_lines=("ỦY BAN NHÂN DÂN", "PHƯỜNG XUÂN HƯƠNG - ĐÀ LẠT"))
    line = letterhead.agency_head(agency)["agency_lines"][1]
    assert line.split(" ")[-1] == "ĐÀ\u00a0LẠT"
    assert " ".join(line.split()) == "PHƯỜNG XUÂN HƯƠNG - ĐÀ LẠT"


@pytest.mark.parametrize("end", ["hết", "hết.", "hết./.", "hết;", "hết/."])
def test_the_end_mark_stands_once_on_the_last_paragraph(end: str) -> None:
    outline = (Node("a", text="Giữa chừng./."), Node("b", text=f"Đến đây **{end}**[[^chú]]", numbered=False))
    lines = draw_body(outline, PLAN, Numbering.ROMAN).lines
    assert [line.text for line in lines] == ["I. Giữa chừng.", "Đến đây hết./."]
    assert lines[-1].kind == "closing"
    assert lines[-1].spans[-1].note == "chú"


def test_after_a_table_the_end_mark_stands_below() -> None:
    outline = (Node("a", "Chương trình", block=Block.PROGRAMME, layout=Layout.TABLE),)
    lines = draw_body(outline, PLAN, Numbering.ROMAN).lines
    assert [line.kind for line in lines] == ["section", "table", "closing"]
    assert lines[-1].text == "./."


def test_an_empty_body_has_no_end_mark() -> None:
    assert draw_body((), PLAN, Numbering.ROMAN).lines == ()

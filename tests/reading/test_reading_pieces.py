"""The layers of the reader one by one: letters, labels, dates, units, heads, ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.reading.rules.dates import (
    clock_at_start,
    due_in_words,
    due_of,
    moment_in,
    period_in,
    recurring_in,
)
from campaign.reading.rules.doubting import read_doubts
from campaign.reading.rules.endmatter import read_end
from campaign.reading.rules.letterhead import read_letterhead
from campaign.reading.rules.lines import Line, lines, split_label
from campaign.reading.rules.parts import documents
from campaign.reading.rules.plan import Node, ReadPlan, Recipient, Signer
from campaign.reading.rules.source import Paragraph, Source
from campaign.reading.rules.text import flat, plain, sentences
from campaign.reading.rules.units import is_unit, partners_in, split_subject, split_units
from campaign.vietnamese import nfc


@given(st.text())
def test_matching_forms_keep_every_character_at_its_place(text: str) -> None:
    text = nfc(text)
    assert len(plain(text)) == len(flat(text)) == len(text)


def test_old_and_new_spelling_are_one() -> None:
    assert plain("UỶ BAN, hoà, quý, khoẻ") == "ủy ban, hòa, quý, khỏe"


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("I. MỤC ĐÍCH", "I.", "MỤC ĐÍCH"), ("2/ Yêu cầu", "2/", "Yêu cầu"), ("1.1. Việc", "1.1.", "Việc"), ("đ) Việc", "đ)", "Việc"),
        ("Điều 3. Thi hành", "Điều 3.", "Thi hành"), ("+ Treo cờ", "+", "Treo cờ"), ("II- NỘI DUNG", "II-", "NỘI DUNG"),
        ("15/4/2023 là hạn", "", "15/4/2023 là hạn"), ("1.011441 là mã", "", "1.011441 là mã"), ("V/v khai giảng", "", "V/v khai giảng"),
    ],
)  # fmt: skip
def test_a_number_is_told_from_the_text(text: str, number: str, rest: str) -> None:
    assert split_label(text)[1:] == (number, rest)


def test_an_abbreviation_or_a_date_does_not_hide_the_end_of_a_sentence() -> None:
    assert sentences("Xong trước ngày 20/3/2023. Báo cáo TP. Huế, v.v. Gửi về Sở.") == [
        "Xong trước ngày 20/3/2023.",
        "Báo cáo TP. Huế, v.v. Gửi về Sở.",
    ]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("lập danh sách, xong trước 15/4", "2023-04-15"), ("gửi về Phòng Nội vụ chậm nhất ngày 05 tháng 6 năm 2023", "2023-06-05"),
        ("Hằng năm, sơ kết mô hình", "Hằng năm"), ("tổ chức tập huấn trong quý II/2023.", "Quý II/2023"),
        ("báo cáo trước ngày 15 hằng tháng", "Trước ngày 15 hằng tháng"), ("thường xuyên đôn đốc các thôn", "Thường xuyên"),
        ("gửi về Sở trước ngày 14 tháng 6 năm 2024", "2024-06-14"), ("theo Kế hoạch số 5/KH-UBND ngày 02/3/2023", ""), ("dự lễ ngày 24/3/2023", ""), ("xong trước 31/02", ""),
        ("in giấy mời, xong 05/10/2024", "2024-10-05"), ("dựng rạp xong trong chiều 30/5/2024", "2024-05-30"), ("hoàn thành việc lắp đặt vào ngày 20/11/2023", "2023-11-20"),
        ("hoàn thành muộn nhất vào 11h00 ngày 7.11.2023", "2023-11-07"), ("sơ kết vào cuối tháng 12/2023", "Cuối tháng 12/2023"), ("trang trí xong trước lễ 02 ngày", "Trước lễ 02 ngày"),
        ("gửi báo cáo trước ngày 15/6 và 15/12 hằng năm", "Trước ngày 15/6 và 15/12 hằng năm"), ("báo cáo trong vòng 05 ngày sau khi kết thúc", "Trong vòng 05 ngày sau khi kết thúc"),
        ("báo cáo trước ngày 05/7/2023 và định kỳ trước ngày 15 hằng tháng", "2023-07-05"),
    ],
)  # fmt: skip
def test_deadlines_in_every_form(text: str, due: str) -> None:
    assert due_of(text, 2023) == due


def test_a_cell_or_label_keeps_its_words_unless_it_is_one_day() -> None:
    assert due_in_words("Trước 20/5/2024") == "2024-05-20"
    assert due_in_words("tháng 5 và thường xuyên") == "Tháng 5 và thường xuyên"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("7 giờ 30 phút, ngày 24/3/2023", "2023-03-24T07:30"), ("07h30', thứ Sáu ngày 24 tháng 3 năm 2023", "2023-03-24T07:30"),
        ("14g00 ngày 05-6-2025", "2025-06-05T14:00"), ("2 giờ chiều ngày 5/6/2025", "2025-06-05T14:00"), ("sáng ngày 1.7.2026", "2026-07-01"),
        ("từ ngày 01/11 đến ngày 18/11/2023. Chọn thôn Một làm điểm, tổ chức lúc 7h30 ngày 10/11/2023", "2023-11-10T07:30"),
        ("sẽ thông báo sau", ""), ("cử 02 gia đình dự lúc 08 giờ 00 ngày 22 tháng 6 năm 2024", "2024-06-22T08:00"),
    ],
)  # fmt: skip
def test_moments_in_every_form(text: str, start: str) -> None:
    assert moment_in(text) == start


def test_a_programme_item_gives_its_time_and_words() -> None:
    assert clock_at_start("Từ 07h30 đến 08h00: Đón tiếp") == ("07:30", "Đón tiếp")
    assert clock_at_start("Chào cờ") == ("", "Chào cờ")


def test_periods_and_recurring_days() -> None:
    assert period_in("từ ngày 01/01/2024 đến hết ngày 30/6/2024") == ("2024-01-01", "2024-06-30")
    assert period_in("từ tháng 4 đến tháng 9/2025") == ("2025-04", "2025-09")
    assert recurring_in("áp dụng ngày thứ Tư hàng tuần và 1-2 ngày thứ Bảy trong tháng") == [
        "thứ Tư hàng tuần",
        "1-2 ngày thứ Bảy trong tháng",
    ]


@pytest.mark.parametrize(
    ("text", "unit", "duty"),
    [
        ("Giao Sở Nội vụ chủ trì rà soát", "Sở Nội vụ", "chủ trì rà soát"),
        ("Chi cục Thống kê cung cấp số liệu", "Chi cục Thống kê", "cung cấp số liệu"),
        ("Đề nghị Huyện đoàn: điều động 30 đoàn viên", "Huyện đoàn", "điều động 30 đoàn viên"),
        ("Trưởng các thôn lợp lại mái nhà văn hóa", "Trưởng các thôn", "lợp lại mái nhà văn hóa"),
        ("Kinh phí thực hiện do ngân sách bảo đảm", "", "Kinh phí thực hiện do ngân sách bảo đảm"),
        ("Báo cáo kết quả về Sở Y tế", "", "Báo cáo kết quả về Sở Y tế"),
        ("Phòng Kế hoạch tổng hợp chủ trì kiểm tra", "Phòng Kế hoạch tổng hợp", "chủ trì kiểm tra"),
        ("Các xã từ ngày 01/3 tổ chức ra quân", "Các xã", "từ ngày 01/3 tổ chức ra quân"),
        ("Các phòng chuyên môn tự niêm phong hồ sơ", "Các phòng chuyên môn", "tự niêm phong hồ sơ"),
        ("Giám đốc: Sở Y tế, Sở Nội vụ hướng dẫn", "Giám đốc: Sở Y tế, Sở Nội vụ", "hướng dẫn"),
        ("UBND huyện đã tổ chức tập huấn", "", "UBND huyện đã tổ chức tập huấn"),
    ],
)
def test_who_has_to_do_it_is_told_from_what(text: str, unit: str, duty: str) -> None:
    assert split_subject(text) == (unit, duty)


def test_a_heading_is_a_unit_only_when_it_is_nothing_else() -> None:
    assert is_unit("Giao các Sở: Tư pháp, Tài chính")
    assert is_unit("Phòng Kế hoạch tổng hợp:")
    assert not is_unit("Kinh phí thực hiện")
    assert not is_unit("Đơn vị chủ trì")
    assert not is_unit("Sở Y tế chủ trì")


def test_a_list_of_units_divides_where_a_body_begins() -> None:
    assert split_units(
        "Sở Văn hóa, Thể thao và Du lịch; Văn phòng HĐND và UBND tỉnh, các sở, ban, ngành"
    ) == [
        "Sở Văn hóa, Thể thao và Du lịch",
        "Văn phòng HĐND và UBND tỉnh",
        "các sở, ban, ngành",
    ]
    assert partners_in("phối hợp với Công an xã và phòng Nội vụ kiểm tra") == ["Công an xã", "phòng Nội vụ"]


def _found(text: str) -> list[Line]:
    return lines(Source(tuple(Paragraph(line) for line in text.split("\n"))))


def test_a_head_flattened_into_one_line_is_read() -> None:
    (part,) = documents(
        _found(
            "ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
            "Số: 9/KH-UBND Mường La, ngày 02 tháng 3 năm 2022\nKẾ HOẠCH\nTrồng cây\nNội dung."
        )
    )
    head = read_letterhead(part, "")
    assert (head.issuer, head.number, head.place) == (
        "Ủy ban nhân dân huyện Mường La",
        "9/KH-UBND",
        "Mường La",
    )
    assert (head.kind, head.title, head.date) == ("Kế hoạch", "Trồng cây", "2022-03-02")


@pytest.mark.parametrize(
    ("agencies", "issuer"),
    [
        ("HUYỆN ĐOÀN ĐỨC LINH\nBTV ĐOÀN XÃ TÂN HÀ", "Ban Thường vụ Đoàn xã Tân Hà"),
        ("PHÒNG GD&ĐT ĐỨC LINH\nTRƯỜNG TH LÊ LAI", "Trường TH Lê Lai"),
        ("UBND TỈNH SƠN HẢI\nSỞ NÔNG NGHIỆP\nCHI CỤC KIỂM LÂM", "Chi cục Kiểm lâm tỉnh Sơn Hải"),
    ],
)
def test_the_issuer_is_named_in_full(agencies: str, issuer: str) -> None:
    (part,) = documents(_found(f"{agencies}\nSố: 9/KH-X\nKẾ HOẠCH\nTrồng cây\nNội dung."))
    assert read_letterhead(part, "").issuer == issuer


def test_a_scanned_day_that_is_unclear_is_left_out_and_doubted() -> None:
    (part,) = documents(_found("Số: 5/UBND-VP\nV/v thử\nNa Rì, ngày /7 tháng 03 năm 2025\nKính gửi: Các xã."))
    head = read_letterhead(part, "")
    assert head.date == "2025-03"
    assert "date" in [doubt.where for doubt in head.doubts]


def test_two_columns_flattened_at_the_end_are_taken_apart() -> None:
    end = read_end(
        _found(
            "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Sở Y tế (b/c); KT. CHỦ TỊCH\n- Lưu: VT. PHÓ CHỦ TỊCH\nLê Thị Ba"
        )
    )
    assert end.recipients == [Recipient("Sở Y tế", "b/c"), Recipient("Lưu: VT.")]
    assert end.signer == Signer("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Ba")


def test_a_decision_and_its_plan_are_two_documents() -> None:
    text = "QUYẾT ĐỊNH\nBan hành Kế hoạch\nĐiều 1. Ban hành.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Ba\nKẾ HOẠCH\nTrồng cây\nI. VIỆC"
    first, second = documents(_found(text))
    assert (first.kind, second.kind) == ("Quyết định", "Kế hoạch")
    assert [line.text for line in second.body] == ["VIỆC"]


def test_a_doubt_shows_whole_words() -> None:
    text = "Quán triệt đến toàn thể cán bộ, công chức, viên chức thuộc phạm vi quản lý, nhất là người trực tiếp tiếp tiếp nhận " \
        "hồ sơ tại Bộ phận Một cửa, để phục vụ người dân tốt hơn"  # fmt: skip
    doubts = read_doubts(ReadPlan(outline=[Node(text=text)]))
    (shown,) = (doubt.what for doubt in doubts if "lặp" in doubt.why)
    assert f" {shown} " in f" {text} "
    assert shown != text

"""Due dates in words: the last day they allow, and what is done again and again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.vietnamese import fold, latest_day, legal_date, recurring, short_date, spoken_date

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("trước ngày 20/3/2023", date(2023, 3, 19)),
        ("Trước 20-3-2023", date(2023, 3, 19)),
        ("xong trước 01/4/2024", date(2024, 3, 31)),
        ("trước thứ Sáu, ngày 24/3/2023", date(2023, 3, 23)),
        ("trước 15 giờ ngày 20/3/2023", date(2023, 3, 20)),
        ("trước và trong ngày 24/3/2023", date(2023, 3, 24)),
        ("chậm nhất là ngày 15 tháng 4 năm 2023", date(2023, 4, 15)),
        ("không quá ngày 20/3/2023", date(2023, 3, 20)),
        ("thứ Tư ngày 22/3/2023", date(2023, 3, 22)),
        ("24 - 26/3/2023", date(2023, 3, 26)),
        ("15/3 - 20/4/2023", date(2023, 4, 20)),
        ("từ ngày 01/01/2024 đến hết ngày 30/6/2024", date(2024, 6, 30)),
        ("hoàn thành trong tháng 3/2023, báo cáo trước 05/4", date(2023, 4, 4)),
        ("tháng 9 năm 2023", date(2023, 9, 30)),
        ("Tháng 2/2024", date(2024, 2, 29)),
        ("T12/2023", date(2023, 12, 31)),
        ("tháng 11, 12/2023", date(2023, 12, 31)),
        ("từ tháng 9 đến tháng 10 năm 2023", date(2023, 10, 31)),
        ("trước tháng 4/2023", date(2023, 3, 31)),
        ("đầu tháng 4/2023", date(2023, 4, 10)),
        ("giữa tháng 4 năm 2023", date(2023, 4, 20)),
        ("cuối tháng 4/2023", date(2023, 4, 30)),
        ("trung tuần tháng 4/2023", date(2023, 4, 20)),
        ("tuần 2 tháng 3/2023", date(2023, 3, 14)),
        ("quý II/2023", date(2023, 6, 30)),
        ("Quý 4 năm 2023", date(2023, 12, 31)),
        ("Quí I, II/2024", date(2024, 6, 30)),
        ("đầu quý II/2023", date(2023, 4, 30)),
        ("trước quý II/2023", date(2023, 3, 31)),
        ("Q2/2023", date(2023, 6, 30)),
        ("06 tháng đầu năm 2024", date(2024, 6, 30)),
        ("sáu tháng cuối năm 2024", date(2024, 12, 31)),
        ("9 tháng đầu năm 2024", date(2024, 9, 30)),
        ("trong năm 2023", date(2023, 12, 31)),
        ("đầu năm 2024", date(2024, 3, 31)),
        ("trước năm 2024", date(2023, 12, 31)),
        ("từ năm 2013 đến năm 2020", date(2020, 12, 31)),
        ("giai đoạn 2021 – 2025", date(2025, 12, 31)),
        ("theo Kế hoạch số 1/KH-UBND ngày 29/12/2022 của UBND xã, xong trước 15/4/2023", date(2023, 4, 14)),
        ("Tháng 12/2023 và thường xuyên", date(2023, 12, 31)),
    ],
)
def test_the_last_day_the_words_allow(words: str, day: date) -> None:
    assert latest_day(words, None) == day
    assert latest_day(fold(words), None) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("chậm nhất ngày 15/4", date(2026, 4, 15)),
        ("trước ngày 20 tháng 3", date(2026, 3, 19)),
        ("quý III", date(2026, 9, 30)),
        ("cuối tháng 4", date(2026, 4, 30)),
        ("6 tháng đầu năm", date(2026, 6, 30)),
        ("trong năm", date(2026, 12, 31)),
    ],
)
def test_a_time_without_a_year_is_of_the_year_of_the_plan(words: str, day: date) -> None:
    assert latest_day(words, 2026) == day
    assert latest_day(words, None) is None


@pytest.mark.parametrize(
    "words",
    [
        "", "thường xuyên", "hằng quý", "hàng năm", "hằng tuần", "theo Kế hoạch", "theo Kế hoạch số 8/KH-UBND ngày 29/12/2022",
        "Nghị quyết số 09/2020/NQ-CP", "giữa tháng", "từ tháng 11/2013 trở đi", "sau ngày 20/3/2023", "trước ngày 25 hằng tháng",
        "trước ngày 15/12 hằng năm", "tháng 6 và tháng 12 hằng năm", "định kỳ 6 tháng, năm", "31/2/2023", "15/13/2023", "29/02",
        "15/4/23", "trước Tết Nguyên đán năm 2024", "phục vụ Đại hội năm 2025", "năm học 2023-2024", "T-7 ngày làm việc", "01/0/0000",
    ],
)  # fmt: skip
def test_words_that_name_no_last_day(words: str) -> None:
    assert latest_day(words, 2026) is None


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("thường xuyên", True),
        ("Hằng quý", True),
        ("hàng năm", True),
        ("mỗi tuần", True),
        ("Định kỳ 6 tháng, năm", True),
        ("02 lần/tuần", True),
        ("1 lần mỗi tháng", True),
        ("từ tháng 11/2013 trở đi", True),
        ("năm 2023 và những năm tiếp theo", True),
        ("quý II/2023", False),
        ("trước ngày 20/3/2023", False),
        ("theo Kế hoạch", False),
        ("cửa hàng", False),
        ("", False),
    ],
)
def test_what_is_done_again_and_again(words: str, again: bool) -> None:
    assert recurring(words) is again


@given(DAYS)
def test_a_day_is_read_in_every_way_the_program_writes_it(day: date) -> None:
    for written in (short_date(day), spoken_date(day), legal_date(day), f"{day.day}-{day.month}-{day.year}"):
        assert latest_day(f"chậm nhất {written}", None) == day
        assert latest_day(f"trước {written}", None) == day - timedelta(days=1)


@given(DAYS, DAYS)
def test_of_two_days_the_later_counts(one: date, other: date) -> None:
    words = f"từ {short_date(one)}; xong {short_date(one)}, bổ sung {short_date(other)}"
    assert latest_day(words, None) == max(one, other)


_PIECES = ["trước ", "từ ", "ngày ", "tháng ", "quý ", "năm ", "cuối ", "đầu ", "hằng ", "20", "3", "/", "2023", "-", ", ", "II", "giai đoạn ", "theo ", "."]  # fmt: skip


@given(
    st.lists(st.sampled_from(_PIECES), max_size=14).map("".join) | st.text(max_size=40),
    st.none() | st.integers(1, 9999),
)
def test_no_words_break_the_reader(words: str, year: int | None) -> None:
    found = latest_day(words, year)
    assert found is None or isinstance(found, date)

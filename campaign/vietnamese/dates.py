"""Dates and times as an office writes them (D30 II.4.b and the usage of real plans)."""

from datetime import date, datetime, time

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
# Room for the pen between the words of a draft: six ordinary spaces, to be kept by xml:space or white-space.
_BLANK = " " * 6


def weekday_name(day: date) -> str:
    """The day of the week with the capitals of D30 Annex II: "thứ Sáu", "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def short_date(day: date) -> str:
    """The date in running text, "24/3/2023", "05/01/2023": a zero before days under 10 and months 1 and 2 (D30 II.4.b)."""
    return f"{day.day:02}/{_month(day.month)}/{day.year:04}"


def spoken_date(day: date) -> str:
    """Day of the week and date: "thứ Sáu, 24/3/2023"."""
    return f"{weekday_name(day)}, {short_date(day)}"


def legal_date(day: date | None, year: int | None = None, month: int | None = None) -> str:
    """The date of a document's head, "ngày 05 tháng 01 năm 2026" (D30 II.4.b).

    A draft has no day: with `day` None, `year` is needed, and what is unknown is six spaces wide, as in
    "ngày      tháng      năm 2023" or "ngày      tháng 9 năm 2023". ValueError without day and year.
    """
    if day is not None:
        return f"ngày {day.day:02} tháng {_month(day.month)} năm {day.year:04}"
    if year is None:
        raise ValueError("a date without a day needs its year")
    printed_month = _BLANK if month is None else f" {_month(month)} "
    return f"ngày{_BLANK}tháng{printed_month}năm {year:04}"


def spoken_time(at: time) -> str:
    """The time of day on the 24-hour clock: "7 giờ 30 phút", "15 giờ"."""
    return f"{at.hour} giờ {at.minute:02} phút" if at.minute else f"{at.hour} giờ"


def moment(when: datetime) -> str:
    """Time and date as an invitation gives them, "7 giờ 30 phút, thứ Sáu, ngày 24/3/2023"; `when` is local time."""
    return f"{spoken_time(when.time())}, {weekday_name(when)}, ngày {short_date(when)}"


def countdown(today: date, day: date) -> str:
    """How far an event is: "còn 12 ngày", "ngày mai", "hôm nay", "đã diễn ra hôm qua", "đã diễn ra 3 ngày trước"."""
    left = day.toordinal() - today.toordinal()
    near = {1: "ngày mai", 0: "hôm nay", -1: "đã diễn ra hôm qua"}
    return near.get(left) or (f"còn {left} ngày" if left > 0 else f"đã diễn ra {-left} ngày trước")


def deadline_countdown(today: date, day: date) -> str:
    """How far a due date is: "còn 12 ngày", "đến hạn ngày mai", "đến hạn hôm nay", "quá hạn 2 ngày"."""
    left = day.toordinal() - today.toordinal()
    near = {1: "đến hạn ngày mai", 0: "đến hạn hôm nay"}
    return near.get(left) or (f"còn {left} ngày" if left > 0 else f"quá hạn {-left} ngày")


def _month(month: int) -> str:
    return f"{month:02}" if month < 3 else str(month)

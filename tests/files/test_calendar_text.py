"""Whatever people type comes back from a calendar as they typed it, from lines every reader accepts."""

import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from campaign.files.calendar import Moment, Organizer, cleaned, publish

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĐƯƠỂỮỢ"
words = st.text(st.sampled_from(VIETNAMESE + " \n,;:\\\"'^🎉👨‍👩‍👧🇻🇳…“”"), max_size=400)
anything = words | st.text(max_size=200) | words.map(lambda text: unicodedata.normalize("NFD", text))
WRITTEN_AT = datetime(2023, 10, 1, 2, tzinfo=UTC)


def moment(**given: object) -> Moment:
    plain = {"uid": "1@example.vn", "summary": "Lễ", "start": date(2023, 10, 14), "sequence": 0}
    return Moment(**{"changed_at": WRITTEN_AT, **plain, **given})  # type: ignore[arg-type]


def lines(calendar: bytes) -> list[str]:
    """The content lines of a file, unfolded in octets as RFC 5545 3.1 asks."""
    return calendar.replace(b"\r\n ", b"").decode().split("\r\n")


def value(calendar: bytes, prop: str) -> str:
    """A TEXT value as a reader understands it, by an unescape of the test's own."""
    [written] = [line.removeprefix(f"{prop}:") for line in lines(calendar) if line.startswith(f"{prop}:")]
    plain, escaped = [], False
    for letter in written:
        if escaped or letter != "\\":
            plain.append("\n" if escaped and letter == "n" else letter)
        escaped = letter == "\\" and not escaped
    return "".join(plain)


@given(anything, anything, words)
def test_text_comes_back_as_it_was_typed(summary: str, description: str, location: str) -> None:
    calendar = publish([moment(summary=summary, description=f"!{description}", location=f"!{location}")])
    assert value(calendar, "SUMMARY") == cleaned(summary)
    assert value(calendar, "DESCRIPTION") == cleaned(f"!{description}")
    assert value(calendar, "LOCATION") == unicodedata.normalize("NFC", f"!{location}")


@given(words)
def test_vietnamese_text_and_emoji_lose_nothing_but_their_spelling(text: str) -> None:
    assert cleaned(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFC", text)


@given(anything, st.lists(anything, max_size=4))
def test_every_line_is_short_and_a_whole_piece_of_utf8(text: str, categories: list[str]) -> None:
    calendar = publish([moment(summary=text, description=text, categories=tuple(categories))], name=text)
    assert calendar.endswith(b"\r\n")
    for line in calendar.removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(line) <= 75
        assert not set(line.decode()) & set("\r\n\v\f\x00\x1b\x85\u2028\u2029")


@given(words)
def test_icalendar_reads_the_same_text(text: str) -> None:
    [event] = Calendar.from_ical(publish([moment(summary=text, description=f"!{text}")])).walk("VEVENT")
    assert event["SUMMARY"] == cleaned(text)
    assert event["DESCRIPTION"] == cleaned(f"!{text}")


def test_special_letters_are_escaped() -> None:
    calendar = publish([moment(summary='a,b;c\\n"d":\r\ne', categories=("Lễ, hội", "Hạn"))])
    assert r'SUMMARY:a\,b\;c\\n"d":\ne' in lines(calendar)
    assert r"CATEGORIES:Lễ\, hội,Hạn" in lines(calendar)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_any_kind_of_line_end_is_a_newline(end: str) -> None:
    assert r"DESCRIPTION:Một\nHai" in lines(publish([moment(description=f"Một{end}Hai")]))


def test_no_text_becomes_a_property_of_its_own() -> None:
    trick = "x\r\nATTENDEE:mailto:a@b.vn\nBEGIN:VALARM\x00\x1b\ud800"
    everywhere = {
        "uid": trick,
        "summary": trick,
        "description": trick,
        "location": trick,
        "categories": (trick,),
    }
    calendar = publish(
        [moment(**everywhere, related_to=trick, url=trick)],
        method="PUBLISH",
        organizer=Organizer(trick, "a@example.vn"),
        name=trick,
        stamped_at=WRITTEN_AT,
    )
    assert not [line for line in lines(calendar) if line.startswith(("ATTENDEE", "BEGIN:VALARM"))]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("UBND phường Hòa An", '"UBND phường Hòa An"'),
        ('Phòng "Nội vụ"; a, b: c', '"Phòng “Nội vụ”; a, b: c"'),
        ('Phòng "Nội', '"Phòng ”Nội"'),
        ("Hai\r\n dòng", '"Hai dòng"'),
        ("a^nb", "anb"),
        (unicodedata.normalize("NFD", "Ủy ban"), '"Ủy ban"'),
    ],
)
def test_the_organizers_name_is_safe_in_a_parameter(name: str, written: str) -> None:
    organizer = Organizer(name, "van.phong+le@example.vn")
    calendar = publish([moment()], method="PUBLISH", organizer=organizer, stamped_at=WRITTEN_AT)
    assert f"ORGANIZER;CN={written}:mailto:van.phong+le@example.vn" in lines(calendar)
    assert Calendar.from_ical(calendar).walk("VEVENT")[0]["ORGANIZER"] == "mailto:van.phong+le@example.vn"


@pytest.mark.parametrize(
    "email", ["", "a", "a b@c.vn", "Tên <a@b.vn>", "a@b.vn\r\nX:1", "a@b@c", "a@b.vn,c@d.vn"]
)
def test_the_organizers_mailbox_is_bare(email: str) -> None:
    with pytest.raises(ValueError, match="bare user@host"):
        Organizer("Văn phòng", email)


def test_an_address_is_a_uri() -> None:
    calendar = publish([moment(url=" https://example.vn/lễ phát động?a=1,2;b=%20#x ")])
    quoted = "https://example.vn/l%E1%BB%85%20ph%C3%A1t%20%C4%91%E1%BB%99ng?a=1,2;b=%20#x"
    assert f"URL:{quoted}" in lines(calendar)

"""Pages of an office's working calendar."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.glossary import DayOffKind, DayOffShift
from campaign.people import actions
from campaign.people.model import Agency, DayOff, User, days_off_of
from campaign.people.rules.days_off import DaysOffDraft
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
DAY = {
    "day": "02/01/2026",
    "kind": "compensatory",
    "name": "Nghỉ Tết Dương lịch",
    "source": "Công văn số 05/UBND-VP",
}


def kept(look: Look, cast: Cast, day: date = date(2026, 1, 2), kind: DayOffKind = DayOffKind.OFF) -> DayOff:
    with look() as session:
        draft = DaysOffDraft(day, kind, "Hoán đổi", "Thông báo số 1/TB-UBND")
        (row,) = actions.create_days_off(session, cast.agency, draft, cast.clerk)
        session.commit()
    return row


def own_days(look: Look, cast: Cast, *years: int) -> list[date]:
    return [row.day for row in days_off_of(look(), cast.agency.id, years)]


# ---------------------------------------------------------------- the year


def test_the_year_lists_the_public_days_and_the_own_ones(office: Cast, sign_in: SignIn, look: Look) -> None:
    kept(look, office)
    answer = sign_in(office.leader).get("/days-off?year=2026")
    assert "thứ Sáu, 02/01/2026" in answer.text
    assert "Thông báo số 1/TB-UBND" in answer.text
    assert "Quốc khánh" in answer.text
    assert "dự báo" not in answer.text
    assert "/days-off/new" not in answer.text
    assert "Sớm hơn: ngày làm việc liền trước" in answer.text


def test_a_year_to_come_is_called_a_forecast(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.drafter).get("/days-off?year=2027")
    assert "Lịch năm 2027 là dự báo" in answer.text
    assert "day=2027-02-05" in answer.text


def test_a_day_against_the_public_calendar_names_what_it_overrules(
    office: Cast, sign_in: SignIn, look: Look
) -> None:
    kept(look, office, date(2026, 9, 2), DayOffKind.WORKED)
    assert "lịch chung: Quốc khánh" in sign_in(office.drafter).get("/days-off?year=2026").text


def test_a_year_nobody_knows_teaches_the_first_step(office: Cast, sign_in: SignIn) -> None:
    assert "Thêm ngày đầu tiên" in sign_in(office.clerk).get("/days-off?year=2150").text
    assert "Thêm ngày đầu tiên" not in sign_in(office.leader).get("/days-off?year=2150").text


@pytest.mark.parametrize("year", ["", "x", "0", "99999", "1899", "-5"])
def test_an_odd_year_is_this_one(office: Cast, sign_in: SignIn, year: str) -> None:
    assert "Lịch làm việc năm 2026" in sign_in(office.leader).get(f"/days-off?year={year}").text


@pytest.mark.parametrize("year", [1900, 2199])
def test_the_ends_of_time_have_a_page(office: Cast, sign_in: SignIn, year: int) -> None:
    assert sign_in(office.leader).get(f"/days-off?year={year}").status_code == 200


def test_an_administrator_of_all_chooses_the_office(office: Cast, sign_in: SignIn, look: Look) -> None:
    kept(look, office)
    client = sign_in(office.admin)
    assert "Hoán đổi" in client.get(f"/days-off?year=2026&agency={office.agency.id}").text
    assert "Hoán đổi" not in client.get(f"/days-off?year=2026&agency={office.other_agency.id}").text
    assert client.get("/days-off/new").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_year_asks_as_often_with_many_days_as_with_one(
    office: Cast, sign_in: SignIn, look: Look, queries: list[str], rows: int
) -> None:
    for number in range(rows):
        kept(look, office, date(2026, 3, 2 + number))
    client = sign_in(office.drafter)
    queries.clear()
    client.get("/days-off?year=2026")
    assert len(queries) == 4, queries  # BEGIN is one of them


# ---------------------------------------------------------------- days


def test_a_day_is_added_with_its_paper(office: Cast, sign_in: SignIn, look: Look) -> None:
    answer = sign_in(office.clerk).post("/days-off/new", data=DAY, follow_redirects=True)
    assert "Đã thêm Nghỉ Tết Dương lịch (02/01/2026)." in answer.text
    assert "Lịch làm việc năm 2026" in answer.text
    assert "Công văn số 05/UBND-VP" in answer.text
    assert own_days(look, office, 2026) == [date(2026, 1, 2)]


def test_several_days_are_added_at_once(office: Cast, sign_in: SignIn, look: Look) -> None:
    form = {**DAY, "day": "4/2/2027", "last_day": "10/2/2027", "name": "Tết Nguyên đán"}
    answer = sign_in(office.drafter).post("/days-off/new", data=form, follow_redirects=True)
    assert "Đã thêm 7 ngày: Tết Nguyên đán." in answer.text
    assert len(own_days(look, office, 2027)) == 7


def test_a_refused_day_keeps_what_was_typed(office: Cast, sign_in: SignIn, look: Look) -> None:
    kept(look, office)
    answer = sign_in(office.clerk).post("/days-off/new", data={**DAY, "last_day": "1/1/2026"})
    assert answer.status_code == 422
    assert "Ngày cuối không thể trước ngày đầu (02/01/2026)." in answer.text
    assert 'value="Công văn số 05/UBND-VP"' in answer.text
    answer = sign_in(office.clerk).post("/days-off/new", data=DAY)
    assert (answer.status_code, "Lịch của cơ quan đã có ngày 02/01/2026." in answer.text) == (422, True)


def test_a_public_day_is_taken_over_with_its_name(office: Cast, sign_in: SignIn) -> None:
    page = sign_in(office.clerk).get("/days-off/new?day=2027-05-03").text
    assert 'value="03/5/2027"' in page
    assert "(nghỉ bù)" in page
    assert '<option selected value="compensatory">' in page
    assert 'value="03/5/2027"' not in sign_in(office.clerk).get("/days-off/new?day=mai").text


def test_a_day_is_edited_and_two_people_are_told(office: Cast, sign_in: SignIn, look: Look) -> None:
    row = kept(look, office)
    client = sign_in(office.clerk)
    address = f"/days-off/{row.id}"
    assert client.post(address, data={**DAY, "version": row.version}).status_code == 303
    answer = client.post(address, data={**DAY, "name": "Bản của tôi", "version": row.version})
    assert answer.status_code == 409
    assert "Bản của tôi" in answer.text
    assert look().get_one(DayOff, row.id).name == "Nghỉ Tết Dương lịch"


def test_deleting_asks_first(office: Cast, sign_in: SignIn, look: Look) -> None:
    row, client = kept(look, office), sign_in(office.drafter)
    assert "không khôi phục được" in client.get(f"/days-off/{row.id}/delete").text
    answer = client.post(f"/days-off/{row.id}/delete", data={"version": row.version}, follow_redirects=True)
    assert "Đã xóa 02/01/2026 khỏi lịch của cơ quan." in answer.text
    assert own_days(look, office, 2026) == []


def test_a_year_is_confirmed_with_one_paper(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.clerk)
    assert "Xác nhận 15 ngày" in client.get("/days-off/confirm?year=2027").text
    assert client.post("/days-off/confirm?year=2027", data={"source": ""}).status_code == 422
    answer = client.post(
        "/days-off/confirm?year=2027", data={"source": "Thông báo số 9"}, follow_redirects=True
    )
    assert "Đã xác nhận lịch năm 2027: 15 ngày." in answer.text
    assert "dự báo" not in answer.text
    assert len(own_days(look, office, 2027)) == 15
    assert "Không còn ngày nào để xác nhận" in client.get("/days-off/confirm?year=2027").text
    assert client.post("/days-off/confirm?year=2027", data={"source": "Thông báo số 9"}).status_code == 422


# ---------------------------------------------------------------- where due days go


def test_the_office_says_where_due_days_go(office: Cast, sign_in: SignIn, look: Look) -> None:
    client, version = sign_in(office.drafter), office.agency.version
    form = {"due_shift": "later", "version": version}
    assert "Đã lưu cách chuyển hạn." in client.post("/days-off/shift", data=form, follow_redirects=True).text
    assert look().get_one(Agency, office.agency.id).due_shift is DayOffShift.LATER
    answer = client.post("/days-off/shift", data={**form, "due_shift": "keep"})
    assert answer.status_code == 409
    assert "Chọn giữ bản nào" in answer.text
    assert client.post("/days-off/shift", data={**form, "due_shift": "sideways"}).status_code == 422


# ---------------------------------------------------------------- who may


def test_a_day_of_another_office_is_not_there(office: Cast, sign_in: SignIn, look: Look) -> None:
    row, client = kept(look, office), sign_in(office.stranger)
    assert client.get(f"/days-off/{row.id}").status_code == 404
    assert client.post(f"/days-off/{row.id}/delete").status_code == 404
    assert "Hoán đổi" not in client.get(f"/days-off?year=2026&agency={office.agency.id}").text


@pytest.mark.parametrize("address", ["/days-off/new", "/days-off/confirm", "/days-off/1"])
def test_a_leader_reads_but_does_not_change(office: Cast, sign_in: SignIn, address: str) -> None:
    assert sign_in(office.leader).get(address).status_code == 403


def test_a_unit_member_does_not_open_the_calendar(office: Cast, sign_in: SignIn) -> None:
    assert sign_in(office.member).get("/days-off").status_code == 403


# ---------------------------------------------------------------- everywhere


def test_a_ceremony_on_the_offices_own_day_off_is_warned_of(
    office: Cast, sign_in: SignIn, look: Look
) -> None:
    client = sign_in(office.drafter)
    address = f"/campaigns/ngay-khong-hen/ceremonies/{office.ceremony.id}"
    assert "Hoán đổi" not in client.get(address).text
    kept(look, office, office.ceremony.starts_at.date())
    assert "Hoán đổi" in client.get(address).text

"""Pages of service days and procedures through the door."""

from collections.abc import Callable
from datetime import date, time

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.people.model import User
from campaign.service_days import actions
from campaign.service_days.model import Procedure, ServiceDay, of_campaign, procedures_of
from campaign.service_days.rules import ProcedureDraft, ServiceDayDraft
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
HOME = "/campaigns/ngay-khong-hen/service-days"
WEDNESDAYS = ServiceDayDraft("Ngày không hẹn", date(2023, 10, 15), weekday=2, closes_at=time(15))
MARRIAGE = ProcedureDraft("Xác nhận tình trạng hôn nhân", "Cấp xã", "1.004873")


@pytest.fixture
def day(app: Flask, office: Cast) -> ServiceDay:
    """A committed service day."""
    with app.extensions["sessions"]["writing"]() as session:
        made = actions.create_service_day(session, office.campaign, WEDNESDAYS, office.drafter)
        session.commit()
    return made


@pytest.fixture
def procedure(app: Flask, office: Cast) -> Procedure:
    """A committed procedure."""
    with app.extensions["sessions"]["writing"]() as session:
        made = actions.create_procedure(session, office.campaign, MARRIAGE, office.drafter)
        session.commit()
    return made


def typed(**more: object) -> dict[str, object]:
    return {"name": "Ngày không viết", "weekday": "2", "starts_on": "15/10/2023", "version": "0", **more}


def test_a_service_day_is_added_and_its_first_real_day_shown(
    office: Cast, sign_in: SignIn, look: Look
) -> None:
    client = sign_in(office.drafter)
    assert client.post(f"{HOME}/new", data=typed(closes_at="15h", opens_at="7h30")).location == HOME
    [row] = of_campaign(look(), office.campaign.id)
    assert (row.weekday, row.opens_at, row.closes_at) == (2, time(7, 30), time(15))
    page = client.get(HOME).get_data(as_text=True)
    assert "từ 15/10/2023, thứ Tư hằng tuần" in page
    assert "ngày đầu tiên thứ Tư, 18/10/2023" in page
    assert "từ 7 giờ 30 phút đến 15 giờ" in page
    assert (
        page.count("thứ Tư, 25/11/2026") == page.count("thứ Tư, 13/01/2027") == 1
    )  # eight from Monday 23/11/2026
    assert "20/01/2027" not in page


def test_a_day_by_words_has_no_calendar_days(office: Cast, sign_in: SignIn, look: Look) -> None:
    form = typed(weekday="", words="1-2 ngày thứ Bảy trong tháng")
    assert sign_in(office.drafter).post(f"{HOME}/new", data=form).status_code == 303
    [row] = of_campaign(look(), office.campaign.id)
    assert (row.weekday, row.words) == (None, "1-2 ngày thứ Bảy trong tháng")
    assert "sắp tới" not in sign_in(office.leader).get(HOME).get_data(as_text=True)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"weekday": ""}, "Chọn thứ trong tuần"),
        ({"ends_on": "01/10/2023"}, "trước ngày bắt đầu"),
        ({"ends_on": "17/10/2023"}, "không có thứ Tư nào"),
        ({"opens_at": "15:00", "closes_at": "7:30"}, "phải sau giờ bắt đầu"),
        ({"starts_on": "10/15/2023"}, "Không hiểu ngày"),
        ({"weekday": "9"}, "không có trong danh sách"),
    ],
)
def test_a_refused_day_comes_back_with_everything_typed(
    office: Cast, sign_in: SignIn, look: Look, wrong: dict[str, object], sentence: str
) -> None:
    answer = sign_in(office.drafter).post(f"{HOME}/new", data=typed(place="Một cửa xã", **wrong))
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert sentence in page
    assert "Một cửa xã" in page
    assert of_campaign(look(), office.campaign.id) == []


def test_a_stale_save_of_a_day_shows_both_versions(
    office: Cast, sign_in: SignIn, look: Look, day: ServiceDay
) -> None:
    sign_in(office.admin).post(f"{HOME}/{day.id}", data=typed(name="Bản đã lưu", version=day.version))
    answer = sign_in(office.drafter).post(
        f"{HOME}/{day.id}", data=typed(name="Bản đang gõ", version=day.version)
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Bản đã lưu" in page
    assert "Bản đang gõ" in page
    assert of_campaign(look(), office.campaign.id)[0].name == "Bản đã lưu"


def test_a_day_is_deleted_after_asking(office: Cast, sign_in: SignIn, look: Look, day: ServiceDay) -> None:
    client, address = sign_in(office.drafter), f"{HOME}/{day.id}/delete"
    assert "Xóa “Ngày không hẹn”?" in client.get(address).get_data(as_text=True)
    assert len(of_campaign(look(), office.campaign.id)) == 1
    client.post(address, data={"version": day.version + 1})
    assert len(of_campaign(look(), office.campaign.id)) == 1
    client.post(address, data={"version": day.version})
    assert of_campaign(look(), office.campaign.id) == []


def test_days_move(office: Cast, sign_in: SignIn, look: Look, day: ServiceDay) -> None:
    client = sign_in(office.drafter)
    client.post(f"{HOME}/new", data=typed())
    assert client.post(f"{HOME}/{day.id}/move/down").location == f"{HOME}#day-{day.id}"
    assert [row.name for row in of_campaign(look(), office.campaign.id)] == [
        "Ngày không viết",
        "Ngày không hẹn",
    ]


def test_empty_pages_teach_the_first_step(office: Cast, sign_in: SignIn) -> None:
    page = sign_in(office.drafter).get(HOME).get_data(as_text=True)
    assert "Thêm ngày áp dụng đầu tiên" in page
    assert "Thêm thủ tục đầu tiên" in page
    assert "đầu tiên" not in sign_in(office.leader).get(HOME).get_data(as_text=True)


# ---------------------------------------------------------------- procedures


def test_a_procedure_is_added_under_its_heading(
    office: Cast, sign_in: SignIn, look: Look, procedure: Procedure
) -> None:
    client = sign_in(office.drafter)
    assert 'value="Cấp xã"' in client.get(f"{HOME}/procedures/new").get_data(as_text=True)
    form = {"name": "Đăng ký hộ kinh doanh", "served_at": "Cấp xã", "code": ""}
    assert client.post(f"{HOME}/procedures/new", data=form).location == f"{HOME}#procedures"
    assert [(row.name, row.code) for row in procedures_of(look(), office.campaign.id)] == [
        (procedure.name, "1.004873"),
        ("Đăng ký hộ kinh doanh", None),
    ]
    page = client.get(f"{HOME}?q=ho+kinh").get_data(as_text=True)
    assert "Đăng ký hộ kinh doanh" in page
    assert procedure.name not in page


@pytest.mark.parametrize(
    ("code", "name", "sentence"),
    [
        ("1.00487", "Khác", "sáu chữ số"),
        ("1.004873", "Khác", "thủ tục số 1"),
        ("", "xác nhận TÌNH TRẠNG hôn nhân", "thủ tục số 1"),
    ],
)
def test_a_refused_procedure_comes_back_with_everything_typed(
    office: Cast, sign_in: SignIn, look: Look, procedure: Procedure, code: str, name: str, sentence: str
) -> None:
    form = {"name": name, "served_at": "cấp xã", "code": code}
    answer = sign_in(office.drafter).post(f"{HOME}/procedures/new", data=form)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert sentence in page
    assert name in page
    assert len(procedures_of(look(), office.campaign.id)) == 1


def test_a_procedure_is_edited_moved_and_deleted(
    office: Cast, sign_in: SignIn, look: Look, procedure: Procedure
) -> None:
    client, address = sign_in(office.drafter), f"{HOME}/procedures/{procedure.id}"
    form = {
        "name": "Cấp Giấy xác nhận",
        "served_at": "Cấp xã",
        "code": "1.004873",
        "version": procedure.version,
    }
    assert client.post(address, data=form).location == f"{HOME}#procedure-{procedure.id}"
    assert client.post(address, data=form | {"name": "Bản cũ"}).status_code == 409
    client.post(f"{HOME}/procedures/new", data={"name": "Khác", "served_at": "Cấp xã"})
    client.post(f"{address}/move/down")
    assert [row.name for row in procedures_of(look(), office.campaign.id)] == ["Khác", "Cấp Giấy xác nhận"]
    assert "Cấp Giấy xác nhận" in client.get(f"{address}/delete").get_data(as_text=True)
    version = procedures_of(look(), office.campaign.id)[1].version
    client.post(f"{address}/delete", data={"version": version})
    assert [row.name for row in procedures_of(look(), office.campaign.id)] == ["Khác"]


# ---------------------------------------------------------------- who may not, and what it costs


def test_who_may_not_is_told_so_and_a_stranger_finds_nothing(
    office: Cast, sign_in: SignIn, day: ServiceDay, procedure: Procedure
) -> None:
    writes = [f"/{day.id}", f"/{day.id}/delete", f"/{day.id}/move/up", "/new", "/procedures/new",
              f"/procedures/{procedure.id}", f"/procedures/{procedure.id}/delete", f"/procedures/{procedure.id}/move/up"]  # fmt: skip
    assert sign_in(office.leader).get(HOME).status_code == 200
    assert [sign_in(office.leader).post(HOME + path).status_code for path in writes] == [403] * 8
    assert sign_in(office.member).get(HOME).status_code == 403
    assert sign_in(office.stranger).get(HOME).status_code == 404
    assert [sign_in(office.stranger).post(HOME + path).status_code for path in writes] == [404] * 8


def test_many_procedures_cost_no_more_queries(
    office: Cast, sign_in: SignIn, day: ServiceDay, procedure: Procedure, queries: list[str]
) -> None:
    client = sign_in(office.drafter)
    counts = []
    for number in range(3):
        queries.clear()
        client.get(HOME)
        counts.append(len(queries))
        client.post(f"{HOME}/procedures/new", data={"name": f"Thủ tục {number}", "served_at": "Cấp xã"})
    assert counts == [7] * 3  # begin, user, campaign; procedures, days; office and ceremony of the frame

"""Pages of agencies, signers, units and users."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.glossary import Role
from campaign.people import actions
from campaign.people.model import Agency, Signer, Unit, User, signers_of, units_of, user_by_email
from campaign.people.rules.agencies import SignerDraft
from campaign.people.rules.units import UnitDraft
from campaign.tasks.actions import create_task
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
UNIT = {"name": "Phòng Kinh tế", "short_name": "Phòng KT", "relation": "assign", "digest_hour": "7"}
AGENCY = {
    "name": "Ủy ban nhân dân xã Đức An", "short_name": "UBND xã", "level": "commune", "header_lines": "Ủy ban nhân dân\nxã Đức An",
    "symbol": "UBND", "place_name": "Đức An", "size_profile": "13",
}  # fmt: skip
SIGNER = {"authority": "KT. Chủ tịch", "position": "Phó Chủ tịch", "name": "Trần Thị Bình"}
USER = {"full_name": "Lê Thị Lan", "email": "lan@binh-an.example", "role": "drafter", "active": "y"}


# ---------------------------------------------------------------- units


def test_a_unit_is_added_from_its_form(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    answer = client.post("/units/new", data=UNIT, follow_redirects=True)
    assert "Đã thêm Phòng Kinh tế." in answer.text
    assert [unit.name for unit in units_of(look(), office.agency.id)][-1] == "Phòng Kinh tế"


def test_a_unit_says_at_which_hour_it_wants_its_reminders(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    for hour in ("5", "21", "", "bảy"):
        answer = client.post("/units/new", data={**UNIT, "digest_hour": hour})
        assert answer.status_code == 422, hour
    client.post("/units/new", data={**UNIT, "digest_hour": "14"})
    assert [unit.digest_hour for unit in units_of(look(), office.agency.id)] == [7, 7, 7, 14]


def test_a_refused_unit_keeps_what_was_typed(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.drafter).post("/units/new", data={**UNIT, "name": "phòng văn hoá - xã hội", "valid_from": "1/7/2025", "valid_to": "30/6/2025"})  # fmt: skip
    assert answer.status_code == 422
    assert "Đã có đơn vị này: Phòng Văn hóa - Xã hội." in answer.text
    assert "Ngày hết hiệu lực không thể trước ngày bắt đầu (01/7/2025)." in answer.text
    assert 'value="30/6/2025"' in answer.text


def test_two_people_editing_a_unit_are_told(office: Cast, sign_in: SignIn, look: Look) -> None:
    unit = office.units[0]
    client, version = sign_in(office.drafter), unit.version
    client.post(f"/units/{unit.id}", data={**UNIT, "version": version})
    answer = client.post(f"/units/{unit.id}", data={**UNIT, "name": "Văn phòng xã", "version": version})
    assert answer.status_code == 409
    assert "Văn phòng xã" in answer.text
    assert look().get_one(Unit, unit.id).name == "Phòng Kinh tế"


def test_a_unit_in_use_stays_with_a_sentence(office: Cast, sign_in: SignIn, look: Look) -> None:
    with look() as session:
        create_task(session, office.campaign, TaskDraft("Treo băng rôn", office.units[0].id), office.drafter)
        session.commit()
    unit, client = office.units[0], sign_in(office.drafter)
    assert "không khôi phục được" in client.get(f"/units/{unit.id}/delete").text
    answer = client.post(f"/units/{unit.id}/delete", data={"version": unit.version}, follow_redirects=True)
    assert "Chưa xóa được Văn phòng HĐND&amp;UBND" in answer.text
    assert look().get(Unit, unit.id) is not None


def test_an_unused_unit_is_deleted(office: Cast, sign_in: SignIn, look: Look) -> None:
    unit = office.units[2]
    answer = sign_in(office.drafter).post(
        f"/units/{unit.id}/delete", data={"version": unit.version}, follow_redirects=True
    )
    assert "Đã xóa Đoàn TNCS Hồ Chí Minh xã." in answer.text
    assert look().get(Unit, unit.id) is None


def test_units_are_moved_without_javascript(office: Cast, sign_in: SignIn, look: Look) -> None:
    sign_in(office.drafter).post(f"/units/{office.units[2].id}/move/up")
    assert [unit.id for unit in units_of(look(), office.agency.id)][1] == office.units[2].id


def test_units_are_found_without_diacritics(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.leader).get("/units?q=doan+tncs")
    assert "Đoàn TNCS Hồ Chí Minh xã" in answer.text
    assert "Phòng Văn hóa" not in answer.text


def test_an_empty_directory_teaches_the_first_step(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.stranger)
    assert "Thêm đơn vị đầu tiên" in client.get("/units").text
    client.post("/units/usual")
    assert len(units_of(look(), office.other_agency.id)) == 13
    assert "/units/usual" not in client.get("/units").text


def test_a_reader_sees_the_directory_without_buttons(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.clerk).get("/units")
    assert "Phòng Văn hóa - Xã hội" in answer.text
    assert "/units/new" not in answer.text


def test_a_unit_of_another_office_is_not_there(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.stranger)
    unit = office.units[0].id
    assert client.get(f"/units/{unit}").status_code == 404
    assert client.get(f"/units/{unit}/delete").status_code == 404
    assert client.post(f"/units/{unit}/move/up").status_code == 404
    assert "Phòng Văn hóa" not in client.get(f"/units?agency={office.agency.id}").text


def test_an_administrator_of_all_chooses_the_office(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.admin)
    assert "Phòng Văn hóa - Xã hội" in client.get(f"/units?agency={office.agency.id}").text
    assert "Chưa có đơn vị nào" in client.get(f"/units?agency={office.other_agency.id}").text
    assert client.get("/units/new").status_code == 404


@pytest.mark.parametrize(
    "address", ["/units/new", "/agencies/new", "/agencies/letterhead", "/users", "/users/new"]
)
def test_pages_that_change_the_office_are_not_for_a_clerk(
    office: Cast, sign_in: SignIn, address: str
) -> None:
    assert sign_in(office.clerk).get(address).status_code == 403


def test_a_unit_member_does_not_open_the_directory(office: Cast, sign_in: SignIn) -> None:
    assert sign_in(office.member).get("/units").status_code == 403


# ---------------------------------------------------------------- agencies and signers


def test_an_agency_is_filled_in_from_its_place(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.admin).get("/agencies/new?preset=ward&place=Xuân+Hương+-+Đà+Lạt")
    assert 'value="Ủy ban nhân dân phường Xuân Hương - Đà Lạt"' in answer.text
    assert "PHƯỜNG XUÂN HƯƠNG</text>" in answer.text


def test_an_agency_is_added_and_shown(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.admin).post("/agencies/new", data=AGENCY, follow_redirects=True)
    assert "<h1>Ủy ban nhân dân xã Đức An</h1>" in answer.text
    assert "XÃ ĐỨC AN</text>" in answer.text
    assert "Chưa có người ký" in answer.text


def test_a_refused_agency_keeps_what_was_typed(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.admin).post("/agencies/new", data={**AGENCY, "name": "Ủy ban nhân dân xã BÌNH AN", "symbol": "UB ND"})  # fmt: skip
    assert answer.status_code == 422
    assert "Đã có cơ quan này: Ủy ban nhân dân xã Bình An." in answer.text
    assert 'value="UB ND"' in answer.text


def test_the_letterhead_is_drawn_from_what_is_typed(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.admin).get(
        "/agencies/letterhead?header_lines=Sở+Nội+vụ&parent_line=UBND+tỉnh+X&symbol=SNV"
    )
    assert "SỞ NỘI VỤ</text>" in answer.text
    assert "/KH-SNV</text>" in answer.text
    assert "<h1" not in answer.text


def test_an_empty_form_has_a_letterhead_too(office: Cast, sign_in: SignIn) -> None:
    assert "<svg" in sign_in(office.admin).get("/agencies/letterhead").text


def test_two_people_editing_an_agency_are_told(office: Cast, sign_in: SignIn, look: Look) -> None:
    client, version = sign_in(office.admin), office.agency.version
    address = f"/agencies/{office.agency.id}/edit"
    assert client.post(address, data={**AGENCY, "version": version}).status_code == 303
    answer = client.post(address, data={**AGENCY, "place_name": "Nơi khác", "version": version})
    assert answer.status_code == 409
    assert look().get_one(Agency, office.agency.id).place_name == "Đức An"


def test_another_office_is_not_there(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.stranger)
    assert client.get(f"/agencies/{office.agency.id}").status_code == 404
    listed = client.get("/agencies").text
    assert "Ủy ban nhân dân xã Hòa Sơn" in listed
    assert "Ủy ban nhân dân xã Bình An" not in listed


def test_a_way_of_signing_fills_the_lines_above_the_name(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.admin).get(f"/agencies/{office.agency.id}/signers/new?way=collective-deputy")
    assert "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH</textarea>" in answer.text
    assert 'value="PHÓ CHỦ TỊCH"' in answer.text


def test_a_signer_is_added_moved_edited_and_deleted(office: Cast, sign_in: SignIn, look: Look) -> None:
    client, agency = sign_in(office.admin), office.agency.id
    client.post(f"/agencies/{agency}/signers/new", data={**SIGNER, "name": "Nguyễn Văn An"})
    client.post(f"/agencies/{agency}/signers/new", data=SIGNER)
    first, second = signers_of(look(), agency)
    client.post(f"/agencies/{agency}/signers/{second.id}/move/up")
    client.post(f"/agencies/{agency}/signers/{first.id}", data={**SIGNER, "name": "Nguyễn An", "version": look().get_one(Signer, first.id).version})  # fmt: skip
    assert [signer.name for signer in signers_of(look(), agency)] == ["Trần Thị Bình", "Nguyễn An"]
    assert "Nguyễn An?" in client.get(f"/agencies/{agency}/signers/{first.id}/delete").text
    version = look().get_one(Signer, first.id).version
    client.post(f"/agencies/{agency}/signers/{first.id}/delete", data={"version": version})
    assert [signer.name for signer in signers_of(look(), agency)] == ["Trần Thị Bình"]


def test_a_signer_is_found_only_under_its_agency(office: Cast, sign_in: SignIn, look: Look) -> None:
    with look() as session:
        signer = actions.create_signer(session, office.agency, SignerDraft("CHỦ TỊCH", "Lê An"), office.admin)
        session.commit()
    client = sign_in(office.admin)
    assert client.get(f"/agencies/{office.other_agency.id}/signers/{signer.id}").status_code == 404
    assert client.get(f"/agencies/{office.agency.id}/signers/{signer.id}").status_code == 200


# ---------------------------------------------------------------- users


def test_a_new_user_gets_a_password_that_is_shown_once(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.admin)
    answer = client.post("/users/new", data={**USER, "agency_id": office.agency.id})
    user = user_by_email(look(), "lan@binh-an.example")
    assert user is not None
    assert user.role is Role.DRAFTER
    password = answer.text.split('id="copy-19-8" type="text" readonly value="')[1].split('"')[0]
    with look() as session:
        assert actions.authenticate(session, user.email, password) is not None
    assert password not in client.get(f"/users/{user.id}").text


def test_a_refused_user_keeps_what_was_typed(office: Cast, sign_in: SignIn, look: Look) -> None:
    answer = sign_in(office.admin).post("/users/new", data={**USER, "role": "member", "agency_id": office.agency.id, "email": "drafter@binh-an.example"})  # fmt: skip
    assert answer.status_code == 422
    assert "Địa chỉ này đã là của Người Soạn thảo." in answer.text
    assert "cần chọn đơn vị" in answer.text
    assert 'value="Lê Thị Lan"' in answer.text


def test_a_closed_account_is_signed_out_at_once(office: Cast, sign_in: SignIn) -> None:
    drafter, client = sign_in(office.drafter), sign_in(office.admin)
    assert drafter.get("/units").status_code == 200
    form = {"full_name": "Người Soạn thảo", "email": office.drafter.email, "role": "drafter", "agency_id": office.agency.id, "version": office.drafter.version}  # fmt: skip
    assert client.post(f"/users/{office.drafter.id}", data=form).status_code == 303
    assert drafter.get("/units").status_code == 302
    assert "đã khóa" in client.get("/users").text


def test_the_last_administrator_cannot_close_himself(office: Cast, sign_in: SignIn, look: Look) -> None:
    form = {
        "full_name": "Quản trị",
        "email": office.admin.email,
        "role": "admin",
        "version": office.admin.version,
    }
    answer = sign_in(office.admin).post(f"/users/{office.admin.id}", data=form)
    assert answer.status_code == 422
    assert "Đây là quản trị cuối cùng" in answer.text
    assert look().get_one(User, office.admin.id).active


def test_a_reset_password_ends_the_old_sessions(office: Cast, sign_in: SignIn) -> None:
    drafter, client = sign_in(office.drafter), sign_in(office.admin)
    assert "Chỉ hiện một lần" in client.post(f"/users/{office.drafter.id}/password").text
    assert drafter.get("/units").status_code == 302


@pytest.fixture
def office_admin(office: Cast, look: Look) -> User:
    """An administrator of xã Bình An only."""
    with look() as session:
        user = User(email="quantri@binh-an.example", full_name="Quản trị xã", role=Role.ADMIN, agency_id=office.agency.id, password_hash="not-a-hash-office")  # fmt: skip
        session.add(user)
        session.commit()
        return user


def test_an_offices_administrator_keeps_to_the_office(
    office: Cast, office_admin: User, sign_in: SignIn, look: Look
) -> None:
    client = sign_in(office_admin)
    assert office.stranger.email not in client.get("/users").text
    assert client.get(f"/users/{office.stranger.id}").status_code == 404
    assert client.post(f"/users/{office.admin.id}/password").status_code == 404
    assert client.get("/agencies/new").status_code == 403
    client.post("/users/new", data={**USER, "role": "admin"})
    made = user_by_email(look(), USER["email"])
    assert made is not None
    assert made.agency_id == office.agency.id


# ---------------------------------------------------------------- how many questions a list asks


@pytest.mark.parametrize(
    ("address", "who", "count"), [("/units", "drafter", 4), ("/agencies", "admin", 3), ("/users", "admin", 5)]
)
def test_lists_ask_as_often_with_many_rows_as_with_few(
    office: Cast, sign_in: SignIn, look: Look, queries: list[str], address: str, who: str, count: int
) -> None:  # fmt: skip
    client = sign_in(getattr(office, who))
    queries.clear()
    client.get(address)
    assert len(queries) == count, queries  # BEGIN is one of them
    with look() as session:
        for number in range(3):
            actions.create_unit(session, office.agency, UnitDraft(f"Đơn vị {number}", "ĐV"), office.drafter)
            session.add(Agency(code=f"a{number}", name=f"Cơ quan {number}", short_name="CQ", level="commune", header_lines="CQ", symbol="CQ", place_name="X"))  # fmt: skip
            session.add(User(email=f"u{number}@x.vn", full_name="U", role=Role.LEADER, agency_id=office.agency.id, password_hash="-"))  # fmt: skip
        session.commit()
    queries.clear()
    client.get(address)
    assert len(queries) == count, queries

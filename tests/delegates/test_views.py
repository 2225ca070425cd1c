"""Pages of delegates through the door."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.delegates import actions
from campaign.delegates.model import Delegate, DelegateGroup, groups_of, of_campaign
from campaign.delegates.rules import CountDraft, DelegateDraft, GroupDraft
from campaign.people.model import User
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
HOME = "/campaigns/ngay-khong-hen/delegates"


@pytest.fixture
def group(app: Flask, office: Cast) -> DelegateGroup:
    """A committed group."""
    with app.extensions["sessions"]["writing"]() as session:
        made = actions.create_group(
            session, office.campaign, GroupDraft("Thường trực Đảng ủy"), office.drafter
        )
        session.commit()
    return made


@pytest.fixture
def invite(app: Flask, office: Cast, group: DelegateGroup) -> Callable[..., Delegate]:
    """Commit a delegate of that group, as the drafter."""

    def invited(title: str, **more: object) -> Delegate:
        with app.extensions["sessions"]["writing"]() as session:
            draft = DelegateDraft(group.id, title, **more)  # type: ignore[arg-type]
            made = actions.create_delegate(session, office.campaign, draft, office.drafter)
            session.commit()
        return made

    return invited


def rows_of(look: Look, office: Cast) -> list[Delegate]:
    return list(of_campaign(look(), office.campaign.id))


# ---------------------------------------------------------------- groups


def test_the_first_step_is_choosing_usual_groups(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    assert f"{HOME}/groups/usual" in client.get(HOME).get_data(as_text=True)
    assert "Thường trực Đảng ủy" in client.get(f"{HOME}/groups/usual").get_data(as_text=True)
    answer = client.post(f"{HOME}/groups/usual", data={"chosen": ["11", "1"]})
    assert answer.location == HOME
    names = [group.name for group in groups_of(look(), office.campaign.id)]
    assert names == ["Thường trực Đảng ủy", "Báo, đài"]
    assert client.post(f"{HOME}/groups/usual", data={}).status_code == 422
    assert client.post(f"{HOME}/groups/usual", data={"chosen": ["1"]}).status_code == 422  # there already


def test_a_group_is_renamed_but_not_to_a_taken_name(
    office: Cast, sign_in: SignIn, look: Look, group: DelegateGroup
) -> None:
    client = sign_in(office.drafter)
    assert client.post(f"{HOME}/groups/new", data={"name": "Báo, đài"}).status_code == 303
    taken = client.post(f"{HOME}/groups/{group.id}", data={"name": "bao, dai", "version": group.version})
    assert taken.status_code == 422
    assert 'value="bao, dai"' in taken.get_data(as_text=True)
    client.post(f"{HOME}/groups/{group.id}", data={"name": "Thường trực cấp ủy", "version": group.version})
    assert groups_of(look(), office.campaign.id)[0].name == "Thường trực cấp ủy"


def test_a_group_is_deleted_after_asking_and_only_when_empty(
    office: Cast, sign_in: SignIn, look: Look, group: DelegateGroup, invite: Callable[..., Delegate]
) -> None:
    client, address = sign_in(office.drafter), f"{HOME}/groups/{group.id}/delete"
    delegate = invite("Bí thư")
    asked = client.get(address).get_data(as_text=True)
    assert "còn 1 đại biểu" in asked
    assert "Xóa khối</span>" not in asked  # a button that would be refused
    client.post(address, data={"version": group.version})
    assert "đang có 1 đại biểu" in client.get(HOME).get_data(as_text=True)
    client.post(f"{HOME}/{delegate.id}/delete", data={"version": delegate.version})
    assert "Xóa khối</span>" in client.get(address).get_data(as_text=True)
    assert "1 đại biểu đã xóa trước đây" in client.get(address).get_data(as_text=True)
    assert len(groups_of(look(), office.campaign.id)) == 1
    client.post(address, data={"version": group.version})
    assert groups_of(look(), office.campaign.id) == []


# ---------------------------------------------------------------- delegates


def test_a_delegate_needs_only_a_group_and_a_position(
    office: Cast, sign_in: SignIn, look: Look, group: DelegateGroup
) -> None:
    form = {"group_id": group.id, "title": "Lãnh đạo Công an xã", "headcount": "", "person": "", "email": ""}
    assert sign_in(office.drafter).post(f"{HOME}/new", data=form).location == HOME
    [row] = rows_of(look, office)
    assert (row.title, row.headcount, row.person, row.email) == ("Lãnh đạo Công an xã", None, None, None)


def test_a_refused_delegate_comes_back_with_everything_typed(
    office: Cast, sign_in: SignIn, group: DelegateGroup
) -> None:
    form = {"group_id": group.id, "title": "", "headcount": "0", "email": "khong phai", "note": "mời qua Sở"}
    answer = sign_in(office.drafter).post(f"{HOME}/new", data=form)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    for words in ("khong phai", "mời qua Sở", "từ 1 đến 100.000", "không phải địa chỉ thư điện tử"):
        assert words in page


def test_a_double_is_refused_with_the_number_of_the_other(
    office: Cast, sign_in: SignIn, group: DelegateGroup, invite: Callable[..., Delegate]
) -> None:
    invite("Bí thư")
    answer = sign_in(office.drafter).post(f"{HOME}/new", data={"group_id": group.id, "title": "BI THU"})
    assert answer.status_code == 422
    assert "đại biểu số 1" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("typed", "heads"), [("1.500", 1500), ("40", 40), ("1.5", None), ("1.50", None), ("ba", None)]
)
def test_dots_in_a_number_stand_between_thousands_only(
    office: Cast, sign_in: SignIn, look: Look, group: DelegateGroup, typed: str, heads: int | None
) -> None:
    form = {"group_id": group.id, "title": "Người dân", "headcount": typed}
    answer = sign_in(office.drafter).post(f"{HOME}/new", data=form)
    assert answer.status_code == (422 if heads is None else 303)
    assert [row.headcount for row in of_campaign(look(), office.campaign.id)] == [heads][: heads is not None]


def test_the_form_opens_with_the_group_asked_for(office: Cast, sign_in: SignIn, group: DelegateGroup) -> None:
    page = sign_in(office.drafter).get(f"{HOME}/new?group={group.id}").get_data(as_text=True)
    assert f'<option selected value="{group.id}">' in page


def test_a_stale_save_shows_both_versions(
    office: Cast, sign_in: SignIn, look: Look, group: DelegateGroup, invite: Callable[..., Delegate]
) -> None:
    row = invite("Bí thư")
    form = {"group_id": group.id, "title": "Phó Bí thư", "version": row.version}
    sign_in(office.admin).post(f"{HOME}/{row.id}", data=form)
    answer = sign_in(office.drafter).post(f"{HOME}/{row.id}", data={**form, "title": "Bí thư Đảng ủy"})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Phó Bí thư" in page
    assert "Bí thư Đảng ủy" in page
    assert rows_of(look, office)[0].title == "Phó Bí thư"


def test_a_deletion_offers_its_undo(
    office: Cast, sign_in: SignIn, look: Look, invite: Callable[..., Delegate]
) -> None:
    row, client = invite("Bí thư"), sign_in(office.drafter)
    client.post(f"{HOME}/{row.id}/delete", data={"version": row.version})
    assert rows_of(look, office) == []
    assert f"{HOME}/{row.id}/restore" in client.get(HOME).get_data(as_text=True)
    client.post(f"{HOME}/{row.id}/restore")
    assert [each.title for each in rows_of(look, office)] == ["Bí thư"]


def test_delegates_and_groups_move(
    office: Cast, sign_in: SignIn, look: Look, group: DelegateGroup, invite: Callable[..., Delegate]
) -> None:
    client = sign_in(office.drafter)
    invite("một")
    row = invite("hai")
    assert client.post(f"{HOME}/{row.id}/move/up").location == f"{HOME}#delegate-{row.id}"
    assert [each.title for each in rows_of(look, office)] == ["hai", "một"]
    client.post(f"{HOME}/groups/new", data={"name": "Báo, đài"})
    client.post(f"{HOME}/groups/{group.id}/move/down")
    assert groups_of(look(), office.campaign.id)[0].name == "Báo, đài"


def test_the_list_totals_heads_and_is_searched_without_marks(
    office: Cast, sign_in: SignIn, invite: Callable[..., Delegate]
) -> None:
    invite("Đoàn viên các thôn", headcount=30)
    invite("Bí thư Đảng ủy", person="Nguyễn Văn Ẩn")
    invite("Lãnh đạo Công an xã")
    client = sign_in(office.leader)
    page = client.get(HOME).get_data(as_text=True)
    assert "<b>31</b> người đã rõ số" in page
    assert "<b>1</b> dòng chưa rõ số" in page
    found = client.get(f"{HOME}?q=nguyen+an").get_data(as_text=True)
    assert "Bí thư Đảng ủy" in found
    assert "Đoàn viên các thôn" not in found


def test_letters_are_one_step_from_the_list_for_those_who_read_papers(
    office: Cast, sign_in: SignIn, invite: Callable[..., Delegate]
) -> None:
    letters = 'href="/campaigns/ngay-khong-hen/invitations"'
    assert letters not in sign_in(office.drafter).get(HOME).get_data(as_text=True)
    invite("Lãnh đạo Công an xã")
    assert letters in sign_in(office.leader).get(HOME).get_data(as_text=True)
    assert letters not in sign_in(office.reception).get(HOME).get_data(as_text=True)


def test_many_delegates_cost_no_more_queries(
    office: Cast, sign_in: SignIn, invite: Callable[..., Delegate], queries: list[str]
) -> None:
    client = sign_in(office.drafter)
    counts = []
    for number in range(3):
        invite(f"Đại biểu {number}")
        queries.clear()
        client.get(HOME)
        counts.append(len(queries))
    assert (
        counts == [9] * 3
    )  # begin, user, campaign; deleted, units, delegates, groups; office and ceremony of the frame


# ---------------------------------------------------------------- pasting


def posted(page: str, name: str) -> str:
    return page.split(f'name="{name}" value="')[1].split('"')[0]


def test_a_pasted_list_is_shown_before_it_is_added(
    office: Cast, sign_in: SignIn, look: Look, group: DelegateGroup, invite: Callable[..., Delegate]
) -> None:
    invite("Bí thư Đảng ủy", person="Nguyễn Văn A")
    client = sign_in(office.drafter)
    form = {
        "group_id": group.id,
        "text": "Bí thư Đảng ủy - Ông Nguyễn Văn A\r\nChủ tịch HĐND\tBà Trần Thị B\r\n30 đoàn viên",
    }
    answer = client.post(f"{HOME}/paste", data=form)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "Đã có (đại biểu số 1), bỏ qua." in page
    assert "Thêm 2 đại biểu" in page
    assert len(rows_of(look, office)) == 1
    answer = client.post(f"{HOME}/paste", data={**form, "step": "confirm", "seen": posted(page, "seen")})
    assert answer.location == HOME
    assert [(row.title, row.honorific, row.person, row.headcount) for row in rows_of(look, office)] == [
        ("Bí thư Đảng ủy", None, "Nguyễn Văn A", 1),
        ("Chủ tịch HĐND", "Bà", "Trần Thị B", 1),
        ("Đoàn viên", None, None, 30),
    ]


def test_a_list_changed_meanwhile_is_shown_again(
    office: Cast, sign_in: SignIn, look: Look, group: DelegateGroup, invite: Callable[..., Delegate]
) -> None:
    client = sign_in(office.drafter)
    form = {"group_id": group.id, "text": "Bí thư\nPhó Bí thư"}
    seen = posted(client.post(f"{HOME}/paste", data=form).get_data(as_text=True), "seen")
    invite("Bí thư")
    answer = client.post(f"{HOME}/paste", data={**form, "step": "confirm", "seen": seen})
    assert answer.status_code == 422
    assert "vừa có người sửa" in answer.get_data(as_text=True)
    assert len(rows_of(look, office)) == 1


def test_a_broken_line_stops_the_whole_list(
    office: Cast, sign_in: SignIn, look: Look, group: DelegateGroup
) -> None:
    client = sign_in(office.drafter)
    form = {"group_id": group.id, "text": f"Bí thư\n{'x' * 301}"}
    page = client.post(f"{HOME}/paste", data=form).get_data(as_text=True)
    assert "cần sửa" in page
    assert 'value="confirm"' not in page
    client.post(f"{HOME}/paste", data={**form, "step": "confirm", "seen": posted(page, "seen")})
    assert rows_of(look, office) == []


def test_going_back_keeps_the_pasted_text(office: Cast, sign_in: SignIn, group: DelegateGroup) -> None:
    form = {"group_id": group.id, "text": "Bí thư\nPhó Bí thư", "step": "edit"}
    answer = sign_in(office.drafter).post(f"{HOME}/paste", data=form)
    assert answer.status_code == 200
    assert "Bí thư\nPhó Bí thư</textarea>" in answer.get_data(as_text=True).replace("\r\n", "\n")


def test_a_paste_without_group_keeps_the_text(office: Cast, sign_in: SignIn, group: DelegateGroup) -> None:
    answer = sign_in(office.drafter).post(f"{HOME}/paste", data={"group_id": "", "text": "Bí thư"})
    assert answer.status_code == 422
    assert "Bí thư</textarea>" in answer.get_data(as_text=True)


# ---------------------------------------------------------------- the door


def test_reception_counts_heads_but_edits_nothing(
    office: Cast, sign_in: SignIn, look: Look, invite: Callable[..., Delegate]
) -> None:
    row, client = invite("Đoàn viên các thôn", headcount=30), sign_in(office.reception)
    assert "Đủ 30" in client.get(f"{HOME}/attendance").get_data(as_text=True)
    answer = client.post(f"{HOME}/attendance/{row.id}", data={"attended": "28", "version": row.version})
    assert answer.location == f"{HOME}/attendance#delegate-{row.id}"
    assert rows_of(look, office)[0].attended == 28
    assert "28 người có mặt" in client.get(f"{HOME}/attendance").get_data(as_text=True)
    assert client.get(f"{HOME}/new").status_code == 403
    assert client.post(f"{HOME}/{row.id}/delete", data={"version": row.version}).status_code == 403


def test_two_people_counting_the_same_row_are_told(
    app: Flask, office: Cast, sign_in: SignIn, look: Look, invite: Callable[..., Delegate]
) -> None:
    row = invite("Đoàn viên các thôn", headcount=30)
    with app.extensions["sessions"]["writing"]() as session:
        other = session.get_one(Delegate, row.id)
        actions.count_attended(session, office.campaign, other, CountDraft(30), row.version, office.drafter)
        session.commit()
    answer = sign_in(office.reception).post(
        f"{HOME}/attendance/{row.id}", data={"attended": "25", "version": row.version}
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Người khác vừa ghi 30." in page
    assert 'value="25" aria-invalid="true"' in page
    assert rows_of(look, office)[0].attended == 30


def test_an_odd_number_at_the_door_stays_typed(
    office: Cast, sign_in: SignIn, look: Look, invite: Callable[..., Delegate]
) -> None:
    row = invite("Đoàn viên các thôn", headcount=30)
    answer = sign_in(office.reception).post(
        f"{HOME}/attendance/{row.id}", data={"attended": "ba mươi", "version": row.version}
    )
    assert answer.status_code == 422
    assert 'value="ba mươi" aria-invalid="true"' in answer.get_data(as_text=True)
    assert rows_of(look, office)[0].attended is None


def test_an_empty_number_takes_the_count_back(
    office: Cast, sign_in: SignIn, look: Look, invite: Callable[..., Delegate]
) -> None:
    row, client = invite("Đoàn viên các thôn", headcount=30), sign_in(office.reception)
    client.post(f"{HOME}/attendance/{row.id}", data={"attended": "28", "version": row.version})
    client.post(f"{HOME}/attendance/{row.id}", data={"attended": "", "version": row.version + 1})
    assert rows_of(look, office)[0].attended is None


# ---------------------------------------------------------------- who may not


def test_who_may_not_is_told_so_and_a_stranger_finds_nothing(
    office: Cast, sign_in: SignIn, group: DelegateGroup, invite: Callable[..., Delegate]
) -> None:
    row = invite("Bí thư")
    writes = [f"/{row.id}/delete", f"/{row.id}/restore", f"/{row.id}/move/up", f"/groups/{group.id}/move/up",
              f"/groups/{group.id}/delete", "/paste", "/new", f"/attendance/{row.id}"]  # fmt: skip
    assert [sign_in(office.leader).post(HOME + path).status_code for path in writes] == [403] * 8
    assert sign_in(office.member).get(HOME).status_code == 403
    assert sign_in(office.stranger).get(HOME).status_code == 404
    assert [sign_in(office.stranger).post(HOME + path).status_code for path in writes] == [404] * 8


def test_a_delegate_of_another_campaign_is_not_found(
    app: Flask, office: Cast, sign_in: SignIn, invite: Callable[..., Delegate]
) -> None:
    row = invite("Bí thư")
    with app.extensions["sessions"]["writing"]() as session:
        session.add(type(office.campaign)(agency_id=office.agency.id, code="khac", title="Khác", summary=""))
        session.commit()
    client = sign_in(office.drafter)
    assert client.get(f"/campaigns/khac/delegates/{row.id}").status_code == 404
    assert client.post(f"/campaigns/khac/delegates/attendance/{row.id}").status_code == 404

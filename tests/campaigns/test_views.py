"""Pages of campaigns."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign, by_code
from campaign.people.model import User
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]


def test_a_drafter_creates_a_campaign_and_lands_on_it(office: Cast, sign_in: SignIn, look: Look) -> None:
    answer = sign_in(office.drafter).post(
        "/campaigns/new",
        data={"title": "Sáng thứ Bảy vì dân", "status": "preparing", "starts_on": "5/1/2027"},
    )
    assert (answer.status_code, answer.location) == (303, "/campaigns/sang-thu-bay-vi-dan")
    made = by_code(look(), "sang-thu-bay-vi-dan")
    assert made is not None
    assert made.agency_id == office.agency.id


def test_an_administrator_chooses_the_agency(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.admin)
    data = {"title": "Của Hòa Sơn", "status": "preparing"}
    assert client.post("/campaigns/new", data=data).status_code == 422
    client.post("/campaigns/new", data=data | {"agency_id": str(office.other_agency.id)})
    made = by_code(look(), "cua-hoa-son")
    assert made is not None
    assert made.agency_id == office.other_agency.id


def test_a_drafter_cannot_choose_another_agency(office: Cast, sign_in: SignIn, look: Look) -> None:
    data = {"title": "Lấn sân", "status": "preparing", "agency_id": str(office.other_agency.id)}
    sign_in(office.drafter).post("/campaigns/new", data=data)
    made = by_code(look(), "lan-san")
    assert made is not None
    assert made.agency_id == office.agency.id


def test_a_refused_form_keeps_what_was_typed(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.drafter).post(
        "/campaigns/new",
        data={"title": "Đợt hai", "status": "preparing", "starts_on": "2/12/2026", "ends_on": "1/12/2026"},
    )
    assert answer.status_code == 422
    page = answer.text
    assert "Đợt hai" in page
    assert "2/12/2026" in page
    assert "đứng trước ngày bắt đầu" in page


def test_two_people_saving_are_told_and_the_second_chooses(office: Cast, sign_in: SignIn, look: Look) -> None:
    seen = office.campaign.version
    form = {"title": "Một", "status": "running", "code": "ngay-khong-hen", "version": str(seen)}
    sign_in(office.drafter).post("/campaigns/ngay-khong-hen/edit", data=form)
    second = sign_in(office.admin)
    answer = second.post("/campaigns/ngay-khong-hen/edit", data=form | {"title": "Hai"})
    assert answer.status_code == 409
    assert "<del>Một</del>" in answer.text
    assert "<ins>Hai</ins>" in answer.text
    again = second.post(
        "/campaigns/ngay-khong-hen/edit", data=form | {"title": "Hai", "version": str(seen + 1)}
    )
    assert again.status_code == 303
    saved = by_code(look(), "ngay-khong-hen")
    assert saved is not None
    assert saved.title == "Hai"


def test_the_list_shows_the_own_agency_only(office: Cast, sign_in: SignIn) -> None:
    assert "ngay-khong-hen" in sign_in(office.drafter).get("/campaigns").text
    assert "ngay-khong-hen" not in sign_in(office.stranger).get("/campaigns").text
    assert office.agency.name in sign_in(office.admin).get("/campaigns").text


@pytest.mark.parametrize(
    ("query", "found"),
    [("q=ngay+khong+hen", True), ("q=thu+bay", False), ("status=preparing", True), ("status=done", False)],
)
def test_the_list_is_searched_without_marks(office: Cast, sign_in: SignIn, query: str, found: bool) -> None:
    page = sign_in(office.drafter).get(f"/campaigns?{query}").text
    assert ("/campaigns/ngay-khong-hen" in page) is found


def test_deleting_offers_the_way_back(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    answer = client.post(
        "/campaigns/ngay-khong-hen/delete", data={"version": office.campaign.version}, follow_redirects=True
    )
    assert "/campaigns/ngay-khong-hen/restore" in answer.text
    assert client.get("/campaigns/ngay-khong-hen").status_code == 404
    client.post("/campaigns/ngay-khong-hen/restore")
    assert client.get("/campaigns/ngay-khong-hen").status_code == 200


def test_a_deletion_from_a_stale_page_is_refused(office: Cast, sign_in: SignIn, look: Look) -> None:
    sign_in(office.drafter).post("/campaigns/ngay-khong-hen/delete", data={"version": "99"})
    kept = look().get(Campaign, office.campaign.id)
    assert kept is not None
    assert kept.deleted_at is None


@pytest.mark.parametrize("address", ["edit", "delete", "restore"])
def test_a_stranger_finds_nothing_and_a_leader_may_not(office: Cast, sign_in: SignIn, address: str) -> None:
    assert sign_in(office.stranger).post(f"/campaigns/ngay-khong-hen/{address}").status_code == 404
    assert sign_in(office.leader).post(f"/campaigns/ngay-khong-hen/{address}").status_code == 403


def test_only_those_who_may_see_the_buttons(office: Cast, sign_in: SignIn) -> None:
    assert "/campaigns/new" in sign_in(office.drafter).get("/campaigns").text
    assert "/campaigns/new" not in sign_in(office.leader).get("/campaigns").text


def test_an_empty_list_teaches_the_first_step(office: Cast, sign_in: SignIn) -> None:
    assert "Tạo chiến dịch đầu tiên" in sign_in(office.stranger).get("/campaigns").text


@pytest.mark.parametrize("extra", [0, 2])
def test_the_list_costs_the_same_queries_for_one_row_and_for_three(
    office: Cast, sign_in: SignIn, look: Look, queries: list[str], extra: int
) -> None:
    session = look()
    session.add_all(
        Campaign(agency_id=office.agency.id, code=f"dot-{n}", title=f"Đợt {n}") for n in range(extra)
    )
    session.commit()
    client = sign_in(office.drafter)
    queries.clear()
    client.get("/campaigns")
    # BEGIN; the user; the office; the campaigns; those put away
    assert len(queries) == 5

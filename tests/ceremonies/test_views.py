"""Pages of ceremonies and programmes."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies import actions
from campaign.ceremonies.model import Ceremony, ProgrammeItem, of_campaign, programme_of
from campaign.ceremonies.rules import ItemDraft
from campaign.people.model import User
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]

HOME = "/campaigns/ngay-khong-hen/ceremonies"
TYPED = {
    "title": "Lễ phát động",
    "day": "14/12/2026",
    "starts": "7h30",
    "ends": "",
    "venue": "Sân trung tâm",
    "arrive_early": "15",
}


@pytest.fixture
def steps(office: Cast, look: Look) -> list[ProgrammeItem]:
    """Three steps of the cast's ceremony."""
    session = look()
    made = [
        actions.create_item(session, office.campaign, office.ceremony, ItemDraft(title, 10), office.drafter)
        for title in ("Chào cờ", "Phát động", "Bế mạc")
    ]
    session.commit()
    return made


def test_a_campaign_without_a_ceremony_teaches_the_first_step(
    office: Cast, sign_in: SignIn, look: Look
) -> None:
    session = look()
    session.delete(session.get_one(Ceremony, office.ceremony.id))
    session.commit()
    assert f"{HOME}/new" in sign_in(office.drafter).get(HOME).text
    assert f"{HOME}/new" not in sign_in(office.leader).get(HOME).text


def test_a_ceremony_is_added_with_day_and_hour_as_people_type_them(
    office: Cast, sign_in: SignIn, look: Look
) -> None:
    answer = sign_in(office.drafter).post(
        f"{HOME}/new", data=TYPED | {"day": "20-12-2026", "starts": "14 giờ 15", "ends": "16:00"}
    )
    assert answer.status_code == 303
    made = of_campaign(look(), office.campaign.id)[-1]
    assert [str(made.starts_at), str(made.ends_at)] == ["2026-12-20 14:15:00", "2026-12-20 16:00:00"]
    assert answer.location == f"{HOME}/{made.id}"


def test_a_ceremony_that_ends_too_early_comes_back_full(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.drafter).post(f"{HOME}/new", data=TYPED | {"ends": "7h", "dress": "Áo dài"})
    assert answer.status_code == 422
    assert "không sau giờ bắt đầu" in answer.text
    assert "Áo dài" in answer.text
    assert 'value="7h"' in answer.text


def test_editing_shows_day_and_hours_apart(office: Cast, sign_in: SignIn) -> None:
    page = sign_in(office.drafter).get(f"{HOME}/{office.ceremony.id}/edit").text
    assert 'value="14/12/2026"' in page
    assert 'value="07:30"' in page


def test_another_day_typed_into_the_form_leads_to_moving_the_ceremony(
    office: Cast, sign_in: SignIn, look: Look
) -> None:
    client = sign_in(office.drafter)
    typed = TYPED | {
        "day": "21/12/2026", "starts": "8h", "venue": "Nhà văn hóa", "version": str(office.ceremony.version)
    }  # fmt: skip
    answer = client.post(f"{HOME}/{office.ceremony.id}/edit", data=typed)
    assert answer.status_code == 422
    assert "Nhà văn hóa" in answer.text
    assert look().get_one(Ceremony, office.ceremony.id).starts_at == office.ceremony.starts_at
    way = re.search(r'href="([^"]+/move\?[^"]+)"', answer.text)
    assert way
    page = client.get(unescape(way[1]))
    assert page.status_code == 200
    assert 'name="day" value="21/12/2026"' in page.text
    assert 'name="starts" value="8h"' in page.text


def test_two_people_moving_the_hour_see_both_hours(office: Cast, sign_in: SignIn) -> None:
    address = f"{HOME}/{office.ceremony.id}/edit"
    form = TYPED | {"version": str(office.ceremony.version)}
    assert sign_in(office.admin).post(address, data=form | {"starts": "8:00"}).status_code == 303
    answer = sign_in(office.drafter).post(address, data=form | {"starts": "9:00"})
    assert answer.status_code == 409
    assert "<del>8 giờ</del>" in answer.text
    assert "<ins>9 giờ</ins>" in answer.text


def test_the_page_shows_computed_hours_and_the_total(
    office: Cast, sign_in: SignIn, steps: list[ProgrammeItem]
) -> None:
    page = sign_in(office.leader).get(HOME).text
    for words in ("07:30", "07:40", "07:50", "30 phút", "8 giờ"):
        assert words in page


def test_the_usual_programme_is_one_button(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    client.post(f"{HOME}/{office.ceremony.id}/usual")
    count = len(programme_of(look(), office.ceremony.id))
    assert count > 5
    assert "đã có mục" in client.post(f"{HOME}/{office.ceremony.id}/usual", follow_redirects=True).text
    assert len(programme_of(look(), office.ceremony.id)) == count


def test_a_step_is_added_on_one_line(office: Cast, sign_in: SignIn, look: Look) -> None:
    answer = sign_in(office.drafter).post(
        f"{HOME}/{office.ceremony.id}/items/new", data={"title": "Văn nghệ", "minutes": "12", "performer": ""}
    )
    assert answer.status_code == 303
    (item,) = programme_of(look(), office.ceremony.id)
    assert (item.title, item.minutes, item.performer, item.before_start) == ("Văn nghệ", 12, None, False)


def test_an_odd_number_of_minutes_keeps_the_rest(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.drafter).post(
        f"{HOME}/{office.ceremony.id}/items/new", data={"title": "Văn nghệ", "minutes": "0"}
    )
    assert answer.status_code == 422
    assert "Văn nghệ" in answer.text
    assert "từ 1 đến 600" in answer.text


def test_steps_move_without_javascript(
    office: Cast, sign_in: SignIn, look: Look, steps: list[ProgrammeItem]
) -> None:
    answer = sign_in(office.drafter).post(f"{HOME}/{office.ceremony.id}/items/{steps[2].id}/move/up")
    assert answer.location.endswith(f"#item-{steps[2].id}")
    assert [item.title for item in programme_of(look(), office.ceremony.id)] == [
        "Chào cờ",
        "Bế mạc",
        "Phát động",
    ]


def test_deleting_asks_first(office: Cast, sign_in: SignIn, look: Look, steps: list[ProgrammeItem]) -> None:
    client, address = sign_in(office.drafter), f"{HOME}/{office.ceremony.id}/items/{steps[0].id}/delete"
    assert "Xóa hẳn mục này?" in client.get(address).text
    assert len(programme_of(look(), office.ceremony.id)) == 3
    seen = look().get_one(ProgrammeItem, steps[0].id).version
    client.post(address, data={"version": seen})
    assert len(programme_of(look(), office.ceremony.id)) == 2


def test_a_ceremony_is_deleted_with_its_programme(
    office: Cast, sign_in: SignIn, look: Look, steps: list[ProgrammeItem]
) -> None:
    client, address = sign_in(office.drafter), f"{HOME}/{office.ceremony.id}/delete"
    assert "3 mục chương trình" in client.get(address).text
    client.post(address, data={"version": look().get_one(Ceremony, office.ceremony.id).version})
    assert of_campaign(look(), office.campaign.id) == []


def test_a_weekend_is_warned_of(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    answer = client.post(f"{HOME}/new", data=TYPED | {"day": "13/12/2026"}, follow_redirects=True)
    assert "ngày nghỉ cuối tuần" in answer.text


def test_the_projector_page_lists_every_step(
    office: Cast, sign_in: SignIn, steps: list[ProgrammeItem]
) -> None:
    page = sign_in(office.member).get(f"{HOME}/{office.ceremony.id}/programme").text
    assert (
        page.index("Chào cờ")
        < page.index("Phát động</td>" if "Phát động</td>" in page else "Phát động")
        < page.index("Bế mạc")
    )


def test_another_campaigns_ceremony_is_not_found(office: Cast, sign_in: SignIn, look: Look) -> None:
    session = look()
    other = Campaign(agency_id=office.agency.id, code="khac", title="Khác")
    session.add(other)
    session.commit()
    assert sign_in(office.drafter).get(f"/campaigns/khac/ceremonies/{office.ceremony.id}").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "new",
        "{id}/edit",
        "{id}/delete",
        "{id}/usual",
        "{id}/items/new",
        "{id}/items/{step}",
        "{id}/items/{step}/delete",
        "{id}/items/{step}/move/up",
    ],
)
def test_strangers_find_nothing_and_members_may_not_change(
    office: Cast, sign_in: SignIn, steps: list[ProgrammeItem], address: str
) -> None:
    place = f"{HOME}/" + address.format(id=office.ceremony.id, step=steps[0].id)
    assert sign_in(office.stranger).post(place).status_code == 404
    assert sign_in(office.member).post(place).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_queries_for_one_step_and_for_three(
    office: Cast, sign_in: SignIn, look: Look, queries: list[str], count: int
) -> None:
    session = look()
    for number in range(count):
        actions.create_item(
            session, office.campaign, office.ceremony, ItemDraft(f"Mục {number}", 5), office.drafter
        )
    session.commit()
    client = sign_in(office.drafter)
    queries.clear()
    assert client.get(HOME).status_code == 200
    # BEGIN, user, campaign; ceremonies, units, steps; the office and its header's ceremonies; seven for the calendars
    assert len(queries) == 16

"""Pages of publicity through the door."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.glossary import Channel
from campaign.people.model import User
from campaign.publicity import actions
from campaign.publicity.model import Activity, of_campaign
from campaign.publicity.rules import ActivityDraft
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
HOME = "/campaigns/ngay-khong-hen/publicity"


@pytest.fixture
def announce(app: Flask, office: Cast) -> Callable[..., Activity]:
    """Commit an activity, as the drafter."""

    def announced(content: str, channel: Channel = Channel.LOUDSPEAKER, **more: object) -> Activity:
        with app.extensions["sessions"]["writing"]() as session:
            draft = ActivityDraft(channel, content, **more)  # type: ignore[arg-type]
            made = actions.create_activity(session, office.campaign, draft, office.drafter)
            session.commit()
        return made

    return announced


def typed(**more: object) -> dict[str, object]:
    return {"channel": "banner", "content": "Treo 12 băng rôn", "version": "0", **more}


def contents(look: Look, office: Cast) -> list[str]:
    return [row.content for row in of_campaign(look(), office.campaign.id)]


def test_an_activity_is_added_and_its_days_spoken(office: Cast, sign_in: SignIn, look: Look) -> None:
    client = sign_in(office.drafter)
    form = typed(unit_id=office.units[1].id, starts_on="01/12/2026", ends_on="14/12/2026", place="Trụ sở xã")
    assert client.post(f"{HOME}/new", data=form).location == HOME
    [row] = of_campaign(look(), office.campaign.id)
    assert (row.channel, row.unit_id, row.starts_on) == (
        Channel.BANNER,
        office.units[1].id,
        date(2026, 12, 1),
    )
    page = client.get(HOME).get_data(as_text=True)
    assert "từ\N{NO-BREAK SPACE}01/12/2026 đến\N{NO-BREAK SPACE}14/12/2026" in page
    assert "Băng rôn, pano" in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"starts_on": "14/12/2026", "ends_on": "13/12/2026"}, "trước ngày bắt đầu"),
        ({"unit_id": "9999"}, "không có trong danh sách"),
        ({"channel": "pigeon"}, "không có trong danh sách"),
        ({"content": ""}, "Cần điền mục này"),
    ],
)
def test_a_refused_activity_comes_back_with_everything_typed(
    office: Cast, sign_in: SignIn, look: Look, wrong: dict[str, object], sentence: str
) -> None:
    answer = sign_in(office.drafter).post(f"{HOME}/new", data=typed(place="Trụ sở xã") | wrong)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert sentence in page
    assert "Trụ sở xã" in page
    assert contents(look, office) == []


def test_a_stale_save_shows_both_versions(
    office: Cast, sign_in: SignIn, look: Look, announce: Callable[..., Activity]
) -> None:
    row = announce("Phát bản tin")
    sign_in(office.admin).post(f"{HOME}/{row.id}", data=typed(content="Bản đã lưu", version=row.version))
    answer = sign_in(office.drafter).post(
        f"{HOME}/{row.id}", data=typed(content="Bản đang gõ", version=row.version)
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Bản đã lưu" in page
    assert "Bản đang gõ" in page
    assert contents(look, office) == ["Bản đã lưu"]


def test_an_activity_is_deleted_after_asking(
    office: Cast, sign_in: SignIn, look: Look, announce: Callable[..., Activity]
) -> None:
    row, client = announce("Phát bản tin"), sign_in(office.drafter)
    assert "Loa truyền thanh: Phát bản tin" in client.get(f"{HOME}/{row.id}/delete").get_data(as_text=True)
    assert contents(look, office) == ["Phát bản tin"]
    client.post(f"{HOME}/{row.id}/delete", data={"version": row.version})
    assert contents(look, office) == []


def test_activities_move_and_are_narrowed_by_the_address(
    office: Cast, sign_in: SignIn, look: Look, announce: Callable[..., Activity]
) -> None:
    announce("Phát bản tin")
    row = announce("Treo băng rôn", Channel.BANNER, place="Ngã ba")
    client = sign_in(office.drafter)
    assert client.post(f"{HOME}/{row.id}/move/up").location == f"{HOME}#activity-{row.id}"
    assert contents(look, office) == ["Treo băng rôn", "Phát bản tin"]
    for query in ("q=nga+ba", "channel=banner"):
        page = client.get(f"{HOME}?{query}").get_data(as_text=True)
        assert "Treo băng rôn" in page
        assert "Phát bản tin" not in page
    assert "Không có hoạt động nào khớp" in client.get(f"{HOME}?q=xyz").get_data(as_text=True)


def test_an_empty_page_teaches_the_first_step(office: Cast, sign_in: SignIn) -> None:
    assert "Thêm hoạt động đầu tiên" in sign_in(office.drafter).get(HOME).get_data(as_text=True)
    assert "đầu tiên" not in sign_in(office.leader).get(HOME).get_data(as_text=True)


def test_who_may_not_is_told_so_and_a_stranger_finds_nothing(
    office: Cast, sign_in: SignIn, announce: Callable[..., Activity]
) -> None:
    row = announce("Phát bản tin")
    writes = ["/new", f"/{row.id}", f"/{row.id}/delete", f"/{row.id}/move/up"]
    assert sign_in(office.clerk).get(HOME).status_code == 200
    assert [sign_in(office.clerk).post(HOME + path).status_code for path in writes] == [403] * 4
    assert sign_in(office.reception).get(HOME).status_code == 403
    assert sign_in(office.stranger).get(HOME).status_code == 404
    assert [sign_in(office.stranger).post(HOME + path).status_code for path in writes] == [404] * 4


def test_many_activities_cost_no_more_queries(
    office: Cast, sign_in: SignIn, announce: Callable[..., Activity], queries: list[str]
) -> None:
    client = sign_in(office.drafter)
    counts = []
    for number in range(3):
        announce(f"Bản tin {number}")
        queries.clear()
        client.get(HOME)
        counts.append(len(queries))
    assert counts == [7] * 3  # begin, user, campaign; activities, units; office and ceremony of the frame

"""Changes of campaigns on both databases."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.campaigns import actions
from campaign.campaigns.model import by_code, of_agency
from campaign.campaigns.rules import CampaignDraft
from campaign.errors import Conflict, Refused
from campaign.history.model import Entry
from tests.conftest import Cast


def test_a_new_campaign_gets_a_code_nobody_has(session: Session, cast: Cast) -> None:
    first = actions.create_campaign(session, cast.agency, CampaignDraft("Sáng thứ Bảy vì dân"), cast.drafter)
    second = actions.create_campaign(
        session, cast.other_agency, CampaignDraft("Sáng thứ Bảy vì dân"), cast.stranger
    )
    assert (first.code, second.code) == ("sang-thu-bay-vi-dan", "sang-thu-bay-vi-dan-2")


def test_a_deleted_campaign_keeps_its_code(session: Session, cast: Cast) -> None:
    actions.delete_campaign(session, cast.campaign, cast.campaign.version, cast.drafter)
    with pytest.raises(Refused, match=r"ngay-khong-hen-2|ra-mat"):
        actions.create_campaign(
            session, cast.agency, CampaignDraft("Khác", code="ngay-khong-hen"), cast.drafter
        )


def test_an_agency_has_one_campaign_of_a_title(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused, match="ngay-khong-hen"):
        actions.create_campaign(session, cast.agency, CampaignDraft("RA MẮT “ngày không hẹn”"), cast.drafter)
    actions.create_campaign(session, cast.other_agency, CampaignDraft(cast.campaign.title), cast.stranger)


def test_saving_without_a_code_keeps_the_one_there_is(session: Session, cast: Cast) -> None:
    draft = CampaignDraft("Tên mới", starts_on=date(2026, 11, 1))
    actions.update_campaign(session, cast.campaign, draft, cast.campaign.version, cast.drafter)
    assert (cast.campaign.code, cast.campaign.title) == ("ngay-khong-hen", "Tên mới")


def test_a_stale_save_is_refused(session: Session, cast: Cast) -> None:
    seen = cast.campaign.version
    actions.update_campaign(session, cast.campaign, CampaignDraft("Một"), seen, cast.drafter)
    with pytest.raises(Conflict):
        actions.update_campaign(session, cast.campaign, CampaignDraft("Hai"), seen, cast.drafter)
    assert cast.campaign.title == "Một"


def test_deleting_is_undone(session: Session, cast: Cast) -> None:
    actions.delete_campaign(session, cast.campaign, cast.campaign.version, cast.drafter)
    assert of_agency(session, cast.agency.id) == []
    assert of_agency(session, cast.agency.id, deleted=True) == [cast.campaign]
    actions.restore_campaign(session, cast.campaign, cast.drafter)
    assert of_agency(session, cast.agency.id) == [cast.campaign]


def test_history_tells_who_did_what(session: Session, cast: Cast) -> None:
    made = actions.create_campaign(session, cast.agency, CampaignDraft("Ngày không viết"), cast.drafter)
    actions.update_campaign(session, made, CampaignDraft("Ngày viết ít"), made.version, cast.admin)
    entries = session.scalars(select(Entry).where(Entry.campaign_id == made.id).order_by(Entry.id)).all()
    assert [(entry.verb, entry.by) for entry in entries] == [
        ("create", cast.drafter.full_name),
        ("update", cast.admin.full_name),
    ]
    assert entries[1].changes == {"title": ["Ngày không viết", "Ngày viết ít"]}
    assert by_code(session, made.code) is made

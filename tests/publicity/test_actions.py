"""Changes of publicity activities on both databases."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.errors import Conflict, Refused
from campaign.glossary import Channel
from campaign.history.model import Entry
from campaign.publicity import actions
from campaign.publicity.model import of_campaign
from campaign.publicity.rules import ActivityDraft
from tests.conftest import Cast

NEWS = ActivityDraft(Channel.LOUDSPEAKER, "Phát bản tin, ngày 2 lần", starts_on=date(2026, 12, 1))


def contents(session: Session, cast: Cast) -> list[str]:
    return [activity.content for activity in of_campaign(session, cast.campaign.id)]


def test_a_new_activity_stands_last_and_in_the_history(session: Session, cast: Cast) -> None:
    actions.create_activity(session, cast.campaign, NEWS, cast.drafter)
    draft = replace(NEWS, channel=Channel.BANNER, content="Treo băng rôn", unit_id=cast.units[1].id)
    actions.create_activity(session, cast.campaign, draft, cast.drafter)
    assert contents(session, cast) == ["Phát bản tin, ngày 2 lần", "Treo băng rôn"]
    entry = session.scalars(select(Entry).order_by(Entry.id.desc())).first()
    assert entry is not None
    assert (entry.verb, entry.title) == ("create", "Băng rôn, pano: Treo băng rôn")


def test_an_end_before_the_start_writes_nothing(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.create_activity(
            session, cast.campaign, replace(NEWS, ends_on=date(2026, 11, 30)), cast.drafter
        )
    assert contents(session, cast) == []


def test_a_unit_of_another_office_is_refused(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.create_activity(session, cast.campaign, replace(NEWS, unit_id=9999), cast.drafter)


def test_stale_saves_and_deletions_are_refused(session: Session, cast: Cast) -> None:
    activity = actions.create_activity(session, cast.campaign, NEWS, cast.drafter)
    seen = activity.version
    actions.update_activity(
        session, cast.campaign, activity, replace(NEWS, content="Bản mới"), seen, cast.drafter
    )
    with pytest.raises(Conflict):
        actions.update_activity(session, cast.campaign, activity, NEWS, seen, cast.clerk)
    with pytest.raises(Conflict):
        actions.delete_activity(session, activity, seen, cast.clerk)
    assert contents(session, cast) == ["Bản mới"]


def test_after_a_deletion_new_activities_still_stand_last(session: Session, cast: Cast) -> None:
    made = [
        actions.create_activity(session, cast.campaign, replace(NEWS, content=text), cast.drafter)
        for text in ("một", "hai", "ba")
    ]
    for gone in made[:2]:
        actions.delete_activity(session, gone, gone.version, cast.drafter)
    actions.create_activity(session, cast.campaign, replace(NEWS, content="bốn"), cast.drafter)
    assert contents(session, cast) == ["ba", "bốn"]


def test_moving_stops_at_the_ends(session: Session, cast: Cast) -> None:
    for text in ("một", "hai", "ba"):
        last = actions.create_activity(session, cast.campaign, replace(NEWS, content=text), cast.drafter)
    actions.move_activity(session, last, 1, cast.drafter)
    actions.move_activity(session, last, -1, cast.drafter)
    assert contents(session, cast) == ["một", "ba", "hai"]

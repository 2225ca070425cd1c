"""Changes of groups and delegates on both databases."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.delegates import actions
from campaign.delegates.model import DelegateGroup, groups_of, of_campaign
from campaign.delegates.rules import CountDraft, DelegateDraft, GroupDraft
from campaign.errors import Conflict, Refused
from campaign.history.model import Entry
from tests.conftest import Cast


@pytest.fixture
def group(session: Session, cast: Cast) -> DelegateGroup:
    return actions.create_group(session, cast.campaign, GroupDraft("Thường trực Đảng ủy"), cast.drafter)


def titles(session: Session, cast: Cast) -> list[str]:
    return [delegate.title for delegate in of_campaign(session, cast.campaign.id)]


def history(session: Session) -> list[tuple[str, str, str]]:
    return [(e.noun, e.verb, e.title) for e in session.scalars(select(Entry).order_by(Entry.id))]


# ---------------------------------------------------------------- groups


def test_a_new_group_stands_last_and_in_the_history(
    session: Session, cast: Cast, group: DelegateGroup
) -> None:
    last = actions.create_group(session, cast.campaign, GroupDraft("Báo, đài"), cast.drafter)
    assert groups_of(session, cast.campaign.id) == [group, last]
    assert history(session)[-1] == ("delegate_group", "create", "Báo, đài")


def test_a_group_name_stands_once_whatever_its_marks(
    session: Session, cast: Cast, group: DelegateGroup
) -> None:
    with pytest.raises(Refused):
        actions.create_group(session, cast.campaign, GroupDraft("thuong truc dang uy"), cast.drafter)
    actions.update_group(session, group, GroupDraft("THƯỜNG TRỰC ĐẢNG ỦY"), group.version, cast.drafter)
    assert group.name == "THƯỜNG TRỰC ĐẢNG ỦY"


def test_usual_groups_are_added_once(session: Session, cast: Cast, group: DelegateGroup) -> None:
    names = ["Thường trực Đảng ủy", "Lãnh đạo UBND", "Báo, đài"]
    assert actions.create_groups(session, cast.campaign, names, cast.drafter) == 2
    assert actions.create_groups(session, cast.campaign, names, cast.drafter) == 0
    assert [each.name for each in groups_of(session, cast.campaign.id)] == names


def test_a_group_that_holds_delegates_is_not_deleted(
    session: Session, cast: Cast, group: DelegateGroup
) -> None:
    delegate = actions.create_delegate(
        session, cast.campaign, DelegateDraft(group.id, "Bí thư"), cast.drafter
    )
    with pytest.raises(Refused, match="1 đại biểu"):
        actions.delete_group(session, group, group.version, cast.drafter)
    actions.delete_delegate(session, cast.campaign, delegate, delegate.version, cast.drafter)
    actions.delete_group(session, group, group.version, cast.drafter)
    assert groups_of(session, cast.campaign.id) == []
    assert of_campaign(session, cast.campaign.id, deleted=True) == []
    assert history(session)[-1] == ("delegate_group", "delete", "Thường trực Đảng ủy")


def test_a_group_renamed_meanwhile_is_not_deleted(session: Session, cast: Cast, group: DelegateGroup) -> None:
    seen = group.version
    actions.update_group(session, group, GroupDraft("Thường trực cấp ủy"), seen, cast.drafter)
    with pytest.raises(Conflict):
        actions.delete_group(session, group, seen, cast.clerk)


def test_groups_move_with_their_delegates(session: Session, cast: Cast, group: DelegateGroup) -> None:
    actions.create_delegate(session, cast.campaign, DelegateDraft(group.id, "Bí thư"), cast.drafter)
    press = actions.create_group(session, cast.campaign, GroupDraft("Báo, đài"), cast.drafter)
    actions.create_delegate(session, cast.campaign, DelegateDraft(press.id, "Báo tỉnh"), cast.drafter)
    actions.move_group(session, press, -1, cast.drafter)
    actions.move_group(session, press, -1, cast.drafter)
    assert titles(session, cast) == ["Báo tỉnh", "Bí thư"]


# ---------------------------------------------------------------- delegates


def test_a_position_needs_neither_name_nor_number(session: Session, cast: Cast, group: DelegateGroup) -> None:
    delegate = actions.create_delegate(
        session, cast.campaign, DelegateDraft(group.id, "Lãnh đạo Công an xã"), cast.drafter
    )
    assert (delegate.person, delegate.headcount, delegate.email) == (None, None, None)


def test_a_named_person_is_one_head(session: Session, cast: Cast, group: DelegateGroup) -> None:
    named = DelegateDraft(group.id, "Bí thư Đảng ủy", honorific="Ông", person="Nguyễn Văn A")
    assert actions.create_delegate(session, cast.campaign, named, cast.drafter).headcount == 1
    assert history(session)[-1][2] == "Bí thư Đảng ủy - Ông Nguyễn Văn A"


def test_the_same_delegate_in_another_group_is_refused_with_its_number(
    session: Session, cast: Cast, group: DelegateGroup
) -> None:
    press = actions.create_group(session, cast.campaign, GroupDraft("Báo, đài"), cast.drafter)
    for title in ("Bí thư", "Phó Bí thư"):
        actions.create_delegate(session, cast.campaign, DelegateDraft(group.id, title), cast.drafter)
    with pytest.raises(Refused, match="đại biểu số 2"):
        actions.create_delegate(session, cast.campaign, DelegateDraft(press.id, "pho bi thu"), cast.drafter)


def test_saving_a_delegate_unchanged_is_no_double(session: Session, cast: Cast, group: DelegateGroup) -> None:
    draft = DelegateDraft(group.id, "Bí thư")
    delegate = actions.create_delegate(session, cast.campaign, draft, cast.drafter)
    actions.update_delegate(session, cast.campaign, delegate, draft, delegate.version, cast.drafter)
    assert delegate.version == 1


def test_a_stale_save_is_refused(session: Session, cast: Cast, group: DelegateGroup) -> None:
    delegate = actions.create_delegate(
        session, cast.campaign, DelegateDraft(group.id, "Bí thư"), cast.drafter
    )
    seen = delegate.version
    actions.update_delegate(
        session, cast.campaign, delegate, DelegateDraft(group.id, "Phó Bí thư"), seen, cast.drafter
    )
    with pytest.raises(Conflict):
        actions.update_delegate(
            session, cast.campaign, delegate, DelegateDraft(group.id, "Bản cũ"), seen, cast.clerk
        )


def test_a_delegate_of_another_group_stands_last_there(
    session: Session, cast: Cast, group: DelegateGroup
) -> None:
    press = actions.create_group(session, cast.campaign, GroupDraft("Báo, đài"), cast.drafter)
    first = actions.create_delegate(session, cast.campaign, DelegateDraft(group.id, "Bí thư"), cast.drafter)
    actions.create_delegate(session, cast.campaign, DelegateDraft(press.id, "Báo tỉnh"), cast.drafter)
    actions.update_delegate(
        session, cast.campaign, first, DelegateDraft(press.id, "Bí thư"), first.version, cast.drafter
    )
    assert titles(session, cast) == ["Báo tỉnh", "Bí thư"]


def test_a_group_or_unit_of_others_is_refused(session: Session, cast: Cast, group: DelegateGroup) -> None:
    for draft in (DelegateDraft(group.id + 99, "Bí thư"), DelegateDraft(group.id, "Bí thư", unit_id=9999)):
        with pytest.raises(Refused):
            actions.create_delegate(session, cast.campaign, draft, cast.drafter)


def test_deleting_is_undone_at_the_same_place(session: Session, cast: Cast, group: DelegateGroup) -> None:
    first, *_ = actions.create_delegates(
        session,
        cast.campaign,
        [DelegateDraft(group.id, title) for title in ("một", "hai", "ba")],
        cast.drafter,
    )
    actions.delete_delegate(session, cast.campaign, first, first.version, cast.drafter)
    actions.create_delegate(session, cast.campaign, DelegateDraft(group.id, "bốn"), cast.drafter)
    assert titles(session, cast) == ["hai", "ba", "bốn"]
    actions.restore_delegate(session, cast.campaign, first, cast.drafter)
    assert titles(session, cast) == ["một", "hai", "ba", "bốn"]


def test_what_was_added_again_is_not_restored_twice(
    session: Session, cast: Cast, group: DelegateGroup
) -> None:
    first = actions.create_delegate(session, cast.campaign, DelegateDraft(group.id, "Bí thư"), cast.drafter)
    actions.delete_delegate(session, cast.campaign, first, first.version, cast.drafter)
    actions.create_delegate(session, cast.campaign, DelegateDraft(group.id, "Bí thư"), cast.drafter)
    with pytest.raises(Refused):
        actions.restore_delegate(session, cast.campaign, first, cast.drafter)


def test_moving_stays_within_the_group(session: Session, cast: Cast, group: DelegateGroup) -> None:
    press = actions.create_group(session, cast.campaign, GroupDraft("Báo, đài"), cast.drafter)
    actions.create_delegate(session, cast.campaign, DelegateDraft(press.id, "Báo tỉnh"), cast.drafter)
    for title in ("một", "hai"):
        last = actions.create_delegate(session, cast.campaign, DelegateDraft(group.id, title), cast.drafter)
    actions.move_delegate(session, cast.campaign, last, 1, cast.drafter)
    assert titles(session, cast) == ["một", "hai", "Báo tỉnh"]
    actions.move_delegate(session, cast.campaign, last, -1, cast.drafter)
    assert titles(session, cast) == ["hai", "một", "Báo tỉnh"]


def test_of_a_list_with_a_double_nothing_is_kept(session: Session, cast: Cast, group: DelegateGroup) -> None:
    session.commit()
    drafts = [DelegateDraft(group.id, title) for title in ("Bí thư", "Phó Bí thư", "BÍ THƯ")]
    with pytest.raises(Refused, match="đại biểu số 1"):
        actions.create_delegates(session, cast.campaign, drafts, cast.drafter)
    session.rollback()
    assert titles(session, cast) == []


def test_counting_at_the_door_is_versioned(session: Session, cast: Cast, group: DelegateGroup) -> None:
    quota = DelegateDraft(group.id, "Đoàn viên các thôn", headcount=30)
    delegate = actions.create_delegate(session, cast.campaign, quota, cast.drafter)
    seen = delegate.version
    actions.count_attended(session, cast.campaign, delegate, CountDraft(31), seen, cast.reception)
    assert delegate.attended == 31
    with pytest.raises(Conflict):
        actions.count_attended(session, cast.campaign, delegate, CountDraft(5), seen, cast.drafter)
    with pytest.raises(Refused):
        actions.count_attended(
            session, cast.campaign, delegate, CountDraft(-1), delegate.version, cast.reception
        )
    actions.count_attended(
        session, cast.campaign, delegate, CountDraft(None), delegate.version, cast.reception
    )
    assert delegate.attended is None

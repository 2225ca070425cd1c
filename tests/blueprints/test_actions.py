"""Blueprints on both databases."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from campaign.blueprints import actions
from campaign.blueprints.model import Blueprint, bindings_of, of_agency, tasks_of
from campaign.blueprints.rules import BlueprintDraft, BlueprintTaskDraft, roles_of
from campaign.errors import Refused
from campaign.glossary import DayUnit
from campaign.tasks.actions import create_task
from campaign.tasks.model import coordinating, of_campaign
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast

TODAY = date(2026, 11, 23)


@pytest.fixture
def usual(session: Session, cast: Cast) -> Blueprint:
    return actions.create_usual(session, cast.agency, cast.drafter)


def use(session: Session, cast: Cast, blueprint: Blueprint, units: dict[str, int | None]) -> int:
    rows = tasks_of(session, [blueprint.id])[blueprint.id]
    return actions.use_blueprint(session, cast.campaign, cast.ceremony, rows, units, cast.drafter)


def everybody(session: Session, blueprint: Blueprint, unit_id: int) -> dict[str, int | None]:
    rows = tasks_of(session, [blueprint.id])[blueprint.id]
    return dict.fromkeys(roles_of(map(actions.draft_of, rows)), unit_id)


def test_using_one_makes_dated_tasks_and_leaves_it_alone(
    session: Session, cast: Cast, usual: Blueprint
) -> None:
    version = usual.version
    units = everybody(session, usual, cast.units[0].id) | {"đơn vị tham mưu giấy mời": cast.units[1].id}
    assert use(session, cast, usual, units) == 22
    made = {task.text: task for task in of_campaign(session, cast.campaign.id)}
    letters = made["Lập danh sách đại biểu, soạn giấy mời"]
    assert (letters.lead_unit_id, letters.due_on) == (cast.units[1].id, date(2026, 11, 30))
    assert (letters.offset_count, letters.ceremony_id) == (-10, cast.ceremony.id)
    assert coordinating(session, [letters.id])[letters.id] == [cast.units[0].id]
    assert usual.version == version


def test_a_unit_with_two_roles_does_not_help_itself(session: Session, cast: Cast, usual: Blueprint) -> None:
    use(session, cast, usual, everybody(session, usual, cast.units[0].id))
    ids = [task.id for task in of_campaign(session, cast.campaign.id)]
    assert set(map(tuple, coordinating(session, ids).values())) == {()}


def test_who_had_a_role_is_offered_it_again(session: Session, cast: Cast, usual: Blueprint) -> None:
    use(session, cast, usual, everybody(session, usual, cast.units[2].id))
    roles = ["đơn vị tham mưu giấy mời", "văn phòng"]
    assert actions.guesses(session, cast.agency.id, roles) == dict.fromkeys(roles, cast.units[2].id)
    assert len(bindings_of(session, cast.agency.id)) == len(everybody(session, usual, 1))


def test_a_role_without_unit_is_named_and_nothing_is_made(
    session: Session, cast: Cast, usual: Blueprint
) -> None:
    units = everybody(session, usual, cast.units[0].id) | {"đơn vị y tế": None}
    with pytest.raises(Refused, match="đơn vị y tế"):
        use(session, cast, usual, units)
    assert of_campaign(session, cast.campaign.id) == []


def test_tasks_the_campaign_has_are_told(session: Session, cast: Cast, usual: Blueprint) -> None:
    draft = TaskDraft("bố trí Y TẾ và nước uống", cast.units[0].id)
    create_task(session, cast.campaign, draft, cast.drafter)
    found = actions.preview(session, cast.campaign, usual, cast.ceremony, TODAY)
    assert [each.draft.text for each in found if each.double] == ["Bố trí y tế và nước uống"]


def test_a_campaign_saved_as_blueprint_makes_the_same_days_again(session: Session, cast: Cast) -> None:
    for text, more in (
        ("Tổng duyệt", {"due_on": date(2026, 12, 11)}),
        ("Tuyên truyền", {"due_words": "thường xuyên"}),
        (
            "Gửi giấy mời",
            {"ceremony_id": cast.ceremony.id, "offset_count": -7, "offset_unit": DayUnit.CALENDAR},
        ),
    ):
        draft = TaskDraft(text, cast.units[0].id, [cast.units[1].id], **more)  # type: ignore[arg-type]
        create_task(session, cast.campaign, draft, cast.drafter)
    row = actions.save_as_blueprint(session, cast.campaign, BlueprintDraft("Của tôi"), cast.drafter)
    planned = actions.preview(session, cast.campaign, row, cast.ceremony, TODAY)
    assert [each.day for each in planned] == [task.due_on for task in of_campaign(session, cast.campaign.id)]
    assert planned[1].draft.due_words == "thường xuyên"
    assert planned[0].draft.helper_roles == ("Phòng Văn hóa - Xã hội",)


def test_an_empty_campaign_is_no_blueprint(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.save_as_blueprint(session, cast.campaign, BlueprintDraft("Trống"), cast.drafter)
    assert of_agency(session, cast.agency.id) == []


def test_put_away_and_brought_back(session: Session, cast: Cast, usual: Blueprint) -> None:
    actions.delete_blueprint(session, usual, usual.version, cast.drafter)
    assert of_agency(session, cast.agency.id) == []
    again = actions.create_usual(session, cast.agency, cast.drafter)
    with pytest.raises(Refused):
        actions.restore_blueprint(session, usual, cast.drafter)
    actions.delete_blueprint(session, again, again.version, cast.drafter)
    actions.restore_blueprint(session, usual, cast.drafter)
    assert of_agency(session, cast.agency.id) == [usual]


def test_tasks_of_a_blueprint_are_added_moved_and_taken_out(session: Session, cast: Cast) -> None:
    row = actions.create_blueprint(session, cast.agency, BlueprintDraft("Lễ"), cast.drafter)
    one, two = (
        actions.add_task(session, row, BlueprintTaskDraft(text, "văn phòng", (), -3), cast.drafter)
        for text in ("một", "hai")
    )
    assert one.offset_unit is DayUnit.WORKING
    actions.move_task(session, row, two, -1, cast.drafter)
    assert [task.text for task in tasks_of(session, [row.id])[row.id]] == ["hai", "một"]
    actions.update_task(session, one, BlueprintTaskDraft("ba", "y tế"), one.version, cast.drafter)
    assert (one.offset_count, one.offset_unit) == (None, None)
    actions.delete_task(session, two, two.version, cast.drafter)
    assert [task.text for task in tasks_of(session, [row.id])[row.id]] == ["ba"]

"""Changes of agencies, signers and units on both databases."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.errors import Conflict, Refused
from campaign.glossary import Level, Relation
from campaign.history.model import Entry, last_change
from campaign.people import actions
from campaign.people.model import Signer, Unit, signers_of, units_of
from campaign.people.phrases import Preset, Starter
from campaign.people.rules.agencies import AgencyDraft, SignerDraft, filled
from campaign.people.rules.units import UnitDraft
from campaign.tasks.actions import create_task, delete_task
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast


def unit_draft(name: str = "Phòng Kinh tế", **more: object) -> UnitDraft:
    return UnitDraft(name=name, short_name="Phòng KT", **more)  # type: ignore[arg-type]


def signer_draft(name: str = "Trần Thị Bình", **more: object) -> SignerDraft:
    return SignerDraft(position="Phó Chủ tịch", name=name, authority="KT. Chủ tịch", **more)  # type: ignore[arg-type]


def names(session: Session, cast: Cast) -> list[str]:
    return [unit.name for unit in units_of(session, cast.agency.id)]


# ---------------------------------------------------------------- agencies


def test_a_new_agency_has_a_code_and_a_letterhead_in_capitals(session: Session, cast: Cast) -> None:
    agency = actions.create_agency(
        session,
        AgencyDraft("Phòng Kinh tế xã Bình An", "Phòng Kinh tế", Level.COMMUNE, "Phòng Kinh tế", "PKT", "Bình An", "UBND xã Bình An"),
        cast.admin,
    )  # fmt: skip
    assert (agency.header_lines, agency.parent_line) == ("PHÒNG KINH TẾ", "UBND XÃ BÌNH AN")
    assert agency.code == "phong-kinh-te-binh-an"


def test_two_agencies_of_one_place_get_two_codes(session: Session, cast: Cast) -> None:
    first = actions.create_agency(session, filled(Preset.COMMUNE, "Đức An"), cast.admin)
    draft = filled(Preset.COMMUNE, "Đức An")
    second = actions.create_agency(
        session, AgencyDraft(**{**draft.__dict__, "name": f"{draft.name}, tỉnh Lâm Đồng"}), cast.admin
    )
    assert (first.code, second.code) == ("ubnd-xa-duc-an", "ubnd-xa-duc-an-2")


def test_an_agency_of_the_same_name_is_refused_by_its_name(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused, match="Ủy ban nhân dân xã Bình An"):
        actions.create_agency(session, filled(Preset.COMMUNE, "BÌNH AN"), cast.admin)


def test_an_agency_keeps_its_code_when_renamed(session: Session, cast: Cast) -> None:
    draft = filled(Preset.WARD, "Bình An")
    actions.update_agency(session, cast.agency, draft, cast.agency.version, cast.admin)
    assert (cast.agency.code, cast.agency.name) == ("binh-an", "Ủy ban nhân dân phường Bình An")
    entry = last_change(session, cast.agency)
    assert entry is not None
    assert entry.changes["name"] == ["Ủy ban nhân dân xã Bình An", "Ủy ban nhân dân phường Bình An"]


def test_a_stale_agency_is_not_saved(session: Session, cast: Cast) -> None:
    with pytest.raises(Conflict):
        actions.update_agency(
            session, cast.agency, filled(Preset.WARD, "X"), cast.agency.version + 1, cast.admin
        )
    assert cast.agency.name == "Ủy ban nhân dân xã Bình An"


# ---------------------------------------------------------------- signers


def test_a_signer_is_kept_as_it_is_printed(session: Session, cast: Cast) -> None:
    signer = actions.create_signer(session, cast.agency, signer_draft(), cast.admin)
    assert (signer.authority, signer.position) == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_one_person_signs_in_several_ways_but_each_once(session: Session, cast: Cast) -> None:
    actions.create_signer(session, cast.agency, signer_draft(), cast.admin)
    actions.create_signer(session, cast.agency, SignerDraft("Phó Chủ tịch", "Trần Thị Bình"), cast.admin)
    with pytest.raises(Refused, match="PHÓ CHỦ TỊCH Trần Thị Bình"):
        actions.create_signer(session, cast.agency, signer_draft("trần thị bình"), cast.admin)


def test_signers_keep_the_order_they_are_moved_to(session: Session, cast: Cast) -> None:
    for name in ("Một", "Hai", "Ba"):
        last = actions.create_signer(session, cast.agency, signer_draft(name), cast.admin)
    actions.move_signer(session, last, -1, cast.admin)
    actions.move_signer(session, last, -5, cast.admin)
    assert [signer.name for signer in signers_of(session, cast.agency.id)] == ["Ba", "Một", "Hai"]


def test_a_deleted_signer_is_gone_but_named_in_the_history(session: Session, cast: Cast) -> None:
    signer = actions.create_signer(session, cast.agency, signer_draft(), cast.admin)
    actions.delete_signer(session, signer, signer.version, cast.admin)
    assert session.scalars(select(Signer)).all() == []
    entry = session.scalars(select(Entry).order_by(Entry.id.desc())).first()
    assert entry is not None
    assert (entry.verb, entry.title) == ("delete", "Trần Thị Bình")


def test_a_saved_signer_is_checked_against_the_others_only(session: Session, cast: Cast) -> None:
    signer = actions.create_signer(session, cast.agency, signer_draft(), cast.admin)
    draft = signer_draft(valid_from=date(2026, 1, 1))
    actions.update_signer(session, signer, draft, signer.version, cast.admin)
    assert signer.valid_from == date(2026, 1, 1)


# ---------------------------------------------------------------- units


def test_a_new_unit_stands_last_and_in_the_history(session: Session, cast: Cast) -> None:
    unit = actions.create_unit(session, cast.agency, unit_draft(), cast.drafter)
    assert names(session, cast)[-1] == "Phòng Kinh tế"
    entry = last_change(session, unit)
    assert entry is not None
    assert (entry.by, entry.verb) == (cast.drafter.full_name, "create")
    assert entry.changes["name"] == [None, "Phòng Kinh tế"]


def test_a_unit_is_told_from_another_without_marks_and_case(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused, match="Phòng Văn hóa - Xã hội"):
        actions.create_unit(session, cast.agency, unit_draft("PHÒNG VĂN HOÁ – XÃ HỘI"), cast.drafter)
    assert len(names(session, cast)) == 3


def test_another_agency_may_have_a_unit_of_that_name(session: Session, cast: Cast) -> None:
    actions.create_unit(session, cast.other_agency, unit_draft("Phòng Văn hóa - Xã hội"), cast.stranger)
    assert len(units_of(session, cast.other_agency.id)) == 1


def test_a_stale_unit_is_not_saved(session: Session, cast: Cast) -> None:
    unit = cast.units[0]
    seen = unit.version
    actions.update_unit(session, unit, unit_draft("Văn phòng"), seen, cast.drafter)
    with pytest.raises(Conflict):
        actions.update_unit(session, unit, unit_draft("Bản cũ"), seen, cast.drafter)
    assert unit.name == "Văn phòng"


def test_moving_a_unit_changes_the_order_of_plans(session: Session, cast: Cast) -> None:
    actions.move_unit(session, cast.units[2], -1, cast.drafter)
    assert units_of(session, cast.agency.id) == [cast.units[0], cast.units[2], cast.units[1]]
    actions.move_unit(session, cast.units[0], -1, cast.drafter)
    assert units_of(session, cast.agency.id)[0] is cast.units[0]


def test_an_unused_unit_is_deleted(session: Session, cast: Cast) -> None:
    actions.delete_unit(session, cast.units[0], cast.units[0].version, cast.drafter)
    assert names(session, cast) == ["Phòng Văn hóa - Xã hội", "Đoàn TNCS Hồ Chí Minh xã"]


def test_a_unit_with_a_task_is_not_deleted_and_the_sentence_says_why(session: Session, cast: Cast) -> None:
    task = create_task(session, cast.campaign, TaskDraft("Treo băng rôn", cast.units[0].id), cast.drafter)
    delete_task(session, task, task.version, cast.drafter)
    with pytest.raises(Refused, match="Chưa xóa được Văn phòng HĐND&UBND"):
        actions.delete_unit(session, cast.units[0], cast.units[0].version, cast.drafter)
    session.commit()
    assert session.get(Unit, cast.units[0].id) is not None
    assert session.scalars(select(Entry).where(Entry.noun == "unit")).all() == []


def test_usual_units_fill_up_what_the_office_lacks(session: Session, cast: Cast) -> None:
    added = actions.create_usual_units(session, cast.agency, Starter.COMMUNE, cast.drafter)
    found = names(session, cast)
    assert found.count("Phòng Văn hóa - Xã hội") == 1
    assert "Trung tâm Phục vụ hành chính công" in found
    assert {unit.relation for unit in added} == {Relation.ASSIGN, Relation.REQUEST}
    assert actions.create_usual_units(session, cast.agency, Starter.COMMUNE, cast.drafter) == []

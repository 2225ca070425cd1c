"""The demo holds every fact of the five documents, keeps every rule, and is alive whatever day it is."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaign import demo, schema
from campaign.campaigns.model import by_code
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.ceremonies.model import programme_of
from campaign.ceremonies.rules import total_minutes
from campaign.demo import duc_an
from campaign.demo.duc_an.days import Days
from campaign.documents.model import of_campaign as documents_of
from campaign.documents.plan_reads import document_of, plan_of
from campaign.documents.rules.outline import draw_body
from campaign.documents.rules.papers import draw
from campaign.documents.rules.plan import DocumentDraft, Plan
from campaign.files.holidays_vn import days_off
from campaign.glossary import DocumentKind, Relation, Role, TaskStatus
from campaign.people.actions import authenticate
from campaign.people.model import User
from campaign.service_days.rules import first_day
from campaign.tasks.rules.standing import is_running
from campaign.workdays import next_working_day
from tests.conftest import Cast
from tests.demo.loaded import TODAY, demo_session


@pytest.fixture(scope="module")
def loaded(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A session on a database with the demo, shared by tests that only read."""
    with demo_session(migrated_file, tmp_path_factory.mktemp("demo")) as session:
        yield session


def _plan(session: Session, code: str) -> Plan:
    campaign = by_code(session, code)
    assert campaign is not None
    return plan_of(session, campaign.id)


def _paper(session: Session, code: str, kind: DocumentKind) -> DocumentDraft:
    campaign = by_code(session, code)
    assert campaign is not None
    (row,) = [each for each in documents_of(session, campaign.id) if each.kind is kind]
    return document_of(session, row.id)


def _text(session: Session, code: str, kind: DocumentKind) -> str:
    paper = _paper(session, code, kind)
    body = draw_body(paper.outline, _plan(session, code), paper.numbering)
    assert body.problems == ()
    return "\n".join(line.text for line in body.lines)


# ---------------------------------------------------------------- loading


def _rows(session: Session) -> dict[str, int]:
    tables = schema.METADATA.sorted_tables
    return {table.name: session.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def test_loading_twice_changes_nothing(session: Session) -> None:
    assert demo.load(session, TODAY) is True
    before = _rows(session)
    assert demo.load(session, TODAY + timedelta(days=400)) is False
    assert _rows(session) == before
    assert before["campaign"] == 5
    assert min(before[name] for name in ("task", "delegate", "procedure", "section", "history_entry")) > 0


def test_an_offices_own_data_is_strange_to_the_demo(session: Session, cast: Cast) -> None:
    assert demo.is_strange(session) is True


def test_an_empty_or_a_demo_database_is_not_strange(loaded: Session) -> None:
    assert demo.is_strange(loaded) is False


def test_every_role_can_sign_in_with_the_known_password(loaded: Session) -> None:
    accounts = demo.accounts(loaded)
    assert {role for _, role, _ in accounts} == {role.label for role in Role}
    user = loaded.scalar(select(User).where(User.email == "soanthao@duc-an.example"))
    assert user is not None
    assert len({row.password_hash for row in loaded.scalars(select(User))}) == 1
    assert authenticate(loaded, user.email, demo.PASSWORD) is user
    loaded.rollback()


# ---------------------------------------------------------------- Đắk Song, 24/3/2023


def test_the_launch_is_at_its_hour_and_place(loaded: Session) -> None:
    plan = _plan(loaded, "dak-song-2023")
    assert plan.ceremony is not None
    assert plan.ceremony.starts_at == datetime(2023, 3, 24, 7, 30)  # noqa: DTZ001 - office time
    assert plan.ceremony.venue == "Trước phòng tiếp nhận và hoàn trả kết quả của huyện"
    assert len(plan.ceremony.programme) == 4
    assert [plan.bases[0].number, plan.bases[0].issued_on] == ["824/KH-UBND", date(2022, 12, 29)]


def test_eight_units_have_duties_and_the_youth_union_is_asked(loaded: Session) -> None:
    plan = _plan(loaded, "dak-song-2023")
    leads = list(dict.fromkeys(task.lead for task in plan.tasks))
    assert [unit.short_name for unit in leads] == [
        "Phòng VH&TT", "Phòng Nội vụ", "Phòng TC&KH", "Công an huyện", "TT VH-TT&TT", "Văn phòng", "Các đơn vị", "Huyện đoàn",
    ]  # fmt: skip
    assert [unit.short_name for unit in leads if unit.relation is Relation.REQUEST] == ["Huyện đoàn"]
    assert "30 đoàn viên" in plan.tasks[-1].text
    (shared,) = [task for task in plan.tasks if task.coordinating]
    assert (shared.lead.short_name, shared.coordinating[0].short_name) == ("Phòng Nội vụ", "Văn phòng")
    text = _text(loaded, "dak-song-2023", DocumentKind.PLAN)
    for said in ("8. Đề nghị Huyện đoàn:", "phông màn, tượng Bác, cờ Tổ quốc", "loa", "kinh phí", "30 đoàn viên các xã, thị trấn", "Căn cứ Kế hoạch số 824/KH-UBND ngày 29/12/2022"):  # fmt: skip
        assert said in text


def test_the_plan_goes_to_eleven_places_and_is_signed_by_the_deputy(loaded: Session) -> None:
    paper = _paper(loaded, "dak-song-2023", DocumentKind.PLAN)
    assert [line.note for line in paper.recipients] == ["b/c"] * 3 + [None] * 7 + ["NV"] or len(
        paper.recipients
    ) == 11
    assert [line.name for line in paper.recipients if line.note == "b/c"] == [
        "Sở Nội vụ", "Thường trực Huyện ủy", "Thường trực HĐND huyện",
    ]  # fmt: skip
    assert (paper.authority, paper.position, paper.signer_name) == (
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Võ Quốc Tuấn",
    )
    assert (paper.number, paper.issued_on, paper.symbol) == (None, None, "KH-UBND")


# ---------------------------------------------------------------- Đắk Nông, 2023


def test_the_roll_out_rests_on_five_bases_and_four_procedures(loaded: Session) -> None:
    plan = _plan(loaded, "dak-nong-2023")
    assert [basis.number for basis in plan.bases] == [
        "61/2018/NĐ-CP", "76/NQ-CP", "20-NQ/TU", "28/2018/QĐ-UBND", "1271/QĐ-UBND",
    ]  # fmt: skip
    assert [row.code for row in plan.procedures] == ["1.011441", "1.011443", "1.001612", "1.004873"]
    assert Counter(row.served_at for row in plan.procedures).most_common(1)[0][1] == 3


def test_every_wednesday_until_three_from_the_eighteenth(loaded: Session) -> None:
    (day,) = _plan(loaded, "dak-nong-2023").service_days
    assert (day.starts_on, day.weekday, day.closes_at) == (date(2023, 10, 15), 2, time(15))
    assert first_day(day.starts_on, 2) == date(2023, 10, 18)


def test_six_bodies_a_footnote_and_twelve_recipients(loaded: Session) -> None:
    plan, paper = _plan(loaded, "dak-nong-2023"), _paper(loaded, "dak-nong-2023", DocumentKind.PLAN)
    leads = list(dict.fromkeys(task.lead for task in plan.tasks))
    assert [unit.relation for unit in leads] == [Relation.ASSIGN] * 4 + [Relation.REQUEST, Relation.ASSIGN]
    body = draw_body(paper.outline, plan, paper.numbering)
    notes = [span.note for line in body.lines for span in line.spans if span.note]
    assert len(notes) == 1
    assert "thị trấn Ea T’ling" in notes[0]
    assert len(paper.recipients) == 12
    assert (paper.authority, paper.position, paper.signer_name) == (None, "CHỦ TỊCH", "Hồ Văn Mười")


# ---------------------------------------------------------------- the two letters


def test_the_letter_of_dak_glong_is_issued_under_its_number(loaded: Session) -> None:
    letter = _paper(loaded, "dak-glong-2025", DocumentKind.LETTER)
    assert (letter.number, letter.symbol, letter.issued_on) == (955, "UBND-VP", date(2025, 3, 17))
    assert letter.addressees == ("Văn phòng UBND tỉnh Đắk Nông",)
    assert len(letter.recipients) == 5
    text = _text(loaded, "dak-glong-2025", DocumentKind.LETTER)
    assert "389/VPUBND-PNC ngày 06/3/2025" in text
    assert [line[0] for line in text.splitlines() if line[:1].isdigit()] == ["1", "2", "3", "4"]


def test_the_letter_of_na_ri_counts_in_decimals_and_its_references_follow(loaded: Session) -> None:
    letter = _paper(loaded, "na-ri-2024", DocumentKind.LETTER)
    text = _text(loaded, "na-ri-2024", DocumentKind.LETTER)
    for said in ("1.1. ", "1.2. ", "3.3. ", "a) ", "b) ", "theo mục 1 và mục 2", "ở mục 3.1", "8825/UBND-NCPC ngày 28/12/2023", "01/01/2024", "30/6/2024"):  # fmt: skip
        assert said in text
    assert len(letter.addressees) == 2
    assert (letter.authority, letter.signer_name) == ("TM. ỦY BAN NHÂN DÂN", "Nguyễn Ngọc Cương")


@pytest.mark.parametrize("code", ["dak-song-2023", "dak-nong-2023", "na-ri-2024", "duc-an-2026"])
def test_every_paper_is_ready_to_be_written(loaded: Session, code: str) -> None:
    campaign = by_code(loaded, code)
    assert campaign is not None
    plan = plan_of(loaded, campaign.id)
    for row in documents_of(loaded, campaign.id):
        assert draw(document_of(loaded, row.id), plan).problems == (), row.title


# ---------------------------------------------------------------- today


def test_the_ceremony_of_today_runs_seventy_five_minutes(loaded: Session) -> None:
    campaign = by_code(loaded, "duc-an-2026")
    assert campaign is not None
    (ceremony,) = ceremonies_of(loaded, campaign.id)
    items = programme_of(loaded, ceremony.id)
    assert (ceremony.starts_at.time(), total_minutes(items)) == (time(7, 30), 75)
    assert len([item for item in items if not item.before_start]) == 9


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2025, 12, 1), date(2030, 12, 31)))
def test_whatever_day_it_is_the_demo_is_alive(today: date) -> None:
    (undertaking,) = duc_an.office(today).undertakings
    assert undertaking.ceremony is not None
    day = undertaking.ceremony.day
    off = days_off((today.year - 1, today.year, today.year + 1))
    assert off.is_working_day(day)
    assert timedelta(days=21) <= day - today <= timedelta(days=32)
    dated = [duty for duty in undertaking.duties if isinstance(duty.due, date)]
    late = [duty for duty in dated if duty.due < today and is_running(duty.status)]  # type: ignore[operator]
    assert (len(undertaking.duties), len(late)) == (19, 1)
    first = today if off.is_working_day(today) else next_working_day(today, off)
    assert min(duty.due for duty in dated if duty.due >= today) == first  # type: ignore[operator, type-var]
    assert len([duty for duty in dated if duty.due == today]) == off.is_working_day(today)
    assert {duty.status for duty in undertaking.duties} == set(TaskStatus) - {
        TaskStatus.PAUSED,
        TaskStatus.DROPPED,
    }
    assert all(off.is_working_day(duty.due) for duty in dated)  # type: ignore[arg-type]
    assert all(duty.done_on is None or duty.done_on <= today for duty in undertaking.duties)
    issued = [paper.issued[1] for paper in undertaking.papers if paper.issued]
    assert all(off.is_working_day(each) and each < today for each in issued)


def test_the_model_starts_on_a_wednesday_after_the_ceremony() -> None:
    days = Days(TODAY)
    assert days.service.weekday() == 2
    assert timedelta(days=1) <= days.service - days.ceremony <= timedelta(days=7)

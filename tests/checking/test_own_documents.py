"""Everything the demo's offices send out passes its own check; what is told of it is listed here, and true."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from campaign import demo
from campaign.campaigns.model import Campaign
from campaign.checking.phrases import Form
from campaign.checking.rules import Report, check
from campaign.db import open_engine, session_factory
from campaign.dossier.actions import dossier
from campaign.files.holidays_vn import days_off
from campaign.files.word_inspector import inspect
from tests.conftest import TODAY
from tests.documents.conftest import TEMPLATES


@pytest.fixture(scope="module")
def reports(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """The report on every Word file of every dossier, by campaign and path; of the invitations the first three."""
    file = tmp_path_factory.mktemp("checking") / "demo.db"
    shutil.copy(migrated_file, file)
    return {name: check(inspect(data), days_off((2023, 2024, 2025, 2026))) for name, data in _papers(file)}


def _papers(file: Path) -> Iterator[tuple[str, bytes]]:
    today = date.fromisoformat(TODAY)
    engine = open_engine(f"sqlite:///{file}")
    with session_factory(engine, writing=True)() as session:
        demo.load(session, today)
        session.commit()
    with session_factory(engine, writing=False)() as session:
        for campaign in session.scalars(select(Campaign).order_by(Campaign.id)):
            for path, data in dossier(session, campaign, TEMPLATES, today):
                if path.endswith(".docx") and (not path.startswith("2") or re.search(r" 00[123] ", path)):
                    yield f"{campaign.code}/{path}", data
    engine.dispose()


def test_no_paper_of_ours_has_a_finding(reports: dict[str, Report]) -> None:
    told = {
        (name, finding.rule, finding.found) for name, report in reports.items() for finding in report.findings
    }
    assert told == set()
    assert len(reports) > 40


def test_papers_of_the_law_are_known_by_their_kind_and_sheets_are_not_taken_for_them(
    reports: dict[str, Report],
) -> None:
    found = {report.kind or report.form for name, report in reports.items() if "/3 " not in name}
    assert found == {"KẾ HOẠCH", "GIẤY MỜI", "BÁO CÁO", Form.LETTER, Form.ANNEX}
    assert {report.form for name, report in reports.items() if "/3 " in name} == {Form.OTHER}

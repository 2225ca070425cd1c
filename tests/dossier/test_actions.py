"""A dossier holds every paper and calendar there is something to put on, drawn before any is written."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as read_docx
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from campaign.campaigns.model import by_code
from campaign.config import share
from campaign.delegates.actions import create_delegate, create_group
from campaign.delegates.rules import DelegateDraft, GroupDraft
from campaign.documents import actions
from campaign.documents.rules.editing import DocumentDraft
from campaign.dossier.actions import dossier
from campaign.errors import Unavailable
from campaign.glossary import DocumentKind
from campaign.tasks.actions import create_task
from campaign.tasks.model import of_campaign as tasks_of
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast
from tests.demo.loaded import demo_session

TEMPLATES = share("docx_templates")
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def loaded(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A session on a database with the demo, shared."""
    with demo_session(migrated_file, tmp_path_factory.mktemp("demo")) as session:
        yield session


def _names(files: list[tuple[str, bytes]], folder: str) -> list[str]:
    return [path.split("/")[1] for path, _ in files if path.startswith(folder)]


def test_a_campaign_with_only_a_ceremony_has_its_calendar_alone(session: Session, cast: Cast) -> None:
    files = dossier(session, cast.campaign, TEMPLATES, TODAY)
    assert [path for path, _ in files] == ["4 Lịch/01 Lịch buổi lễ ngay-khong-hen.ics"]


def test_the_launch_of_2023_gives_every_paper(loaded: Session) -> None:
    campaign = by_code(loaded, "dak-song-2023")
    assert campaign is not None
    files = dossier(loaded, campaign, TEMPLATES, TODAY)
    documents = _names(files, "1 ")
    assert [name.split()[1] for name in documents] == ["Kế", "Phụ", "Giấy", "Báo", "Phụ", "Phụ"]
    assert len(_names(files, "2 ")) == 10
    assert len(_names(files, "3 ")) == 11
    assert len(_names(files, "4 ")) == 3
    assert dossier(loaded, campaign, TEMPLATES, TODAY) == files


def test_papers_say_what_the_campaign_holds(loaded: Session) -> None:
    campaign = by_code(loaded, "dak-song-2023")
    assert campaign is not None
    files = dict(dossier(loaded, campaign, TEMPLATES, TODAY))
    (plan,) = [data for path, data in files.items() if "/01 Kế hoạch" in path]
    text = "\n".join(paragraph.text for paragraph in read_docx(BytesIO(plan)).paragraphs)
    for said in ("7 giờ 30 phút", "24/3/2023", "Đề nghị Huyện đoàn", "30 đoàn viên", "824/KH-UBND"):
        assert said in text
    (sheet,) = [data for path, data in files.items() if path.endswith("Huyện đoàn.docx")]
    cells = [
        cell.text for table in read_docx(BytesIO(sheet)).tables for row in table.rows for cell in row.cells
    ]
    assert any("30 đoàn viên" in cell for cell in cells)


def test_the_registers_say_what_became_of_the_tasks(loaded: Session) -> None:
    campaign = by_code(loaded, "dak-song-2023")
    assert campaign is not None
    files = dossier(loaded, campaign, TEMPLATES, TODAY)
    (paper,) = [data for path, data in files if "Bảng theo dõi" in path]
    cells = [cell.text for row in read_docx(BytesIO(paper)).tables[-1].rows for cell in row.cells]
    assert any(text.startswith("Hoàn thành ngày") for text in cells)
    (sheet,) = [data for path, data in files if path.endswith(".xlsx")]
    assert load_workbook(BytesIO(sheet)).worksheets[0].max_row == 1 + len(tasks_of(loaded, campaign.id))


def test_a_letters_loose_papers_go_with_the_letter(loaded: Session) -> None:
    campaign = by_code(loaded, "dak-glong-2025")
    assert campaign is not None
    files = dict(dossier(loaded, campaign, TEMPLATES, TODAY))
    (annex,) = [data for path, data in files.items() if "Phân công" in path]
    text = "\n".join(paragraph.text for paragraph in read_docx(BytesIO(annex)).paragraphs)
    assert "Công văn số 955/UBND-VP ngày 17/3/2025" in text or "Công văn số 955/UBND-VP" in text


def test_a_broken_template_is_named_and_nothing_is_given(loaded: Session, tmp_path: Path) -> None:
    campaign = by_code(loaded, "dak-song-2023")
    assert campaign is not None
    shutil.copytree(TEMPLATES, tmp_path / "docx_templates")
    broken = read_docx(str(TEMPLATES / "kich-ban.docx"))
    broken.add_paragraph("{{ nobody_knows }}")
    broken.save(str(tmp_path / "docx_templates/kich-ban.docx"))
    with pytest.raises(Unavailable, match=r"Kịch bản dẫn chương trình.*nobody_knows"):
        dossier(loaded, campaign, tmp_path / "docx_templates", TODAY)


def test_an_issued_document_stays_as_it_was_issued(loaded: Session) -> None:
    campaign = by_code(loaded, "duc-an-2026")
    assert campaign is not None
    before = dict(dossier(loaded, campaign, TEMPLATES, TODAY))
    task = tasks_of(loaded, campaign.id)[0]
    task.text = "Việc đổi sau khi ban hành"
    loaded.flush()
    after = dict(dossier(loaded, campaign, TEMPLATES, TODAY))
    loaded.rollback()
    changed = {path for path in before if before[path] != after[path]}
    assert not [
        path for path in changed if path.endswith(".docx") and not re.search("Báo cáo|Bảng theo dõi", path)
    ]
    assert [path for path in changed if path.endswith(".ics")]


def test_sheets_given_out_stay_and_units_that_come_later_are_added(session: Session, cast: Cast) -> None:
    give = lambda text, unit: create_task(  # noqa: E731
        session, cast.campaign, TaskDraft(text, cast.units[unit].id), cast.drafter
    )
    give("Treo băng rôn", 0)
    _issue(session, cast, DocumentKind.PLAN)
    (before,) = _sheets(session, cast)
    give("Dọn hội trường", 0)
    give("Viết tin bài", 1)
    session.flush()
    kept, late = _sheets(session, cast)
    assert kept == before
    assert ["Viết tin bài" in _said(late), "Kế hoạch số 01/KH" in _said(late)] == [True, True]


def test_letters_given_out_are_there_though_the_ceremony_is_put_off(session: Session, cast: Cast) -> None:
    group = create_group(session, cast.campaign, GroupDraft("Khách mời"), cast.drafter)
    create_delegate(session, cast.campaign, DelegateDraft(group.id, "Giám đốc Sở Nội vụ"), cast.drafter)
    _issue(session, cast, DocumentKind.INVITATION)
    create_delegate(session, cast.campaign, DelegateDraft(group.id, "Trưởng Công an xã"), cast.drafter)
    assert len(_names(dossier(session, cast.campaign, TEMPLATES, TODAY), "2 ")) == 2
    session.delete(cast.ceremony)
    session.flush()
    assert _names(dossier(session, cast.campaign, TEMPLATES, TODAY), "2 ") == [
        "Giấy mời 001 Giám đốc Sở Nội vụ.docx"
    ]


def _issue(session: Session, cast: Cast, kind: DocumentKind) -> None:
    draft = DocumentDraft(kind, "Lễ phát động", 2026)
    document = actions.create_document(session, cast.campaign, draft, cast.drafter)
    actions.approve_document(session, document, document.version, cast.leader)
    actions.issue_document(session, document, date(2026, 11, 23), None, TEMPLATES, cast.clerk)


def _sheets(session: Session, cast: Cast) -> list[bytes]:
    files = dossier(session, cast.campaign, TEMPLATES, TODAY)
    return [data for path, data in files if "Phiếu giao nhiệm vụ" in path]


def _said(docx: bytes) -> str:
    document = read_docx(BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])

"""A dossier holds every paper and calendar there is something to put on, drawn before any is written."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as read_docx
from sqlalchemy.orm import Session

from campaign.campaigns.model import by_code
from campaign.config import share
from campaign.dossier.actions import dossier
from campaign.errors import Unavailable
from campaign.tasks.model import of_campaign as tasks_of
from tests.conftest import Cast
from tests.demo.loaded import demo_session

TEMPLATES = share("docx_templates")


@pytest.fixture(scope="module")
def loaded(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A session on a database with the demo, shared."""
    with demo_session(migrated_file, tmp_path_factory.mktemp("demo")) as session:
        yield session


def _names(files: list[tuple[str, bytes]], folder: str) -> list[str]:
    return [path.split("/")[1] for path, _ in files if path.startswith(folder)]


def test_a_campaign_with_only_a_ceremony_has_its_calendar_alone(session: Session, cast: Cast) -> None:
    files = dossier(session, cast.campaign, TEMPLATES, 2026)
    assert [path for path, _ in files] == ["4 Lịch/01 Lịch buổi lễ ngay-khong-hen.ics"]


def test_the_launch_of_2023_gives_every_paper(loaded: Session) -> None:
    campaign = by_code(loaded, "dak-song-2023")
    assert campaign is not None
    files = dossier(loaded, campaign, TEMPLATES, 2026)
    documents = _names(files, "1 ")
    assert [name.split()[1] for name in documents] == ["Kế", "Phụ", "Giấy", "Báo", "Phụ", "Phụ"]
    assert len(_names(files, "2 ")) == 10
    assert len(_names(files, "3 ")) == 9
    assert len(_names(files, "4 ")) == 3
    assert dossier(loaded, campaign, TEMPLATES, 2026) == files


def test_papers_say_what_the_campaign_holds(loaded: Session) -> None:
    campaign = by_code(loaded, "dak-song-2023")
    assert campaign is not None
    files = dict(dossier(loaded, campaign, TEMPLATES, 2026))
    (plan,) = [data for path, data in files.items() if "/01 Kế hoạch" in path]
    text = "\n".join(paragraph.text for paragraph in read_docx(BytesIO(plan)).paragraphs)
    for said in ("7 giờ 30 phút", "24/3/2023", "Đề nghị Huyện đoàn", "30 đoàn viên", "824/KH-UBND"):
        assert said in text
    (sheet,) = [data for path, data in files.items() if path.endswith("Huyện đoàn.docx")]
    cells = [
        cell.text for table in read_docx(BytesIO(sheet)).tables for row in table.rows for cell in row.cells
    ]
    assert any("30 đoàn viên" in cell for cell in cells)


def test_a_letters_loose_papers_go_with_the_letter(loaded: Session) -> None:
    campaign = by_code(loaded, "dak-glong-2025")
    assert campaign is not None
    files = dict(dossier(loaded, campaign, TEMPLATES, 2026))
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
        dossier(loaded, campaign, tmp_path / "docx_templates", 2026)


def test_an_issued_document_stays_as_it_was_issued(loaded: Session) -> None:
    campaign = by_code(loaded, "duc-an-2026")
    assert campaign is not None
    before = dict(dossier(loaded, campaign, TEMPLATES, 2026))
    task = tasks_of(loaded, campaign.id)[0]
    task.text = "Việc đổi sau khi ban hành"
    loaded.flush()
    after = dict(dossier(loaded, campaign, TEMPLATES, 2026))
    loaded.rollback()
    changed = {path for path in before if before[path] != after[path]}
    assert not [path for path in changed if "Kế hoạch" in path or "Phụ lục" in path]
    assert [path for path in changed if "Phiếu giao nhiệm vụ - Phòng Văn hóa" in path]

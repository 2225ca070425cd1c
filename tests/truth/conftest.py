"""The demo's five dossiers as an office gets them: Word files, and their text after LibreOffice has printed them."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign import demo
from campaign.campaigns.model import Campaign
from campaign.db import open_engine, session_factory
from campaign.dossier.actions import dossier
from campaign.files import pdf
from tests.conftest import TODAY, lacking

TEMPLATES = Path(__file__).resolve().parents[2] / "docx_templates"
DOCUMENTS, INVITATIONS, SHEETS = "1", "2", "3"


@dataclass(frozen=True)
class Paper:
    """A Word file of a dossier; `folder` is the first sign of its folder's name."""

    campaign: str
    folder: str
    name: str
    data: bytes

    @property
    def word(self) -> WordDocument:
        """The file opened."""
        return docx.Document(BytesIO(self.data))

    @property
    def lines(self) -> list[str]:
        """Text of each paragraph in reading order, cells included, empty ones left out."""
        read = (
            "".join(_words(each) for each in line.iter(qn("w:t"), qn("w:br"), qn("w:tab")))
            for line in self.word.element.body.iter(qn("w:p"))
        )
        return [line for line in read if line.strip()]

    @property
    def is_document(self) -> bool:
        """A document of the law's kinds, not an annex or a sheet of the office's own."""
        return self.folder == INVITATIONS or (self.folder == DOCUMENTS and "Phụ lục" not in self.name)


def _words(node: object) -> str:
    return (node.text or "") if node.tag == qn("w:t") else " "  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def loaded(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A reading session on a database with the demo."""
    file = tmp_path_factory.mktemp("truth") / "demo.db"
    shutil.copy(migrated_file, file)
    engine = open_engine(f"sqlite:///{file}")
    with session_factory(engine, writing=True)() as session:
        demo.load(session, date.fromisoformat(TODAY))
        session.commit()
    with session_factory(engine, writing=False)() as session:
        yield session
    engine.dispose()


@pytest.fixture(scope="session")
def papers(loaded: Session) -> list[Paper]:
    """Every Word file of every dossier; of the invitations, the first to a person and the first to a quota."""
    today = date.fromisoformat(TODAY)
    return [
        Paper(campaign.code, path[0], path.partition("/")[2], data)
        for campaign in loaded.scalars(select(Campaign).order_by(Campaign.id))
        for path, data in _few_invitations(dossier(loaded, campaign, TEMPLATES, today))
        if path.endswith(".docx")
    ]


def _few_invitations(files: list[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    for path, data in files:
        if not path.startswith(INVITATIONS) or re.search(r" 00[12] ", path):
            yield path, data


@pytest.fixture(scope="session")
def paper(papers: list[Paper]) -> Callable[[str, str], Paper]:
    """The one paper of a campaign whose name holds the words."""

    def named(campaign: str, words: str) -> Paper:
        found = [each for each in papers if each.campaign == campaign and words in each.name]
        assert len(found) == 1, [each.name for each in found]
        return found[0]

    return named


@pytest.fixture(scope="session")
def printed(papers: list[Paper]) -> dict[Paper, str]:
    """What is read on the printed pages of each paper, see `folded`; all are printed in one run of LibreOffice."""
    if not pdf.installed() or not shutil.which("pdftotext"):
        lacking("LibreOffice or pdftotext")
    made = pdf.from_many([paper.data for paper in papers])
    return {paper: _read(pages) for paper, pages in zip(papers, made, strict=True)}


def _read(pages: bytes) -> str:
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pages, capture_output=True, check=True)
    without_numbers = (re.sub(r"\A\d+\n", "", page) for page in read.stdout.decode().split("\f"))
    return folded("\n".join(without_numbers))


_STRAIGHT = {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}


def folded(text: str) -> str:
    """Text as it is compared: no blanks (lines break anywhere), no case (sentences are joined), straight quotes."""
    plain = unicodedata.normalize("NFC", text).translate(_STRAIGHT)
    return "".join(plain.split()).casefold()

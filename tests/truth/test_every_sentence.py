"""Every sentence of the data stands in its paper, in order, after LibreOffice has printed it."""

import re
from collections.abc import Iterable, Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.documents.model import Document, Section
from campaign.glossary import Block, DocumentKind
from tests.truth.conftest import INVITATIONS, SHEETS, Paper, folded
from tests.truth.rows import FOOTNOTE, Row, Rows

ANNEXES = {
    "Chương trình": Block.PROGRAMME,
    "Danh sách đại biểu": Block.DELEGATES,
    "Phân công": Block.ASSIGNMENTS,
}


def lost(rows: Iterable[Row], text: str) -> list[str]:
    """Parts that do not stand in the text behind the row before theirs."""
    missing, at = [], 0
    for row in rows:
        ends = [at]
        for part in row:
            found = text.find(folded(part), at)
            if found < 0:
                missing.append(part)
            else:
                ends.append(found + len(folded(part)))
        at = max(ends)
    return missing


def test_a_lost_or_displaced_sentence_is_noticed() -> None:
    text = folded("Căn cứ Kế hoạch số 824;\nMột. Hai.\nBa.")
    assert lost([("824", "Kế hoạch"), ("hai",), ("ba",)], text) == []
    assert lost([("Kế hoạch", "825"), ("Ba",), ("Hai",)], text) == ["825", "Hai"]


@pytest.mark.office
def test_every_paper_says_all_of_its_data_in_order(loaded: Session, printed: dict[Paper, str]) -> None:
    missing = {}
    for campaign in loaded.scalars(select(Campaign)):
        rows = Rows(loaded, campaign)
        own = [paper for paper in printed if paper.campaign == campaign.code]
        for paper, expected in _expected(rows, own):
            missing[paper.campaign, paper.name] = lost(expected, _without_footnotes(rows, printed[paper]))
    assert {paper: parts for paper, parts in missing.items() if parts} == {}
    assert set(missing) == {(paper.campaign, paper.name) for paper in printed}


@pytest.mark.office
def test_footnotes_are_printed(loaded: Session, printed: dict[Paper, str]) -> None:
    notes = [note for text in loaded.scalars(select(Section.text)) for note in FOOTNOTE.findall(text)]
    assert notes
    everything = "".join(printed.values())
    assert [note for note in notes if folded(note) not in everything] == []


def _expected(rows: Rows, papers: list[Paper]) -> Iterator[tuple[Paper, Iterable[Row]]]:
    """Each paper of a campaign with the rows it is drawn from, by folder and name."""
    by_kind = {document.kind: document for document in rows.documents}
    main = by_kind.get(DocumentKind.PLAN) or by_kind[DocumentKind.LETTER]
    units = iter([unit for unit in rows.units if _is_busy(rows, unit.id)])
    guests = iter(rows.delegates())
    for paper in papers:
        if paper.folder == INVITATIONS:
            yield paper, rows.invitation(by_kind[DocumentKind.INVITATION], next(guests))
        elif "Bảng theo dõi" in paper.name:
            yield paper, rows.register()
        elif paper.folder == SHEETS:
            yield paper, rows.script() if "Kịch bản" in paper.name else rows.sheet(next(units), main)
        elif "Phụ lục" in paper.name:
            block = next(block for words, block in ANNEXES.items() if words in paper.name)
            yield paper, rows.annex(block, main)
        else:
            yield paper, rows.document(_named(by_kind, paper))


def _is_busy(rows: Rows, unit_id: int) -> bool:
    return any(
        unit_id in (task.lead_unit_id, *(each.id for each in rows.helpers(task))) for task in rows.tasks
    )


def _named(by_kind: dict[DocumentKind, Document], paper: Paper) -> Document:
    return next(document for kind, document in by_kind.items() if f" {kind.label} " in paper.name)


def _without_footnotes(rows: Rows, text: str) -> str:
    """A footnote stands at the foot of its page, between the lines of the text."""
    for document in rows.documents:
        for section in rows.lines(Section, document):
            for note in FOOTNOTE.findall(section.text):
                text = re.sub(rf"\d?{re.escape(folded(note))}", "", text)
    return text

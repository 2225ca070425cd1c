"""Whole documents: the short examples are read as their answers say, and no paragraph of any document is lost."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.recognition import HERE, cases, compared, f1, kept, read_file
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.plan import as_json
from campaign.reading.rules.source import Block, Paragraph, Source, Table
from campaign.reading.rules.summary import summary
from campaign.reading.rules.understanding import understand

EXAMPLES = list(cases(HERE / "answers", [HERE / "examples"]))
SHARED = Path(__file__).parents[3] / "shared"
DOCUMENTS = [file for folder in ("seeds", "samples") for file in sorted((SHARED / folder).glob("*.txt"))]


@pytest.mark.parametrize(
    ("answer", "document"),
    [pytest.param(answer, document, id=name) for name, answer, document in EXAMPLES],
)
def test_an_example_is_read_as_its_answer_says(answer: dict[str, object], document: Path) -> None:
    _, read = read_file(document)
    wrong = {
        name: [pair for pair in pairs if not all(pair)]
        for name, pairs in compared(answer, read)
        if f1(pairs)[2] < 100
    }
    assert wrong == {}


@pytest.mark.parametrize("document", [document for *_, document in EXAMPLES], ids=lambda file: file.stem)
def test_the_outline_holds_every_paragraph_in_order(document: Path) -> None:
    assert kept(*read_file(document)) == 1


@pytest.mark.skipif(not DOCUMENTS, reason="the documents of other offices are not here")
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.stem)
def test_no_paragraph_of_a_real_document_is_lost(document: Path) -> None:
    assert kept(*read_file(document)) == 1


PIECES = st.sampled_from(
    (
        "I. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "- Chủ trì, phối hợp với Công an tỉnh kiểm tra;", "KẾ HOẠCH", "QUYẾT ĐỊNH:",
        "Nơi nhận:", "- Như trên;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Ba", "Kính gửi: Các xã.", "Số:   /KH-UBND",
        "Na Rì, ngày   tháng 01 năm 2024", "V/v thử", "a) Giao Sở X:", "* Lưu ý: gấp", "Căn cứ Luật A; Nghị định số 1/NĐ-CP",
        "(Công an xã chủ trì)", "Thời gian: 25h61 ngày 31/02/2024", "từ ngày 30/02/2023 đến ngày 99/99/2023", "./.", "(", "“", "+",
        "ĐẠI BIỂU", "Chương trình:", "7h30 - 8h00: Đón tiếp", "Phần thứ nhất", "Điều 1. Ban hành.", "1.1.1. Việc",
    )
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=30), min_size=1, max_size=4).map(" ".join)
CELLS = st.lists(st.lists(TEXTS, min_size=1, max_size=4).map(tuple), min_size=1, max_size=3).map(tuple)
BLOCKS: st.SearchStrategy[Block] = st.builds(
    Paragraph, PIECES | TEXTS, st.sampled_from(("", "1.", "-", "a)", "II.")), bold=st.booleans()
) | st.builds(Table, CELLS)


@settings(deadline=None)
@given(st.lists(BLOCKS, max_size=25).map(tuple))
@example((Table((("0__0",),)),))
@example((Paragraph("=", "1."),))
@example((Paragraph("1/Việc"), Table((("KẾ HOẠCH", "0/¹"),))))
def test_anything_is_read_and_nothing_is_lost(blocks: tuple[Block, ...]) -> None:
    source = clean(Source(blocks))
    plan = understand(source)
    read = as_json(plan)
    assert all(task["text"] for task in read.get("tasks", []))
    assert kept(source, read) == 1
    assert all(summary(plan))


def test_an_empty_source_is_a_plan_with_doubts() -> None:
    read = as_json(understand(Source(())))
    assert set(read) == {"doubts"}

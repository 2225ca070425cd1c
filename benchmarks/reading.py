"""How long a document takes to be read, cleaned and understood, as it grows: `python -m benchmarks.reading`.

Documents of 20 and 200 pages, as .docx, .txt and, where LibreOffice is, .pdf; processor time, best of several rounds. Ten times the
pages should take ten times as long and no more; 200 pages should take less than 5 seconds.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from campaign.files import pdf
from campaign.files.word_reader import read
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.plan import ReadPlan
from campaign.reading.rules.understanding import understand

ROUNDS = 3
SIZES = (20, 200)
ITEMS_A_PAGE = 9
TARGET = 5.0
SENTENCE = (
    "Các cơ quan, đơn vị trên địa bàn xã chủ động phối hợp với Mặt trận Tổ quốc và các đoàn thể vận động Nhân dân "
    "cùng tham gia dọn vệ sinh, trồng cây, giữ gìn đường làng ngõ xóm; báo cáo kết quả trước ngày 15/6/2026."
)


def word(pages: int) -> bytes:
    """A plan with a letterhead, numbered items in bold and plain, and a table of tasks every ten pages."""
    import docx  # noqa: PLC0415 - slow import, not paid when the benchmark is only listed

    page = docx.Document()
    head = page.add_table(rows=1, cols=2)
    head.cell(0, 0).text, head.cell(0, 1).text = (
        "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    )
    for item in range(pages * ITEMS_A_PAGE):
        paragraph = page.add_paragraph(style="List Number")
        paragraph.add_run(f"Việc thứ {item}: ").bold = True
        paragraph.add_run(SENTENCE)
        if item % (ITEMS_A_PAGE * 10) == 0:
            table = page.add_table(rows=5, cols=3)
            for row in table.rows:
                for cell in row.cells:
                    cell.text = "Công an xã chủ trì"
    out = io.BytesIO()
    page.save(out)
    return out.getvalue()


def text(pages: int) -> bytes:
    """The same as lines of a page, broken at 76 letters, with page numbers in the middle of sentences."""
    lines: list[str] = []
    for item in range(pages * ITEMS_A_PAGE):
        line = f"{item}. Việc thứ {item}:"
        for each in SENTENCE.split():
            if len(line) + len(each) > 75:
                lines.append(line)
                line = each
            else:
                line += f" {each}"
        if item % ITEMS_A_PAGE == 0:
            lines += [f"{' ' * 36}{item // ITEMS_A_PAGE + 1}", ""]
        lines.append(line)
    return "\n".join(lines).encode()


def whole(data: bytes, name: str) -> ReadPlan:
    """A file read, cleaned and understood."""
    return understand(clean(read(data, name)))


def seconds(data: bytes, name: str) -> float:
    """The best time to read, clean and understand a file."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        whole(data, name)
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Print a row for each kind of file."""
    kinds: dict[str, Callable[[int], bytes]] = {"docx": word, "txt": text}
    if pdf.installed():
        kinds["pdf"] = lambda pages: pdf.from_docx(word(pages), seconds=300)
    print(
        f"{'kind':6}{'20 pages':>12}{'200 pages':>12}{'growth':>9}   (target: 200 pages under {TARGET:.0f} s, growth about 10)"
    )
    for kind, made in kinds.items():
        few, many = (seconds(made(pages), f"plan.{kind}") for pages in SIZES)
        print(f"{kind:6}{few:11.3f}s{many:11.3f}s{many / few:9.1f}   {'ok' if many < TARGET else 'TOO SLOW'}")


if __name__ == "__main__":
    main()

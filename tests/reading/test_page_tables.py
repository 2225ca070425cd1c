"""Tables of a PDF page: cells told by where they stand, also where one is empty or two run into each other."""

from campaign.files.word_reader.page_layout import Line, blocks, lines
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.source import Paragraph, Source, Table

WHAT, WHO, WHEN = 100.0, 220.0, 340.0


def _tables(*pieces: tuple[str, float, float]) -> list[Table]:
    blank = Line(" ", 0.0, 0.0, 12.0)  # as pypdf parts what stands apart
    found = list(lines(line for text, x, y in pieces for line in (blank, Line(text, x, y, 12.0))))
    return [block for block in blocks(found) if isinstance(block, Table)]


def test_an_empty_cell_leaves_the_next_one_in_its_column() -> None:
    (table,) = _tables(
        ("Việc", WHAT, 700), ("Ai", WHO, 700), ("Khi nào", WHEN, 700),
        ("In giấy", WHAT, 680), ("Công an", WHO, 680), ("15/3", WHEN, 680),
        ("Đón khách", WHAT, 660), ("20/3", WHEN, 660),
    )  # fmt: skip
    assert table.rows[2] == ("Đón khách", "", "20/3")


def test_cells_that_run_into_each_other_are_cut_where_the_column_begins() -> None:
    (table,) = _tables(
        ("Việc", WHAT, 700), ("Ai", WHO, 700), ("Khi nào", WHEN, 700),
        ("In giấy mời các đơn vị", WHAT, 680), ("Công an", WHO, 680), ("15/3", WHEN, 680),
    )  # fmt: skip
    assert table.rows[1] == ("In giấy mời các đơn vị", "Công an", "15/3")


def test_paragraphs_close_above_a_table_are_none_of_its_cells() -> None:
    above = [(f"Dòng thứ {at} của kế hoạch này", WHAT, 800.0 - 15 * at) for at in range(6)]
    table_lines = [("Việc", WHAT, 710.0), ("Ai", WHO, 710.0), ("In", WHAT, 695.0), ("Công an", WHO, 695.0)]
    (table,) = _tables(*above, *table_lines)
    assert table.rows == (("Việc", "Ai"), ("In", "Công an"))


def test_a_table_that_goes_on_on_the_next_page_is_one() -> None:
    first = Table((("Số", "Việc", "Ai"), ("1", "Vận động các đơn vị", "Đoàn xã")))
    second = Table((("Số", "Việc", "Ai"), ("", "tham gia ngày hội", ""), ("2", "In giấy", "Văn phòng")))
    (table,) = clean(Source((first, Paragraph("\f"), second), wrapped=True)).blocks
    assert table == Table(
        (
            ("Số", "Việc", "Ai"),
            ("1", "Vận động các đơn vị tham gia ngày hội", "Đoàn xã"),
            ("2", "In giấy", "Văn phòng"),
        )
    )

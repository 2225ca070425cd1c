"""Moving a row within a list, as every ordered list does."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from campaign.db import move


@dataclass
class Row:
    """A row of a list."""

    name: int
    position: int


def rows_at(positions: list[int]) -> list[Row]:
    return [Row(name, position) for name, position in enumerate(positions)]


def names(rows: list[Row]) -> list[int]:
    return [row.name for row in sorted(rows, key=lambda row: row.position)]


def test_a_row_goes_down_and_back_up() -> None:
    rows = rows_at([1, 2, 3])
    move(rows, rows[0], 1)
    assert names(rows) == [1, 0, 2]
    move(sorted(rows, key=lambda row: row.position), rows[0], -1)
    assert names(rows) == [0, 1, 2]


def test_rows_of_another_part_of_the_list_keep_their_places() -> None:
    rows = rows_at([2, 5, 9])
    move(rows, rows[2], -1)
    assert [row.position for row in rows] == [2, 9, 5]


def test_rows_left_at_one_position_are_pulled_apart() -> None:
    rows = rows_at([1, 1, 1])
    move(rows, rows[2], -1)
    assert names(rows) == [0, 2, 1]


@given(st.lists(st.integers(1, 50), min_size=1, max_size=12).map(sorted), st.data(), st.integers(-15, 15))
def test_only_that_row_changes_its_place_among_the_others(
    positions: list[int], data: st.DataObject, step: int
) -> None:
    rows = rows_at(positions)
    row = data.draw(st.sampled_from(rows))
    move(rows, row, step)
    after = names(rows)
    assert after.index(row.name) == max(0, min(len(rows) - 1, row.name + step))
    assert [name for name in after if name != row.name] == [each.name for each in rows if each is not row]
    assert len({each.position for each in rows}) == len(rows)

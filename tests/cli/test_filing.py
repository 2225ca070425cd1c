"""What is put into a folder again and again: stale files of our own go, nobody else's file is lost."""

import json
from pathlib import Path

import pytest

from campaign.cli.filing import RECORD, put

PLAN, LETTER = ("1 Văn bản/01 Kế hoạch.docx", b"plan"), ("2 Giấy mời/Giấy mời 001.docx", b"letter")


def held(folder: Path) -> dict[str, bytes]:
    """Every file in the folder but the record."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != RECORD)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_a_file_that_has_another_name_by_now_goes_with_its_empty_folder(tmp_path: Path) -> None:
    put(tmp_path, "a", [PLAN, LETTER])
    assert put(tmp_path, "a", [("1 Văn bản/02 Kế hoạch.docx", b"plan")]) == (2, [])
    assert held(tmp_path) == {"1 Văn bản/02 Kế hoạch.docx": b"plan"}
    assert not (tmp_path / "2 Giấy mời").exists()


def test_our_own_file_is_replaced(tmp_path: Path) -> None:
    put(tmp_path, "a", [PLAN])
    assert put(tmp_path, "a", [(PLAN[0], b"new")]) == (0, [])
    assert held(tmp_path) == {PLAN[0]: b"new"}


@pytest.mark.parametrize("before", [[], [PLAN]], ids=["never ours", "changed by hand"])
def test_a_file_that_is_not_as_we_wrote_it_moves_aside(
    tmp_path: Path, before: list[tuple[str, bytes]]
) -> None:
    put(tmp_path, "a", before)
    (tmp_path / PLAN[0]).parent.mkdir(exist_ok=True)
    for number, mine in ((1, b"mine"), (2, b"mine again")):
        (tmp_path / PLAN[0]).write_bytes(mine)
        aside = tmp_path / f"1 Văn bản/01 Kế hoạch (giữ lại {number}).docx"
        assert put(tmp_path, "a", [PLAN]) == (0, [aside])
        assert aside.read_bytes() == mine
    assert len(held(tmp_path)) == 3


def test_a_stale_file_somebody_changed_is_left_and_told_once(tmp_path: Path) -> None:
    put(tmp_path, "a", [PLAN, LETTER])
    (tmp_path / LETTER[0]).write_bytes(b"corrected")
    assert put(tmp_path, "a", [PLAN]) == (0, [tmp_path / LETTER[0]])
    assert put(tmp_path, "a", [PLAN]) == (0, [])
    assert held(tmp_path) == {PLAN[0]: b"plan", LETTER[0]: b"corrected"}


def test_two_campaigns_in_one_folder_keep_their_files(tmp_path: Path) -> None:
    put(tmp_path, "a", [PLAN])
    assert put(tmp_path, "b", [LETTER]) == (0, [])
    assert put(tmp_path, "a", []) == (1, [])
    assert held(tmp_path) == {LETTER[0]: b"letter"}


def test_a_new_case_is_no_new_name_and_a_missing_file_is_no_fault(tmp_path: Path) -> None:
    put(tmp_path, "a", [PLAN, LETTER])
    (tmp_path / LETTER[0]).unlink()
    assert put(tmp_path, "a", [(PLAN[0].replace("Kế", "KẾ"), b"plan")])[0] == 0


@pytest.mark.parametrize("spoilt", ["", "[]", '{"a": 1}', "\x00"])
def test_with_a_spoilt_record_nothing_is_deleted(tmp_path: Path, spoilt: str) -> None:
    put(tmp_path, "a", [PLAN, LETTER])
    (tmp_path / RECORD).write_text(spoilt)
    assert put(tmp_path, "a", [PLAN]) == (0, [])
    assert held(tmp_path) == dict([PLAN, LETTER])


@pytest.mark.parametrize("absolute", [True, False])
def test_a_record_cannot_name_files_outside(tmp_path: Path, absolute: bool) -> None:
    folder, outside = tmp_path / "out", tmp_path / "mine.docx"
    put(folder, "a", [PLAN])
    outside.write_bytes(b"plan")
    record = json.loads((folder / RECORD).read_text("utf-8"))
    record["a"][str(outside) if absolute else "../mine.docx"] = record["a"][PLAN[0]]
    (folder / RECORD).write_text(json.dumps(record), "utf-8")
    assert put(folder, "a", [PLAN]) == (0, [])
    assert outside.read_bytes() == b"plan"

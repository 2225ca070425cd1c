"""`campaign read`: JSON for programs, a page for people, a sentence when the file is none."""

import json
from pathlib import Path

from tests.cli.conftest import ROOT, Program, told

EXAMPLE = ROOT / "tests" / "reading" / "examples" / "bang_phan_cong.txt"


def test_a_document_is_read_as_json(program: Program) -> None:
    done = program.run("read", str(EXAMPLE), "--json")
    assert done.returncode == 0
    read = json.loads(done.stdout)
    assert read["number"] == "41/KH-UBND"
    assert [task["due"] for task in read["tasks"]] == ["2026-03-13", "2026-03-18", "Thường xuyên"]


def test_a_document_is_read_for_people(program: Program) -> None:
    done = program.run("read", str(EXAMPLE))
    assert done.returncode == 0
    assert "Cơ quan ban hành: Ủy ban nhân dân phường Thạnh Lộc" in done.stdout


def test_a_file_that_is_not_there_is_one_sentence(program: Program, tmp_path: Path) -> None:
    done = program.run("read", str(tmp_path / "none.docx"))
    assert done.returncode == 1
    assert "Không có tệp" in told(done)

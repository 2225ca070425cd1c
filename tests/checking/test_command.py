"""The command: what it prints, how it ends, for a person and for a program."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from campaign.cli.checking import check_command
from campaign.errors import CampaignError
from tests.checking.faults import FAULTS
from tests.checking.specimens import specimen
from tests.cli.conftest import Program


def run(*words: str) -> Result:
    return CliRunner().invoke(check_command, words)


@pytest.fixture
def right(tmp_path: Path) -> str:
    file = tmp_path / "ke-hoach.docx"
    file.write_bytes(specimen("plan"))
    return str(file)


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    file = tmp_path / "sai.docx"
    file.write_bytes(next(fault for fault in FAULTS if fault.name == "Quốc hiệu cỡ 14").made())
    return str(file)


def test_a_right_paper_ends_with_nothing_to_say(right: str) -> None:
    done = run(right)
    assert done.exit_code == 0
    assert done.output.startswith("Kế hoạch · ")
    assert "0 sai, 0 nên sửa, 0 lưu ý\nKhông thấy lỗi nào." in done.output


def test_a_wrong_paper_is_told_where_what_and_by_which_article(wrong: str) -> None:
    done = run(wrong)
    assert done.exit_code == 1
    told = "1. Sai · Quốc hiệu · đoạn 3 “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”: cỡ chữ 14"
    asked = "   Phải là: cỡ chữ 12 - 13 (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II khoản 1 điểm a) [máy chỉnh được]"
    assert done.output.splitlines()[1:] == [told, asked]


def test_a_program_reads_the_same_as_json(wrong: str) -> None:
    done = run(wrong, "--json")
    said = json.loads(done.output)
    assert done.exit_code == 1
    assert (said["file"], said["form"], said["kind"]) == ("sai.docx", "named", "KẾ HOẠCH")
    assert said["counts"] == {"sai": 1, "nên sửa": 0, "lưu ý": 0}
    (finding,) = said["findings"]
    assert (finding["rule"], finding["component"], finding["paragraph"]) == ("nation.size", "Quốc hiệu", 3)
    assert (finding["severity"], finding["mendable"], finding["more"]) == ("sai", True, 0)


def test_a_draft_may_be_checked_as_if_it_were_issued(tmp_path: Path) -> None:
    file = tmp_path / "du-thao.docx"
    file.write_bytes(specimen("draft"))
    assert run(str(file)).exit_code == 0
    assert "còn để trống" in run(str(file), "--issuing").output


def test_a_holiday_is_known_without_a_database(tmp_path: Path) -> None:
    fault = next(fault for fault in FAULTS if fault.name == "buổi lễ vào Chủ nhật")
    file = tmp_path / "le.docx"
    file.write_bytes(fault.made())
    done = run(str(file))
    assert done.exit_code == 0
    assert "Lưu ý · Câu chữ" in done.output


@pytest.mark.parametrize(("name", "told"), [("khong-co.docx", "Không có tệp"), ("chu.txt", "Word .docx"), ("", "là thư mục")])  # fmt: skip
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "chu.txt").write_text("Kính gửi: Sở Nội vụ", encoding="utf-8")
    done = run(str(tmp_path / name))
    assert isinstance(done.exception, CampaignError)
    assert told in str(done.exception)


def test_the_program_itself_ends_with_one_or_two(tmp_path: Path, wrong: str) -> None:
    program = Program(tmp_path)
    found, unread, called = (
        program.run("check", wrong),
        program.run("check", "khong-co.docx"),
        program.run("check"),
    )
    assert (found.returncode, unread.returncode, called.returncode) == (1, 1, 2)
    assert "1. Sai · Quốc hiệu" in found.stdout
    assert (len(unread.stderr.splitlines()), len(called.stderr.splitlines())) == (1, 1)

"""What the commands do, and what they say of a wrong call."""

import os
import sqlite3
import stat
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from campaign.cli.filing import RECORD
from campaign.demo import PASSWORD
from tests.cli.conftest import Program, told
from tests.conftest import lacking


def test_help_names_every_command(program: Program) -> None:
    done = program.run("--help")
    assert done.returncode == 0
    for name in ("demo", "serve", "worker", "init", "user", "list", "export", "backup", "restore"):
        assert f"\n  {name} " in done.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["lst"], "Không có lệnh “lst”. Có phải ý là “list”?"),
        (["demo", "--no-srv"], "Không có tùy chọn --no-srv. Có phải ý là “--no-serve”?"),
        (["backup"], "Thiếu TỆP."),
        (["list", "more"], "Thừa tham số."),
        (
            ["user", "add", "a@b.vn", "--name", "An", "--role", "boss"],
            "--role không hợp lệ. Chọn một trong: admin, ",
        ),
    ],
)
def test_a_wrong_call_is_explained_in_one_line(program: Program, words: list[str], sentence: str) -> None:
    done = program.run(*words)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_no_command_shows_the_commands(program: Program) -> None:
    done = program.run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "Cách dùng: campaign" in done.stderr


def test_init_makes_a_database_and_a_key_nobody_else_can_read(program: Program) -> None:
    assert program.run("init").returncode == 0
    key = program.home / "secret_key"
    first = key.read_text()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600 or os.name == "nt"
    assert program.run("init").returncode == 0
    assert key.read_text() == first
    assert len(first) >= 32


def test_an_office_starts_with_its_administrator(program: Program) -> None:
    program.run("init")
    done = program.run(
        "user", "add", "An@Xa.VN", "--name", "Nguyễn Văn An", "--role", "admin", typed="mật-khẩu-dài\n"
    )
    assert (done.returncode, done.stdout) == (0, "Đã thêm Nguyễn Văn An (an@xa.vn), vai trò Quản trị.\n")
    again = program.run(
        "user", "add", "an@xa.vn", "--name", "Ai đó", "--role", "admin", typed="mật-khẩu-dài\n"
    )
    assert "Nguyễn Văn An" in told(again)
    short = program.run("user", "add", "b@xa.vn", "--name", "Bình", "--role", "admin", typed="ngắn\n")
    assert "10 ký tự" in told(short)


def test_a_member_belongs_to_a_unit_of_an_agency(demo: Program) -> None:
    member = ["user", "add", "m@xa.vn", "--name", "Mai", "--role", "member"]
    done = demo.run(*member, "--agency", "ubnd-xa-duc-an", "--unit", "Phòng KT", typed="mật-khẩu-dài\n")
    assert done.returncode == 0, done.stderr
    agency = demo.run(*member, "--agency", "ubnd-xa-duc", typed="mật-khẩu-dài\n")
    assert "Có phải ý là “ubnd-xa-duc-an”?" in told(agency)
    unit = demo.run(*member, "--agency", "ubnd-xa-duc-an", "--unit", "Phòng Kinh te", typed="mật-khẩu-dài\n")
    assert "Có phải ý là “Phòng Kinh tế”?" in told(unit)


def test_list_shows_codes_days_and_titles(demo: Program) -> None:
    lines = demo.run("list").stdout.splitlines()
    assert len(lines) == 5
    (song,) = [line for line in lines if line.startswith("dak-song-2023 ")]
    assert song.split()[1] == "24/3/2023"


def test_the_demo_is_loaded_once_and_shows_its_accounts(demo: Program) -> None:
    before = demo.run("list").stdout
    done = demo.run("demo", "--no-serve", CAMPAIGN_TODAY="2027-03-01")
    assert done.returncode == 0
    assert "Dữ liệu mẫu đã có sẵn, giữ nguyên." in done.stdout
    assert PASSWORD in done.stdout
    assert "soanthao@duc-an.example" in done.stdout
    assert demo.run("list").stdout == before


def test_the_demo_is_not_mixed_into_an_offices_own_data(program: Program) -> None:
    program.run("init")
    program.run("user", "add", "an@xa.vn", "--name", "An", "--role", "admin", typed="mật-khẩu-dài\n")
    assert "đang dùng thật" in told(program.run("demo", "--no-serve"))


def test_export_writes_every_paper_and_calendar(demo: Program, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    done = demo.run("export", "dak-song-2023", str(folder))
    assert done.returncode == 0, done.stderr
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != RECORD)
    assert done.stdout == f"Đã ghi {len(files)} tệp vào {folder}.\n"
    assert {file.suffix for file in files} == {".docx", ".ics", ".xlsx"}
    assert all(zipfile.is_zipfile(file) for file in files if file.suffix == ".docx")
    (plan,) = folder.glob("1 */01 Kế hoạch*.docx")
    before = {file: file.read_bytes() for file in files}
    foreign = plan.with_name("của tôi.docx")
    foreign.write_text("mine")
    assert demo.run("export", "dak-song-2023", str(folder)).returncode == 0
    assert {file: file.read_bytes() for file in files} == before
    assert foreign.read_text() == "mine"


def test_export_again_takes_the_old_name_away_and_keeps_what_was_written_by_hand(
    demo: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    demo.run("export", "duc-an-2026", str(folder))
    (report,) = folder.glob("1 */* Báo cáo*.docx")
    (script,) = folder.glob("3 */*Kịch bản*.docx")
    script.write_bytes(b"corrected by hand")
    with closing(sqlite3.connect(demo.database)) as database, database:
        database.execute("UPDATE document SET title = 'Tên mới' WHERE kind = 'report'")
    done = demo.run("export", "duc-an-2026", str(folder))
    assert not report.exists()
    assert list(folder.glob("1 */* Báo cáo * Tên mới.docx"))
    assert (script.parent / f"{script.stem} (giữ lại 1).docx").read_bytes() == b"corrected by hand"
    assert "Đã xóa 1 tệp của lần xuất trước" in done.stdout
    assert f"  {script.parent.name}/{script.stem} (giữ lại 1).docx" in done.stdout


@pytest.mark.office
def test_export_writes_a_pdf_beside_every_paper(demo: Program, tmp_path: Path) -> None:
    done = demo.run("export", "dak-glong-2025", str(tmp_path / "out"), "--pdf")
    if "chưa cài LibreOffice" in done.stderr:
        lacking("LibreOffice Writer")
    assert done.returncode == 0, done.stderr
    words = {file.with_suffix("") for file in (tmp_path / "out").rglob("*.docx")}
    printed = {file.with_suffix("") for file in (tmp_path / "out").rglob("*.pdf")}
    assert words == printed
    assert all(file.read_bytes().startswith(b"%PDF-") for file in (tmp_path / "out").rglob("*.pdf"))


def test_pdf_without_libreoffice_is_refused_before_anything_is_written(demo: Program, tmp_path: Path) -> None:
    done = demo.run("export", "dak-song-2023", str(tmp_path / "out"), "--pdf", PATH=str(tmp_path))
    assert "LibreOffice" in told(done)
    assert not (tmp_path / "out").exists()

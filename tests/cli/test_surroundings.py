"""What stands in the way outside the program: each is one clear line, exit code 1, and nothing is half done."""

import resource
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Program, told, without_powers


def test_a_folder_that_is_not_there_is_named(program: Program, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'gone' / 'campaign.db'}"
    assert f"Không có thư mục {tmp_path / 'gone'}" in told(program.run("init", CAMPAIGN_DATABASE_URL=address))


def test_a_home_that_is_a_file_is_named(program: Program) -> None:
    program.home.write_text("a file")
    assert str(program.home) in told(program.run("init"))


def test_a_folder_that_may_not_be_written_is_named(program: Program) -> None:
    program.home.mkdir()
    program.home.chmod(0o555)
    sentence = told(program.run("init", before=without_powers))
    assert str(program.home) in sentence


def test_a_database_that_may_not_be_written_is_named_before_serving(demo: Program) -> None:
    demo.database.chmod(0o444)
    assert f"Không ghi được vào {demo.database}" in told(demo.run("serve", before=without_powers))


def test_a_damaged_database_is_named(demo: Program) -> None:
    demo.database.write_bytes(b"Word saved over it " * 500)
    sentence = told(demo.run("list"))
    assert str(demo.database) in sentence
    assert "campaign restore" in sentence


def test_a_database_of_another_program_is_left_alone(program: Program) -> None:
    program.home.mkdir()
    with sqlite3.connect(program.database) as connection:
        connection.execute("CREATE TABLE invoice (id INTEGER)")
    assert "phần mềm khác" in told(program.run("demo", "--no-serve"))
    tables = sqlite3.connect(program.database).execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("invoice",)]


def test_a_database_of_a_newer_program_is_left_alone(demo: Program) -> None:
    with sqlite3.connect(demo.database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "phiên bản phần mềm mới hơn" in told(demo.run("serve"))


@pytest.mark.parametrize(
    "address", ["kehoach.xa.example", "ftp://xa.example", "https://xa.example/ke-hoach", "https://"]
)
def test_an_odd_public_address_is_explained_before_serving(program: Program, address: str) -> None:
    assert "CAMPAIGN_PUBLIC_URL" in told(program.run("serve", CAMPAIGN_PUBLIC_URL=address))


@pytest.mark.parametrize("address", ["mysql://root@localhost/x", "not an address", "sqlite://"])
def test_an_odd_database_address_is_explained(program: Program, address: str) -> None:
    assert "CAMPAIGN_DATABASE_URL" in told(program.run("list", CAMPAIGN_DATABASE_URL=address))


def test_a_server_that_does_not_answer_is_named_without_its_password(program: Program) -> None:
    sentence = told(
        program.run("list", CAMPAIGN_DATABASE_URL="postgresql://office:s3cret@127.0.0.1:1/campaign")
    )
    assert "127.0.0.1:1" in sentence
    assert "s3cret" not in sentence


@pytest.mark.parametrize(
    ("name", "value"), [("CAMPAIGN_PORT", "eighty"), ("CAMPAIGN_HTTPS", "maybe"), ("CAMPAIGN_TODAY", "24/3")]
)
def test_an_odd_setting_is_named(program: Program, name: str, value: str) -> None:
    sentence = told(program.run("demo", "--no-serve", **{name: value}))
    assert name in sentence
    assert value in sentence


def test_a_full_disk_while_exporting_leaves_no_half_file(demo: Program, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert demo.run("export", "dak-glong-2025", str(folder)).returncode == 0
    whole = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    done = demo.run("export", "dak-glong-2025", str(folder), before=lambda: _at_most(4000))
    assert "hết chỗ" in told(done)
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == whole


def test_a_full_disk_while_loading_leaves_an_empty_database(program: Program) -> None:
    program.run("init")
    size = program.database.stat().st_size
    done = program.run("demo", "--no-serve", before=lambda: _at_most(size + 40_000))
    assert "đĩa" in told(done).lower()
    assert program.run("list").stdout == "Chưa có chiến dịch nào.\n"


def test_an_export_into_a_file_is_refused(demo: Program, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    assert "out" in told(demo.run("export", "dak-song-2023", str(tmp_path / "out")))
    assert (tmp_path / "out").read_text() == "a file"


def test_an_unknown_campaign_brings_the_nearest(demo: Program, tmp_path: Path) -> None:
    sentence = told(demo.run("export", "dak-song-2032", str(tmp_path / "out")))
    assert sentence == "Lỗi: Không có chiến dịch mã “dak-song-2032”. Có phải ý là “dak-song-2023”?"
    assert not (tmp_path / "out").exists()


def _at_most(size: int) -> None:
    """No file may grow past `size` bytes: what a full disk answers, on a disk that is not full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

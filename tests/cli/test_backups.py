"""Backups: whole, checked, and never in the way of the data they are to save."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Program, told

_NEW = ["user", "add", "moi@xa.vn", "--name", "Người mới", "--role", "admin"]


def _users(database: Path) -> set[str]:
    connection = sqlite3.connect(database)
    found = {row[0] for row in connection.execute("SELECT email FROM user")}
    connection.close()
    return found


def test_a_backup_made_while_serving_comes_back(demo: Program, tmp_path: Path) -> None:
    process = demo.start("serve")
    assert demo.run("backup", str(tmp_path / "b.db")).returncode == 0
    assert demo.run(*_NEW, typed="mật-khẩu-dài\n").returncode == 0
    assert f"đang chạy tại {demo.address}" in told(demo.run("restore", str(tmp_path / "b.db")))
    demo.stop(process)
    assert "moi@xa.vn" in _users(demo.database)

    done = demo.run("restore", str(tmp_path / "b.db"))
    assert done.returncode == 0, done.stderr
    assert "moi@xa.vn" not in _users(demo.database)
    (kept,) = demo.home.glob("campaign-*.db")
    assert str(kept) in done.stdout
    assert "moi@xa.vn" in _users(kept)
    assert demo.run("list").stdout.count("\n") == 5
    assert sorted(file.name for file in tmp_path.glob("b.db*")) == ["b.db"]


def test_a_backup_into_a_folder_gets_a_dated_name(demo: Program, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    assert demo.run("backup", str(tmp_path / "backups")).returncode == 0
    (made,) = (tmp_path / "backups").iterdir()
    assert made.name.startswith("campaign-20")
    assert _users(made) == _users(demo.database)


def test_a_backup_is_never_written_over(demo: Program, tmp_path: Path) -> None:
    (tmp_path / "b.db").write_text("last year's")
    assert "Đã có tệp" in told(demo.run("backup", str(tmp_path / "b.db")))
    assert (tmp_path / "b.db").read_text() == "last year's"
    assert "Không có thư mục" in told(demo.run("backup", str(tmp_path / "gone" / "b.db")))


@pytest.mark.parametrize("content", [b"", b"a letter, not a database" * 200])
def test_what_is_no_backup_is_refused_and_the_data_stays(
    demo: Program, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "b.db").write_bytes(content)
    before = demo.database.read_bytes()
    assert str(tmp_path / "b.db") in told(demo.run("restore", str(tmp_path / "b.db")))
    assert demo.database.read_bytes() == before
    assert not list(demo.home.glob(".*"))


def test_a_backup_cut_short_is_refused(demo: Program, tmp_path: Path) -> None:
    assert demo.run("backup", str(tmp_path / "b.db")).returncode == 0
    os.truncate(tmp_path / "b.db", 200_000)
    assert "hỏng" in told(demo.run("restore", str(tmp_path / "b.db")))


def test_a_backup_of_a_newer_program_is_refused(demo: Program, tmp_path: Path) -> None:
    assert demo.run("backup", str(tmp_path / "b.db")).returncode == 0
    with sqlite3.connect(tmp_path / "b.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "mới hơn" in told(demo.run("restore", str(tmp_path / "b.db")))


def test_a_damaged_database_is_kept_beside_what_replaces_it(demo: Program, tmp_path: Path) -> None:
    assert demo.run("backup", str(tmp_path / "b.db")).returncode == 0
    demo.database.write_bytes(b"damaged" * 1000)
    done = demo.run("restore", str(tmp_path / "b.db"))
    assert done.returncode == 0, done.stderr
    (kept,) = demo.home.glob("campaign-*.db")
    assert kept.read_bytes() == b"damaged" * 1000
    assert demo.run("list").returncode == 0


def test_a_backup_starts_an_office_on_another_machine(demo: Program, tmp_path: Path) -> None:
    assert demo.run("backup", str(tmp_path / "b.db")).returncode == 0
    other = Program(tmp_path / "other")
    assert other.run("restore", str(tmp_path / "b.db")).returncode == 0
    assert other.run("list").stdout == demo.run("list").stdout


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_postgresql_is_backed_up_by_its_own_tools(program: Program, command: str) -> None:
    address = "postgresql://office:s3cret@127.0.0.1:1/campaign"
    assert "pg_dump" in told(program.run(command, "b.db", CAMPAIGN_DATABASE_URL=address))

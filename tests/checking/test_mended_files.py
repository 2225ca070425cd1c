"""The page that mends: the corrected copy waits a day for whoever dropped the file, and for nobody else. And the command."""

import io
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from campaign.checking.rules import check
from campaign.cli.checking import mend_command
from campaign.errors import CampaignError
from campaign.files.word_inspector import inspect
from campaign.people.model import User
from campaign.tasks.model import Upload
from tests.checking.faults import FAULTS
from tests.checking.specimens import specimen
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]


def faulty(name: str) -> bytes:
    return next(fault for fault in FAULTS if fault.name == name).made()


def dropped(client: FlaskClient, data: bytes, **more: str) -> TestResponse:
    return client.post("/check", data={"file": (io.BytesIO(data), "Kế hoạch 5.docx"), "mend": "y", **more})


def link(page: TestResponse) -> str:
    """The address of the corrected copy."""
    return page.text.partition('href="/check/')[2].partition('"')[0]


def test_the_page_tells_every_correction_and_gives_the_corrected_copy(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    page = dropped(client, faulty("Quốc hiệu cỡ 14"))
    for told in ("đã chỉnh 1 chỗ", "Cỡ chữ 14", "Cỡ chữ 13", "Không có lỗi nào", "Tải bản đã chỉnh"):
        assert told in page.text, told
    copy = client.get(f"/check/{link(page)}")
    assert "đã chỉnh" in copy.headers["Content-Disposition"] or "%20" in copy.headers["Content-Disposition"]
    assert check(inspect(copy.data)).findings == ()


def test_what_only_a_person_can_put_right_is_told_below(office: Cast, sign_in: SignIn) -> None:
    page = dropped(sign_in(office.drafter), faulty("họ tên có học vị"))
    assert "Tải bản đã chỉnh" not in page.text
    assert "Phải là: trước họ tên người ký" in page.text


@pytest.mark.parametrize("name", ["same role", "other office"])
def test_nobody_else_can_fetch_it(name: str, office: Cast, sign_in: SignIn) -> None:
    address = f"/check/{link(dropped(sign_in(office.drafter), faulty('Quốc hiệu cỡ 14')))}"
    other = {"same role": office.clerk, "other office": office.stranger}[name]
    assert sign_in(other).get(address).status_code == 404


def test_it_is_gone_after_a_day(app: Flask, office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    address = f"/check/{link(dropped(client, faulty('Quốc hiệu cỡ 14')))}"
    with app.extensions["sessions"]["writing"]() as session:
        kept = session.scalars(select(Upload)).one()
        kept.made_at -= timedelta(days=1, minutes=1)
        session.commit()
    assert client.get(address).status_code == 404


def test_a_right_file_leaves_nothing_behind(app: Flask, office: Cast, sign_in: SignIn) -> None:
    page = dropped(sign_in(office.drafter), specimen("plan"))
    assert "Không có lỗi nào" in page.text
    with app.extensions["sessions"]["reading"]() as session:
        assert session.scalars(select(Upload)).all() == []


def test_a_file_that_cannot_be_read_is_told_at_the_field(office: Cast, sign_in: SignIn) -> None:
    page = dropped(sign_in(office.drafter), b"%PDF-1.7\n")
    assert (page.status_code, page.text.count('id="file-error"')) == (422, 1)


def test_an_administrator_of_no_office_is_told_what_is_wrong(office: Cast, sign_in: SignIn) -> None:
    page = dropped(sign_in(office.admin), faulty("Quốc hiệu cỡ 14"))
    assert page.status_code == 200
    assert "Cỡ chữ 14" in page.text


# ---------------------------------------------------------------- the command


def run(*words: str) -> Result:
    return CliRunner().invoke(mend_command, words)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    file = tmp_path / "sai.docx"
    file.write_bytes(faulty("Quốc hiệu cỡ 14"))
    return file


def test_the_command_writes_the_copy_and_tells_each_correction(wrong: Path, tmp_path: Path) -> None:
    before = wrong.read_bytes()
    done = run(str(wrong), "-o", str(tmp_path / "moi" / "dung.docx"))
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        "Kế hoạch · đã chỉnh 1 chỗ · còn lại 0 sai, 0 nên sửa, 0 lưu ý",
        "1. Quốc hiệu · đoạn 3 “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”: cỡ chữ 14 → cỡ chữ 13",
        f"Đã ghi {tmp_path / 'moi' / 'dung.docx'}.",
    ]
    assert check(inspect((tmp_path / "moi" / "dung.docx").read_bytes())).findings == ()
    assert wrong.read_bytes() == before


def test_a_program_reads_corrections_and_what_is_left(wrong: Path, tmp_path: Path) -> None:
    said = json.loads(run(str(wrong), "-o", str(tmp_path / "dung.docx"), "--json").output)
    assert said["corrections"] == [
        {
            "rule": "nation.size", "component": "Quốc hiệu", "before": "cỡ chữ 14", "after": "cỡ chữ 13", "paragraph": 3,
            "words": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        }
    ]  # fmt: skip
    assert said["left"]["findings"] == []


def test_it_ends_with_one_where_something_wrong_is_left(tmp_path: Path) -> None:
    file = tmp_path / "sai.docx"
    file.write_bytes(faulty("họ tên có học vị"))
    done = run(str(file), "-o", str(tmp_path / "dung.docx"))
    assert done.exit_code == 1
    assert "Còn phải sửa tay:" in done.output
    assert (tmp_path / "dung.docx").read_bytes() == file.read_bytes()


def test_nothing_is_written_where_the_file_cannot_be_read_or_no_copy_is_named(
    wrong: Path, tmp_path: Path
) -> None:
    text = tmp_path / "chu.txt"
    text.write_text("Kính gửi", encoding="utf-8")
    unread = run(str(text), "-o", str(tmp_path / "dung.docx"))
    assert isinstance(unread.exception, CampaignError)
    assert run(str(wrong)).exit_code == 2
    assert not (tmp_path / "dung.docx").exists()

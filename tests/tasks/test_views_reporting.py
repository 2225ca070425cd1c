"""One task's page: saying the next thing, files, and who may."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from unicodedata import normalize

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.http import parse_options_header
from werkzeug.test import encode_multipart

from campaign.glossary import TaskStatus
from campaign.people.model import User
from campaign.tasks import actions
from campaign.tasks.model import Evidence, Task, updates_of
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
Give = Callable[..., Task]
HOME = "/campaigns/ngay-khong-hen/tasks"
PDF = b"%PDF-1.7 \xff\x00 b\xc3\xa1o c\xc3\xa1o"


@pytest.fixture
def give(app: Flask, office: Cast) -> Give:
    """Commit a task of Phòng Văn hóa (or of `lead`), as the drafter."""

    def given(text: str, lead: int = 1, **more: object) -> Task:
        with app.extensions["sessions"]["writing"]() as session:
            draft = TaskDraft(text, office.units[lead].id, **more)  # type: ignore[arg-type]
            task = actions.create_task(session, office.campaign, draft, office.drafter)
            session.commit()
        return task

    return given


def say(client: FlaskClient, task: Task, kind: str, **typed: object) -> int:
    return client.post(f"{HOME}/{task.id}/say/{kind}", data={"key": f"{kind}-{task.id}", **typed}).status_code


def test_a_unit_accepts_reports_and_the_leader_confirms(
    office: Cast, sign_in: SignIn, look: Look, give: Give
) -> None:
    task = give("Viết tin loa")
    member, leader = sign_in(office.member), sign_in(office.leader)
    assert say(member, task, "accept") == 303
    assert say(member, task, "progress", text="Đã thu âm", percent="60") == 303
    assert say(member, task, "report", text="Đã phát", files=(BytesIO(PDF), "Biên bản phát thanh.pdf")) == 303
    assert say(leader, task, "confirm") == 303
    row = look().get_one(Task, task.id)
    assert (row.status, row.percent) == (TaskStatus.DONE, 100)
    page = leader.get(f"{HOME}/{task.id}").get_data(as_text=True)
    for words in ("Đã thu âm", "60%", "Đã phát", "Biên bản phát thanh.pdf", "Đã xác nhận hoàn thành"):
        assert words in page


def test_a_button_pressed_twice_says_it_once(office: Cast, sign_in: SignIn, look: Look, give: Give) -> None:
    task = give("Viết tin loa")
    member = sign_in(office.member)
    assert [say(member, task, "accept"), say(member, task, "accept")] == [303, 303]
    assert len(updates_of(look(), task.id)) == 1


def test_what_is_typed_stays_when_refused(office: Cast, sign_in: SignIn, look: Look, give: Give) -> None:
    task = give("Viết tin loa", due_words="trước ngày 20/12/2026")
    answer = sign_in(office.member).post(
        f"{HOME}/{task.id}/say/ask", data={"key": "one", "text": "Máy phát hỏng", "until": "1/12/2026"}
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Máy phát hỏng" in page
    assert "1/12/2026" in page
    assert "phải sau hạn hiện nay" in page
    assert updates_of(look(), task.id) == []


def test_a_file_that_is_not_what_it_says_is_refused_and_nothing_kept(
    office: Cast, sign_in: SignIn, look: Look, give: Give
) -> None:
    task = give("Viết tin loa")
    for name, data in (("anh.png", b"<script>"), ("chay.exe", b"MZ"), ("trang.html", b"<html>")):
        assert say(sign_in(office.member), task, "progress", text="x", files=(BytesIO(data), name)) == 422
    assert updates_of(look(), task.id) == []
    assert look().query(Evidence).count() == 0


def test_a_file_comes_back_as_it_was_and_never_runs(
    office: Cast, sign_in: SignIn, look: Look, give: Give
) -> None:
    task = give("Viết tin loa")
    member = sign_in(office.member)
    say(member, task, "report", files=(BytesIO(PDF), "Biên bản.pdf"))
    file = look().query(Evidence).one()
    answer = member.get(f"{HOME}/{task.id}/files/{file.id}")
    assert (answer.status_code, answer.data) == (200, PDF)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (normalize("NFD", "Ảnh tổng duyệt.jpg"), "Ảnh tổng duyệt.jpg"),
        ("../../C:\\anh.jpg", "C-anh.jpg"),
        ("\"Sân\" 'khấu'; x=1.jpg", "Sân 'khấu'; x=1.jpg"),
        ("a%0D%0ASet-Cookie: x.jpg", "a%0D%0ASet-Cookie-x.jpg"),
        ("ă" * 200 + ".jpg", "ă" * 116 + ".jpg"),
    ],
    ids=["decomposed", "a path", "quotes", "a header", "200 letters"],
)
def test_a_name_is_kept_as_far_as_every_system_can_take_it(
    office: Cast, sign_in: SignIn, look: Look, give: Give, name: str, kept: str
) -> None:
    task, member = give("Treo băng rôn"), sign_in(office.member)
    sent = name.replace('"', "%22")  # as browsers write it; a line end they write as %0D%0A
    assert say(member, task, "progress", files=(BytesIO(b"\xff\xd8\xff"), sent)) == 303
    file = look().query(Evidence).one()
    assert file.name == kept
    answer = member.get(f"{HOME}/{task.id}/files/{file.id}")
    assert (answer.status_code, answer.mimetype) == (200, "image/jpeg")
    assert parse_options_header(answer.headers["Content-Disposition"])[1]["filename"] == kept
    assert "Set-Cookie" not in answer.headers


def test_no_unit_reads_or_answers_for_anothers_task(
    office: Cast, sign_in: SignIn, look: Look, give: Give
) -> None:
    own, other = give("Của mình"), give("Của văn phòng", lead=0)
    drafter, member = sign_in(office.drafter), sign_in(office.member)
    say(drafter, other, "report", files=(BytesIO(PDF), "Mật.pdf"))
    file = look().query(Evidence).one()
    assert member.get(f"{HOME}/{other.id}").status_code == 404
    assert member.get(f"{HOME}/{other.id}/files/{file.id}").status_code == 404
    assert member.get(f"{HOME}/{own.id}/files/{file.id}").status_code == 404
    assert member.get(f"{HOME}/{other.id}/say/progress").status_code == 404
    assert say(member, other, "comment", text="x") == 404
    assert len(updates_of(look(), other.id)) == 1


def test_a_unit_that_helps_reads_what_the_lead_did_and_only_comments(
    office: Cast, sign_in: SignIn, give: Give
) -> None:
    task = give("Treo băng rôn", lead=0, coordinating=[office.units[1].id])
    say(sign_in(office.drafter), task, "progress", text="Đã treo 5 băng rôn")
    member = sign_in(office.member)
    page = member.get(f"{HOME}/{task.id}").get_data(as_text=True)
    assert "Đã treo 5 băng rôn" in page
    assert set(re.findall(r"/say/(\w+)", page)) == {"comment"}
    assert say(member, task, "report") == 422
    assert say(member, task, "comment", text="Chúng tôi góp 3 người") == 303


def test_the_office_is_told_that_it_speaks_for_a_unit(office: Cast, sign_in: SignIn, give: Give) -> None:
    task = give("Viết tin loa")
    drafter = sign_in(office.drafter)
    assert "Nhập thay Phòng Văn hóa - Xã hội" in drafter.get(f"{HOME}/{task.id}/say/report").text
    say(drafter, task, "report")
    assert "nhập thay Phòng Văn hóa - Xã hội" in drafter.get(f"{HOME}/{task.id}").text


def test_who_only_reads_is_offered_nothing_and_a_stranger_finds_nothing(
    office: Cast, sign_in: SignIn, give: Give
) -> None:
    task = give("Viết tin loa")
    clerk = sign_in(office.clerk)
    assert "/say/" not in clerk.get(f"{HOME}/{task.id}").text
    assert say(clerk, task, "comment", text="x") == 403
    assert say(sign_in(office.reception), task, "comment", text="x") == 403
    assert say(sign_in(office.stranger), task, "comment", text="x") == 404
    assert sign_in(office.stranger).get(f"{HOME}/{task.id}").status_code == 404


@pytest.mark.parametrize("kind", ["nothing", "ACCEPT", "drop%20table"])
def test_a_thing_nobody_can_say_is_not_found(office: Cast, sign_in: SignIn, give: Give, kind: str) -> None:
    assert say(sign_in(office.member), give("Viết tin loa"), kind) == 404


def test_from_home_one_goes_back_home(office: Cast, sign_in: SignIn, give: Give) -> None:
    task = give("Viết tin loa")
    member = sign_in(office.member)
    form = re.search(
        rf'<form[^>]+action="{HOME}/{task.id}/say/accept">.*?</form>', member.get("/").text, re.DOTALL
    )
    assert form is not None
    typed = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form[0]))
    answer = member.post(f"{HOME}/{task.id}/say/accept", data=typed)
    assert (answer.status_code, answer.location) == (303, f"/#task-{task.id}")


def test_three_pictures_of_a_telephone_are_taken_at_once(
    office: Cast, sign_in: SignIn, look: Look, give: Give
) -> None:
    task = give("Viết tin loa")
    picture = b"\xff\xd8\xff" + bytes(6_000_000)
    pictures = [FileStorage(BytesIO(picture), f"Ảnh {number}.jpg") for number in range(3)]
    boundary, body = encode_multipart({"key": "one", "files": pictures})
    kind = f"multipart/form-data; boundary={boundary}"
    address = f"{HOME}/{task.id}/say/progress"
    assert sign_in(office.member).post(address, data=body, content_type=kind).status_code == 303
    assert [file.size for file in look().query(Evidence)] == [6_000_003] * 3


def test_the_form_says_what_it_is_about(office: Cast, sign_in: SignIn, give: Give) -> None:
    task = give("Viết tin loa", due_on=date(2026, 12, 7))
    member = sign_in(office.member)
    assert say(member, task, "progress", percent="40") == 303
    page = member.get(f"{HOME}/{task.id}/say/progress").text
    for words in ("Viết tin loa", "thứ Hai, 07/12/2026", "Lần trước báo 40%"):
        assert words in page
    assert say(member, task, "ask", text="Máy hỏng", until="11/12/2026") == 303
    page = sign_in(office.leader).get(f"{HOME}/{task.id}/say/grant").text
    assert 'value="11/12/2026"' in page
    assert "Đơn vị xin gia hạn đến thứ Sáu, 11/12/2026" in page


@pytest.mark.parametrize("back", ["https://example.com/", "//example.com", "/nowhere", ""])
def test_one_is_sent_back_to_own_pages_only(office: Cast, sign_in: SignIn, give: Give, back: str) -> None:
    task = give("Viết tin loa")
    answer = sign_in(office.member).post(f"{HOME}/{task.id}/say/accept", data={"key": "one", "back": back})
    assert answer.location == f"{HOME}/{task.id}"


def test_a_long_story_costs_no_more_queries(
    office: Cast, sign_in: SignIn, give: Give, queries: list[str]
) -> None:
    task = give("Viết tin loa")
    member = sign_in(office.member)
    counts = []
    for number in range(3):
        typed = {"key": str(number), "text": f"Lần {number}", "files": (BytesIO(PDF), "Tin.pdf")}
        member.post(f"{HOME}/{task.id}/say/progress", data=typed)
        queries.clear()
        member.get(f"{HOME}/{task.id}")
        counts.append(len(queries))
    assert len(set(counts)) == 1

"""A unit's packet through the door: the office makes a link, whoever has it opens it."""

import re
from datetime import date
from html import unescape
from io import BytesIO

from flask import Flask
from flask.testing import FlaskClient

from campaign.gate import Account
from campaign.glossary import TaskStatus, UpdateKind
from campaign.packets.model import Packet
from campaign.tasks.model import Evidence, Task, updates_of
from tests.conftest import Cast
from tests.packets.conftest import HOME, PDF, Address, Give, Look, SignIn, make, say

# ---------------------------------------------------------------- from the office to the unit and back


def test_a_unit_without_an_account_accepts_and_reports_and_the_office_sees_it(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, look: Look, give: Give
) -> None:
    task = give("Viết tin loa", due_words="trước ngày 20/12/2026")
    link = make(drafter, office.units[1].id)
    page = phone.get(link).text
    assert "1 việc cần đơn vị" in page
    assert "Viết tin loa" in page
    assert say(phone, link, task, "accept", back="list") == 303
    assert say(phone, link, task, "progress", text="Đã thu âm", percent="60") == 303
    assert say(phone, link, task, "report", text="Đã phát", files=(BytesIO(PDF), "Biên bản.pdf")) == 303
    row = look().get_one(Task, task.id)
    assert (row.status, row.percent) == (TaskStatus.REPORTED, 100)
    said = updates_of(look(), task.id)
    assert {(each.user_id, each.unit_id, each.on_behalf) for each in said} == {
        (None, office.units[1].id, False)
    }
    seen = drafter.get(f"/campaigns/ngay-khong-hen/tasks/{task.id}").text
    assert seen.count("Phòng Văn hóa - Xã hội (qua đường dẫn)") == 3
    assert "Biên bản.pdf" in seen
    assert "(qua đường dẫn) sửa nhiệm vụ" in drafter.get("/campaigns/ngay-khong-hen/history").text


def test_the_buttons_of_the_list_and_of_the_task_work(
    app: Flask, office: Cast, drafter: FlaskClient, phone: FlaskClient, look: Look, give: Give
) -> None:
    """As a browser sends them, with the protection of forms on, over HTTPS, with the Referer the page allows."""
    task = give("Viết tin loa")
    link = make(drafter, office.units[1].id)
    app.config["WTF_CSRF_ENABLED"] = True
    secure = {"base_url": "https://localhost", "headers": {"Referer": "https://localhost/"}}
    page = phone.get(link, base_url="https://localhost")
    assert page.headers["Referrer-Policy"] == "strict-origin"
    form = re.search(r'<form[^>]+action="([^"]+/say/accept)">(.*?)</form>', page.text, re.DOTALL)
    assert form is not None
    typed = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[2]))
    assert phone.post(form[1], data={**typed, "csrf_token": "x"}, **secure).status_code == 400
    answer = phone.post(form[1], data=typed, **secure)
    assert (answer.status_code, answer.location) == (303, f"{link}#task-{task.id}")
    opened = phone.get(f"{link}/tasks/{task.id}", base_url="https://localhost").text
    ways = re.findall(r'href="([^"]+/say/\w+)"', opened)
    assert [way.rpartition("/")[2] for way in ways] == ["report", "progress", "comment"]
    report = phone.get(ways[0], base_url="https://localhost").text
    typed = dict(re.findall(r'<input[^>]*type="hidden"[^>]*name="(\w+)"[^>]*value="([^"]+)"', report))
    token = re.search(r'name="csrf_token" value="([^"]+)"', report)
    key = re.search(r'name="key"[^>]*value="([^"]+)"', report)
    assert token is not None
    assert key is not None
    typed = {"csrf_token": token[1], "key": key[1], "text": "Đã phát"}
    assert phone.post(ways[0], data=typed, **secure).location == f"{link}/tasks/{task.id}"
    assert [each.kind for each in updates_of(look(), task.id)] == [UpdateKind.ACCEPT, UpdateKind.REPORT]


def test_what_is_sent_twice_is_said_once(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, look: Look, give: Give
) -> None:
    task, other = give("Viết tin loa"), give("Treo băng rôn")
    link = make(drafter, office.units[1].id)
    assert [say(phone, link, task, "accept") for _ in range(2)] == [303, 303]
    assert len(updates_of(look(), task.id)) == 1
    assert say(phone, link, other, "accept", key=f"accept-{task.id}") == 404
    assert updates_of(look(), other.id) == []


def test_what_is_typed_stays_when_refused(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, look: Look, give: Give
) -> None:
    task = give("Viết tin loa", due_words="trước ngày 20/12/2026")
    link = make(drafter, office.units[1].id)
    typed = {"key": "one", "text": "Máy phát hỏng", "until": "1/12/2026"}
    answer = phone.post(f"{link}/tasks/{task.id}/say/ask", data=typed)
    assert answer.status_code == 422
    for words in ("Máy phát hỏng", "1/12/2026", "phải sau hạn hiện nay"):
        assert words in answer.text
    assert say(phone, link, task, "report", files=(BytesIO(b"<script>"), "a.png")) == 422
    assert updates_of(look(), task.id) == []


def test_a_file_comes_back_as_it_was(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, look: Look, give: Give
) -> None:
    task = give("Viết tin loa")
    link = make(drafter, office.units[1].id)
    say(phone, link, task, "report", files=(BytesIO(PDF), "Biên bản.pdf"))
    address = f"{link}/tasks/{task.id}/files/{look().query(Evidence).one().id}"
    assert address in phone.get(f"{link}/tasks/{task.id}").text
    answer = phone.get(address)
    assert (answer.status_code, answer.data) == (200, PDF)
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_unit_that_helps_only_comments(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, look: Look, give: Give
) -> None:
    task = give("Treo băng rôn", lead=0, coordinating=[office.units[1].id])
    link = make(drafter, office.units[1].id)
    assert "Phối hợp với đơn vị khác" in phone.get(link).text
    assert set(re.findall(r"/say/(\w+)", phone.get(link).text)) == set()
    assert set(re.findall(r"/say/(\w+)", phone.get(f"{link}/tasks/{task.id}").text)) == {"comment"}
    for kind in set(UpdateKind) - {UpdateKind.COMMENT}:
        assert say(phone, link, task, kind, text="x", until="1/1/2027") == 404
    assert say(phone, link, task, "comment", text="Chúng tôi góp 3 người") == 303
    assert [each.kind for each in updates_of(look(), task.id)] == [UpdateKind.COMMENT]


def test_no_unit_says_what_is_the_offices_to_say(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, look: Look, give: Give
) -> None:
    task = give("Viết tin loa")
    link = make(drafter, office.units[1].id)
    say(phone, link, task, "report")
    for kind in ("confirm", "return", "grant", "refuse", "pause", "resume", "drop", "nothing", "ACCEPT"):
        assert say(phone, link, task, kind, text="x") == 404
        assert phone.get(f"{link}/tasks/{task.id}/say/{kind}").status_code == 404
    assert look().get_one(Task, task.id).status is TaskStatus.REPORTED


def test_somebody_of_the_office_who_opens_a_link_speaks_for_the_unit(
    office: Cast, drafter: FlaskClient, look: Look, give: Give
) -> None:
    task = give("Viết tin loa")
    link = make(drafter, office.units[1].id)
    page = drafter.get(link).text
    assert "Người Soạn thảo" not in page
    assert "<nav" not in page
    say(drafter, link, task, "accept")
    assert updates_of(look(), task.id)[0].user_id is None


# ---------------------------------------------------------------- the office's pages


def test_the_office_sees_which_link_was_opened_when(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, give: Give
) -> None:
    give("Viết tin loa")
    assert "chưa có" in drafter.get(HOME).text
    link = make(drafter, office.units[1].id)
    assert "chưa mở lần nào" in drafter.get(HOME).text
    phone.get(link)
    page = drafter.get(HOME).text
    assert "mở gần nhất" in page
    assert "đến hết thứ Tư, 13/01/2027" in page
    assert "Đoàn TNCS" not in page
    assert link not in page


def test_the_page_of_a_new_link_has_all_one_needs_to_send_it(
    office: Cast, drafter: FlaskClient, give: Give
) -> None:
    give("Viết tin loa", due_on=date(2026, 12, 1))
    with drafter.session_transaction(base_url="https://xa.example") as cookie:
        cookie["_user_id"], cookie["_fresh"] = Account(office.drafter).get_id(), True
    page = drafter.post(f"{HOME}/{office.units[1].id}/make", base_url="https://xa.example").text
    link = re.search(r'value="(https://xa\.example/u/[\w-]{22})"', page)
    assert link is not None
    words = re.search(r'<textarea id="message"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert words is not None
    told = unescape(words[1])
    for part in ("Kính gửi Phòng Văn hóa - Xã hội,", "1 nhiệm vụ", "thứ Ba, 01/12/2026", link[1]):
        assert part in told
    assert 'src="data:image/svg+xml' in page
    assert "chỉ mở được trên máy này" not in page


def test_a_link_made_at_the_servers_own_address_is_warned_of(
    office: Cast, drafter: FlaskClient, give: Give
) -> None:
    give("Viết tin loa")
    assert "chỉ mở được trên máy này" in drafter.post(f"{HOME}/{office.units[1].id}/make").text


def test_a_link_begins_with_the_address_of_the_settings(
    app: Flask, office: Cast, drafter: FlaskClient, phone: FlaskClient, give: Give
) -> None:
    give("Viết tin loa")
    app.config["PUBLIC_URL"] = "https://kehoach.xa.example"
    page = unescape(drafter.post(f"{HOME}/{office.units[1].id}/make").text)
    links = set(re.findall(r"https?://[\w.:-]+/u/[\w-]{22}", page))
    assert len(links) == 1
    link = links.pop()
    assert link.startswith("https://kehoach.xa.example/u/")
    assert "chỉ mở được trên máy này" not in page
    assert phone.get(link.removeprefix("https://kehoach.xa.example")).status_code == 200


def test_a_stale_page_does_not_undo_a_colleagues_link(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, give: Give
) -> None:
    give("Viết tin loa")
    link = make(drafter, office.units[1].id)
    answer = drafter.post(f"{HOME}/{office.units[1].id}/make", follow_redirects=True)
    assert "Người khác vừa sửa mục này" in answer.text
    assert phone.get(link).status_code == 200


def test_only_who_plans_tasks_makes_links_and_for_own_units_only(
    office: Cast, sign_in: SignIn, drafter: FlaskClient, scene: Address, look: Look
) -> None:
    packet = look().query(Packet).one()
    for who, status in (
        (office.clerk, 403),
        (office.leader, 403),
        (office.member, 403),
        (office.stranger, 404),
    ):
        client = sign_in(who)
        assert client.get(HOME).status_code == status
        assert client.post(f"{HOME}/{office.units[1].id}/make").status_code == status
        assert client.post(f"{HOME}/{packet.id}/revoke", data={"version": 1}).status_code == status
    assert drafter.post(f"{HOME}/999999/make").status_code == 404
    page = drafter.post(f"{HOME}/{office.units[2].id}/make", follow_redirects=True).text
    assert "chưa có nhiệm vụ nào" in page
    assert look().query(Packet).count() == 1


def test_an_office_without_tasks_is_taught_the_first_step(drafter: FlaskClient) -> None:
    assert "Thêm nhiệm vụ đầu tiên" in drafter.get(HOME).text


def test_more_tasks_cost_no_more_queries(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, give: Give, queries: list[str]
) -> None:
    first = give("Việc 0", coordinating=[office.units[0].id])
    link = make(drafter, office.units[1].id)
    phone.get(link)
    counts = set()
    for number in range(1, 4):
        queries.clear()
        for address in (link, f"{link}/tasks/{first.id}"):
            phone.get(address)
        here = len(queries)
        queries.clear()
        drafter.get(HOME)
        counts.add((here, len(queries)))
        give(f"Việc {number}", coordinating=[office.units[2].id])
        say(phone, link, first, "progress", text="x", key=str(number), files=(BytesIO(PDF), "Tin.pdf"))
    assert len(counts) == 1


def test_a_link_gives_the_unit_its_days_for_a_calendar_and_nobody_elses(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, give: Give
) -> None:
    give("Treo băng rôn", due_on=date(2026, 12, 1))
    give("Việc của văn phòng", lead=0, due_on=date(2026, 12, 1))
    answer = phone.get(f"{make(drafter, office.units[1].id)}/calendar.ics")
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    assert "Treo băng rôn" in answer.text
    assert "Việc của văn phòng" not in answer.text
    assert answer.headers["Referrer-Policy"] == "strict-origin"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_unit_that_helps_sees_what_the_lead_did(
    office: Cast, drafter: FlaskClient, phone: FlaskClient, give: Give
) -> None:
    task = give("Treo băng rôn", lead=0, coordinating=[office.units[1].id])
    link, said = make(drafter, office.units[1].id), f"/campaigns/ngay-khong-hen/tasks/{task.id}/say"
    drafter.post(f"{said}/progress", data={"key": "one", "text": "Đã treo 12 tấm"})
    assert "Đang thực hiện" in phone.get(link).text
    assert "Đã treo 12 tấm" in phone.get(f"{link}/tasks/{task.id}").text
    drafter.post(f"{said}/report", data={"key": "two"})
    put_away = unescape(phone.get(link).text).partition("Đã xong 1 việc")[2]
    assert f"{office.units[0].name} xong " in put_away

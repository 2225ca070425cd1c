"""The pages of reading a document in: handed over, looked at, put right, taken; and every refusal."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from campaign.campaigns.model import Campaign
from campaign.documents.model import Document
from campaign.people.model import Unit
from campaign.reading.model import ReadDocument
from campaign.tasks.model import Task
from tests.conftest import Cast
from tests.reading.texts import text_of

Look = Callable[[], Session]
LAUNCH, ROLL_OUT = "ke_hoach_ra_quan_huyen", "ke_hoach_nhan_rong_tinh"


def own_text(name: str) -> bytes:
    """The text as the cast's own office would have issued it."""
    return text_of(name).replace("HUYỆN SÔNG THAO", "XÃ BÌNH AN").encode()


def hand_in(client: FlaskClient, name: str = LAUNCH, **more: object) -> TestResponse:
    data = {"file": (BytesIO(own_text(name)), f"{name}.txt"), "text": "", **more}
    return client.post("/read", data=data, content_type="multipart/form-data")


def filled(answer: TestResponse) -> dict[str, list[str]]:
    """The form of a preview as a browser would send it."""
    page = html.fromstring(answer.get_data(as_text=True))
    form = next(form for form in page.forms if "seen" in form.fields)
    sent: dict[str, list[str]] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    return sent


def said(answer: TestResponse) -> str:
    return " ".join(html.fromstring(answer.get_data(as_text=True)).text_content().split())


def count(look: Look, kind: type) -> int:
    return look().scalar(select(func.count()).select_from(kind)) or 0


@pytest.fixture
def drafter(sign_in: Callable[..., FlaskClient], office: Cast) -> FlaskClient:
    return sign_in(office.drafter)


# ---------------------------------------------------------------- handing it over


def test_a_file_leads_to_its_preview_and_is_kept(drafter: FlaskClient, look: Look) -> None:
    answer = hand_in(drafter)
    assert (answer.status_code, answer.location) == (303, "/read/1")
    assert look().scalars(select(ReadDocument)).one().data == own_text(LAUNCH)
    assert count(look, Campaign) == 1


def test_pasted_text_is_read_as_well(drafter: FlaskClient, look: Look) -> None:
    answer = drafter.post("/read", data={"text": text_of(LAUNCH)})
    assert answer.status_code == 303
    assert look().scalars(select(ReadDocument)).one().name.startswith("Văn bản dán ")
    assert "Lễ ra quân thực hiện mô hình" in said(drafter.get(answer.location))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Tệp rỗng"),
        (b"\x89PNG\r\n\x1a\n", "tệp hình ảnh"),
        (b"PK\x03\x04 word/document broken", "Tệp Word"),
        (b"%PDF-1.4 broken", "PDF"),
    ],
)
def test_a_file_that_is_no_document_is_refused_at_its_field(
    drafter: FlaskClient, look: Look, data: bytes, sentence: str
) -> None:
    answer = drafter.post("/read", data={"file": (BytesIO(data), "x.docx"), "text": ""})
    assert answer.status_code == 422
    error = html.fromstring(answer.get_data(as_text=True)).get_element_by_id("file-error")
    assert sentence in error.text_content()
    assert count(look, ReadDocument) == 0


def test_nothing_or_both_is_refused_and_the_text_stays(drafter: FlaskClient) -> None:
    assert "Chọn một tệp, hoặc dán" in said(drafter.post("/read", data={"text": " "}))
    both = hand_in(drafter, text="Nội dung đã dán\tcột")
    assert both.status_code == 422
    page = html.fromstring(both.get_data(as_text=True))
    assert "Nội dung đã dán\tcột" in page.get_element_by_id("text").text_content()


def test_the_same_file_again_says_so(drafter: FlaskClient) -> None:
    hand_in(drafter)
    again = hand_in(drafter)
    assert again.location == "/read/1"
    assert "chưa lấy vào chiến dịch nào" in said(drafter.get("/read/1"))
    drafter.post("/read/1", data=filled(drafter.get("/read/1")))
    hand_in(drafter)
    page = drafter.get("/read/1")
    assert "Đúng văn bản này đã được lấy vào" in said(page)
    assert "/campaigns/to-chuc-le-ra-quan" in page.get_data(as_text=True)
    anew = drafter.post("/read/1/again")
    assert anew.location == "/read/2"


# ---------------------------------------------------------------- the preview


def test_the_preview_shows_source_and_understanding_tied_together(drafter: FlaskClient) -> None:
    hand_in(drafter)
    page = html.fromstring(drafter.get("/read/1").get_data(as_text=True))
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert [each for each in ids if ids.count(each) > 1] == []
    links = {element.get("href") for element in page.iter("a") if (element.get("href") or "").startswith("#")}
    assert {link[1:] for link in links} - {"main", "menu"} <= set(ids)
    assert page.get_element_by_id("s-tasks-0").text_content() == "Tham mưu thư mời và danh sách khách."
    assert page.get_element_by_id("s-tasks-0").get("href") == "#r-tasks-0"
    text = page.text_content()
    assert text.index("Cần xem lại") < text.index("Lấy vào đâu")


def test_what_was_put_right_is_what_is_taken(drafter: FlaskClient, look: Look, office: Cast) -> None:
    hand_in(drafter)
    form = filled(drafter.get("/read/1"))
    form["title"] = ["Ra quân mùa xuân"]
    form["tasks-0-text"] = ["Soạn thư mời"]
    form["tasks-0-lead"] = [f"u{office.units[1].id}"]
    form["tasks-0-due"] = ["1/12/2026"]
    form["tasks-1-due"] = ["hằng tuần"]
    del form["tasks-2-take"]
    answer = drafter.post("/read/1", data=form)
    assert (answer.status_code, answer.location) == (303, "/campaigns/ra-quan-mua-xuan")
    tasks = look().scalars(select(Task).order_by(Task.position)).all()
    assert (tasks[0].text, tasks[0].lead_unit_id, str(tasks[0].due_on)) == (
        "Soạn thư mời",
        office.units[1].id,
        "2026-12-01",
    )
    assert tasks[1].due_words == "hằng tuần"
    assert len(tasks) == 8
    assert "Đã đọc vào chiến dịch: 1 văn bản dự thảo" in said(drafter.get(answer.location))


def test_a_refused_preview_keeps_what_was_typed_and_writes_nothing(drafter: FlaskClient, look: Look) -> None:
    hand_in(drafter)
    form = filled(drafter.get("/read/1"))
    form["tasks-0-text"] = ["Chữ đã sửa"]
    form["tasks-0-helpers"] = ["Đội bóng xã"]
    form["tasks-1-lead"] = [""]
    form["ceremony-day"] = ["32/13/2026"]
    before = count(look, Unit)
    answer = drafter.post("/read/1", data=form)
    assert answer.status_code == 422
    assert filled(answer)["tasks-0-text"][0].strip() == "Chữ đã sửa"
    assert "32/13/2026" in answer.get_data(as_text=True)
    form["ceremony-day"] = ["26/4/2024"]
    page = drafter.post("/read/1", data=form)
    errors = html.fromstring(page.get_data(as_text=True))
    assert "Đội bóng xã" in errors.get_element_by_id("tasks-0-helpers-error").text_content()
    assert "Chọn đơn vị chủ trì" in errors.get_element_by_id("tasks-1-lead-error").text_content()
    assert (count(look, Campaign), count(look, Unit)) == (1, before)


def test_a_directory_that_changed_meanwhile_is_shown_again(
    drafter: FlaskClient, look: Look, office: Cast
) -> None:
    hand_in(drafter)
    form = filled(drafter.get("/read/1"))
    assert (
        drafter.post(
            "/units/new",
            data={"name": "Trung tâm Y tế", "short_name": "TTYT", "relation": "assign", "digest_hour": "7"},
        ).status_code
        == 303
    )
    answer = drafter.post("/read/1", data=form)
    assert answer.status_code == 422
    assert "đã thay đổi sau khi trang này mở ra" in said(answer)
    assert drafter.post("/read/1", data=filled(drafter.get("/read/1"))).status_code == 303


def test_an_existing_campaign_is_extended(drafter: FlaskClient, look: Look, office: Cast) -> None:
    hand_in(drafter)
    form = filled(drafter.get("/read/1"))
    form["campaign_id"], form["title"] = [str(office.campaign.id)], [""]
    answer = drafter.post("/read/1", data=form)
    assert answer.location == f"/campaigns/{office.campaign.code}"
    assert count(look, Campaign) == 1
    assert look().scalars(select(Document)).one().campaign_id == office.campaign.id


def test_a_superiors_plan_offers_only_our_tasks(drafter: FlaskClient, look: Look, office: Cast) -> None:
    hand_in(drafter, ROLL_OUT)
    page = drafter.get("/read/1")
    assert "chúng tôi là: UBND các xã, phường" in said(page)
    form = filled(page)
    assert len([name for name in form if name.endswith("-text") and name.startswith("tasks")]) == 3
    refused = drafter.post("/read/1", data=form)
    assert refused.status_code == 422
    form["lead_all"] = [f"u{office.units[0].id}"]
    assert drafter.post("/read/1", data=form).status_code == 303
    tasks = look().scalars(select(Task)).all()
    assert {task.basis_section for task in tasks} == {"mục III.3"}
    assert count(look, Document) == 0


def test_all_of_a_superiors_plan_can_be_taken_as_ours(drafter: FlaskClient) -> None:
    hand_in(drafter, ROLL_OUT)
    form = filled(drafter.get("/read/1?us=all"))
    assert len([name for name in form if name.endswith("-text") and name.startswith("tasks")]) == 7


def plain(form: dict[str, list[str]]) -> dict[str, str]:
    """The values of a form as a browser reads them out of its page."""
    return {
        name: " / ".join(value.strip() for value in values)
        for name, values in form.items()
        if name != "csrf_token"
    }


def test_another_way_of_taking_keeps_what_was_typed(drafter: FlaskClient, look: Look) -> None:
    hand_in(drafter, ROLL_OUT)
    whole, ours = (plain(filled(drafter.get(address))) for address in ("/read/1?us=all", "/read/1"))
    mine = next(name for name, value in whole.items() if value == ours["tasks-1-text"])
    typed = {
        "title": "Tên đã gõ",
        "starts_on": "32/13/2026",
        "bases-0-text": "Căn cứ đã sửa",
        mine: "Việc đã sửa",
    }
    page = drafter.post("/read/1", data={**whole, **typed, "us": ours["us"], "look": "1"})
    assert (page.status_code, count(look, Campaign)) == (200, 1)
    now = plain(filled(page))
    kept = {
        "title": "Tên đã gõ",
        "starts_on": "32/13/2026",
        "bases-1-text": "Căn cứ đã sửa",
        "tasks-1-text": "Việc đã sửa",
    }
    assert {
        name: now[name] for name in now if now[name] != ours.get(name)
    } == kept  # all else as that page begins

    again = plain(
        filled(drafter.post("/read/1", data={**now, "us": "all"}))
    )  # chosen, the button not pressed
    assert {name: again[name] for name in again if again[name] != whole.get(name)} == typed
    assert again["way"] == again["us"] == "all"


# ---------------------------------------------------------------- afterwards


def test_the_original_is_linked_and_comes_as_a_download(drafter: FlaskClient, look: Look) -> None:
    hand_in(drafter)
    place = drafter.post("/read/1", data=filled(drafter.get("/read/1"))).location
    document = look().scalars(select(Document)).one()
    assert "/read/1/original" in drafter.get(place).get_data(as_text=True)
    assert "/read/1/original" in drafter.get(f"{place}/documents/{document.id}").get_data(as_text=True)
    answer = drafter.get("/read/1/original")
    assert answer.data == own_text(LAUNCH)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.mimetype == "application/octet-stream"


def test_what_was_only_looked_at_can_be_let_go(drafter: FlaskClient, look: Look) -> None:
    hand_in(drafter)
    assert drafter.post("/read/1/forget").status_code == 303
    assert count(look, ReadDocument) == 0


@pytest.mark.parametrize("way", ["", "/original"])
def test_another_office_finds_nothing(
    drafter: FlaskClient, sign_in: Callable[..., FlaskClient], office: Cast, way: str
) -> None:
    hand_in(drafter)
    stranger = sign_in(office.stranger)
    assert stranger.get(f"/read/1{way}").status_code == 404
    assert stranger.post("/read/1/forget").status_code == 404
    assert "ke_hoach_ra_quan" not in stranger.get("/read").get_data(as_text=True)


def test_who_may_not_edit_campaigns_reads_nothing_in(
    sign_in: Callable[..., FlaskClient], office: Cast
) -> None:
    for user in (office.leader, office.clerk, office.member, office.reception):
        assert sign_in(user).get("/read").status_code == 403


def test_the_preview_asks_as_much_for_one_task_as_for_many(drafter: FlaskClient, queries: list[str]) -> None:
    short = "KẾ HOẠCH\nThử\nI. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ: Chuẩn bị sân.\n"
    long = own_text(LAUNCH).decode()
    asked = []
    for text in (short, long):
        place = drafter.post("/read", data={"text": text}).location
        drafter.get(place)
        queries.clear()
        drafter.get(place)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_odd_letters_are_shown_as_letters(drafter: FlaskClient) -> None:
    text = "KẾ HOẠCH\nThử\nI. TỔ CHỨC THỰC HIỆN\n1. Văn phòng HĐND&UBND <x>: Chuẩn bị <script>alert(1)</script>.\n"
    page = drafter.get(drafter.post("/read", data={"text": text}).location).get_data(as_text=True)
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page

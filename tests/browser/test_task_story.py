"""One campaign run through by everybody in it: planned from a blueprint, done from phones, moved, and confirmed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE, Visitor

pytestmark = pytest.mark.browser
Come = Callable[..., Visitor]

DRAFTER, LEADER, MEMBER = "soanthao@duc-an.example", "lanhdao@duc-an.example", "donvi@duc-an.example"
CAMPAIGN = "/campaigns/duc-an-2026"
BLUEPRINT = "Chuẩn bị một buổi lễ phát động"
# From the blueprint: TTPVHCC's (the member's unit), and the police's, who have only a link.
MEMBERS, POLICES = (
    "Rà soát danh mục thủ tục, chuẩn bị biểu mẫu và tài liệu phát",
    "Phương án an ninh, trật tự, nơi để xe",
)
CLEANING = "Dọn dẹp sau buổi lễ"
LATE = "Dự thảo Kế hoạch và dự toán kinh phí tổ chức buổi lễ"


def press(place: Page | Locator, name: str) -> None:
    """Press the button or link of that name."""
    place.get_by_role("button", name=name, exact=True).or_(
        place.get_by_role("link", name=name, exact=True)
    ).first.click()


def send(page: Page, **typed: str) -> None:
    """Fill the form and press its main button."""
    for name, text in typed.items():
        page.locator(f"main form [name={name}]").first.fill(text)
    page.locator("main .submit-row .btn.main").click()


def row(page: Page, text: str) -> Locator:
    """The table row that holds the text."""
    return page.locator("tbody tr", has_text=text)


def card(page: Page, text: str) -> Locator:
    """A unit's card of the task with that text."""
    return page.locator(".duty", has_text=text)


def open_task(who: Visitor, text: str) -> Page:
    """The task's page, by way of the list."""
    page = who.open(f"{CAMPAIGN}/tasks")
    row(page, text).locator(".key a").click()
    expect(page.locator("h1")).to_have_text(text)
    return page


def pdf(folder: Path, name: str) -> str:
    """A file to prove something with."""
    file = folder / name
    file.write_bytes(b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    return str(file)


def test_a_campaign_goes_from_its_blueprint_to_confirmed_tasks(visitor: Come, tmp_path: Path) -> None:
    drafter, leader = visitor().sign_in(DRAFTER), visitor().sign_in(LEADER)
    plan_from_the_blueprint(drafter)
    link = give_the_police_a_link(drafter)
    member = visitor(PHONE, has_touch=True).sign_in(MEMBER)
    accept_report_and_ask(member, pdf(tmp_path, "Danh mục.pdf"))
    police = visitor(PHONE, has_touch=True)
    accept_and_report_by_link(police, link, pdf(tmp_path, "Phương án.pdf"))
    answer_and_confirm(leader)
    ask_again_and_be_refused(member, leader)
    move_the_ceremony_and_back(drafter)
    put_aside_and_take_up_again(drafter)
    report_done(member)
    confirm_the_last(leader)
    see_it_done(member, police, link)


# ---------------------------------------------------------------- the drafter plans


def plan_from_the_blueprint(drafter: Visitor) -> None:
    page = drafter.open(f"{CAMPAIGN}/tasks")
    before = page.locator("#tasks tbody tr").count()
    press(page, "Từ mẫu")
    press(page, "Dùng mẫu này")
    expect(row(page, LATE)).to_contain_text("hạn đã qua")
    expect(row(page, "Báo cáo kết quả tổ chức buổi lễ").locator(".chip")).to_have_count(0)
    for role, unit in (
        ("Đơn vị thủ tục hành chính", "Trung tâm Phục vụ hành chính công"),
        ("Đơn vị an ninh trật tự", "Công an xã"),
    ):
        expect(page.get_by_label(role, exact=True).locator("option:checked")).to_have_text(unit)
    page.get_by_label("Đơn vị khánh tiết", exact=True).select_option(label="Đoàn TNCS Hồ Chí Minh xã")
    page.get_by_label(f"Thêm: {LATE}").uncheck()
    chosen = page.locator("#planned input:checked").count()
    press(page, "Thêm các việc đã chọn")
    expect(page.locator("#tasks tbody tr")).to_have_count(before + chosen)
    expect(row(page, "Thiết kế phông, băng rôn, cờ trang trí")).to_contain_text("Đoàn TNCS Hồ Chí Minh xã")
    expect(row(page, LATE)).to_have_count(0)
    expect(row(page, MEMBERS)).to_contain_text("thứ Tư, 02/12/2026")


def give_the_police_a_link(drafter: Visitor) -> str:
    """Make the link and take it out of the words for Zalo, as whoever gets them would."""
    page = drafter.open(f"{CAMPAIGN}/tasks")
    page.locator("summary", has=page.locator("use[href$='#more']")).first.click()
    press(page, "Đường dẫn cho đơn vị")
    press(row(page, "Công an xã"), "Tạo đường dẫn")
    words = page.get_by_label("Lời nhắn gửi Zalo").input_value()
    assert words.startswith("Kính gửi Công an xã,")
    return next(line for line in words.splitlines() if "/u/" in line).removeprefix(drafter.site.address)


# ---------------------------------------------------------------- the units, on their phones


def accept_report_and_ask(member: Visitor, file: str) -> None:
    page = member.page
    duty = card(page, MEMBERS)
    press(duty, "Tiếp nhận")
    press(duty, "Báo tiến độ")
    expect(page.locator("main")).to_contain_text(MEMBERS)
    expect(page.locator("main")).to_contain_text("thứ Tư, 02/12/2026")
    page.set_input_files("[name=files]", file)
    expect(page.locator("[data-file-names]")).to_contain_text("Danh mục.pdf")
    send(page, text="Đã rà xong 42 thủ tục, còn in tài liệu.", percent="60")
    expect(duty).to_be_visible()
    duty.locator("h2 a").click()
    expect(page.locator("#standing progress")).to_have_attribute("value", "60")
    expect(page.locator("#updates")).to_contain_text("Danh mục.pdf")
    press(page, "Xin gia hạn")
    send(page, text="Máy in của trung tâm đang sửa.", until="1/12/2026")
    expect(page.locator("[name=until]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[name=text]")).to_have_value("Máy in của trung tâm đang sửa.")
    send(page, until="4/12/2026")
    expect(page.locator("#standing")).to_contain_text("đang chờ trả lời")


def accept_and_report_by_link(police: Visitor, link: str, file: str) -> None:
    page = police.open(link)
    expect(page.locator("body")).not_to_contain_text(MEMBERS)
    duty = card(page, POLICES)
    press(duty, "Tiếp nhận")
    press(duty, "Đã xong")
    page.set_input_files("[name=files]", file)
    send(page, text="Đã phân công 06 đồng chí, bố trí nơi để xe.")
    expect(duty).to_have_count(0)
    page.locator("details.put-away summary").click()
    page.get_by_role("link", name=POLICES).click()
    expect(page.locator("#updates")).to_contain_text("Phương án.pdf")


# ---------------------------------------------------------------- the leader


def answer_and_confirm(leader: Visitor) -> None:
    """What the two units brought waits on the leader's home; one is granted, the other confirmed."""
    page = leader.open("/")
    expect(page.locator("main")).to_contain_text(MEMBERS)
    expect(page.locator("main")).to_contain_text(POLICES)
    page.get_by_role("link", name=MEMBERS).first.click()
    press(page, "Đồng ý gia hạn")
    expect(page.locator("[name=until]")).to_have_value("04/12/2026")
    send(page)
    expect(page.locator("#standing")).to_contain_text("thứ Sáu, 04/12/2026")
    page = open_task(leader, POLICES)
    expect(page.locator("#updates")).to_contain_text("Công an xã (qua đường dẫn)")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Phương án.pdf").click()
    assert Path(coming.value.path()).read_bytes().startswith(b"%PDF-")
    press(page, "Xác nhận hoàn thành")
    expect(page.locator("#standing")).to_contain_text("Đã xác nhận")
    page = leader.open(CAMPAIGN)
    expect(page.locator("#needs")).not_to_contain_text(POLICES)
    expect(page.locator(".by-unit li", has_text="Công an xã")).to_contain_text("1 / ")


def ask_again_and_be_refused(member: Visitor, leader: Visitor) -> None:
    """A second extension is refused with the reason; the day stays, and the unit reads why."""
    page = open_task(member, MEMBERS)
    press(page, "Xin gia hạn")
    send(page, text="Máy in vẫn chưa về.", until="9/12/2026")
    expect(page.locator("#standing")).to_contain_text("đang chờ trả lời")
    page = leader.open("/")
    page.get_by_role("link", name=MEMBERS).first.click()
    press(page, "Không đồng ý gia hạn")
    send(page)
    expect(page.locator("[name=text]")).to_have_attribute("aria-invalid", "true")
    send(page, text="Buổi lễ đã gần, mượn máy in của văn phòng.")
    expect(page.locator("#standing")).not_to_contain_text("đang chờ trả lời")
    page = open_task(member, MEMBERS)
    expect(page.locator("#standing")).to_contain_text("thứ Sáu, 04/12/2026")
    expect(page.locator("#updates")).to_contain_text("mượn máy in của văn phòng")


def confirm_the_last(leader: Visitor) -> None:
    expect(leader.open(CAMPAIGN).locator("#needs")).to_contain_text(MEMBERS)
    page = open_task(leader, MEMBERS)
    press(page, "Xác nhận hoàn thành")
    expect(page.locator("#standing")).to_contain_text("Đã xác nhận")
    done = row(leader.open(f"{CAMPAIGN}/tasks?status=done"), MEMBERS)
    expect(done).to_contain_text("Đã xác nhận")


# ---------------------------------------------------------------- the day moves


def move_the_ceremony_and_back(drafter: Visitor) -> None:
    page = drafter.open(f"{CAMPAIGN}/ceremonies/1/edit")
    send(page, day="21/12/2026")
    page.get_by_role("link", name="Dời ngày lễ sang").click()
    expect(page.locator("[name=day]").first).to_have_value("21/12/2026")
    moved = row(page, "Gửi giấy mời; mời báo, đài dự đưa tin")
    expect(moved).to_contain_text("thứ Hai, 07/12/2026")
    expect(moved).to_contain_text("thứ Hai, 14/12/2026")
    expect(page.locator("main")).to_contain_text("Đã ra ngoài với ngày cũ")
    page.locator("summary", has_text="Giữ nguyên").click()
    expect(page.locator("details[open] li", has_text=POLICES)).to_contain_text("đã xong")
    page.locator("main .submit-row .btn.main").click()
    expect(page.locator("main")).to_contain_text("Đã dời buổi lễ sang")
    expect(row(drafter.open(f"{CAMPAIGN}/tasks"), "Gửi giấy mời; mời báo, đài dự")).to_contain_text(
        "14/12/2026"
    )
    page = drafter.open(f"{CAMPAIGN}/ceremonies/1/move")
    page.locator("summary", has_text="Đã dời").click()
    press(page, "Trả lại ngày cũ")
    expect(page.locator("main")).to_contain_text("Đã trả buổi lễ về 7 giờ 30")
    expect(row(drafter.open(f"{CAMPAIGN}/tasks"), "Gửi giấy mời; mời báo, đài dự")).to_contain_text(
        "07/12/2026"
    )


def put_aside_and_take_up_again(drafter: Visitor) -> None:
    """Paused, then not done at all, each with its reason, and taken up again."""
    page = open_task(drafter, CLEANING)
    for kind, why, stands in (
        ("Tạm dừng", "Chờ kinh phí.", "Tạm dừng"),
        ("Không thực hiện", "Trung tâm đã thuê dọn.", "Không thực hiện"),
    ):
        press(page, kind)
        send(page)
        expect(page.locator("[name=text]")).to_have_attribute("aria-invalid", "true")
        send(page, text=why)
        expect(page.locator("#standing .chip").first).to_have_text(stands)
        expect(page.locator("#updates")).to_contain_text(why)
    press(page, "Làm tiếp")
    expect(page.locator("#standing .chip").first).to_have_text("Đang thực hiện")


# ---------------------------------------------------------------- the end


def report_done(member: Visitor) -> None:
    page = member.open("/")
    duty = card(page, MEMBERS)
    expect(duty).to_contain_text("thứ Sáu, 04/12/2026")
    press(duty, "Đã xong")
    send(page, text="Đã in 300 bộ.")
    expect(duty).to_have_count(0)


def see_it_done(member: Visitor, police: Visitor, link: str) -> None:
    for who, path, text in ((member, "/", MEMBERS), (police, link, POLICES)):
        page = who.open(path)
        page.locator("details.put-away summary").click()
        expect(page.locator("details.put-away li", has_text=text)).to_contain_text("Đã xác nhận")

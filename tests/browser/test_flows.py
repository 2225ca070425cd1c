"""People at work: each test is one errand, done in a real browser from sign-in to what comes of it."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PASSWORD, PHONE, Visitor

pytestmark = pytest.mark.browser
Come = Callable[..., Visitor]

DRAFTER, LEADER, CLERK = "soanthao@duc-an.example", "lanhdao@duc-an.example", "vanthu@duc-an.example"
MEMBER = "donvi@duc-an.example"
TASKS = "/campaigns/duc-an-2026/tasks"
NEW = "/campaigns/ngay-thu-bay"
WORDS = "Mỗi bộ hồ sơ “không hẹn” được trả trong ngày & có người hướng dẫn <tận nơi>."


def fill(page: Page, **fields: str) -> None:
    """Type into the fields of the page's form; a select gets the option of that label."""
    for name, text in fields.items():
        field = page.locator(f"main form [name={name}]").first
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=text)
        else:
            field.fill(text)


def save(page: Page, **fields: str) -> None:
    """Fill the form and press its main button."""
    fill(page, **fields)
    page.locator("main form .btn.main").first.click()


def press(page: Page, name: str) -> None:
    """Press the button or link of that name."""
    page.get_by_role("button", name=name, exact=True).or_(
        page.get_by_role("link", name=name, exact=True)
    ).first.click()


def row(page: Page, text: str) -> Locator:
    """The table row that holds the text."""
    return page.locator("tbody tr", has_text=text)


def downloaded(page: Page, name: str) -> bytes:
    """The file behind a link of that name."""
    with page.expect_download() as coming:
        press(page, name)
    return Path(coming.value.path()).read_bytes()


def paper_words(data: bytes) -> str:
    """All words of a Word file's body."""
    return "\n".join(line.text for line in docx.Document(BytesIO(data)).paragraphs)


# ---------------------------------------------------------------- the main job


def test_a_drafter_goes_from_nothing_to_an_issued_plan(visitor: Come) -> None:
    drafter = visitor().sign_in(DRAFTER)
    plan_the_ceremony(drafter.open("/campaigns/new"))
    share_the_work(drafter.open(f"{NEW}/tasks/new"))
    invite(drafter.open(f"{NEW}/delegates"))
    document = write_the_plan(drafter.open(f"{NEW}/documents/new?kind=plan"), drafter)
    approve_and_issue(visitor().sign_in(LEADER), visitor().sign_in(CLERK), document)
    take_everything(drafter.open(NEW))


def plan_the_ceremony(page: Page) -> None:
    save(page, title="Ra mắt “Ngày thứ Bảy vì dân”", code="ngay-thu-bay", starts_on="1/12/2026")
    expect(page.locator("h1")).to_contain_text("Ngày thứ Bảy vì dân")
    press(page, "Định buổi lễ: ngày, giờ, địa điểm")
    save(
        page, title="Lễ ra mắt “Ngày thứ Bảy vì dân”", day="18/12/2026", starts="7:30", venue="Hội trường xã"
    )
    press(page, "Chép chương trình thường dùng")
    expect(page.locator("table.programme tbody tr")).to_have_count(11)
    expect(row(page, "Chào cờ, hát Quốc ca")).to_contain_text("07:45")


def share_the_work(page: Page) -> None:
    save(page, text="Soạn giấy mời đại biểu", lead_unit_id="Phòng Văn hóa - Xã hội", due_on="10/12/2026")
    expect(row(page, "Soạn giấy mời đại biểu")).to_contain_text("thứ Năm, 10/12/2026")


def invite(page: Page) -> None:
    press(page, "Chọn khối thường dùng")
    press(page, "Thêm các khối đã chọn")
    press(page, "Dán danh sách")
    lines = "Chủ tịch UBND xã - Ông Nguyễn Văn An\nLãnh đạo Công an xã - 2 người\nĐoàn viên - 30"
    save(page, group_id="Lãnh đạo UBND", text=lines)
    expect(page.locator("main tbody tr")).to_have_count(3)
    press(page, "Thêm 3 đại biểu")
    expect(row(page, "Nguyễn Văn An")).to_contain_text("Chủ tịch UBND xã")
    expect(row(page, "Đoàn viên")).to_contain_text("30")


def write_the_plan(page: Page, drafter: Visitor) -> str:
    """Draft it, change a section, see it on the printed page and in the file; gives the document's address."""
    save(page, title="Tổ chức Lễ ra mắt “Ngày thứ Bảy vì dân”")
    paper = page.frame_locator("[data-paper] iframe:not(.coming)")
    expect(paper.locator("body")).to_contain_text("Soạn giấy mời đại biểu")
    section = page.locator(".section-name", has_text="Mục đích").last
    section.click()
    save(page, text=f"- {WORDS}")
    expect(page.locator("#outline textarea")).to_have_count(0)
    expect(paper.locator("body")).to_contain_text(WORDS)
    address = page.url.removeprefix(drafter.site.address).partition("#")[0]
    page = drafter.open(address)
    words = paper_words(downloaded(page, "Tải Word"))
    assert f"- {WORDS[:-1]}" in words
    assert "Số:        /KH-UBND" in "\n".join(cells(downloaded(page, "Tải Word")))
    return address


def cells(data: bytes) -> Iterator[str]:
    for table in docx.Document(BytesIO(data)).tables:
        yield from (cell.text for line in table.rows for cell in line.cells)


def approve_and_issue(leader: Visitor, clerk: Visitor, document: str) -> None:
    page = leader.open(document)
    press(page, "Duyệt")
    press(page, "Duyệt văn bản")
    expect(page.locator("#document-state")).to_contain_text("Đã duyệt")
    page = clerk.open(document)
    press(page, "Ban hành")
    save(page, issued_on="30/11/2026")
    expect(page.locator("#document-state")).to_contain_text("02/KH-UBND")
    words = "\n".join(cells(downloaded(page, "Tải Word")))
    assert "Số: 02/KH-UBND" in words
    assert "ngày 30 tháng 11 năm 2026" in words


def take_everything(page: Page) -> None:
    names = zipfile.ZipFile(BytesIO(downloaded(page, "Xuất tất cả"))).namelist()
    endings = [name.rpartition(".")[2] for name in names]
    assert (endings.count("docx") >= 8, endings.count("ics")) == (True, 3)
    for words in ("Kế hoạch 02-KH-UBND", "Kịch bản", "Phiếu giao nhiệm vụ - Phòng Văn hóa", "Ông Nguyễn Văn An", "Lịch buổi lễ"):  # fmt: skip
        assert any(words in name for name in names), words


# ---------------------------------------------------------------- two at once, a phone, a mistake


def test_two_drafters_at_one_task_lose_nothing(visitor: Come) -> None:
    pages = [visitor().sign_in(email).open(TASKS) for email in (DRAFTER, "quantri@duc-an.example")]
    for page in pages:
        row(page, "Bố trí y tế").get_by_role("link", name="Sửa").click()
    save(pages[0], expected_result="Tổ y tế ba người")
    expect(pages[0].locator("main")).to_contain_text("Tổ y tế ba người")
    save(pages[1], expected_result="Xe cứu thương trực", person="Bác sĩ Hạnh")
    conflict = pages[1].get_by_role("region", name="Hai bản khác nhau")
    expect(conflict).to_contain_text("Tổ y tế ba người")
    expect(conflict).to_contain_text("Xe cứu thương trực")
    expect(pages[1].get_by_role("alert")).to_contain_text("Trần Thị Thu Hà")
    expect(pages[1].locator("[name=person]")).to_have_value("Bác sĩ Hạnh")
    save(pages[1])
    expect(pages[1].locator("main")).to_contain_text("Xe cứu thương trực")
    expect(pages[1].locator("main")).to_contain_text("Bác sĩ Hạnh")


def test_a_member_reports_from_a_phone(visitor: Come) -> None:
    page = visitor(PHONE).sign_in(MEMBER).page
    duty = page.locator(".duty", has_text="Chuẩn bị biểu mẫu")
    duty.get_by_role("button", name="Tiếp nhận").click()
    expect(duty.get_by_role("button", name="Tiếp nhận")).to_have_count(0)
    duty.get_by_role("link", name="Đã xong").click()
    page.get_by_role("button", name="Báo cáo hoàn thành").click()
    expect(duty).to_have_count(0)
    done = page.locator("details.put-away")
    done.locator("summary").click()
    expect(done).to_contain_text("Chuẩn bị biểu mẫu")


def test_a_refused_form_keeps_what_was_typed(visitor: Come) -> None:
    page = visitor().sign_in(DRAFTER).open(f"{TASKS}/new")
    unit = page.locator("[name=lead_unit_id] option", has_text="Công an").first.inner_text()
    typed = {"text": "Giữ xe <miễn phí>\ncho bà con", "due_on": "31/2/2026", "due_words": "thường xuyên", "note": "NFD: Đắk"}  # fmt: skip
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        save(page, lead_unit_id=unit, **typed)
    assert answer.value.status == 422
    expect(page.locator("[name=due_on]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[name=due_on]")).to_be_focused()
    for name, text in typed.items():
        expect(page.locator(f"[name={name}]")).to_have_value(text)
    expect(page.locator("[name=lead_unit_id] option:checked")).to_have_text(unit)


def test_a_typed_date_is_spelt_as_the_decree_writes_it(visitor: Come) -> None:
    page = visitor().sign_in(DRAFTER).open(f"{TASKS}/new")
    day = page.locator("[name=due_on]")
    for typed, spelt in (("24032027", "24/3/2027"), ("5.1.27", "05/01/2027"), ("31/2/2027", "31/2/2027")):
        day.fill(typed)
        day.blur()
        expect(day).to_have_value(spelt)
    day.fill("24/03/2027")
    expect(page.locator("#due_on-spoken")).to_contain_text("thứ Tư, 24/3/2027")


def test_a_deleted_task_comes_back(visitor: Come) -> None:
    page = visitor().sign_in(DRAFTER).open(TASKS)
    tasks = page.locator("#tasks tbody tr")
    before = tasks.count()
    row(page, "Bố trí y tế").get_by_role("button", name="Xóa").click()
    expect(tasks).to_have_count(before - 1)
    press(page, "Hoàn tác")
    expect(tasks).to_have_count(before)
    expect(row(page, "Bố trí y tế")).to_be_visible()


# ---------------------------------------------------------------- other ways to use it


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus stands on an element that matches the selector."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"Tab does not reach {wanted}")


def test_everything_is_reached_by_keyboard(visitor: Come) -> None:
    someone = visitor()
    page = someone.open("/sign-in")
    expect(page.locator("[name=email]")).to_be_focused()
    page.keyboard.type(DRAFTER)
    tab_to(page, "[name=password]")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Hôm nay")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    someone.open(TASKS)
    tab_to(page, "a[href$='/tasks/new']")
    page.keyboard.press("Enter")
    expect(page.locator("[name=text]")).to_be_focused()
    page.keyboard.type("Chuẩn bị ô che mưa")
    tab_to(page, "[name=lead_unit_id]")
    page.keyboard.press("End")
    tab_to(page, "[name=due_on]")
    page.keyboard.type("7/12/2026")
    tab_to(page, "main .submit-row button")
    page.keyboard.press("Enter")
    expect(row(page, "Chuẩn bị ô che mưa")).to_contain_text("Đoàn TNCS Hồ Chí Minh xã")
    expect(row(page, "Chuẩn bị ô che mưa")).to_contain_text("thứ Hai, 07/12/2026")


def test_it_works_without_scripts(visitor: Come) -> None:
    drafter = visitor(java_script_enabled=False).sign_in(DRAFTER)
    page = drafter.open(f"{TASKS}/new")
    save(page, text="Mượn loa của thôn 2", lead_unit_id="Công an xã", due_on="10/12/2026")
    row(page, "Mượn loa của thôn 2").get_by_role("link", name="Sửa").click()
    save(page, text="Mượn loa của thôn 3")
    expect(page.locator("h1")).to_have_text("Mượn loa của thôn 3")
    page = drafter.open(TASKS)
    expect(row(page, "Mượn loa của thôn 3")).to_be_visible()
    expect(row(page, "Mượn loa của thôn 2")).to_have_count(0)
    page = drafter.open("/campaigns/duc-an-2026/documents")
    page.locator("#documents .key a", has_text="Kết quả tổ chức").click()
    headings = page.locator(".section-name")
    first, second = headings.nth(1).inner_text(), headings.nth(2).inner_text()
    page.get_by_role("button", name=f"Xuống: {first}").click()
    expect(headings.nth(1)).to_have_text(second)
    expect(headings.nth(2)).to_have_text(first)
    words = paper_words(downloaded(page, "Tải Word"))
    assert words.index(f"I. {second}") < words.index(f"II. {first}")


def test_only_marked_rows_are_printed(visitor: Come) -> None:
    page = visitor().sign_in(DRAFTER).open(TASKS)
    row(page, "Bố trí y tế").locator("[data-row]").check()
    expect(page.get_by_role("button", name="In các việc đã chọn")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("#tasks tbody tr:visible")).to_have_count(1)
    expect(row(page, "Bố trí y tế")).to_be_visible()


def test_a_printed_list_has_no_navigation(visitor: Come) -> None:
    page = visitor().sign_in(DRAFTER).open(TASKS)
    page.emulate_media(media="print")
    expect(page.locator("#tasks")).to_be_visible()
    for part in (".side", ".bottom", ".tabs", ".head-actions", "#tasks td.actions", ".list-toolbar"):
        expect(page.locator(part).locator("visible=true")).to_have_count(0)

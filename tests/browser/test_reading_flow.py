"""From a plan somebody has to a campaign and its papers: drop, look, put right, take, export."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from playwright.sync_api import Page, expect

from campaign.files import word_reader
from campaign.reading.rules.cleaning import clean
from campaign.reading.rules.taking.rewriting import body_of
from campaign.reading.rules.text import sentences, words
from tests.browser.conftest import DESK, PHONE, Visitor
from tests.browser.test_every_page import EVERYTHING, look
from tests.browser.test_flows import downloaded, press
from tests.reading.texts import FOLDER, SEEDS, TEXTS

pytestmark = pytest.mark.browser
Come = Callable[..., Visitor]
DRAFTER = "soanthao@duc-an.example"
TALL = {**DESK, "height": 2400}
FILES = tuple(FOLDER / f"{name}.txt" for name in TEXTS)


def drop(page: Page, file: Path) -> None:
    """Choose the document and let it be read."""
    page.locator("[name=file]").set_input_files(file)
    press(page, "Đọc")
    expect(page).to_have_url(page.url.split("/read")[0] + "/read/1")


def paper_words(data: bytes) -> str:
    """Every word of a Word file, footnotes left out, for comparing."""
    body = docx.Document(BytesIO(data)).element.body
    texts = ("".join(text.text or "" for text in each.iter(qn("w:t"))) for each in body.iter(qn("w:p")))
    return f" {' '.join(words(' '.join(texts)))} "


def lost(source: Path, paper: str) -> list[str]:
    """Sentences of the source's body that the paper does not say."""
    nodes = body_of(clean(word_reader.read(source.read_bytes(), source.name))).nodes
    told = [sentence for top in nodes for node in top.walk() for sentence in sentences(node.line)]
    return [sentence for sentence in told if f" {' '.join(words(sentence))} " not in paper]


@pytest.mark.parametrize("file", [*FILES, *SEEDS], ids=lambda file: file.stem)
def test_a_document_that_is_dropped_becomes_a_campaign_with_its_paper(visitor: Come, file: Path) -> None:
    page = visitor().sign_in(DRAFTER).open("/read")
    drop(page, file)
    page.goto(page.url + "?us=all")
    page.fill("[name=title]", f"Đọc từ {file.stem}")
    if not page.input_value("[name=document_title]"):
        page.fill("[name=document_title]", "Đề xuất cách làm hay")
    for box in page.locator("#units [name$='-create']").all():  # the names of the paper, not those of today
        box.locator("xpath=ancestor::li").get_by_label("Đơn vị trong Danh bạ").select_option("")
        box.check()
    for place in range(page.locator("#days [name$='-starts_on']").count()):
        field = page.locator(f"[name='days-{place}-starts_on']")
        if not field.input_value():
            field.fill("1/12/2026")
    with page.expect_navigation():
        press(page, "Lấy vào chiến dịch")
    if page.locator("[id$='-name-error']").count():  # a unit of that very name is in the directory
        for row in page.locator("#units li", has=page.locator(".error")).all():
            known = row.get_by_label("Tên đơn vị mới").input_value()
            row.get_by_label("Đơn vị trong Danh bạ").select_option(label=known)
        press(page, "Lấy vào chiến dịch")
    expect(page.get_by_text("Đã đọc vào chiến dịch")).to_be_visible()
    expect(page.get_by_role("link", name=file.name)).to_be_visible()
    papers = zipfile.ZipFile(BytesIO(downloaded(page, "Xuất tất cả")))
    written = [paper_words(papers.read(each)) for each in papers.namelist() if each.endswith(".docx")]
    assert min((lost(file, paper) for paper in written), key=len) == []


def test_the_preview_is_sound_at_a_desk_and_on_a_phone(visitor: Come) -> None:
    for size, rules in ((TALL, EVERYTHING), (PHONE, [])):
        one = visitor(size).sign_in(DRAFTER)
        drop(one.open("/read"), FILES[-1])
        assert [fault for path in ("/read/1", "/read/1?us=all") for fault in look(one, path, rules)] == []


def test_a_mark_leads_to_what_was_understood_and_back(visitor: Come) -> None:
    page = visitor().sign_in(DRAFTER).open("/read")
    drop(page, FOLDER / "ke_hoach_ra_quan_huyen.txt")
    page.goto(page.url + "?us=all")
    page.locator(".read-source a.mark", has_text="Thẩm định dự toán").click()
    row = page.locator("li:target")
    expect(row.get_by_label("Hạn")).to_have_value("15/4/2024")
    row.get_by_role("link", name="trong văn bản").click()
    expect(page.locator("a.mark:target")).to_have_text("Thẩm định dự toán trước ngày 15/4/2024.")


def test_without_javascript_a_superiors_plan_becomes_our_tasks(visitor: Come) -> None:
    page = visitor(java_script_enabled=False).sign_in(DRAFTER).open("/read")
    drop(page, FOLDER / "ke_hoach_nhan_rong_tinh.txt")
    expect(page.get_by_label("Lấy theo cách")).to_contain_text(
        "Của cấp trên, chúng tôi là: UBND các xã, phường"
    )
    expect(page.locator("#tasks li")).to_have_count(3)
    page.get_by_label("Đơn vị chủ trì cho mọi nhiệm vụ chưa chọn").select_option(index=2)
    press(page, "Lấy vào chiến dịch")
    page.get_by_role("link", name="Nhiệm vụ", exact=True).click()
    page.get_by_role("link", name="Niêm yết danh mục thủ tục").first.click()
    expect(page.locator("main")).to_contain_text("Kế hoạch số 318/KH-UBND ngày 11/9/2026")
    expect(page.locator("main")).to_contain_text("mục III.3")

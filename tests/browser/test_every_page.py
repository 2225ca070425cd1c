"""Every page of the demo, at both sizes: nothing overflows, the browser has no complaint, axe finds nothing serious."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Page
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.campaigns.actions import create_campaign
from campaign.campaigns.model import by_code
from campaign.campaigns.rules import CampaignDraft
from campaign.db import open_engine, session_factory
from campaign.delegates.model import Delegate, groups_of
from campaign.people.model import Agency, User
from campaign.tasks.model import Task
from tests.browser.conftest import DESK, PHONE, Site, Visitor

pytestmark = pytest.mark.browser
Come = Callable[..., Visitor]

C, NOWHERE = "/campaigns/duc-an-2026", "/nowhere"
OWN = (
    "",
    "/edit",
    "/history",
    "/tasks",
    "/tasks/new",
    "/tasks/import",
    "/tasks/timeline",
    "/documents/progress",
    "/tasks/1",
    "/tasks/4",
    "/tasks/4/edit",
    "/tasks/4/say/progress",
    "/tasks/4/say/ask",
    "/tasks/from-blueprint?blueprint=1",
    "/tasks/save-as-blueprint",
    "/packets",
    "/invitations",
)
# Document 1 is issued, document 2 a draft with section 15.
PAPERS = (
    "",
    "/new",
    "/1",
    "/2",
    "/2/details",
    "/2/parties",
    "/2/preview",
    "/2/check",
    "/2/approve",
    "/2/issue",
)
SECTIONS = ("new", "15", "15/delete")
DELEGATES = ("", "/new", "/1", "/paste", "/attendance", "/groups/new", "/groups/usual", "/groups/1", "/groups/1/delete")  # fmt: skip
CEREMONIES = ("", "/new", "/1", "/1/edit", "/1/delete", "/1/programme", "/1/move", "/1/move?day=21/12/2026&starts=8h", "/1/items/new", "/1/items/1", "/1/items/1/delete")  # fmt: skip
# Each has /new, /1 and /1/delete.
KEPT = ("publicity", "service-days", "service-days/procedures", "documents/bases")
CAMPAIGN_PAGES = (
    *OWN,
    *(f"/documents{page}" for page in PAPERS),
    *(f"/documents/2/sections/{page}" for page in SECTIONS),
    *(f"/delegates{page}" for page in DELEGATES),
    *(f"/ceremonies{page}" for page in CEREMONIES),
    *("/publicity", "/service-days"),
    *(f"/{noun}/{page}" for noun in KEPT for page in ("new", "1", "1/delete")),
)
BLUEPRINTS = ("new", "1", "1/edit", "1/tasks/new", "1/tasks/1", "1/tasks/1/delete")
SIGNERS = tuple(f"/agencies/1/signers/{page}" for page in ("new", "1", "1/delete"))
PAGES = (
    *("/", "/campaigns", "/campaigns/new", "/account", NOWHERE),
    *("/days-off", "/days-off/new", "/days-off/confirm", "/days-off/1", "/days-off/1/delete"),
    *("/units", "/units/new", "/units/1", "/units/1/delete", "/users", "/users/new", "/users/2"),
    *("/mail", "/mail/1", "/read", "/check"),
    *("/blueprints", *(f"/blueprints/{page}" for page in BLUEPRINTS)),
    *("/agencies", "/agencies/1", "/agencies/1/edit", *SIGNERS),
    *(C + page for page in CAMPAIGN_PAGES),
)
EVERY_AGENCY = "quantri@campaign.example"  # an administrator of no office
# Addresses that answer GET with a file, a part of a page, or somebody else's page.
NO_PAGES = {
    "static",
    "health",
    "dossier.export",
    "people.sign_in",
    "people.new_agency",
    "people.show_letterhead",
    "checking.show_findings",  # the panel beside a document's preview
    "tasks.review_import",  # of a file handed in, see below
    "reading.preview",  # of a document handed in, see test_reading_flow
    "packets.show_packet",
    "packets.show_task",
    "packets.say",
}
FILES = ("download_", "export_", "schedule.")
NAME = "Ngàykhônghẹn" * 10
TALL = {**DESK, "height": 2400}  # room for the whole form: what a fixed bar covers looks too small to axe
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]


def serious(page: Page, rules: Iterable[str] = EVERYTHING) -> list[str]:
    """Rules of WCAG 2.2 AA that axe finds broken, with the first element of each."""
    options = {"runOnly": list(rules), "resultTypes": ["violations"]}
    return [
        f"{rule['id']}: {rule['nodes'][0]['html'][:160]}"
        for rule in Axe().run(page, options=options).response["violations"]
        if rule["impact"] in {"serious", "critical"}
    ]


def look(visitor: Visitor, path: str, rules: Iterable[str] = EVERYTHING) -> list[str]:
    """What is wrong with a page; `rules` are axe's, none of them when empty."""
    page = visitor.open(path)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    wrong = [f"{overflow} px wider than the screen"] if overflow > 0 else []
    wrong += [] if visitor.status == (404 if path == NOWHERE else 200) else [f"answers {visitor.status}"]
    wrong += [] if page.locator("h1").count() == 1 else ["needs one h1"]
    tabs = page.locator(".tabs")
    wrong += ["marks no tab"] if tabs.count() and not tabs.locator("[aria-current]").count() else []
    return [f"{path}: {fault}" for fault in wrong + (serious(page, rules) if rules else [])]


def faults(visitor: Visitor, paths: Iterable[str], rules: Iterable[str] = EVERYTHING) -> list[str]:
    """What is wrong with the pages."""
    return [fault for path in paths for fault in look(visitor, path, rules)]


# ---------------------------------------------------------------- every page


def test_no_page_is_left_out(app: Flask) -> None:
    map_ = app.url_map.bind("localhost")
    seen = {map_.match(path.partition("?")[0])[0] for path in PAGES if path != NOWHERE}
    pages = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert {page for page in pages - NO_PAGES - seen if not any(sign in page for sign in FILES)} == set()


def test_every_page_is_sound_at_a_desk(visitor: Come) -> None:
    admin = visitor(TALL).sign_in("quantri@duc-an.example")
    assert faults(admin, PAGES) == []


def test_every_page_fits_a_phone(visitor: Come) -> None:
    admin = visitor(PHONE).sign_in("quantri@duc-an.example")
    assert faults(admin, PAGES, ()) == []


def test_the_pages_used_on_the_way_are_sound_on_a_phone(visitor: Come) -> None:
    assert look(visitor(PHONE), "/sign-in") == []
    assert (
        faults(visitor(PHONE).sign_in("donvi@duc-an.example"), ["/", f"{C}/tasks", f"{C}/ceremonies/1"]) == []
    )
    assert faults(visitor(PHONE).sign_in("letan@duc-an.example"), ["/", f"{C}/delegates/attendance"]) == []
    assert faults(visitor(PHONE).sign_in("lanhdao@duc-an.example"), ["/", C, f"{C}/documents/2"]) == []


def test_a_units_packet_is_sound_on_a_phone_and_at_a_desk(visitor: Come) -> None:
    page = visitor(TALL).sign_in("soanthao@duc-an.example").open(f"{C}/packets")
    page.get_by_role("button", name="Tạo đường dẫn").first.click()
    link = page.get_by_role("textbox", name="Đường dẫn").input_value()
    assert serious(page) == []
    for size in (PHONE, TALL):
        unit = visitor(size)
        opened = link.removeprefix(unit.site.address)
        paths = [opened]
        for way in (".duty h2 a", ".say-acts a"):
            address = unit.open(paths[-1]).locator(way).first.get_attribute("href")
            assert address is not None
            paths.append(address)
        assert faults(unit, paths) == []


def test_an_administrator_of_no_office_has_sound_pages(visitor: Come) -> None:
    admin = visitor(TALL).sign_in(EVERY_AGENCY)
    paths = ["/", "/agencies/new", "/users/new", "/campaigns/new", "/campaigns/dak-song-2023", "/campaigns/dak-nong-2023/service-days"]  # fmt: skip
    assert faults(admin, paths) == []


def test_colours_are_readable_in_the_dark(visitor: Come) -> None:
    drafter = visitor(TALL, color_scheme="dark").sign_in("soanthao@duc-an.example")
    paths = ["/", C, f"{C}/documents/2", f"{C}/tasks", f"{C}/tasks/new"]
    assert faults(drafter, paths, ["color-contrast"]) == []


# ---------------------------------------------------------------- nothing, and very much


def write(file: Path, change: Callable[[Session], None]) -> None:
    """Change the site's database behind its back."""
    engine = open_engine(f"sqlite:///{file}")
    with session_factory(engine, writing=True)() as session:
        change(session)
        session.commit()
    engine.dispose()


def empty_campaign(session: Session) -> None:
    agency = session.get_one(Agency, 1)
    drafter = session.scalars(select(User).where(User.agency_id == agency.id)).first()
    assert drafter is not None
    create_campaign(session, agency, CampaignDraft("Ngày thứ Bảy vì dân", "trong"), drafter)


def crowd(session: Session) -> None:
    """Three hundred delegates, and names nobody can break: a campaign's, a task's, a delegate's."""
    campaign = by_code(session, C.rpartition("/")[2])
    assert campaign is not None
    group = groups_of(session, campaign.id)[-1]
    session.add_all(
        Delegate(group_id=group.id, position=n, title=f"Trưởng thôn {n}", person=f"Nguyễn Văn {n}")
        for n in range(10, 310)
    )
    task = session.scalars(select(Task).where(Task.campaign_id == campaign.id)).first()
    guest = session.scalars(select(Delegate)).first()
    assert task is not None
    assert guest is not None
    campaign.title = task.text = guest.title = guest.person = NAME


EMPTY_PAGES = [
    "",
    *(f"/{page}" for page in CAMPAIGN_PAGES if page.isascii() and page.isalpha()),
    "/service-days",
]


@pytest.mark.parametrize("size", [TALL, PHONE], ids=["desk", "phone"])
def test_an_empty_campaign_has_sound_pages(visitor: Come, site: Site, size: dict[str, int]) -> None:
    write(site.file, empty_campaign)
    drafter = visitor(size).sign_in("soanthao@duc-an.example")
    paths = [f"/campaigns/trong{page}" for page in EMPTY_PAGES]
    assert faults(drafter, paths, EVERYTHING if size is TALL else ()) == []


@pytest.mark.parametrize("size", [TALL, PHONE], ids=["desk", "phone"])
def test_a_crowd_and_long_names_fit(visitor: Come, site: Site, size: dict[str, int]) -> None:
    write(site.file, crowd)
    drafter = visitor(size).sign_in("soanthao@duc-an.example")
    pages = ("", "/tasks", "/tasks/1", "/delegates", "/delegates/1", "/delegates/attendance", "/invitations", "/documents", "/history")  # fmt: skip
    assert faults(drafter, ["/", "/campaigns", *(C + page for page in pages)], ()) == []


@pytest.mark.parametrize("size", [TALL, PHONE])
def test_a_list_being_imported_is_sound(visitor: Come, size: dict[str, int]) -> None:
    drafter = visitor(size).sign_in("quantri@duc-an.example")
    page = drafter.open(f"{C}/tasks/import")
    text = f"Nội dung;Chủ trì;Hạn\n{NAME};{NAME};31/2/2027\nB;;\n"
    page.set_input_files(
        "input[type=file]", {"name": f"{NAME}.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    page.click("main form button[type=submit]")
    page.wait_for_url("**/tasks/import/*")
    assert look(drafter, page.url.partition(C)[1] + page.url.partition(C)[2]) == []

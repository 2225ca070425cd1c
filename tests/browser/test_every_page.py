"""Every page of the demo, at both sizes: nothing overflows, the browser has no complaint, axe finds nothing serious."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE, Visitor

pytestmark = pytest.mark.browser

C = "/campaigns/duc-an-2026"
PAGES = [
    "/", "/campaigns", "/campaigns/new", "/units", "/account", C, f"{C}/edit", f"{C}/documents", f"{C}/tasks", f"{C}/tasks/new",
    f"{C}/delegates", f"{C}/ceremonies", f"{C}/publicity", f"{C}/service-days", f"{C}/history", f"{C}/invitations",
    "/campaigns/dak-song-2023", "/campaigns/dak-nong-2023/service-days", "/nowhere",
]  # fmt: skip
ADMIN_PAGES = ["/agencies", "/users", "/users/new", "/agencies/new"]


def serious(page: Page) -> list[str]:
    """Rules of WCAG 2.2 AA that axe finds broken, with the first element of each."""
    found = (
        Axe()
        .run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        .response["violations"]
    )
    return [
        f"{rule['id']}: {rule['nodes'][0]['html'][:160]}"
        for rule in found
        if rule["impact"] in {"serious", "critical"}
    ]


def look(visitor: Visitor, path: str) -> None:
    page = visitor.open(path)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"{path} is {overflow} px wider than the screen"
    assert page.locator("h1").count() == 1, f"{path} needs one h1"
    assert serious(page) == [], path


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_drafters_pages_are_sound(visitor: Callable[..., Visitor], size: dict[str, int]) -> None:
    drafter = visitor(size).sign_in("soanthao@duc-an.example")
    for path in PAGES:
        look(drafter, path)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_an_administrators_pages_are_sound(visitor: Callable[..., Visitor], size: dict[str, int]) -> None:
    admin = visitor(size).sign_in("quantri@campaign.example")
    for path in ADMIN_PAGES:
        look(admin, path)


def test_pages_are_sound_in_the_dark(visitor: Callable[..., Visitor]) -> None:
    drafter = visitor(DESK, color_scheme="dark").sign_in("soanthao@duc-an.example")
    for path in ("/", C, f"{C}/documents", f"{C}/tasks", f"{C}/tasks/new"):
        look(drafter, path)


def test_the_sign_in_page_is_sound(visitor: Callable[..., Visitor]) -> None:
    look(visitor(PHONE), "/sign-in")

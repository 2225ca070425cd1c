"""Takes the pictures of the README from the demo: `python -m tools.pictures` (needs Chromium, LibreOffice, poppler-utils)."""

import shutil
import subprocess
import tempfile
import threading
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright
from waitress.server import create_server

from campaign import demo
from campaign.app import create_app
from campaign.campaigns.model import by_code
from campaign.config import Config, share
from campaign.db import session_factory
from campaign.documents.model import of_campaign
from campaign.documents.papers import write
from campaign.documents.plan_reads import document_of, plan_of
from campaign.documents.rules.papers import draw
from campaign.files import pdf
from campaign.store import opening

TODAY = "2026-11-23"
PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]


def main() -> None:
    """Write docs/pictures/campaign.png and plan.png anew."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        config = Config(home, f"sqlite:///{home / 'demo.db'}", "pictures", "127.0.0.1", 0, False, TODAY)
        engine = opening.create(config)
        with session_factory(engine, writing=True)() as session:
            demo.load(session, date.fromisoformat(TODAY))
            session.commit()
            campaign = by_code(session, "dak-song-2023")
            assert campaign is not None
            plan = of_campaign(session, campaign.id)[0]
            paper = draw(document_of(session, plan.id), plan_of(session, campaign.id))
            _picture_of_paper(write(paper, share("docx_templates")), home)
        _picture_of_page(config)


def _picture_of_paper(docx: bytes, folder: Path) -> None:
    (folder / "plan.pdf").write_bytes(pdf.from_docx(docx))
    command = ["pdftoppm", "-r", "75", "-png", "-singlefile", folder / "plan.pdf", PICTURES / "plan"]
    subprocess.run(command, check=True)


def _picture_of_page(config: Config) -> None:
    server = create_server(create_app(config), host="127.0.0.1", port=0, threads=12)
    threading.Thread(target=server.run, daemon=True).start()
    address = f"http://127.0.0.1:{server.effective_port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1366, "height": 900})
        page.goto(f"{address}/sign-in")
        page.fill("[name=email]", "soanthao@duc-an.example")
        page.fill("[name=password]", demo.PASSWORD)
        page.click("main button[type=submit]")
        page.goto(f"{address}/campaigns/duc-an-2026")
        page.screenshot(path=PICTURES / "campaign.png")
        browser.close()


if __name__ == "__main__":
    main()

"""Helpers of the tests of papers: reading a drawn paper back, with and without LibreOffice."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from campaign.files import pdf
from tests.conftest import lacking

TEMPLATES = Path(__file__).resolve().parents[2] / "docx_templates"


@pytest.fixture
def templates() -> Path:
    """The folder of the Word templates."""
    return TEMPLATES


@pytest.fixture
def pages() -> Callable[[bytes], list[str]]:
    """Text of each page of a Word file as LibreOffice prints it."""
    if not pdf.installed() or not shutil.which("pdftotext"):
        lacking("LibreOffice or pdftotext")

    def read(docx: bytes) -> list[str]:
        command = ["pdftotext", "-", "-"]
        printed = subprocess.run(command, input=pdf.from_docx(docx), capture_output=True, check=True).stdout
        return printed.decode().split("\f")[:-1]

    return read

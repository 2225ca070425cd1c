"""Word files printed to PDF."""

import os
import time
from pathlib import Path

import pytest

from campaign.files import pdf
from tests.conftest import lacking

LETTER = Path(__file__).resolve().parents[2] / "docx_templates" / "giay-moi.docx"


@pytest.mark.office
def test_a_word_file_becomes_a_pdf_twice_with_one_profile() -> None:
    if not pdf.installed():
        lacking("LibreOffice")
    docx = LETTER.read_bytes()
    assert [pdf.from_docx(docx)[:5] for _ in range(2)] == [b"%PDF-", b"%PDF-"]


def test_a_machine_without_libreoffice_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_program", lambda: None)
    with pytest.raises(pdf.PdfFault) as fault:
        pdf.from_docx(b"")
    assert fault.value.reason == "missing"


def stand_in(folder: Path, script: str) -> str:
    """A program in LibreOffice's place."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands in for LibreOffice")
def test_a_conversion_that_hangs_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stand_in(tmp_path, f"sleep 60 & echo $! > {tmp_path}/child; wait")
    monkeypatch.setattr(pdf, "_program", lambda: program)
    with pytest.raises(pdf.PdfFault) as fault:
        pdf.from_docx(b"", seconds=1)
    assert fault.value.reason == "slow"
    child = int((tmp_path / "child").read_text())
    assert _is_gone(child)


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands in for LibreOffice")
def test_a_file_nothing_comes_of_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = stand_in(tmp_path, "exit 0")
    monkeypatch.setattr(pdf, "_program", lambda: program)
    with pytest.raises(pdf.PdfFault) as fault:
        pdf.from_docx(b"not a Word file")
    assert fault.value.reason == "failed"


def _is_gone(process: int) -> bool:
    """Ended, or ended and not yet taken off the list by its parent."""
    for _ in range(50):
        try:
            if "\nState:\tZ" in Path(f"/proc/{process}/status").read_text():
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False

"""Word files printed to PDF by LibreOffice, where the server has it."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal

from campaign.errors import CampaignError

_NAMES = ("soffice", "libreoffice")
_one_at_a_time = Lock()  # a LibreOffice profile serves one process


class PdfFault(CampaignError):
    """No PDF could be made: LibreOffice is `missing`, was too `slow`, or `failed` on this file."""

    def __init__(self, reason: Literal["missing", "slow", "failed"]) -> None:
        super().__init__(reason)
        self.reason = reason


def installed() -> bool:
    """Is LibreOffice on this machine?"""
    return _program() is not None


def from_docx(docx: bytes, *, seconds: float = 60) -> bytes:
    """The PDF of a Word file, within `seconds` of waiting and converting each; raises PdfFault."""
    return from_many([docx], seconds=seconds)[0]


def from_many(docx: Sequence[bytes], *, seconds: float = 60, seconds_each: float = 2) -> list[bytes]:
    """The PDFs of Word files in order, from one run of LibreOffice, with `seconds_each` more for each; raises PdfFault."""
    if not docx:
        return []
    program = _program()
    if program is None:
        raise PdfFault("missing")
    if not _one_at_a_time.acquire(timeout=seconds):
        raise PdfFault("slow")
    try:
        with tempfile.TemporaryDirectory(prefix="pdf-") as folder:
            sources = [Path(folder) / f"{number:05}.docx" for number, _ in enumerate(docx)]
            for source, data in zip(sources, docx, strict=True):
                source.write_bytes(data)
            _convert(program, sources, seconds + seconds_each * len(docx))
            made = [source.with_suffix(".pdf") for source in sources]
            if not all(file.exists() for file in made):
                raise PdfFault("failed")
            return [file.read_bytes() for file in made]
    finally:
        _one_at_a_time.release()


def _convert(program: str, sources: Sequence[Path], seconds: float) -> None:
    command = [
        program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={_profile().as_uri()}",
        "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(sources[0].parent), *map(str, sources),
    ]  # fmt: skip
    # soffice is a script that starts the program proper: a group of their own, so that both can be ended.
    process = subprocess.Popen(  # noqa: S603 - a fixed command on files of ours
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        raise PdfFault("slow") from None


def _end(process: "subprocess.Popen[bytes]") -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


@cache
def _program() -> str | None:
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    """A profile folder for as long as this process lives: making one anew costs seconds each time."""
    return tempfile.TemporaryDirectory(prefix="office-")


def _profile() -> Path:
    return Path(_folder().name)

"""Sending a made file to the browser."""

from pathlib import PurePath
from typing import BinaryIO

from flask import Response, send_file

_KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}


def send(file: BinaryIO, name: str) -> Response:
    """The file as a download called `name` (.docx, .pdf or .zip), never kept by a cache: it is drawn anew each time."""
    file.seek(0)
    kind = _KINDS[PurePath(name).suffix]
    response = send_file(file, kind, as_attachment=True, download_name=name, max_age=0)
    response.headers["Cache-Control"] = "no-store"
    return response

"""Which files may go with an update: pictures, PDF and Office papers, told by their first bytes as well as their name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from campaign.errors import Problem
from campaign.tasks import phrases

LARGEST = 10 * 1024 * 1024  # bytes of one file
MOST = 5  # files of one update
TOGETHER = 30 * 1024 * 1024  # bytes of them all: five pictures of a telephone


@dataclass(frozen=True)
class EvidenceDraft:
    """A file as it was sent: its name (only a name, never a path we open) and its bytes."""

    name: str
    data: bytes


_JPEG, _ZIP, _OLE = map(re.compile, (rb"\xff\xd8\xff", rb"PK\x03\x04", rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
_HEIF = re.compile(
    rb".{4}ftyp(?:hei[cmsx]|hevc|mif1|msf1)", re.DOTALL
)  # what telephones write unless told otherwise
_OFFICE = "application/vnd.openxmlformats-officedocument."
# ending -> (first bytes, media type); Office files are told apart by their ending only, all are sent as downloads
KINDS: dict[str, tuple[re.Pattern[bytes], str]] = {
    ".jpg": (_JPEG, "image/jpeg"),
    ".jpeg": (_JPEG, "image/jpeg"),
    ".png": (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    ".webp": (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "image/webp"),
    ".heic": (_HEIF, "image/heic"),
    ".heif": (_HEIF, "image/heif"),
    ".pdf": (re.compile(rb"%PDF-"), "application/pdf"),
    ".docx": (_ZIP, _OFFICE + "wordprocessingml.document"),
    ".xlsx": (_ZIP, _OFFICE + "spreadsheetml.sheet"),
    ".pptx": (_ZIP, _OFFICE + "presentationml.presentation"),
    ".doc": (_OLE, "application/msword"),
    ".xls": (_OLE, "application/vnd.ms-excel"),
    ".ppt": (_OLE, "application/vnd.ms-powerpoint"),
}


def media_type(name: str) -> str:
    """The media type a file of that name is sent as; KeyError for an ending we do not take."""
    return KINDS[_ending(name)][1]


def check(files: Sequence[EvidenceDraft]) -> list[Problem]:
    """Problems of the files of one update, each naming its file."""
    if len(files) > MOST:
        return [Problem("files", phrases.TOO_MANY_FILES.format(most=MOST))]
    if sum(len(file.data) for file in files) > TOGETHER:
        return [Problem("files", phrases.LARGE_TOGETHER)]
    return [Problem("files", sentence.format(name=file.name)) for file in files if (sentence := _fault(file))]


def _fault(file: EvidenceDraft) -> str | None:
    kind = KINDS.get(_ending(file.name))
    if kind is None:
        return phrases.WRONG_KIND_OF_FILE
    if not file.data:
        return phrases.EMPTY_FILE
    if len(file.data) > LARGEST:
        return phrases.LARGE_FILE
    return None if kind[0].match(file.data) else phrases.FILE_IS_NOT_WHAT_IT_SAYS


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2].lower()}"

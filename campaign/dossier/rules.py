"""What files of a dossier are called: folders in the order they are needed, names numbered so that they sort. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from campaign.dossier import phrases
from campaign.vietnamese import safe_file_name

LONGEST = 90  # characters of a name before its ending


class Folder(Enum):
    """The folders of a dossier: name, and whether its files are numbered here (letters to delegates are already)."""

    DOCUMENTS = phrases.DOCUMENTS, True
    INVITATIONS = phrases.INVITATIONS, False
    SHEETS = phrases.SHEETS, True
    CALENDARS = phrases.CALENDARS, True

    def __init__(self, label: str, numbered: bool) -> None:
        self.label = label
        self.numbered = numbered


@dataclass(frozen=True)
class File:
    """A paper or calendar with its own name, and the folder it goes to."""

    folder: Folder
    name: str
    data: bytes


def arranged(files: Iterable[File]) -> list[tuple[str, bytes]]:
    """(path, bytes) of each file, folder by folder in the order given within it; "/" parts folder and name.

    No two paths are alike, even where case does not count, and any system accepts them.
    """
    listed: dict[Folder, list[File]] = {folder: [] for folder in Folder}
    for file in files:
        listed[file.folder].append(file)
    return [pair for folder, held in listed.items() for pair in _in_folder(folder, held)]


def zip_name(code: str) -> str:
    """The name of a campaign's dossier."""
    return safe_file_name(phrases.ZIP_NAME.format(code=code))


def _in_folder(folder: Folder, files: list[File]) -> list[tuple[str, bytes]]:
    width = max(2, len(str(len(files))))
    taken: set[str] = set()
    placed = []
    for number, file in enumerate(files, start=1):
        name = _short(f"{number:0{width}} {file.name}" if folder.numbered else file.name)
        if name.casefold() in taken:
            name = _short(f"{number:0{width}} {name}")
        taken.add(name.casefold())
        placed.append((f"{folder.label}/{name}", file.data))
    return placed


def _short(name: str) -> str:
    """Cut between words: with its folder a name must fit the 260 characters a path has on Windows."""
    stem, dot, ending = safe_file_name(name).rpartition(".")
    cut = stem if len(stem) <= LONGEST else stem[: LONGEST + 1].rpartition(" ")[0] or stem[:LONGEST]
    return safe_file_name(f"{cut}{dot}{ending}")

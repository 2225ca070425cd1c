"""Names of a dossier's files: sorted, unlike each other, and fit for any system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.dossier.rules import LONGEST, File, Folder, arranged, zip_name

_ILLEGAL = set('<>:"\\|?*') | {chr(code) for code in range(32)}


def _paths(*files: File) -> list[str]:
    return [path for path, _ in arranged(files)]


def test_files_are_numbered_in_the_order_of_their_folder() -> None:
    paths = _paths(
        File(Folder.CALENDARS, "Lịch buổi lễ.ics", b""),
        File(Folder.DOCUMENTS, "Kế hoạch.docx", b""),
        File(Folder.DOCUMENTS, "Giấy mời.docx", b""),
    )
    assert paths == [
        "1 Văn bản và phụ lục/01 Kế hoạch.docx",
        "1 Văn bản và phụ lục/02 Giấy mời.docx",
        "4 Lịch/01 Lịch buổi lễ.ics",
    ]


def test_letters_to_delegates_keep_their_own_numbers() -> None:
    assert _paths(File(Folder.INVITATIONS, "Giấy mời 001 Sở Nội vụ.docx", b"")) == [
        "2 Giấy mời từng đại biểu/Giấy mời 001 Sở Nội vụ.docx"
    ]


def test_two_files_of_one_name_are_told_apart() -> None:
    assert _paths(File(Folder.INVITATIONS, "Mời.docx", b""), File(Folder.INVITATIONS, "MỜI.docx", b"")) == [
        "2 Giấy mời từng đại biểu/Mời.docx",
        "2 Giấy mời từng đại biểu/02 MỜI.docx",
    ]


def test_a_hundred_files_sort_as_they_are_numbered() -> None:
    paths = _paths(*(File(Folder.SHEETS, f"Phiếu {place}.docx", b"") for place in range(120)))
    assert paths == sorted(paths)


def test_a_long_name_is_cut_between_words_and_keeps_its_ending() -> None:
    (path,) = _paths(File(Folder.DOCUMENTS, "Kế hoạch " + "triển khai " * 30 + ".docx", b""))
    name = path.split("/")[1]
    assert name.endswith(("triển.docx", "khai.docx"))
    assert len(name) <= LONGEST + len(".docx")


@given(st.lists(st.tuples(st.sampled_from(Folder), st.text(max_size=200)), max_size=20))
def test_every_path_is_safe_and_alone(wanted: list[tuple[Folder, str]]) -> None:
    paths = _paths(*(File(folder, f"{name}.docx", b"") for folder, name in wanted))
    assert len(paths) == len(wanted)
    assert len({path.casefold() for path in paths}) == len(paths)
    for path in paths:
        folder, name = path.split("/")
        assert not _ILLEGAL & set(folder + name)
        assert not name.startswith((" ", "."))
        assert len(name.encode()) <= 255


@pytest.mark.parametrize("code", ["dak-song-2023"])
def test_the_zip_bears_the_campaigns_code(code: str) -> None:
    assert zip_name(code) == "Hồ sơ dak-song-2023.zip"

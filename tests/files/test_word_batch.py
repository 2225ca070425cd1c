"""Many documents at once: all of them or none, each under a name every file system takes."""

import io
import unicodedata
import zipfile
from pathlib import Path

import pytest

from campaign.files.word_writer import MissingField, Template, TemplateFault, write_all, write_zip
from campaign.files.word_writer.archive import Entry, ZipStream
from tests.files.word_corpus import docx, paragraph, text

TEMPLATE = docx(paragraph("Kính gửi {{ name }}, mã {{ code }}"))


def people(count: int) -> list[dict[str, str]]:
    return [{"name": f"Người {number}", "code": str(number)} for number in range(1, count + 1)]


def test_each_record_becomes_a_numbered_file(tmp_path: Path) -> None:
    paths = write_all(TEMPLATE, people(3), tmp_path / "giấy mời")
    assert [path.name for path in paths] == ["0001.docx", "0002.docx", "0003.docx"]
    assert [text(path.read_bytes()) for path in paths] == [f"Kính gửi Người {n}, mã {n}" for n in (1, 2, 3)]


def test_a_missing_field_names_its_row_and_nothing_is_written(tmp_path: Path) -> None:
    records = people(3)
    del records[1]["code"], records[1]["name"]
    with pytest.raises(MissingField) as caught:
        write_all(TEMPLATE, iter(records), tmp_path)
    assert (caught.value.row, set(caught.value.names)) == (2, {"name", "code"})
    assert "Dòng 2" in caught.value.message
    assert list(tmp_path.iterdir()) == []


def test_a_fault_halfway_takes_back_what_was_written(tmp_path: Path) -> None:
    records: list[dict[str, object]] = [*people(2), {"name": ["không", "phải", "chữ"], "code": "3"}]
    with pytest.raises(TemplateFault):
        write_all(TEMPLATE, records, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_stood_in_the_folder_stays_when_a_batch_fails(tmp_path: Path) -> None:
    write_all(TEMPLATE, people(3), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    wrong: list[dict[str, object]] = [{"name": "Khác", "code": "1"}, {"name": b"x", "code": "2"}]
    with pytest.raises(TemplateFault, match="Dòng 2"):
        write_all(TEMPLATE, wrong, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    (tmp_path / "thư mục.docx").mkdir()
    with pytest.raises(IsADirectoryError):
        write_all(TEMPLATE, [{**people(1)[0], "_name": name} for name in ("0001", "thư mục")], tmp_path)
    assert (tmp_path / "0001.docx").read_bytes() == before["0001.docx"]


def test_paths_may_be_text(tmp_path: Path) -> None:
    template = tmp_path / "mẫu.docx"
    template.write_bytes(TEMPLATE)
    assert write_all(str(template), people(1), str(tmp_path / "ra")) == [tmp_path / "ra" / "0001.docx"]


def test_names_that_only_look_alike_are_told_apart(tmp_path: Path) -> None:
    records = [{**people(1)[0], "_name": unicodedata.normalize(form, "Lễ")} for form in ("NFC", "NFD")]
    assert [path.name for path in write_all(TEMPLATE, records, tmp_path)] == ["Lễ.docx", "Lễ (2).docx"]


def test_given_names_are_made_safe_and_unique(tmp_path: Path) -> None:
    wanted = [
        "../../etc/passwd",
        "Bà Hợi",
        "bà hợi",
        "CON",
        "a/b\\c:d",
        "",
        "Ủy ban " * 60,
        "x.docx",
        " .. ",
        "a\x00b\ud800",
    ]
    records = [{**record, "_name": name} for record, name in zip(people(len(wanted)), wanted, strict=True)]
    paths = write_all(TEMPLATE, records, tmp_path)
    assert all(path.parent == tmp_path and path.exists() for path in paths)
    assert len({path.name.lower() for path in paths}) == len(wanted)
    names = [path.name for path in paths]
    assert names[1:4] == ["Bà Hợi.docx", "bà hợi (2).docx", "CON-.docx"]
    assert names[5] == "0006.docx"
    assert names[7:9] == ["x.docx", "0009.docx"]
    assert all(len(name.encode()) < 255 for name in names)


class Pipe(io.RawIOBase):
    """A file that can only be written forward, like a response to a browser."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.data += data
        return len(data)


def test_a_zip_is_streamed_forward() -> None:
    pipe = Pipe()
    assert write_zip(TEMPLATE, people(3), ["a", "a", "Bà Hợi"], pipe) == 3
    with zipfile.ZipFile(io.BytesIO(bytes(pipe.data))) as file:
        assert file.testzip() is None
        assert file.namelist() == ["a.docx", "a (2).docx", "Bà Hợi.docx"]
        assert text(file.read("Bà Hợi.docx")) == "Kính gửi Người 3, mã 3"


def test_a_zip_with_a_missing_field_is_not_begun() -> None:
    pipe = Pipe()
    with pytest.raises(MissingField):
        write_zip(TEMPLATE, [*people(2), {"name": "x"}], None, pipe)
    assert not pipe.data


def test_more_entries_than_a_plain_zip_can_count() -> None:
    out = io.BytesIO()
    stream = ZipStream(out)
    for number in range(66_000):
        stream.add(Entry.stored(f"{number}.txt", b"x"))
    stream.close()
    with zipfile.ZipFile(out) as file:
        assert len(file.namelist()) == 66_000
        assert file.read("65999.txt") == b"x"


def test_offsets_past_four_gigabytes_are_written() -> None:
    class Far(io.BytesIO):
        """A file whose first four gigabytes are not kept."""

    out = Far()
    stream = ZipStream(out)
    stream._offset = 5 * 2**30
    stream.add(Entry.stored("xa.txt", b"x"))
    stream.close()
    header = out.getvalue()[out.getvalue().index(b"PK\x01\x02") :]
    assert int.from_bytes(header[42:46], "little") == 0xFFFFFFFF
    assert int.from_bytes(header[46 + 6 + 4 : 46 + 6 + 12], "little") == 5 * 2**30
    assert b"PK\x06\x06" in header


def test_templates_already_compiled_are_taken_too(tmp_path: Path) -> None:
    loaded = Template.load(TEMPLATE)
    path = tmp_path / "mau.docx"
    path.write_bytes(TEMPLATE)
    made = [
        write_all(each, people(1), tmp_path / str(number))[0].read_bytes()
        for number, each in enumerate((loaded, path, TEMPLATE))
    ]
    assert made[0] == made[1] == made[2]

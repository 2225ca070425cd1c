"""A document that is read comes out again as a Word file that says all of it."""

from pathlib import Path

import pytest

from benchmarks.round_trip import HERE, files, journey, missing
from campaign.files import word_reader
from campaign.reading.rules.cleaning import clean


@pytest.mark.parametrize("document", files([HERE]), ids=lambda file: file.stem)
def test_every_sentence_of_an_example_is_read_and_written_in_order(document: Path) -> None:
    told = journey(clean(word_reader.read(document.read_bytes(), document.name)))
    assert told.sentences > 5
    assert (told.unread, told.unwritten) == ((), ())


def test_what_is_lost_or_out_of_order_is_listed() -> None:
    found = " công an xã giữ trật tự trạm y tế trực "
    assert list(missing(["Công an xã giữ trật tự.", "Trạm y tế trực."], found)) == []
    assert list(missing(["Công an xã giữ trật tự.", "Thôn dọn vệ sinh."], found)) == ["Thôn dọn vệ sinh."]
    assert list(missing(["Trạm y tế trực.", "Công an xã giữ trật tự."], found)) == ["Công an xã giữ trật tự."]


def test_spelling_quotes_and_blanks_make_no_difference() -> None:
    assert list(missing(["Uỷ  ban “xã”;"], " ủy ban xã ")) == []

"""Helpers of the tests of the format check."""

from collections.abc import Callable

import pytest

from campaign.checking.rules import Report, check
from campaign.files.word_inspector import inspect


@pytest.fixture
def looked_at() -> Callable[[bytes], Report]:
    """The report on a Word file's bytes."""
    return lambda data: check(inspect(data))

"""Rules of campaigns."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.campaigns.rules import CODE_LIMIT, CampaignDraft, check, free_code


def fields(draft: CampaignDraft, **more: object) -> list[str]:
    given_ = {"taken": set(), "titles": {}} | more
    return [problem.field for problem in check(draft, **given_)]  # type: ignore[arg-type]


def test_a_campaign_does_not_end_before_it_starts() -> None:
    assert fields(CampaignDraft("A", starts_on=date(2026, 12, 2), ends_on=date(2026, 12, 1))) == ["ends_on"]
    assert fields(CampaignDraft("A", starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 1))) == []


@pytest.mark.parametrize("code", ["Ngay", "ngày", "a--b", "-a", "a b", "a/b", "new", "x" * 61])
def test_an_odd_code_is_refused(code: str) -> None:
    assert fields(CampaignDraft("A", code=code)) == ["code"]


def test_a_taken_code_is_refused_with_a_free_one() -> None:
    (problem,) = check(CampaignDraft("A", code="le-ra-quan"), {"le-ra-quan"}, {})
    assert "le-ra-quan-2" in problem.sentence


def test_titles_are_compared_without_marks_and_case() -> None:
    assert fields(CampaignDraft("ngay khong hen"), titles={"x": "Ngày  KHÔNG hẹn"}) == ["title"]


def test_a_title_without_letters_still_gets_a_code() -> None:
    assert free_code("…", set()) == "chien-dich"


def test_the_word_new_is_never_a_code() -> None:
    assert free_code("New", set()) == "new-2"


@given(st.text(max_size=200), st.integers(0, 12))
def test_every_title_gets_a_free_and_valid_code(title: str, times: int) -> None:
    taken: set[str] = set()
    for _ in range(times + 1):
        code = free_code(title, taken)
        assert fields(CampaignDraft(title, code=code), taken=taken) == []
        assert len(code) <= CODE_LIMIT
        taken.add(code)

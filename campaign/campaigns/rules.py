"""Rules of campaigns: what a draft must keep to, and which code it gets. Pure."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count

from campaign.campaigns import phrases
from campaign.errors import Problem
from campaign.glossary import CampaignStatus
from campaign.vietnamese import fold, short_date, slug

CODE_LIMIT = 60
RESERVED = frozenset({"new"})  # /campaigns/new is a page of its own
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class CampaignDraft:
    """A campaign as typed. Without a code it gets one from its title, or keeps the one it has."""

    title: str
    code: str | None = None
    summary: str = ""
    status: CampaignStatus = CampaignStatus.PREPARING
    starts_on: date | None = None
    ends_on: date | None = None


def check(draft: CampaignDraft, taken: Container[str], titles: Mapping[str, str]) -> list[Problem]:
    """Problems of a draft; `taken` are all other campaigns' codes, `titles` the agency's others, code -> title."""
    problems = []
    if draft.starts_on and draft.ends_on and draft.ends_on < draft.starts_on:
        days = {"starts": short_date(draft.starts_on), "ends": short_date(draft.ends_on)}
        problems.append(Problem("ends_on", phrases.ENDS_BEFORE_START.format(**days)))
    if draft.code is not None and (sentence := _complaint(draft.code, taken)):
        problems.append(Problem("code", sentence))
    for code, title in titles.items():
        if fold(title) == fold(draft.title):
            problems.append(Problem("title", phrases.SAME_TITLE.format(code=code)))
    return problems


def free_code(title: str, taken: Container[str]) -> str:
    """A code nobody has, made of the title: "ngay-khong-hen", then "ngay-khong-hen-2" …"""
    stem = slug(title, CODE_LIMIT - 4) or phrases.DEFAULT_CODE
    candidates = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(code for code in candidates if code not in taken and code not in RESERVED)


def _complaint(code: str, taken: Container[str]) -> str | None:
    if len(code) > CODE_LIMIT or not _CODE.fullmatch(code):
        return phrases.BAD_CODE
    if code in RESERVED:
        return phrases.RESERVED_CODE.format(code=code)
    if code in taken:
        return phrases.TAKEN_CODE.format(code=code, free=free_code(code, taken))
    return None

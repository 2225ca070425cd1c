"""Vietnamese public holidays, read from the holidays package. Its future years are a forecast, and it misses some swaps."""

from collections.abc import Iterable
from functools import lru_cache

from campaign.workdays import DaysOff


def days_off(years: Iterable[int]) -> DaysOff:
    """Holidays with compensatory days (Bộ luật Lao động Điều 112) and worked weekends of those years, named in Vietnamese."""
    return _read(tuple(sorted(set(years))))


@lru_cache(maxsize=32)
def _read(years: tuple[int, ...]) -> DaysOff:
    import holidays  # noqa: PLC0415 - slow import, not paid at start-up

    vietnam = holidays.country_holidays("VN", years=years, language="vi")
    return DaysOff(dict(vietnam), frozenset(vietnam.weekend_workdays))

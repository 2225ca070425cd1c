"""The Vietnamese language as an office writes it: letters, search, order, dates, numbers, lists, file names.

Every function is pure and takes text in any Unicode form. Rules come from Decree 30/2020/NĐ-CP ("D30") where it has
one, and from the usage of real plans where it has none.
"""

from campaign.vietnamese.dates import (
    countdown,
    deadline_countdown,
    legal_date,
    moment,
    short_date,
    spoken_date,
    spoken_time,
    weekday_name,
)
from campaign.vietnamese.due_words import latest_day, recurring
from campaign.vietnamese.file_names import safe_file_name, slug
from campaign.vietnamese.lists import letter, letter_value, roman, roman_value
from campaign.vietnamese.numbers import count, grouped, money, money_words, number_words
from campaign.vietnamese.order import collation_key, name_key
from campaign.vietnamese.read_dates import parse_date, parse_time
from campaign.vietnamese.search import fold, matches
from campaign.vietnamese.text import capitalise_first, clean, clean_lines, lower_first, nfc, quotes

__all__ = [
    "capitalise_first",
    "clean",
    "clean_lines",
    "collation_key",
    "count",
    "countdown",
    "deadline_countdown",
    "fold",
    "grouped",
    "latest_day",
    "legal_date",
    "letter",
    "letter_value",
    "lower_first",
    "matches",
    "moment",
    "money",
    "money_words",
    "name_key",
    "nfc",
    "number_words",
    "parse_date",
    "parse_time",
    "quotes",
    "recurring",
    "roman",
    "roman_value",
    "safe_file_name",
    "short_date",
    "slug",
    "spoken_date",
    "spoken_time",
    "weekday_name",
]

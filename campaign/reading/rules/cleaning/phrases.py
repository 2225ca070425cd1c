"""Words that tell a line's part in a Vietnamese paper, and how page numbers are written."""

import re

# What a line starts with that never goes on a sentence: numbers and bullets of lists, and the fixed words of a paper.
STARTS = re.compile(
    r"""
      [-–—+*•·●○▪■►➢➤✓✔→o]\s+(?!\d)
    | [-–—+•·●▪►➢](?=[A-ZÀ-ỸĐ])
    | \(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)(?:\s|$)
    | \d{1,2}(?:\.\d{1,2}){0,3}[.)](?:\s|$|(?=[A-ZÀ-ỸĐ]))
    | \d{1,2}(?:\.\d{1,2}){1,3}\s+(?=[A-ZÀ-ỸĐ])
    | [a-zđ][./](?:\s)
    | \d{1,2}/\s+(?=[A-ZÀ-ỸĐ])
    | (?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)\ là\b
    | (?:[IVXLC]{1,7}|[A-ZĐ])[.)](?:\s|$)
    | [IVX]{1,5}\s*[-–—/]\s+
    | (?i:điều|khoản)\s+\d+[a-z]?\s*[.:]
    | (?i:chương|phần|mục|phụ\ lục|biểu)\s+(?:[IVXLC]+|\d+)\b
    | (?:Kính\ gửi|Nơi\ nhận|Nơi\ gửi|Số|Trích\ yếu)\s*:
    | V/v\b
    | (?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s*\.\s
    | [A-ZĐ][^\W\d_]+(?:\ [A-ZĐ][^\W\d_]+){0,4}\s?,\ ngày\s[\d.…\s]*tháng\s
    | (?:Căn\ cứ|Thực\ hiện|Theo\ đề\ nghị|Xét\ đề\ nghị|Trên\ đây)\s
    """,
    re.VERBOSE,
)
SHORT_HEADS = re.compile(r"(?:Kính gửi|Nơi nhận|Nơi gửi|Số|V/v|Phụ lục)\b", re.IGNORECASE)
SUBJECT = re.compile(r"V/v\b")
WANTS_FIGURE = re.compile(r"(?:^|\s)(?:số|ngày|tháng|năm)\s*:?$", re.IGNORECASE)
WANTS_NAME = re.compile(
    r"(?:\s(?:và|của|về|các|với|công ty(?: (?:tnhh|cp|cổ phần))?)|,|\s[-–])$", re.IGNORECASE
)
NUMBERED = re.compile(r"\(?(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-Za-zđĐ])[.)/]")
# Broken anywhere in a letterhead they are still one line.
ONE_LINE = ("cộng hòa xã hội chủ nghĩa việt nam", "ủy ban nhân dân")
# A blank left for a number or a day is no gap between columns.
BLANK = re.compile(r"(?<=Số:)[ \t]{2,}(?=/)|(?<=ngày)[ \t]{2,}(?=tháng)|(?<=tháng)[ \t]{2,}(?=năm)", re.IGNORECASE)  # fmt: skip
PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*(\d{1,3})\s*[-–—]|\[\s*(\d{1,3})\s*\]|(?:Trang|Page)[\s:]*(\d{1,3})(?:\s*(?:/|trên|of)\s*\d{1,3})?|(\d{1,3})\s*/\s*\d{1,3}|(\d{1,3}))",
    re.IGNORECASE,
)
PLAIN_NUMBER = re.compile(r"\d{1,3}")

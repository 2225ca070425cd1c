"""The words of a document's head: Quốc hiệu to Kính gửi (D30 Phụ lục I II.1 to II.5, II.9)."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from operator import eq

from campaign.checking.phrases import PLACES, SIZES_TABLE, TYPES, Form, Part, Severity, main
from campaign.checking.rules import phrases
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.changes import Remedy
from campaign.checking.rules.docx import BOXES
from campaign.checking.rules.findings import Fault, Rule
from campaign.checking.rules.looks import looks_right
from campaign.checking.rules.mending import drawing, forming, lettering, typing
from campaign.checking.rules.pieces import Piece
from campaign.vietnamese import fold

_PROFILES = {(13, 14, 14), (12, 13, 13)}
_PROFILED = (Part.NATION, Part.MOTTO, Part.DATE)
_FITS = 0.12  # a drawn line this far from what is asked is still taken for it
_DAY = re.compile(
    rf"(?P<place>.*?)(?P<comma>,?)\s*{phrases.DAY}\s*(?P<day>\S*?)\s*{phrases.MONTH}\s*(?P<month>\S*?)\s*{phrases.YEAR}\s*(?P<year>\S*)\s*",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"(?P<number>[^/]*?)\s*(?P<slash>/?)\s*(?P<symbol>[^\W\d_][^/]*)?$")
_GROUPS = re.compile(r"[^\W_]+(?:\.[^\W_]+)?(?:-[^\W_]+)*")
_LEADERS = re.compile(r"\.\.|\u2026")
_BLANK = re.compile(r"[\s.…_]*")
_MIXED = {abbreviation.upper(): abbreviation for abbreviation in phrases.KINDS.values()}


def _missing(part: Part) -> Callable[[Anatomy], Iterator[Fault]]:
    def faults(anatomy: Anatomy) -> Iterator[Fault]:
        if anatomy.is_full and not anatomy.of(part):
            yield Fault(phrases.MISSING.format(part=part.label))

    return faults


def _nation_words(anatomy: Anatomy) -> Iterator[Fault]:
    """Quốc hiệu letter by letter, whatever its case; of its two spellings either."""
    for piece in anatomy.of(Part.NATION):
        if " ".join(piece.text.upper().split()) not in (phrases.NATION, phrases.NATION_TOO):
            yield Fault(phrases.OTHERWISE.format(text=piece.text), piece)


def _motto_words(anatomy: Anatomy) -> Iterator[Fault]:
    for piece in anatomy.of(Part.MOTTO):
        same = (
            piece.text.upper() == phrases.MOTTO.upper() if piece.is_capital else piece.text == phrases.MOTTO
        )
        if not same:
            yield Fault(phrases.OTHERWISE.format(text=piece.text), piece)


def _sizes_together(anatomy: Anatomy) -> Iterator[Fault]:
    """Only when each size is allowed by itself: otherwise that is told already."""
    found = [anatomy.first(part) for part in _PROFILED]
    sizes = tuple(piece.letters[0].look.size for piece in found if piece is not None and piece.letters)
    allowed = ((12, 13), (13, 14), (13, 14))
    if len(sizes) < 3 or not all(size in each for size, each in zip(sizes, allowed, strict=True)):
        return
    if sizes not in _PROFILES:
        nation, motto, day = (f"{size:g}" for size in sizes)
        yield Fault(phrases.TOGETHER_SIZES.format(nation=nation, motto=motto, date=day), found[0])


def _one_profile(_fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """The profile nearest to what is there, the larger of two as near."""
    found = [piece for part in _PROFILED if (piece := anatomy.first(part))]
    sizes = [piece.letters[0].look.size for piece in found]
    profile = max(sorted(_PROFILES, reverse=True), key=lambda each: sum(map(eq, each, sizes)))
    nation, motto, day = (f"{size:g}" for size in profile)
    return Remedy(
        tuple(
            lettering.letters_of(piece, size=float(size))
            for piece, old, size in zip(found, sizes, profile, strict=True)
            if old != size
        ),
        phrases.TOGETHER_SIZES.format(nation=nation, motto=motto, date=day),
    )


def _stroke(part: Part, low: float, high: float) -> Callable[[Anatomy], Iterator[Fault]]:
    """The line under a component is there, and low to high times as long as its longest or its last line.

    The length is not judged where the letters above are of a wrong size or case: put right, they fit it or not.
    """

    def faults(anatomy: Anatomy) -> Iterator[Fault]:
        pieces = anatomy.of(part)
        lengths = [stroke.length for _, stroke in anatomy.strokes.get(part, ())]
        if not pieces:
            return
        texts = [max(piece.width for piece in pieces), pieces[-1].width]
        texts.append(min(sum(piece.width for piece in pieces), pieces[-1].paragraph.width))
        if not lengths:
            yield Fault(phrases.NO_STROKE, pieces[-1])
        elif None in lengths or not all(looks_right(piece, part) for piece in pieces):
            return
        elif not any(_fits((length or 0) / text, low, high) for length in lengths for text in texts if text):
            told = phrases.STROKE.format(length=round(lengths[0] or 0), text=round(texts[0]))
            yield Fault(told, pieces[-1])

    return faults


def _fits(ratio: float, low: float, high: float) -> bool:
    return low - _FITS <= ratio <= high + _FITS


def _single_spaced(anatomy: Anatomy) -> Iterator[Fault]:
    nation, motto = anatomy.first(Part.NATION), anatomy.first(Part.MOTTO)
    if nation is None or motto is None or nation.paragraph is motto.paragraph:
        return
    gap = max(nation.paragraph.spacing.after, motto.paragraph.spacing.before)
    if gap > 3 or any(
        each.paragraph.spacing.rule == "auto" and each.paragraph.spacing.line > 1.2
        for each in (nation, motto)
    ):
        yield Fault(phrases.SPACED.format(gap=f"{gap:g}"), motto)


def _sides(anatomy: Anatomy) -> Iterator[Fault]:
    nation, agency = anatomy.first(Part.NATION), anatomy.first(Part.AGENCY)
    one, two = (piece.paragraph.cell if piece else None for piece in (nation, agency))
    if nation and one and two and one.table == two.table != BOXES and one.column < two.column:
        yield Fault(phrases.WRONG_SIDE, nation)


def _tabbed(anatomy: Anatomy) -> Iterator[Fault]:
    parts = (Part.NATION, Part.MOTTO, Part.AGENCY, Part.NUMBER, Part.DATE)
    tabbed = (piece for part in parts for piece in anatomy.of(part) if piece.tabbed)
    piece = next((piece for piece in tabbed if not piece.paragraph.centred), None)
    if piece is not None:
        yield Fault(phrases.TABBED, piece)


# ---------------------------------------------------------------- number and date


def _number(anatomy: Anatomy) -> tuple[Piece, str, re.Match[str]] | None:
    """The piece of cell 3, what stands between "Số" and the number, and the number with its symbol."""
    piece = anatomy.first(Part.NUMBER)
    if piece is None:
        return None
    word = piece.text[len(phrases.NUMBER) :] if piece.text.lower().startswith(phrases.NUMBER) else piece.text
    colon = ":" if word.lstrip().startswith(":") else ""
    found = _SYMBOL.match(word.lstrip(" :.,"))
    return (piece, colon, found) if found else None


def _colon(anatomy: Anatomy) -> Iterator[Fault]:
    if (found := _number(anatomy)) and not found[1]:
        yield Fault(phrases.OTHERWISE.format(text=found[0].text), found[0])


def _number_zero(anatomy: Anatomy) -> Iterator[Fault]:
    if (found := _number(anatomy)) and re.fullmatch(r"[1-9]", found[2]["number"].strip()):
        yield Fault(phrases.OTHERWISE.format(text=found[0].text), found[0])


def _symbol_form(anatomy: Anatomy) -> Iterator[Fault]:
    if not (found := _number(anatomy)):
        return
    piece, _, parts = found
    symbol = parts["symbol"] or ""
    spaced = bool(re.search(r"\d\s+/|/\s", piece.text))
    if (
        symbol
        and not _LEADERS.search(symbol)
        and (not parts["slash"] or spaced or not _GROUPS.fullmatch(symbol))
    ):
        yield Fault(phrases.OTHERWISE.format(text=piece.text), piece)


def _symbol_case(anatomy: Anatomy) -> Iterator[Fault]:
    if not (found := _number(anatomy)):
        return
    groups = re.split(r"\s*[-\u2013]\s*", found[2]["symbol"] or "")
    if any(group != _MIXED.get(group.upper(), group.upper()) for group in groups):
        yield Fault(phrases.OTHERWISE.format(text=found[0].text), found[0])


def _symbol_kind(anatomy: Anatomy) -> Iterator[Fault]:
    if not (found := _number(anatomy)) or not found[2]["symbol"]:
        return
    head = re.split(r"\s*[-\u2013]\s*", found[2]["symbol"])[0].upper()
    told = phrases.OTHERWISE.format(text=found[0].text)
    if anatomy.form is Form.LETTER and head and head in {*_MIXED, phrases.LETTER_SHORT}:
        yield Fault(told, found[0], phrases.LETTER_SYMBOL_ASKED)
    wanted = phrases.KINDS.get(anatomy.kind, "")
    if anatomy.form is Form.NAMED and wanted and head != wanted.upper():
        yield Fault(told, found[0], phrases.SYMBOL_KIND_ASKED.format(symbol=f"{wanted}-"))


def _date(anatomy: Anatomy) -> tuple[Piece, re.Match[str]] | None:
    piece = anatomy.first(Part.DATE)
    found = _DAY.fullmatch(piece.text) if piece else None
    return (piece, found) if piece and found else None


def _date_form(anatomy: Anatomy) -> Iterator[Fault]:
    piece = anatomy.first(Part.DATE)
    if piece is None:
        return
    found = _DAY.fullmatch(piece.text)
    written = found and all(
        re.fullmatch(rf"{size}|[\s.…_]*", found[name])
        for name, size in (("day", r"\d{1,2}"), ("month", r"\d{1,2}"), ("year", r"\d{4}"))
    )
    if not written or not (found and found["place"].strip()):
        yield Fault(phrases.OTHERWISE.format(text=piece.text), piece)


def _date_comma(anatomy: Anatomy) -> Iterator[Fault]:
    if (found := _date(anatomy)) and found[1]["place"].strip() and not found[1]["comma"]:
        yield Fault(phrases.OTHERWISE.format(text=found[0].text), found[0])


def _date_zero(anatomy: Anatomy) -> Iterator[Fault]:
    if (found := _date(anatomy)) and (
        re.fullmatch("[1-9]", found[1]["day"]) or re.fullmatch("[12]", found[1]["month"])
    ):
        yield Fault(phrases.OTHERWISE.format(text=found[0].text), found[0])


def _zeros(text: str) -> str:
    """Day and month with the zeros that are asked."""
    text = re.sub(rf"({phrases.DAY}\s+)([1-9])(?!\d)", r"\g<1>0\2", text, flags=re.IGNORECASE)
    return re.sub(rf"({phrases.MONTH}\s+)([12])(?!\d)", r"\g<1>0\2", text, flags=re.IGNORECASE)


def _date_no_zero(anatomy: Anatomy) -> Iterator[Fault]:
    if (found := _date(anatomy)) and re.fullmatch("0[3-9]", found[1]["month"]):
        yield Fault(phrases.OTHERWISE.format(text=found[0].text), found[0])


def _date_real(anatomy: Anatomy) -> Iterator[Fault]:
    if not (found := _date(anatomy)) or not all(
        found[1][name].isdigit() for name in ("day", "month", "year")
    ):
        return
    try:
        date(*(int(found[1][name]) for name in ("year", "month", "day")))
    except ValueError:
        yield Fault(phrases.OTHERWISE.format(text=found[0].text), found[0])


def _place_case(anatomy: Anatomy) -> Iterator[Fault]:
    found = _date(anatomy)
    if found and typing.capitals_of_place(found[1]["place"]) != found[1]["place"]:
        yield Fault(phrases.OTHERWISE.format(text=found[0].text), found[0])


def _same_line(anatomy: Anatomy) -> Iterator[Fault]:
    number, day = anatomy.first(Part.NUMBER), anatomy.first(Part.DATE)
    one, two = (piece.paragraph.cell if piece else None for piece in (number, day))
    if one and two and one.table == two.table and one.row != two.row:
        yield Fault(phrases.SAME_LINE_NOT, day)


def _blanks(anatomy: Anatomy) -> Iterator[Fault]:
    """Number, day and signer of a document about to be issued."""
    if not anatomy.issuing or not anatomy.is_full:
        return
    number, day = _number(anatomy), _date(anatomy)
    if number and _BLANK.fullmatch(number[2]["number"]):
        yield Fault(phrases.BLANK, number[0])
    if day and any(_BLANK.fullmatch(day[1][name]) for name in ("day", "month", "year")):
        yield Fault(phrases.BLANK, day[0])
    if not anatomy.of(Part.SIGNER):
        yield Fault(phrases.MISSING.format(part=Part.SIGNER.label), anatomy.first(Part.AUTHORITY))


# ---------------------------------------------------------------- trích yếu and Kính gửi


def _subject_stop(anatomy: Anatomy) -> Iterator[Fault]:
    pieces = anatomy.of(Part.SUBJECT) or anatomy.of(Part.ABOUT)
    if pieces and pieces[-1].text.endswith((".", ";")) and not pieces[-1].text.endswith("..."):
        yield Fault(phrases.OTHERWISE.format(text=pieces[-1].text[-40:]), pieces[-1])


def _about_word(anatomy: Anatomy) -> Iterator[Fault]:
    piece = anatomy.first(Part.ABOUT)
    if piece and not piece.key.startswith(phrases.ABOUT):
        yield Fault(phrases.OTHERWISE.format(text=piece.text[:40]), piece)


def _about_gap(anatomy: Anatomy) -> Iterator[Fault]:
    number, about = anatomy.first(Part.NUMBER), anatomy.first(Part.ABOUT)
    if number is None or about is None or number.paragraph is about.paragraph:
        return
    gap = max(number.paragraph.spacing.after, about.paragraph.spacing.before)
    if abs(gap - 6) > 1.5 and not _blank_between(anatomy, number, about):
        yield Fault(phrases.ABOUT_GAP.format(gap=f"{gap:g}"), about)


def _blank_between(anatomy: Anatomy, one: Piece, two: Piece) -> bool:
    paragraphs = anatomy.docx.paragraphs
    between = paragraphs[paragraphs.index(one.paragraph) + 1 : paragraphs.index(two.paragraph)]
    return any(not paragraph.text.strip() for paragraph in between)


def _to_colon(anatomy: Anatomy) -> Iterator[Fault]:
    piece = anatomy.first(Part.ADDRESSEE)
    if piece and not piece.text[len(phrases.TO) :].lstrip().startswith(":"):
        yield Fault(phrases.OTHERWISE.format(text=piece.text[:40]), piece)


def _to_one(anatomy: Anatomy) -> Iterator[Fault]:
    pieces = anatomy.of(Part.ADDRESSEE)
    if len(pieces) == 2 and pieces[0].key.rstrip(": ") == fold(phrases.TO):
        yield Fault(phrases.OTHERWISE.format(text=pieces[1].text), pieces[1])


def _to_many(anatomy: Anatomy) -> Iterable[Fault]:
    pieces = anatomy.of(Part.ADDRESSEE)[1:]
    for place, piece in enumerate(pieces if len(pieces) > 1 else ()):
        end = "." if place == len(pieces) - 1 else ";"
        if not piece.numbered.startswith("-") or not piece.text.endswith(end):
            yield Fault(phrases.OTHERWISE.format(text=piece.numbered), piece)


def _listed(fault: Fault, anatomy: Anatomy) -> Remedy | None:
    """A dash before the place, unless Word draws one, and the sign behind it."""
    piece = lettering.piece_of(fault)
    if piece is None or (piece.paragraph.label and not piece.numbered.startswith("-")):
        return None
    if not re.search(r"[\w).;,]$", piece.text):
        return None
    text = piece.text if piece.numbered.startswith("-") else f"- {piece.text.lstrip('–—+* ')}"
    return typing.retyped(
        piece, text.rstrip(" .;,") + ("." if piece is anatomy.of(Part.ADDRESSEE)[-1] else ";")
    )


_NEEDED = {Part.NATION: "1", Part.MOTTO: "1", Part.AGENCY: "2", Part.NUMBER: "3", Part.DATE: "4"}


def _rules_of_missing() -> Iterator[Rule]:
    for part, clause in _NEEDED.items():
        asked = phrases.MUST_BE.format(part=part.label)
        yield Rule(f"{part.value}.missing", part, main(clause), asked, _missing(part))


def _no_subject(anatomy: Anatomy) -> Iterator[Fault]:
    part = Part.ABOUT if anatomy.form is Form.LETTER else Part.SUBJECT
    if anatomy.is_full and not anatomy.of(part):
        yield Fault(phrases.MISSING.format(part=part.label), anatomy.first(Part.KIND))


def _no_addressee(anatomy: Anatomy) -> Iterator[Fault]:
    if anatomy.form is Form.LETTER and not anatomy.of(Part.ADDRESSEE):
        yield Fault(phrases.MISSING.format(part=Part.ADDRESSEE.label))


RULES = (
    *_rules_of_missing(),
    Rule("nation.words", Part.NATION, main("1", "a"), phrases.WORDING_ASKED.format(text=phrases.NATION), _nation_words, mend=typing.by(lambda _: phrases.NATION)),
    Rule("motto.words", Part.MOTTO, main("1", "b"), phrases.MOTTO_ASKED.format(text=phrases.MOTTO), _motto_words, mend=typing.by(lambda _: phrases.MOTTO)),
    Rule("motto.stroke", Part.MOTTO, main("1", "b"), phrases.STROKE_EQUAL, _stroke(Part.MOTTO, 1, 1), mend=drawing.stroked(Part.MOTTO, whole=True)),
    Rule("motto.spacing", Part.MOTTO, main("1", "c"), phrases.SINGLE_SPACED, _single_spaced, mend=forming.single_spaced),
    Rule("nation.sizes", Part.NATION, SIZES_TABLE, phrases.TOGETHER_ASKED, _sizes_together, mend=_one_profile),
    Rule("nation.side", Part.NATION, PLACES, phrases.SIDE_BY_SIDE, _sides),
    Rule("nation.tabs", Part.NATION, PLACES, phrases.TABLE_ASKED, _tabbed, Severity.NOTE),
    Rule("agency.stroke", Part.AGENCY, main("2", "b"), phrases.STROKE_PART, _stroke(Part.AGENCY, 1 / 3, 1 / 2), mend=drawing.stroked(Part.AGENCY, whole=False)),
    Rule("number.colon", Part.NUMBER, main("3", "c"), phrases.COLON_ASKED, _colon, mend=typing.sub(rf"^({phrases.NUMBER})\s*[.,]?\s*", r"\1: ")),
    Rule("number.zero", Part.NUMBER, main("3", "c"), phrases.ZERO_ASKED, _number_zero, mend=typing.sub(r"(?<!\d)([1-9])(?!\d)", r"0\1")),
    Rule("number.form", Part.NUMBER, main("3", "c"), phrases.SYMBOL_ASKED, _symbol_form, mend=typing.by(typing.symbol_joined)),
    Rule("number.case", Part.NUMBER, main("3", "c"), phrases.SYMBOL_CAPS_ASKED, _symbol_case, mend=typing.by(typing.symbol_raised)),
    Rule("number.kind", Part.NUMBER, TYPES, phrases.SYMBOL_ASKED, _symbol_kind),
    Rule("date.form", Part.DATE, main("4", "b"), phrases.DATE_FORM_ASKED, _date_form),
    Rule("date.comma", Part.DATE, main("4", "c"), phrases.DATE_COMMA_ASKED, _date_comma, mend=typing.sub(rf"\s*({phrases.DAY}\s)", r", \1")),
    Rule("date.zero", Part.DATE, main("4", "b"), phrases.DATE_ZERO_ASKED, _date_zero, mend=typing.by(_zeros)),
    Rule("date.needless_zero", Part.DATE, main("4", "b"), phrases.DATE_NO_ZERO_ASKED, _date_no_zero, Severity.NOTE, typing.sub(rf"({phrases.MONTH}\s+)0(?=[3-9])", r"\1")),
    Rule("date.real", Part.DATE, main("4", "b"), phrases.REAL_DAY_ASKED, _date_real),
    Rule("date.place", Part.DATE, main("4", "c"), phrases.PLACE_CAPS_ASKED, _place_case, mend=typing.by(typing.place_named)),
    Rule("date.line", Part.DATE, main("4", "c"), phrases.SAME_LINE_ASKED, _same_line, mend=forming.level_with(Part.DATE, Part.NUMBER)),
    Rule("number.blank", Part.NUMBER, main("3", "a"), phrases.FILLED_ASKED, _blanks),
    Rule("subject.missing", Part.SUBJECT, main("5", "a"), phrases.MUST_BE.format(part=Part.SUBJECT.label), _no_subject),
    Rule("subject.stroke", Part.SUBJECT, main("5", "b"), phrases.STROKE_PART, _stroke(Part.SUBJECT, 1 / 3, 1 / 2), mend=drawing.stroked(Part.SUBJECT, whole=False)),
    Rule("subject.stop", Part.SUBJECT, main("5", "a"), phrases.NO_STOP_ASKED, _subject_stop, Severity.MEND, typing.by(lambda text: text.rstrip(" .;"))),
    Rule("about.word", Part.ABOUT, main("5", "b"), phrases.ABOUT_WORD_ASKED, _about_word),
    Rule("about.gap", Part.ABOUT, main("5", "b"), phrases.ABOUT_GAP_ASKED, _about_gap, mend=forming.about_set_off),
    Rule("addressee.missing", Part.ADDRESSEE, main("9", "b"), phrases.MUST_BE.format(part=Part.ADDRESSEE.label), _no_addressee),
    Rule("addressee.colon", Part.ADDRESSEE, main("9", "d"), phrases.TO_COLON_ASKED, _to_colon, mend=typing.sub(rf"^({phrases.TO})\s*", r"\1: ")),
    Rule("addressee.one", Part.ADDRESSEE, main("9", "d"), phrases.TO_ONE_ASKED, _to_one),
    Rule("addressee.many", Part.ADDRESSEE, main("9", "d"), phrases.TO_MANY_ASKED, _to_many, mend=_listed),
)  # fmt: skip

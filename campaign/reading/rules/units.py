"""Names of bodies in running text: where one begins, where it ends, and lists of them."""

import re
from functools import lru_cache

from campaign.reading import phrases
from campaign.reading.rules.text import plain, squeeze

_GIVEN_TO = re.compile(rf"^\W*{phrases.GIVEN_TO}")
_NAME = re.compile(
    rf"(?:\d{{1,3}}\s+(?:{phrases.BODY})|{phrases.MANY}|{phrases.FIXED_NAMES}|(?:{phrases.OFFICER}|{phrases.BODY})(?!\w))"
)
_FIXED = re.compile(phrases.FIXED_NAMES)
_VERB = re.compile(rf"(?:(?<=\s)|(?<=[,;:]))(?:{phrases.VERBS})(?!\w)")
_NOT_A_UNIT = re.compile(phrases.NOT_A_UNIT)
_WITH = re.compile(phrases.WITH)
_WITH_STOP = re.compile(
    rf"\s(?:{phrases.WITH_STOPS})(?!\w)|;(?!\s+(?:{phrases.MANY}|{phrases.OFFICER}|{phrases.BODY}))|[.:(]|,\s+(?=(?:{phrases.VERBS})\b)"
)
_LABELLED_WITH = re.compile(phrases.CELL_WITH)
_LEADS_IN_LIST, _HELPS_IN_LIST = re.compile(phrases.LEADS_IN_LIST), re.compile(phrases.HELPS_IN_LIST)
_LIST_CUT = re.compile(phrases.LIST_CUT)
_COUNCILS = re.compile(phrases.COUNCIL_AND_COMMITTEE)
_VERB_FIRST = re.compile(rf"\s*(?:{phrases.VERBS})(?!\w)")
_ABBREVIATED = re.compile(phrases.ABBREVIATED_BODY)
_ABBREVIATED_NAME = re.compile(phrases.ABBREVIATED_NAME)
_ONE_GIVEN = re.compile(phrases.ONE_GIVEN)
_REMARK = re.compile(phrases.REMARK_ON_NAME)
_NAME_ENDS, _ENDS_BEFORE = re.compile(phrases.NAME_ENDS), re.compile(phrases.ENDS_BEFORE)
_NOBODY = re.compile(phrases.NOBODY)
_NOT_TOLD, _CLAUSE_BEGINS = re.compile(phrases.NOT_TOLD), re.compile(phrases.CLAUSE_BEGINS)
_DESCRIBED = re.compile(phrases.DESCRIBED)
_GROUP_COLON = re.compile(phrases.GROUP_COLON)
_NAME_WORDS = frozenset(phrases.NAME_WORDS.split("|"))
_LONGEST = 260
_FEW_WORDS = 9
_WINDOW = 2 * _LONGEST  # what stands further behind cannot be part of a name


def without_lead_in(text: str) -> str:
    """The text without Giao, Đề nghị, Yêu cầu … at its beginning."""
    found = _GIVEN_TO.match(plain(text[:_WINDOW]))
    return text[found.end() :].lstrip() if found else text


def is_given(text: str) -> bool:
    """Whether a text begins with Giao, Đề nghị, Yêu cầu …"""
    return bool(_GIVEN_TO.match(plain(text[:_WINDOW])))


def starts_with_unit(text: str) -> bool:
    """Whether a text begins with the name of a body, of people in office, or of many of them."""
    return _starts_with_unit(text[:_WINDOW])


@lru_cache(maxsize=4096)  # every recogniser asks for the same lines
def _starts_with_unit(text: str) -> bool:
    bare = without_lead_in(text).lstrip("“\"'( ")
    return bool(_NAME.match(_kept(bare)) or _ABBREVIATED.match(bare)) and not _NOT_A_UNIT.match(plain(bare))


def _kept(text: str) -> str:
    """The text in small letters, but with the capitals that tell "Bản A" and "ông B" from ordinary words."""
    small = plain(text)
    return re.sub(
        phrases.KEPT_CAPITAL,
        lambda found: text[found.start()].upper() if text[found.start()].isupper() else found[0],
        small,
    )


def is_unit(heading: str) -> bool:
    """Whether a heading is nothing but a body: no verb in small letters, no sentence; or people told by what they do."""
    bare = _trimmed(without_lead_in(heading))
    if not bare or len(bare) > _LONGEST or not starts_with_unit(bare):
        return False
    if heading.rstrip().endswith(":") and _is_described(bare):
        return True
    verb = first_verb(bare)
    return verb is None or bool(_NAME_ENDS.fullmatch(plain(bare[verb:])))


def could_be_unit(heading: str) -> bool:
    """Whether a heading may name somebody the vocabulary does not know: "Chị Hạnh - Chủ tịch:", "Tư pháp - Hộ tịch"."""
    bare = _trimmed(heading)
    return 0 < len(bare) < 120 and bare[0].isalnum() and not _NOT_A_UNIT.match(plain(bare))


def first_verb(text: str) -> int | None:
    """Where the first verb in small letters stands after a name; None when there is none."""
    small = plain(text[:_WINDOW])
    fixed = [found.span() for found in _FIXED.finditer(small)]
    for found in _VERB.finditer(small):
        inside = any(start < found.start() < end for start, end in fixed)
        given = found[0] in phrases.GIVEN_VERBS and small[: found.start()].endswith(phrases.GIVEN)
        ends = _NAME_ENDS.fullmatch(found[0]) and _ENDS_BEFORE.match(small, found.end())
        if text[found.start()].islower() and not (inside or given or ends or _is_in_name(text, found)):
            return found.start()
    return None


def _outside_lists(name: str) -> str:
    """A name without the stops between the bodies it lists: "Sở A; UBND các xã"."""
    return re.sub(rf";(?=\s+(?:{phrases.MANY}|{phrases.OFFICER}|{phrases.BODY}))", "", plain(name))


def _is_described(before: str) -> bool:
    """Whether a name is that of people told by what they do: "Các đồng chí Đảng ủy viên phụ trách thôn"."""
    return len(before) < 120 and bool(_DESCRIBED.match(plain(before)))


def _end_of_name(text: str, limit: int) -> int | None:
    """Where a name stops for want of a known verb: before the first small word names do not go on with."""
    head = _NAME.match(_kept(text))
    if not head or not text[0].isupper():
        return None
    before = ""
    for found in re.finditer(r"\w+", text[: min(limit, 120)]):
        word = found[0]
        known = word[0].isupper() or before[:1].isupper() or plain(word) in _NAME_WORDS
        if found.start() >= head.end() and not known:
            return found.start() if len(text[found.start() :].split()) > 2 else None
        before = word
    return None


def _is_in_name(text: str, found: re.Match[str]) -> bool:
    """Whether what looks like a verb is in brackets, or the second half of a word of the name: "Thống kê"."""
    *further, before = ["", "", *text[: found.start()].split()][-2:]
    half = " " not in found[0] and before[:1].isupper() and not before.isupper()
    proper = further[0][:1].isupper() and not _NAME.match(plain(further[0]))  # "Long Xuân lập …"
    return (half and not proper) or _in_brackets(text, found.start())


def _in_brackets(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place)


def split_subject(text: str) -> tuple[str, str]:
    """Unit and duty of "Giao Sở X chủ trì …" or "Công an huyện bảo đảm …"; ("", text) when no unit is the subject."""
    if not starts_with_unit(text):
        return "", text
    bare = without_lead_in(text)
    before, colon, after = bare.partition(":")
    if colon and after.strip() and is_unit(before + colon) and not names_group(before, after):
        return _trimmed(before), after.strip()
    verb = first_verb(bare)
    if verb is None or bare[:verb].rstrip().endswith(",") or ";" in _outside_lists(bare[:verb]):
        verb = _end_of_name(bare, verb or len(bare)) or verb
    if verb is None or verb > _LONGEST:
        return "", text
    begins = _CLAUSE_BEGINS.search(plain(bare), 0, verb)
    if begins and bare[begins.start() + 1].islower() and not _in_brackets(bare, begins.start()):
        verb = begins.start() + 1
    unit = _trimmed(bare[:verb])
    if (
        not unit
        or _NOT_TOLD.search(plain(unit))
        or (":" in unit and not names_group(*unit.split(":", 1)))
        or "." in unit.replace("TP.", "")
    ):
        return "", text
    return unit, bare[verb:].strip()


def split_unknown(text: str) -> tuple[str, str]:
    """Who a line tells that stands among lines about units: "Chủ đầu tư bố trí …", "Xã đội: huy động …"; ("", text) without."""
    before, colon, after = text.partition(":")
    verb = len(before) + 1 if colon and after.lstrip()[:1].islower() else first_verb(text)
    name = text[:verb].strip(" :") if verb else ""
    few = 1 < len(name.split()) <= _FEW_WORDS and name[0].isupper() and not re.search(r"[:;.(]|,$", name)
    if not few or not could_be_unit(name) or _NOT_TOLD.search(plain(name)) or _NOBODY.match(plain(name)):
        return "", text
    return name, text[verb:].strip()


def names_group(before: str, after: str) -> bool:
    """Whether a colon belongs to a name, "các Sở: Tư pháp, Tài chính", and does not introduce a duty."""
    if not after.lstrip()[:1].isupper() or _VERB_FIRST.match(plain(after)):
        return False
    return bool(_GROUP_COLON.search(plain(before).rstrip(": ") + ":"))


def unit_of(heading: str) -> str:
    """The unit a heading names, without lead-in, colon or stop."""
    return _trimmed(without_lead_in(heading))


def _trimmed(text: str) -> str:
    bare = squeeze(text).strip(" .;:,-–")
    remark = _REMARK.search(plain(bare))
    bare = squeeze(f"{bare[: remark.start()]} {bare[remark.end() :]}") if remark else bare
    bare = re.sub(phrases.AFTER_NAME, "", bare)
    given = _ONE_GIVEN.search(plain(bare))
    return bare[: given.start()] if given else bare


def partners_in(text: str) -> list[str]:
    """The units named after "phối hợp với" in a duty, each as written."""
    small = plain(text)
    named: list[str] = []
    for found in _WITH.finditer(small):
        rest = text[found.end() : found.end() + _WINDOW]
        if not starts_with_unit(rest):
            continue
        stop = _WITH_STOP.search(small, found.end(), found.end() + _WINDOW)
        verb = first_verb(" " + rest)
        ends = [
            stop.start() - found.end() if stop else len(rest),
            verb - 1 if verb is not None else len(rest),
        ]
        named += [name for name in split_units(rest[: min(ends)]) if name not in named]
    return named


def shared(text: str) -> tuple[str, str]:
    """Who leads and who helps, of a cell or label: "A chủ trì, phối hợp với B", "A; phối hợp: B", "A (chủ trì), B"."""
    found = _LABELLED_WITH.search(plain(text))
    if found:
        return _without_role(text[: found.start()]), text[found.end() :]
    names = [name for part in text.split(";") for name in split_units(part)]
    leads = [name for name in names if _LEADS_IN_LIST.search(plain(name))]
    helps = [name for name in names if _HELPS_IN_LIST.search(plain(name))]
    if not leads and not helps:
        return text, ""
    leads = leads or [name for name in names if name not in helps]
    rest = [name for name in names if name not in leads]
    return "; ".join(map(_without_role, leads)), "; ".join(map(_without_role, rest))


def _without_role(name: str) -> str:
    found = _LEADS_IN_LIST.search(plain(name)) or _HELPS_IN_LIST.search(plain(name))
    return name[: found.start()] if found else name


def ends_in_partners(text: str) -> bool:
    """Whether a clause stops within a list of partners: "chủ trì, phối hợp với Sở A", what they do stands further on."""
    found = list(_WITH.finditer(plain(text)))
    return bool(found) and first_verb(" " + text[found[-1].end() :]) is None


def split_units(text: str) -> list[str]:
    """The units of a list: a comma or "và" divides only where a new body begins."""
    small = plain(text)
    councils = [found.span() for found in _COUNCILS.finditer(small)]
    cuts = [0]
    ends = []
    group = False
    for found in _LIST_CUT.finditer(small):
        rest = text[found.end() :]
        group = bool(re.match(phrases.MANY, small[cuts[-1] :].lstrip()))
        inside = any(start <= found.start() < end for start, end in councils)
        if not inside and _begins_unit(rest, group, found[0].strip()):
            ends.append(found.start())
            cuts.append(found.end())
    spans = zip(cuts, [*ends, len(text)], strict=True)
    return [name for start, end in spans if (name := _trimmed(text[start:end]))]


def _begins_unit(rest: str, group: bool, cut: str) -> bool:
    if rest and cut == "," and not group and _ABBREVIATED_NAME.match(rest):
        return True
    if not rest or not starts_with_unit(rest):
        return False
    if re.match(phrases.MANY, plain(rest)):
        return True
    if rest[0].isupper():
        return True
    if cut == ";":
        return True
    # "các sở, ban, ngành, địa phương" goes on in small letters; "phòng Nội vụ" is a new body.
    second = rest.split()[1:2]
    named = bool(second) and second[0][:1].isupper()
    return not group and (named or (cut == "," and bool(re.match(phrases.ANY_BODY, plain(rest)))))

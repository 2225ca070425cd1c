"""Names for files, codes and addresses made from Vietnamese text."""

import re

from campaign.vietnamese.search import fold
from campaign.vietnamese.text import clean, nfc

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DIVIDERS = re.compile(r"\s*[/\\|:]+\s*")
_ILLEGAL = re.compile(r'[<>"?*]')
_EXTENSION = re.compile(r"\.(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{1,5}$")
# Names Windows keeps for devices, with any extension (Microsoft: Naming Files, Paths, and Namespaces).
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?= *(\.|$))", re.IGNORECASE)
_MOST_CHARACTERS = 120
_MOST_BYTES = 240
_NAMELESS = "tài liệu"


def slug(text: str, limit: int = 60) -> str:
    """Small ASCII letters and digits joined by "-", at most `limit`, cut between words: "ke-hoach-to-chuc-le".

    Empty when the text has no letter or digit that folds to ASCII.
    """
    whole = _NOT_SLUG.sub("-", fold(text).replace("'", "")).strip("-")
    if len(whole) <= limit:
        return whole
    # One character more than allowed: a hyphen there means the last word is whole.
    at_word, _, _ = whole[: limit + 1].rpartition("-")
    return at_word or whole[:limit]


def safe_file_name(text: str) -> str:
    """A name any system accepts, Vietnamese letters kept: at most 120 characters and 240 UTF-8 bytes, never empty.

    The signs / \\ | : become "-" (05/KH-UBND is 05-KH-UBND), < > " ? * go; no dot or blank at an end, no Windows device
    name; a short extension survives the cut.
    """
    name = _ILLEGAL.sub("", _DIVIDERS.sub("-", clean(text)))
    name = nfc(" ".join(name.split())).lstrip(" .-").rstrip(" .") or _NAMELESS
    name = _RESERVED.sub(r"\1_", name, count=1) if _RESERVED.match(name) else name
    found = _EXTENSION.search(name)
    extension = found.group() if found else ""
    stem = name[: len(name) - len(extension)][: _MOST_CHARACTERS - len(extension)]
    stem = stem.encode()[: _MOST_BYTES - len(extension)].decode(errors="ignore")
    return stem.rstrip(" .") + extension

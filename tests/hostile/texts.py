"""Texts that break careless programs: what people paste, and what an attacker types."""

import unicodedata

SCRIPT = '"><img src=x onerror=alert(1)>'
MARKUP = f"HĐND&UBND <x> \"y\" 'z' &amp; ]]> <!-- {SCRIPT} javascript:alert(1)"
TEMPLATE = "{{ 7*7 }} {% for x in y %} {# z #} {{r name }} {%p if %} ${7*7} %s %(a)s {0} {name}"
INLINE = "**đậm** *nghiêng* [[x]] [[^]] [[^chú]] [[ ]] ]] ** * \\ \\* - + = @SUM(A1)"
LETTERS = (
    unicodedata.normalize("NFD", "Ủy ban nhân dân xã Đắk Song")
    + " 😀👨‍👩‍👧 \u202etrái\u202c a\u0301\u0302\u0323 ﷽ \U0010ffff"
)
CONTROLS = "a\x00b\x01c\x08d\x0be\x0cf\x1bg\x7fh\x85i\u2028j\u2029k\ufffel\uffffm\ufeffn\u00ado\u200bp"
LONG = "ă" * 10_000
ENORMOUS = "a" * 1_000_000
ODD_DATES = ("31/2/2026", "0/0/0", "24/3/99999", "01/01/0001", "31/12/9999")
ODD_NUMBERS = ("1" + "0" * 30, "9" * 5000, "-1", "²")
ODD_CHOICES = ("1" + "0" * 30, "9" * 5000)

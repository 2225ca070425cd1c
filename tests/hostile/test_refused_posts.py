"""Whatever is posted to whichever address: no fault of ours, nothing written when refused, nothing typed lost."""

import re
from collections.abc import Iterable

from lxml import html
from werkzeug.test import TestResponse

from campaign.vietnamese import clean_lines
from tests.hostile.stage import Filled, Stage
from tests.hostile.texts import (
    CONTROLS,
    ENORMOUS,
    LONG,
    MARKUP,
    ODD_CHOICES,
    ODD_DATES,
    ODD_NUMBERS,
    TEMPLATE,
)

REFUSALS = {400, 404, 409, 413, 422}


def faults_of(stage: Stage, form: Filled, what: str) -> list[str]:
    """What is wrong with the answer to that form; the rows are put back when they changed."""
    answer = stage.post(form)
    changed = stage.database.rows() != stage.database.seen
    if changed:
        stage.database.restore()
    told = f"{form.action} with {what}: {answer.status_code}"
    if answer.status_code >= 400 and answer.status_code not in REFUSALS:
        return [told]
    faults = [f"{told}, yet something was written"] if changed and answer.status_code >= 400 else []
    if answer.status_code == 422 and form.typed:
        faults += [f"{told}: {fault}" for fault in lost(answer, form)]
    return faults


def lost(answer: TestResponse, form: Filled) -> list[str]:
    """Typed values that are not on the refused page any more, and a page without a word of why."""
    page = html.fromstring(answer.get_data(as_text=True))
    if not page.find_class("error") and not page.find_class("summary"):
        return ["no sentence says why"]
    shown = {
        each.name: each.value or "" for each in page.iter("input", "textarea") if each.get("name") and each.get("type") != "password"
    }  # fmt: skip
    english = [each for each in page.find_class("error") if re.search("nvalid|alid ", each.text_content())]
    return [f"says {each.text_content()!r}" for each in english] + [
        f"{name} is lost"
        for name, value in form.pairs
        if name in form.typed and name in shown and _words(shown[name]) != _words(value)
    ]


def _words(text: str) -> list[str]:
    """A text without what fields tidy away: blanks, controls, letters in two pieces, capitals of addresses."""
    return clean_lines(text).lower().split()


def every_fault(forms: Iterable[Filled], stage: Stage, texts: dict[str, str]) -> list[str]:
    """The faults of each form with each text typed everywhere."""
    return [
        fault
        for form in forms
        for what, text in texts.items()
        for fault in faults_of(stage, form.with_text(text), what)
    ]


def test_an_empty_post_is_refused_or_harmless(stage: Stage) -> None:
    faults = []
    for address in stage.posts():
        faults += faults_of(stage, Filled(address, (), frozenset()), "nothing")
    assert faults == []


def test_fields_missing_one_by_one_are_no_fault(stage: Stage) -> None:
    faults = []
    for form in stage.forms():
        for missing in sorted({name for name, _ in form.pairs} - form.typed):
            rest = tuple(pair for pair in form.pairs if pair[0] != missing)
            faults += faults_of(stage, Filled(form.action, rest, form.typed), f"no {missing}")
    assert faults == []


def test_a_save_without_its_version_overwrites_nothing(stage: Stage) -> None:
    faults = []
    for form in stage.forms():
        if not form.typed or dict(form.pairs).get("version", "0") == "0":
            continue
        rest = tuple(pair for pair in form.pairs if pair[0] != "version")
        stage.post(Filled(form.action, rest, form.typed).with_text("Khác hẳn"))
        if stage.database.rows() != stage.database.seen:
            faults.append(form.action)
            stage.database.restore()
    assert faults == []


def test_odd_dates_are_told_at_their_field(stage: Stage) -> None:
    assert every_fault(stage.kinds_of_form(), stage, {text: text for text in ODD_DATES}) == []


def test_odd_numbers_are_told_at_their_field(stage: Stage) -> None:
    assert every_fault(stage.kinds_of_form(), stage, {text[:20]: text for text in ODD_NUMBERS}) == []


def test_odd_choices_and_versions_are_no_fault(stage: Stage) -> None:
    faults = []
    for form in stage.forms():
        for text in ODD_CHOICES:
            faults += faults_of(stage, form.with_others(text), text[:20])
    assert faults == []


def test_long_and_hostile_texts_are_kept_on_the_page(stage: Stage) -> None:
    texts = {"10,000 letters": LONG, "markup": (MARKUP + TEMPLATE) * 100, "controls": CONTROLS}
    assert every_fault(stage.kinds_of_form(), stage, texts) == []


def test_a_million_letters_are_refused(stage: Stage) -> None:
    faults = []
    for form in stage.kinds_of_form():
        name = min(form.typed)
        pairs = tuple((key, ENORMOUS if key == name else value) for key, value in form.pairs)
        faults += faults_of(stage, Filled(form.action, pairs, form.typed), f"a million letters in {name}")
    assert faults == []


def test_half_letters_and_broken_bytes_are_no_fault(stage: Stage) -> None:
    """Lone surrogates and bytes that are no UTF-8: browsers never send them."""
    faults = []
    for form in stage.kinds_of_form():
        body = "&".join(f"{name}=%ED%A0%80%FF%00x" for name in form.typed)
        answer = stage.client.post(form.action, data=body, content_type="application/x-www-form-urlencoded")
        if answer.status_code not in REFUSALS | {200, 303}:
            faults.append(f"{form.action}: {answer.status_code}")
        stage.database.restore()
    assert faults == []

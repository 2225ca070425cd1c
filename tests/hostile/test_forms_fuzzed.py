"""Forms people fill most, with anything in their fields: saved or told, never a fault, never half-written."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile.stage import Stage, form_at
from tests.hostile.texts import INLINE, MARKUP, ODD_DATES, ODD_NUMBERS, TEMPLATE

FORMS = {
    "task": "/campaigns/{code}/tasks/{task_id}/edit",
    "delegate": "/campaigns/{code}/delegates/{delegate_id}",
    "paste": "/campaigns/{code}/delegates/paste",
    "section": "/campaigns/{code}/documents/{document_id}/sections/{section_id}",
    "parties": "/campaigns/{code}/documents/{document_id}/parties",
    "programme item": "/campaigns/{code}/ceremonies/{ceremony_id}/items/{item_id}",
    "ceremony": "/campaigns/{code}/ceremonies/{ceremony_id}/edit",
    "agency": "/agencies/{agency_id}/edit",
    "days off": "/days-off/new?agency={agency_id}",
}
LETTERS = st.characters(exclude_categories=["Cs"])  # half a letter cannot be sent
VALUES = st.one_of(
    st.text(LETTERS, max_size=60),
    st.text(st.sampled_from("*[]^\\- \n,.:()|1a\"'{}%<&ế"), max_size=60),
    st.sampled_from(
        [*ODD_DATES, *ODD_NUMBERS, MARKUP, TEMPLATE, INLINE, "24/3/2026", "7h30", "5", "", "a@b.vn"]
    ),
)


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_form_takes_anything(stage: Stage, name: str, data: st.DataObject) -> None:
    form = form_at(stage.client, FORMS[name].format(**stage.values))
    fields = sorted(dict(form.pairs))
    changed = data.draw(st.dictionaries(st.sampled_from(fields), VALUES, min_size=1), label="typed")
    answer = stage.post(form, **changed)
    assert answer.status_code in {200, 303, 409, 422}
    if answer.status_code != 303:
        assert stage.database.rows() == stage.database.seen
        return
    with stage.client.get(answer.headers["Location"]) as page:
        assert page.status_code == 200
    with stage.client.get(
        f"/campaigns/{stage.values['code']}/documents/{stage.values['document_id']}/document.docx"
    ) as paper:
        assert paper.status_code == 200
    stage.database.restore()

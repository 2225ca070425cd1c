"""What somebody is typing into is deleted by another: the sentence says so, and what was typed is kept."""

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from markupsafe import escape
from sqlalchemy import delete
from werkzeug.test import TestResponse

from campaign.ceremonies.model import Ceremony, ProgrammeItem
from campaign.db import Base
from campaign.publicity.model import Activity
from tests.hostile.desk import Desk
from tests.hostile.stage import form_at

HOME = "/campaigns/ngay-khong-hen"
on_postgres = pytest.mark.parametrize(
    "engine", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


@contextmanager
def deleting(desk: Desk, kind: type[Base], row_id: int) -> Iterator[None]:
    """Somebody deletes that row inside; it is committed when the block ends and another request waits for it."""
    with desk.app.extensions["sessions"]["writing"]() as session:
        session.execute(delete(kind).where(kind.id == row_id))  # type: ignore[attr-defined]
        yield
        while not desk.waiting():
            time.sleep(0.01)
        session.commit()


def posted(desk: Desk, kind: type[Base], row_id: int, address: str, **typed: object) -> TestResponse:
    """The answer to the form at that address, sent while somebody deletes the row."""
    form = form_at(desk.first, address)
    with ThreadPoolExecutor(1) as pool:
        with deleting(desk, kind, row_id):
            sent: Future[TestResponse] = pool.submit(desk.first.post, form.action, data=form.data(**typed))
        return sent.result(30)


@on_postgres
@pytest.mark.parametrize(
    ("address", "kind", "name", "typed"),
    [
        ("publicity/{activity_id}", Activity, "activity_id", {"content": "Phát bài viết rất dài"}),
        ("ceremonies/{ceremony_id}/items/{item_id}", ProgrammeItem, "item_id", {"title": "Hát Quốc ca"}),
        ("ceremonies/{ceremony_id}/items/new", Ceremony, "ceremony_id", {"title": "Hát Quốc ca", "minutes": "5"}),
        ("ceremonies/{ceremony_id}/items/{item_id}", Ceremony, "ceremony_id", {"script": "Kính thưa\n<b>quý vị"}),
    ],
    ids=["a row", "a row under another", "a new row's parent", "a row's parent"],
)  # fmt: skip
def test_the_page_says_so_and_keeps_what_was_typed(
    desk: Desk, address: str, kind: type[Base], name: str, typed: dict[str, str]
) -> None:
    answer = posted(desk, kind, desk.values[name], f"{HOME}/{address.format(**desk.values)}", **typed)
    assert answer.status_code == 409
    assert "Mục này vừa bị xóa" in answer.text
    for words in typed.values():
        assert escape(words) in answer.text


@on_postgres
def test_records_chosen_are_kept_by_their_names(desk: Desk) -> None:
    answer = posted(
        desk, Activity, desk.values["activity_id"], f"{HOME}/publicity/{desk.values['activity_id']}",
        unit_id=desk.cast.units[1].id,
    )  # fmt: skip
    assert "Phòng Văn hóa - Xã hội" in answer.text.partition("Anh chị đã gõ")[2]


def test_a_form_sent_after_the_deletion_tells_the_way_back_to_what_was_typed(desk: Desk) -> None:
    address = f"{HOME}/publicity/{desk.values['activity_id']}"
    form = form_at(desk.first, address)
    assert desk.second.post(f"{address}/delete", data={"version": 1}).status_code == 303
    answer = desk.first.post(form.action, data=form.data(content="Phát bài"))
    assert answer.status_code == 404
    assert "nút quay lại của trình duyệt" in answer.text
    assert "nút quay lại" not in desk.first.get(address).text

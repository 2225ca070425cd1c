"""What is said of a task by several in one moment, on SQLite and on PostgreSQL: each is kept once, or told why not."""

from datetime import date
from io import BytesIO

from sqlalchemy import func, select

from campaign.ceremonies.model import CeremonyMove
from campaign.glossary import TaskStatus, UpdateKind
from campaign.tasks.model import Task, TaskUpdate
from tests.hostile.desk import Desk
from tests.hostile.stage import form_at
from tests.hostile.test_two_writers import HOME


def said(desk: Desk, kind: UpdateKind) -> list[object]:
    """The texts said of that kind, in order."""
    return desk.all(select(TaskUpdate.text).where(TaskUpdate.kind == kind).order_by(TaskUpdate.id))


def at_task(desk: Desk, kind: UpdateKind) -> str:
    return f"{HOME}/tasks/{desk.values['task_id']}/say/{kind.value}"


def by_link(desk: Desk, kind: UpdateKind) -> str:
    return f"/u/{desk.values['token']}/tasks/{desk.values['task_id']}/say/{kind.value}"


def test_progress_told_by_several_in_one_moment_is_all_kept(desk: Desk) -> None:
    kind = UpdateKind.PROGRESS
    ways = (at_task(desk, kind), by_link(desk, kind), by_link(desk, kind))
    answers = desk.at_once(
        *((way, {"key": f"k{n}", "text": f"Lời {n}", "percent": n}) for n, way in enumerate(ways))
    )
    assert [answer.status_code for answer in answers] == [303, 303, 303]
    assert sorted(said(desk, kind)) == ["Lời 0", "Lời 1", "Lời 2"]


def test_one_form_sent_twice_in_one_moment_is_said_once_and_nobody_is_alarmed(desk: Desk) -> None:
    kind = UpdateKind.REPORT
    answers = desk.at_once(*[(by_link(desk, kind), {"key": "k", "text": "Xong"})] * 3)
    assert [answer.status_code for answer in answers] == [303, 303, 303]
    assert said(desk, kind) == ["Xong"]


def test_an_extension_is_answered_once(desk: Desk) -> None:
    with desk.app.extensions["sessions"]["writing"]() as session:
        session.get_one(Task, desk.values["task_id"]).deadline = date(2026, 12, 1)
        session.commit()
    desk.first.post(by_link(desk, UpdateKind.ASK), data={"key": "a", "text": "Mưa", "until": "20/12/2026"})
    answers = desk.at_once(
        (at_task(desk, UpdateKind.GRANT), {"key": "g", "until": "20/12/2026"}),
        (at_task(desk, UpdateKind.REFUSE), {"key": "r", "text": "Không kịp"}),
    )
    assert sorted(answer.status_code for answer in answers) == [303, 422]
    assert len(said(desk, UpdateKind.GRANT)) + len(said(desk, UpdateKind.REFUSE)) == 1


def test_a_report_on_a_task_deleted_in_the_same_moment_is_whole_or_refused(desk: Desk) -> None:
    task_id = desk.values["task_id"]
    [version] = desk.all(select(Task.version).where(Task.id == task_id))
    report, delete = desk.at_once(
        (by_link(desk, UpdateKind.REPORT), {"key": "k", "text": "Đã treo xong"}),
        (f"{HOME}/tasks/{task_id}/delete", {"version": version}),
    )
    [deleted] = desk.all(select(Task.deleted_at.is_not(None)).where(Task.id == task_id))
    [status] = desk.all(select(Task.status).where(Task.id == task_id))
    assert report.status_code in (303, 404, 422)
    assert delete.status_code == 303
    assert (
        (len(said(desk, UpdateKind.REPORT)) == 1)
        == (report.status_code == 303)
        == (status is TaskStatus.REPORTED)
    )
    assert deleted != (status is TaskStatus.REPORTED)


def test_a_ceremony_moved_twice_in_one_moment_is_moved_once(desk: Desk) -> None:
    ceremony = desk.values["ceremony_id"]
    before = desk.all(select(func.count()).select_from(CeremonyMove))[0]
    answers = desk.at_once(
        *(
            (f"{HOME}/ceremonies/{ceremony}/move", {"day": f"{day}/12/2026", "starts": "7:30", "version": 1})
            for day in (21, 22, 23)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [303, 409, 409]
    assert desk.all(select(func.count()).select_from(CeremonyMove))[0] == before + 1


def test_a_list_confirmed_twice_in_one_moment_comes_in_once(desk: Desk) -> None:
    sheet = (BytesIO("Nội dung,Chủ trì\nViệc 1,Phòng số 1".encode()), "viec.csv")
    address = desk.first.post(f"{HOME}/tasks/import", data={"file": sheet}).location
    form = form_at(desk.first, address)
    answers = desk.at_once(*[(form.action, form.data())] * 3)
    assert {answer.status_code for answer in answers} <= {303, 404, 422}
    assert desk.all(select(func.count()).select_from(Task).where(Task.text == "Việc 1")) == [1]


def test_one_task_added_twice_in_one_moment_is_there_once(desk: Desk) -> None:
    form = form_at(desk.first, f"{HOME}/tasks/new")
    answers = desk.at_once(
        *[(form.action, form.data(text="Treo cờ", lead_unit_id=desk.values["unit_id"]))] * 3
    )
    assert sorted(answer.status_code for answer in answers) == [303, 422, 422]
    assert desk.all(select(func.count()).select_from(Task).where(Task.text == "Treo cờ")) == [1]


def test_a_blueprint_used_twice_in_one_moment_adds_its_tasks_once(desk: Desk) -> None:
    address = f"{HOME}/tasks/from-blueprint"
    data = {
        "blueprint": desk.values["blueprint_id"],
        "task": desk.values["line_id"],
        "unit-0": desk.values["unit_id"],
    }
    desk.at_once(*[(address, data)] * 3)
    assert desk.all(select(func.count()).select_from(Task).where(Task.text == "Việc mẫu 1")) == [1]

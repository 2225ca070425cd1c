"""Which paper is drawn from what, and what keeps it from being ready."""

from dataclasses import replace
from datetime import date

import pytest

from campaign.documents import phrases
from campaign.documents.rules.annexes import document_named, draw_annexes
from campaign.documents.rules.invitations import draw_invitations
from campaign.documents.rules.papers import Paper, draw
from campaign.documents.rules.plan import Node, ProgrammeItem
from campaign.documents.rules.sheets import default_words, draw_script, draw_task_sheet, introduce
from campaign.glossary import Annex, DocumentKind
from tests.documents.sample import CEREMONY, CULTURE, DOCUMENT, OFFICE, OUTLINE, PLAN, YOUTH

EMPTY = replace(PLAN, ceremony=None, tasks=(), groups=())


def sentences(paper: Paper) -> list[str]:
    return [problem.sentence for problem in paper.problems]


def words_of(paper: Paper, title: str) -> list[str]:
    (step,) = [item for item in paper.context["items"] if item["title"] == title]
    return ["".join(span.text for span in line["text"]) for line in step["words"]]


def test_a_finished_plan_has_no_problems() -> None:
    paper = draw(DOCUMENT, PLAN)
    assert (paper.template, paper.problems) == ("ke-hoach.docx", ())


def test_a_draft_says_what_it_lacks() -> None:
    bare = replace(
        DOCUMENT, kind=DocumentKind.LETTER, outline=(), recipients=(), signer_name=None, annexes=()
    )
    assert set(sentences(draw(bare, PLAN))) == {
        phrases.NO_BODY,
        phrases.NO_RECIPIENTS,
        phrases.NO_SIGNER,
        phrases.NO_ADDRESSEE,
    }


def test_an_annex_the_body_never_mentions_is_reported() -> None:
    silent = replace(DOCUMENT, outline=(Node("a", text="Nội dung."),))
    assert sentences(draw(silent, PLAN)) == [phrases.ANNEX_UNMENTIONED]
    assert sentences(draw(replace(silent, annexes=()), PLAN)) == []


def test_problems_name_the_section_they_belong_to() -> None:
    paper = draw(DOCUMENT, EMPTY)
    assert [problem.field for problem in paper.problems] == ["tgdd", "dai-bieu", "chuong-trinh", "to-chuc"]


def test_names_of_files_tell_drafts_from_issued_papers() -> None:
    assert draw(DOCUMENT, PLAN).file_name == "Kế hoạch KH-UBND Tổ chức Lễ phát động Ngày không viết.docx"
    issued = replace(DOCUMENT, number=5, issued_on=date(2026, 9, 1))
    assert draw(issued, PLAN).file_name.startswith("Kế hoạch 05-KH-UBND ")


def test_annexes_are_numbered_only_when_there_are_several() -> None:
    several = draw_annexes(DOCUMENT, PLAN)
    assert [paper.context["annex"] for paper in several] == ["Phụ lục I", "Phụ lục II"]
    (one,) = draw_annexes(replace(DOCUMENT, annexes=(Annex.ASSIGNMENTS,)), PLAN)
    assert one.context["annex"] == "Phụ lục"
    assert [row["n"] for row in one.context["rows"]] == ["1", "2", "3", "4"]


def test_an_annex_names_the_document_it_goes_with() -> None:
    assert document_named(DOCUMENT) == "Kế hoạch số       /KH-UBND ngày      tháng 9 năm 2026"
    issued = replace(DOCUMENT, number=12, issued_on=date(2026, 9, 1))
    paper = draw_annexes(issued, PLAN)[0]
    assert paper.context["attached"] == (
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 01 tháng 9 năm 2026\ncủa Ủy ban nhân dân xã Bình An)"
    )


@pytest.mark.parametrize(("annex", "sentence"), [
    (Annex.PROGRAMME, phrases.NO_CEREMONY), (Annex.DELEGATES, phrases.NO_DELEGATES), (Annex.ASSIGNMENTS, phrases.NO_TASKS),
])  # fmt: skip
def test_an_annex_without_data_says_so(annex: Annex, sentence: str) -> None:
    (paper,) = draw_annexes(replace(DOCUMENT, annexes=(annex,)), EMPTY)
    assert sentences(paper) == [sentence]


def test_where_lines_break_is_no_change_of_what_a_paper_says() -> None:
    paper = draw_annexes(replace(DOCUMENT, number=12, issued_on=date(2026, 9, 1)), PLAN)[0]
    on_one_line = {**paper.context, "attached": paper.context["attached"].replace("\n", " ")}
    assert replace(paper, context=on_one_line).digest == paper.digest
    plan = draw(DOCUMENT, PLAN)
    bare = [{name: value for name, value in line.items() if name != "keeps"} for line in plan.context["body"]]
    assert replace(plan, context={**plan.context, "body": bare}).digest == plan.digest
    assert replace(plan, context={**plan.context, "body": bare[1:]}).digest != plan.digest


def test_the_subject_of_a_letter_leaves_no_word_alone() -> None:
    letter = replace(
        DOCUMENT,
        kind=DocumentKind.LETTER,
        title="tiếp tục triển khai thực hiện một số giải pháp về cải cách TTHC",
    )
    about = draw(letter, PLAN).context["about"]
    assert about.replace("\n", " ") == f"V/v {letter.title}"
    assert min(len(line) for line in about.split("\n")) > 15


def test_without_a_ceremony_there_is_room_to_write_when_and_where() -> None:
    context = draw(replace(DOCUMENT, kind=DocumentKind.INVITATION), EMPTY).context
    assert {context[name] for name in ("ceremony", "time", "venue")} == {phrases.TO_FILL_IN}
    assert draw_script(EMPTY).file_name == "Kịch bản dẫn chương trình - Ra mắt “Ngày không viết”.docx"


def test_a_letter_of_invitation_lists_its_addressees_or_else_every_delegate() -> None:
    letter = replace(DOCUMENT, kind=DocumentKind.INVITATION, annexes=())
    assert draw(letter, PLAN).context["guests"] == [
        "- Lãnh đạo Công an xã (02 đại biểu);",
        "- Bà Lê Thị Hoa, Chủ tịch UBND xã;",
        "- 30 đoàn viên các thôn.",
    ]
    named = replace(letter, addressees=("Các thôn.",))
    assert draw(named, PLAN).context["guests"] == ["- Các thôn."]


def test_each_delegate_gets_an_invitation_of_their_own() -> None:
    letter = replace(DOCUMENT, kind=DocumentKind.INVITATION, annexes=(), outline=())
    papers = draw_invitations(letter, PLAN, links={2: "https://vd.vn/t/abc"}, answer_by=date(2026, 9, 20))
    assert [paper.context["guest"] for paper in papers] == [
        "Lãnh đạo Công an xã (02 đại biểu)",
        "Bà Lê Thị Hoa",
        "30 đoàn viên các thôn",
    ]
    assert [paper.context["guest_position"] for paper in papers] == ["", "Chủ tịch UBND xã", ""]
    assert [paper.context["answer_link"] for paper in papers] == ["", "https://vd.vn/t/abc", ""]
    assert papers[0].context["answer_by"] == "20/9/2026"
    assert len({paper.file_name for paper in papers}) == 3


def test_invitations_can_be_drawn_for_some() -> None:
    letter = replace(DOCUMENT, kind=DocumentKind.INVITATION)
    (paper,) = draw_invitations(letter, PLAN, PLAN.delegates[1:2])
    assert paper.file_name == "Giấy mời 001 Bà Lê Thị Hoa.docx"


def test_a_task_sheet_holds_what_the_unit_leads_and_helps_with() -> None:
    paper = draw_task_sheet(CULTURE, PLAN, DOCUMENT)
    assert [row["text"] for row in paper.context["lead_tasks"]] == ["Soạn bài phát biểu"]
    assert [row["lead"] for row in paper.context["help_tasks"]] == ["Văn phòng", "Văn phòng"]
    assert paper.context["basis"].startswith("Căn cứ Kế hoạch số       /KH-UBND")


def test_a_mass_organisation_is_asked_not_told() -> None:
    asked, told = draw_task_sheet(YOUTH, PLAN), draw_task_sheet(OFFICE, PLAN)
    assert asked.context["title"] == "Phiếu đề nghị thực hiện nhiệm vụ"
    assert asked.context["lead_words"].startswith("Đề nghị Đoàn TNCS")
    assert told.context["lead_words"].startswith("Giao Văn phòng")
    assert (asked.context["help_words"], asked.context["basis"], asked.context["date_line"]) == ("", "", "")


def test_a_unit_without_tasks_has_no_sheet_to_give() -> None:
    assert sentences(draw_task_sheet(CULTURE, EMPTY)) == [phrases.NO_TASKS]


def test_the_script_introduces_named_delegates_first_and_counts_no_heads() -> None:
    said = words_of(draw_script(PLAN), "Tuyên bố lý do, giới thiệu đại biểu")
    assert said[2:] == [
        "- Bà Lê Thị Hoa, Chủ tịch UBND xã.",
        "Cùng dự lễ phát động “Ngày không viết” có:",
        "- Lãnh đạo Công an xã;",
        "- Đoàn viên các thôn.",
        "Xin nhiệt liệt chào mừng quý vị đại biểu.",
    ]


def test_the_script_has_the_commands_of_the_flag_salute() -> None:
    assert "Nghiêm! Chào cờ, chào!" in words_of(draw_script(PLAN), "Chào cờ")


def test_words_of_the_office_replace_the_usual_ones() -> None:
    own = replace(CEREMONY.programme[1], script="Thưa quý vị!\n[[delegates]]\nXin **cảm ơn**.")
    plan = replace(PLAN, ceremony=replace(CEREMONY, programme=(own,)))
    said = words_of(draw_script(plan), own.title)
    assert (said[0], said[-1]) == ("Thưa quý vị!", "Xin cảm ơn.")
    assert "- Bà Lê Thị Hoa, Chủ tịch UBND xã." in said


def test_a_step_that_introduces_delegates_always_names_them() -> None:
    own = replace(CEREMONY.programme[1], script="Tôi xin nêu lý do.")
    plan = replace(PLAN, ceremony=replace(CEREMONY, programme=(own,)))
    assert "- Bà Lê Thị Hoa, Chủ tịch UBND xã." in words_of(draw_script(plan), own.title)


def test_a_step_without_words_is_announced() -> None:
    item = ProgrammeItem("Ký cam kết", CEREMONY.starts_at, 5, "các thôn")
    assert (
        default_words(item, PLAN) == "Tiếp theo chương trình: ký cam kết. Xin trân trọng kính mời các thôn."
    )
    assert default_words(replace(item, performer=None), PLAN) == "Tiếp theo chương trình: ký cam kết."


def test_nobody_to_introduce_is_no_error() -> None:
    assert introduce(EMPTY) == ""


def test_moving_a_section_moves_nothing_else() -> None:
    moved = draw(replace(DOCUMENT, outline=(OUTLINE[0], OUTLINE[2], OUTLINE[1], *OUTLINE[3:])), PLAN)
    lines = ["".join(span.text for span in line["text"]) for line in moved.context["body"]]
    assert "- Làm đúng tại mục I.2." in lines

"""Builds the Word templates and FIELDS.md: `python -m tools.word_templates`; `… --fields` writes FIELDS.md only.

The results are committed. An office may open and change a template in Word; this is for whoever starts again.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from campaign.files.word_writer import Template
from tools.word_templates.columns import (
    DELEGATES,
    PROGRESS,
    REGISTER,
    TABLES,
    TASKS_HELPED,
    TASKS_OF_A_UNIT,
    Column,
)
from tools.word_templates.fields import meaning
from tools.word_templates.kit import (
    TEXT_WIDTH,
    Page,
    each,
    p,
    row,
    row_tag,
    save,
    styles,
    table,
    tag,
    when,
)
from tools.word_templates.looks import STYLES
from tools.word_templates.stamps import HEAD_WIDTHS, START, circulation, urgency

HERE = Path(__file__).resolve().parent.parent.parent / "docx_templates"
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_FOOT_WIDTHS = (75, 90)

# The kinds of line of a body and the style each is printed in: headings, and what may keep with the next line.
HEADINGS = {
    "section": "MucI",
    "clause_title": "Khoan1CoTen",
    "subheading": "TenNhom",
}
LINES = {
    "clause": "Khoan1",
    "point": "DiemA",
    "basis": "CanCu",
    "dash": "GachDauDong",
    "note": "GhiChu",
    "closing": "DoanCuoi",
}


def head(number: str = "", about: str = "", date: str = "{{ date_line }}") -> str:
    """Cells 1 to 5b and 10b: agency and nation side by side, then number and subject beside place and day."""
    agency = (
        when("parent_line", p("ChuQuan", "{{ parent_line }}"))
        + each("line in agency_lines", p("CoQuan", "{{ line }}"))
        + p("KeCoQuan")
    )
    nation = p("QuocHieu", NATION) + p("TieuNgu", MOTTO) + p("KeTieuNgu")
    rows = [row(HEAD_WIDTHS, [agency, nation])]
    left = p("SoKyHieu", number)
    left += p("TrichYeuCongVan", about) if about else ""
    rows += [row(HEAD_WIDTHS, [left, p("DiaDanh", date)]), *(urgency() if number else [])]
    return START + table(HEAD_WIDTHS, rows)


def body(more: Mapping[str, Sequence[Column]] | None = None) -> str:
    """The loop over the lines of a body: a branch for each kind of line and table, plain paragraphs otherwise.

    `more` tables beside those of any body.
    """
    tables = {**TABLES, **(more or {})}
    branches = [(_is(kind), p(style, "{{r l.text }}")) for kind, style in HEADINGS.items()]
    branches.append(("l.keeps", p("DoanDan", "{{r l.text }}")))
    branches += [(_is(kind), p(style, "{{r l.text }}")) for kind, style in LINES.items()]
    branches.append((_is("table_delegates"), p("TruocBang") + groups("l.rows")))
    branches += [
        (_is(f"table_{kind}"), p("TruocBang") + grid(columns, "l.rows")) for kind, columns in tables.items()
    ]
    tested = (
        tag(f"{'elif' if place else 'if'} {condition}") + content
        for place, (condition, content) in enumerate(branches)
    )
    return each("l in body", *tested, tag("else"), p("DoanVan", "{{r l.text }}"), tag("endif"))


def _is(kind: str) -> str:
    return f'l.kind == "{kind}"'


def grid(columns: Sequence[Column], rows: str) -> str:
    """A table with a head repeated on each page and a row for each of `rows`."""
    widths = [column[2] for column in columns]
    cells = [p(style, f"{{{{ r.{name} }}}}") for _, name, _, style in columns]
    made = [
        row(widths, [p("DauBang", heading) for heading, *_ in columns], head=True),
        row_tag(widths, f"for r in {rows}"),
        row(widths, cells),
        row_tag(widths, "endfor"),
    ]
    return table(widths, made, lines=True, padding=1.5)


def groups(loop: str) -> str:
    """The table of delegates: a row for the name of each group, then its delegates."""
    widths = [column[2] for column in DELEGATES]
    made = [
        row(widths, [p("DauBang", heading) for heading, *_ in DELEGATES], head=True),
        row_tag(widths, f"for g in {loop}"),
        row(widths, [p("OBangDam", "{{ g.name }}")], span=True),
        row_tag(widths, "for r in g.rows"),
        row(widths, [p(style, f"{{{{ r.{name} }}}}") for _, name, _, style in DELEGATES]),
        row_tag(widths, "endfor"),
        row_tag(widths, "endfor"),
    ]
    return table(widths, made, lines=True, padding=1.5)


def signature() -> str:
    """Cells 7a to 7c, with room for hand and seal."""
    return (
        each("line in authority_lines", p("QuyenHan", "{{ line }}"))
        + p("QuyenHan", "{{ position }}")
        + p("ChoKy")
        + p("HoTen", "{{ signer_name }}")
    )


def foot() -> str:
    """Nơi nhận beside the signature, never broken, never alone on a page."""
    left = when(
        "recipients",
        p("NoiNhan", "Nơi nhận:"),
        each("line in recipients", p("DanhSachNoiNhan", "{{ line }}")),
    )
    cells = [left + p("DanhSachNoiNhan"), p("KhoangDauKy") + signature()]
    return table(_FOOT_WIDTHS, [row(_FOOT_WIDTHS, cells)]) + p("TruocBang")


def title() -> str:
    """Cell 5a: type and trích yếu with its line."""
    return p("TenLoai", "{{ kind_title }}") + p("TrichYeu", "{{ title }}") + p("KeTrichYeu")


def addressees() -> str:
    """Cell 9a: one place in the middle, several as a list under the colon."""
    many = (
        p("KinhGuiNhieu", "{{ to }}")
        + each("line in to_many", p("NoiKinhGui", "{{ line }}"))
        + p("TruocBang")
    )
    return tag("if to_many") + many + tag("elif to") + p("KinhGui", "{{ to }}") + tag("endif")


def facts() -> str:
    """Who, when and where of an invitation."""
    return "".join(
        (
            p("DoanVan", "Tới dự: {{ ceremony }}."),
            when("chair", p("DoanVan", "Chủ trì: {{ chair }}.")),
            p("DoanVan", "Thời gian: {{ time }}."),
            p("DoanVan", "Địa điểm: {{ venue }}."),
            when("dress", p("DoanVan", "Trang phục: {{ dress }}.")),
            when(
                "arrive_early",
                p("DoanVan", "Đề nghị đại biểu có mặt trước {{ arrive_early }} phút để ổn định tổ chức."),
            ),
            when("remark", p("DoanVan", "{{ remark }}")),
            when("ask", p("DoanVan", "Liên hệ: {{ ask }}.")),
        )
    )


def annex(content: str) -> Page:
    """Mẫu 2.1: number, title, what it is attached to, content, end mark."""
    top = p("PhuLuc", "{{ annex }}") + p("TenPhuLuc", "{{ title }}") + p("KemTheo", "{{ attached }}")
    return Page(top + p("KeTrichYeu") + content + p("DoanCuoi", "./."))


def annex_of_programme() -> Page:
    columns = (*TABLES["programme"][:2], ("Thực hiện", "performer", 50, "OBang"))
    facts_ = p("DoanVan", "1. Thời gian: {{ time }}.") + p("DoanVan", "2. Địa điểm: {{ venue }}.")
    return annex(facts_ + p("Khoan1CoTen", "3. Chương trình:") + p("TruocBang") + grid(columns, "rows"))


def annex_of_assignments() -> Page:
    columns: tuple[Column, ...] = (
        ("TT", "n", 10, "OBangGiua"),
        ("Nhiệm vụ", "text", 43, "OBang"),
        ("Chủ trì", "lead", 31, "OBang"),
        ("Phối hợp", "coordinating", 31, "OBang"),
        ("Thời hạn", "due", 25, "OBangGiua"),
        ("Kết quả phải\u00a0có", "result", 25, "OBang"),
    )
    return annex(grid(columns, "rows"))


def task_sheet() -> Page:
    """One unit's duties, with a place for whoever takes them."""
    titles = p("TenLoai", "{{ title }}") + p("TrichYeu", "{{ campaign }}") + p("KeTrichYeu")
    parts = (
        when("basis", p("CanCu", "{{ basis }}")),
        when(
            "lead_words",
            p("DoanVan", "{{ lead_words }}"),
            p("TruocBang"),
            grid(TASKS_OF_A_UNIT, "lead_tasks"),
        ),
        when(
            "help_words", p("DoanVan", "{{ help_words }}"), p("TruocBang"), grid(TASKS_HELPED, "help_tasks")
        ),
        p(
            "DoanCuoi",
            "Đề nghị {{ unit }} tổ chức thực hiện và báo cáo kết quả cho {{ agency }} đúng thời hạn./.",
        ),
    )
    taken = (
        p("KhoangDauKy")
        + p("QuyenHan", "ĐƠN VỊ NHẬN NHIỆM VỤ")
        + p("KemTheo", "(Ký, ghi rõ họ tên)")
        + p("ChoKy")
        + p("HoTen")
    )
    given = p("KhoangDauKy") + signature()
    ends = table(_FOOT_WIDTHS, [row(_FOOT_WIDTHS, [taken, given])]) + p("TruocBang")
    return Page(head() + titles + "".join(parts) + ends)


def register() -> Page:
    """The sheet by which an office follows its tasks, as it stands on a day."""
    titles = p("TenLoai", "{{ title }}") + p("TrichYeu", "{{ campaign }}") + p("KemTheo", "{{ as_of }}")
    return Page(head() + titles + p("KeTrichYeu") + grid(REGISTER, "rows"), lying=True)


def script() -> Page:
    """The words of the master of ceremonies, a step under its time.

    A step's head and its first words are a row, which never breaks: LibreOffice now and then leaves a paragraph that
    is to keep with the next one alone at the foot of a page.
    """
    titles = p("TenLoai", "{{ title }}") + p("TrichYeu", "{{ ceremony }}") + p("KeTrichYeu")
    when_where = p("DoanVan", "Thời gian: {{ time }}.") + p("DoanVan", "Địa điểm: {{ venue }}.")
    beginning = (
        p("MucKichBan", "{{ i.n }}. {{ i.title }} ({{ i.time }})")
        + when("i.performer", p("ChiDan", "Thực hiện: {{ i.performer }}"))
        + when("i.cue", p("ChiDan", "Âm thanh, đạo cụ: {{ i.cue }}"))
        + each("w in i.words", when("loop.first", p("LoiDan", "{{r w.text }}")))
    )
    rest = each("w in i.words", when("not loop.first", p("LoiDan", "{{r w.text }}")))
    step = table((TEXT_WIDTH,), [row((TEXT_WIDTH,), [beginning])]) + START + rest
    agency = each("line in agency_lines", p("CoQuan", "{{ line }}")) + p("KeCoQuan")
    parent = when("parent_line", p("ChuQuan", "{{ parent_line }}"))
    top = table(HEAD_WIDTHS, [row(HEAD_WIDTHS, [parent + agency, p("CoQuan")])])
    return Page(START + top + titles + when_where + each("i in items", step))


def document(content: str, first_footer: str = "") -> Page:
    """A paper with a number: its content, Nơi nhận and signature, stamps."""
    return Page(content + foot(), first_footer, circulation())


def papers() -> dict[str, Page]:
    """Every template by its file name."""
    named = head("{{ number_line }}") + title()
    contact = when("contact", p("KeLienHe"), p("LienHe", "{{ contact }}"))
    welcome = p("DoanCuoi", "Rất hân hạnh được đón tiếp./.")
    ending = tag("if body") + body() + tag("else") + welcome + tag("endif")
    many = p("DoanVan", "{{ agency }} trân trọng kính mời:") + each(
        "line in guests", p("GachDauDong", "{{ line }}")
    )
    one = p("DoanDan", "{{ agency }} trân trọng kính mời:") + p("KhachMoi", "{{ guest }}")
    one += when("guest_position", p("DoanVan", "Chức vụ, đơn vị: {{ guest_position }}."))
    answer = when(
        "answer_by", p("DoanVan", "Đề nghị đại biểu trả lời giấy mời trước ngày {{ answer_by }}.")
    ) + when("answer_link", p("DoanVan", "Trả lời tại: {{ answer_link }}"))
    return {
        "ke-hoach.docx": document(named + addressees() + body()),
        "bao-cao.docx": document(named + addressees() + body()),
        "bao-cao-tien-do.docx": document(named + addressees() + body(PROGRESS)),
        "cong-van.docx": document(head("{{ number_line }}", "{{ about }}") + addressees() + body(), contact),
        "giay-moi.docx": document(named + many + facts() + ending),
        "giay-moi-dai-bieu.docx": document(named + one + facts() + answer + ending),
        "phu-luc-chuong-trinh.docx": annex_of_programme(),
        "phu-luc-dai-bieu.docx": annex(groups("groups")),
        "phu-luc-phan-cong.docx": annex_of_assignments(),
        "phieu-giao-nhiem-vu.docx": task_sheet(),
        "kich-ban.docx": script(),
        "bang-theo-doi.docx": register(),
    }


def describe(folder: Path) -> str:
    """FIELDS.md: every field of every template in the folder with its meaning."""
    parts = [_INTRODUCTION]
    for path in sorted(folder.glob("*.docx")):
        names = sorted(Template.load(path).fields)
        parts.append(f"\n## {path.name}\n\n| Trường | Ý nghĩa |\n|---|---|\n")
        parts += [f"| `{name}` | {meaning(name)} |\n" for name in names]
    return "".join(parts)


_INTRODUCTION = """# Các trường của mẫu Word

Tệp này do `make docs` viết ra. Mở mẫu bằng Word, sửa chữ và định dạng tùy ý, giữ nguyên
các trường trong ngoặc nhọn. Một trường viết `{{ tên }}`; chữ có đậm, nghiêng, chú thích viết `{{r tên }}`; đoạn lặp hoặc
có điều kiện mở bằng `{%p for … %}`, `{%p if … %}` và đóng bằng `{%p endfor %}`, `{%p endif %}`, mỗi thẻ một đoạn riêng;
hàng bảng lặp dùng `{%tr for … %}`. Đổi cỡ chữ cả văn bản: sửa hai kiểu “Cỡ chữ đầu trang” và “Cỡ chữ thân văn bản”.
"""


def main() -> None:
    """Write the templates, or with --fields FIELDS.md from the templates that stand there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fields", action="store_true", help="write FIELDS.md only")
    parser.add_argument("--to", type=Path, default=HERE, help="folder to write to")
    options = parser.parse_args()
    if not options.fields:
        sheet = styles(STYLES)
        for name, page in papers().items():
            save(options.to / name, page, sheet)
    (options.to / "FIELDS.md").write_text(describe(options.to), encoding="utf-8")


if __name__ == "__main__":
    main()

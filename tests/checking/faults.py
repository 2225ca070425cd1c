"""Single deliberate faults, each made in a faultless paper: what is changed, and the one rule that must say so."""

import copy
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from tests.checking.specimens import specimen

Edit = Callable[[Document], None]


@dataclass(frozen=True)
class Fault:
    """A change of the paper `of`, and the code of the rule that finds it; `issuing`: checked as for issuing."""

    name: str
    of: str
    edit: Edit
    rule: str
    issuing: bool = False

    def made(self) -> bytes:
        """The paper with the fault."""
        document = docx.Document(BytesIO(specimen(self.of)))
        self.edit(document)
        out = BytesIO()
        document.save(out)
        return out.getvalue()


# ---------------------------------------------------------------- ways to make a fault


def at(document: Document, words: str) -> Paragraph:
    """The first paragraph that begins with the words, cells included."""
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document.part)  # type: ignore[arg-type]
        if paragraph.text.startswith(words):
            return paragraph
    raise LookupError(words)


def look(words: str, **font: object) -> Edit:
    """Letters of a paragraph: size, bold, italic, all_caps, underline, name."""

    def edit(document: Document) -> None:
        for run in at(document, words).runs:
            for name, value in font.items():
                setattr(run.font, name, value)

    return edit


def color(words: str, red: int) -> Edit:
    def edit(document: Document) -> None:
        at(document, words).runs[0].font.color.rgb = RGBColor(red, 0, 0)

    return edit


def shape(words: str, **values: object) -> Edit:
    """Paragraph format: alignment, first_line_indent, space_before, line_spacing."""

    def edit(document: Document) -> None:
        for name, value in values.items():
            setattr(at(document, words).paragraph_format, name, value)

    return edit


def text(old: str, new: str, within: str = "") -> Edit:
    """Words replaced in the paragraph that begins with `within`, or with the old words themselves."""

    def edit(document: Document) -> None:
        paragraph = at(document, within or old)
        run = next(run for run in paragraph.runs if old in run.text)
        run.text = run.text.replace(old, new, 1)

    return edit


def gone(words: str) -> Edit:
    """A paragraph taken out; one that is alone in its cell is emptied."""

    def edit(document: Document) -> None:
        paragraph = at(document, words)
        beside = [
            *paragraph._p.itersiblings(qn("w:p"), preceding=True),
            *paragraph._p.itersiblings(qn("w:p")),
        ]
        if beside:
            paragraph._p.getparent().remove(paragraph._p)
        else:
            for run in paragraph.runs:
                run.text = ""

    return edit


def without_style(name: str) -> Edit:
    """The first paragraph of a style, such as a drawn line, loses it."""

    def edit(document: Document) -> None:
        for element in document.element.body.iter(qn("w:p")):
            paragraph = Paragraph(element, document.part)  # type: ignore[arg-type]
            if paragraph.style is not None and paragraph.style.name == name:
                element.remove(element.pPr)
                return
        raise LookupError(name)

    return edit


def longer_stroke(name: str, millimetres: float) -> Edit:
    """A drawn line of that style with other indents."""

    def edit(document: Document) -> None:
        for element in document.element.body.iter(qn("w:p")):
            paragraph = Paragraph(element, document.part)  # type: ignore[arg-type]
            if paragraph.style is not None and paragraph.style.name == name:
                paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(
                    millimetres
                )
                return

    return edit


def page(**values: object) -> Edit:
    def edit(document: Document) -> None:
        for name, value in values.items():
            setattr(document.sections[0], name, value)

    return edit


def turned(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin, section.top_margin, section.right_margin, section.bottom_margin = (
        section.top_margin, section.right_margin, section.bottom_margin, section.left_margin,
    )  # fmt: skip
    section.left_margin, section.right_margin = Mm(20), Mm(20)
    section.top_margin, section.bottom_margin = Mm(30), Mm(20)


def header(change: Callable[[Paragraph], None]) -> Edit:
    def edit(document: Document) -> None:
        change(document.sections[0].header.paragraphs[0])

    return edit


def header_look(**font: object) -> Edit:
    def change(paragraph: Paragraph) -> None:
        for run in paragraph.runs:
            for name, value in font.items():
                setattr(run.font, name, value)

    return header(change)


def below(document: Document) -> None:
    """The page number moved to the foot of the page."""
    section = document.sections[0]
    number = section.header.paragraphs[0]._p
    section.footer.paragraphs[0]._p.addnext(copy.deepcopy(number))
    section.header.paragraphs[0].clear()


def own_section(document: Document, **attributes: str) -> None:
    numbering = document.sections[0]._sectPr.find(qn("w:pgNumType"))
    for name, value in attributes.items():
        numbering.set(qn(f"w:{name}"), value)


def separate_rows(words: str) -> Edit:
    """The paragraph moved into a row of its own under its table's last."""

    def edit(document: Document) -> None:
        paragraph = at(document, words)
        row = next(paragraph._p.iterancestors(qn("w:tr")))
        fresh = copy.deepcopy(row)
        row.addnext(fresh)
        for cell in fresh.iter(qn("w:tc")):
            for each in list(cell.iter(qn("w:p"))):
                if not "".join(part.text or "" for part in each.iter(qn("w:t"))).startswith(words):
                    for run in list(each.iter(qn("w:r"))):
                        each.remove(run)
        for run in list(paragraph._p.iter(qn("w:r"))):
            paragraph._p.remove(run)

    return edit


def collapsed(words: str) -> Edit:
    """Nothing before a paragraph that follows one of its style."""

    def edit(document: Document) -> None:
        at(document, words)._p.get_or_add_pPr().append(OxmlElement("w:contextualSpacing"))

    return edit


def decomposed(words: str) -> Edit:
    def edit(document: Document) -> None:
        run = at(document, words).runs[0]
        run.text = unicodedata.normalize("NFD", run.text)

    return edit


def tracked(words: str) -> Edit:
    def edit(document: Document) -> None:
        paragraph = at(document, words)
        mark = OxmlElement("w:ins")
        mark.set(qn("w:id"), "1")
        mark.set(qn("w:author"), "A")
        run = paragraph.runs[0]._r
        run.addprevious(mark)
        mark.append(run)

    return edit


def swapped_columns(document: Document) -> None:
    """Agency to the right, nation to the left."""
    for row in list(document.tables[0]._tbl.tr_lst):
        first, second = row.tc_lst
        second.addnext(first)


def small_kind(document: Document) -> None:
    run = at(document, "KẾ HOẠCH").runs[0]
    run.text, run.font.all_caps = "Kế hoạch", False


NATION, MOTTO, AGENCY = "CỘNG HÒA", "Độc lập", "XÃ BÌNH AN"
BODY = "Mô hình được áp dụng"

FAULTS = (
    Fault("khổ Letter", "plan", page(page_width=Mm(216), page_height=Mm(279)), "page.paper"),
    Fault("trang nằm ngang, không có bảng", "letter", turned, "page.landscape"),
    Fault("lề trên 15 mm", "plan", page(top_margin=Mm(15)), "page.top"),
    Fault("lề dưới 30 mm", "plan", page(bottom_margin=Mm(30)), "page.bottom"),
    Fault("lề trái 25 mm", "letter", page(left_margin=Mm(25)), "page.left"),
    Fault("lề phải 25 mm", "letter", page(right_margin=Mm(25)), "page.right"),
    Fault("không có số trang", "plan", header(lambda paragraph: paragraph.clear()), "page_number.missing"),
    Fault("số trang ở chân trang", "plan", below, "page_number.below"),
    Fault("số trang hiện ở trang đầu", "plan", page(different_first_page_header_footer=False), "page_number.first"),
    Fault("số trang canh phải", "plan", header(lambda each: setattr(each, "alignment", ALIGN.RIGHT)), "page_number.align"),
    Fault("số trang cỡ 11", "plan", header_look(size=Pt(11)), "page_number.size"),
    Fault("số trang nghiêng", "plan", header_look(italic=True), "page_number.slant"),
    Fault("số trang La Mã", "plan", lambda document: own_section(document, fmt="lowerRoman"), "page_number.format"),
    Fault("số trang bắt đầu từ 3", "plan", lambda document: own_section(document, start="3"), "page_number.start"),
    Fault("phông Arial trong thân bài", "plan", look(BODY, name="Arial"), "letters.font"),
    Fault("phông .VnTime", "plan", look("d) Đúng", name=".VnTime"), "letters.font"),
    Fault("chữ màu đỏ", "plan", color(BODY, 0xC0), "letters.color"),
    Fault("chữ gạch chân", "plan", look("II.", underline=True), "letters.underline"),
    Fault("chữ Việt dạng tổ hợp", "plan", decomposed(BODY), "letters.apart"),
    Fault("còn theo dõi thay đổi", "plan", tracked("a) Gọn"), "letters.tracked"),
    Fault("thiếu Quốc hiệu", "plan", gone(NATION), "nation.missing"),
    Fault("Quốc hiệu sai một chữ", "plan", text("NGHĨA", "NGHỈA", NATION), "nation.words"),
    Fault("Quốc hiệu cỡ 14", "plan", look(NATION, size=Pt(14)), "nation.size"),
    Fault("Quốc hiệu không đậm", "plan", look(NATION, bold=False), "nation.bold"),
    Fault("Quốc hiệu chữ thường", "plan", text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam"), "nation.case"),
    Fault("Quốc hiệu canh trái", "plan", shape(NATION, alignment=ALIGN.LEFT), "nation.align"),
    Fault("Quốc hiệu ở bên trái", "plan", swapped_columns, "nation.side"),
    Fault("Tiêu ngữ không cách gạch nối", "plan", text("lập - Tự do", "lập-Tự do", MOTTO), "motto.words"),
    Fault("Tiêu ngữ nghiêng", "plan", look(MOTTO, italic=True), "motto.slant"),
    Fault("Tiêu ngữ in hoa", "plan", look(MOTTO, all_caps=True), "motto.case"),
    Fault("Tiêu ngữ cỡ 13 với Quốc hiệu 13", "plan", look(MOTTO, size=Pt(13)), "nation.sizes"),
    Fault("Tiêu ngữ cỡ 12", "plan", look(MOTTO, size=Pt(12)), "motto.size"),
    Fault("Tiêu ngữ không có đường kẻ", "plan", without_style("Đường kẻ tiêu ngữ"), "motto.stroke"),
    Fault("đường kẻ Tiêu ngữ quá ngắn", "plan", longer_stroke("Đường kẻ tiêu ngữ", 35), "motto.stroke"),
    Fault("Tiêu ngữ cách Quốc hiệu 12 pt", "plan", shape(MOTTO, space_before=Pt(12)), "motto.spacing"),
    Fault("cơ quan ban hành không đậm", "plan", look(AGENCY, bold=False), "agency.bold"),
    Fault("cơ quan ban hành chữ thường", "plan", text("XÃ BÌNH AN", "Xã Bình An"), "agency.case"),
    Fault("cơ quan ban hành cỡ 14", "plan", look(AGENCY, size=Pt(14)), "agency.size"),
    Fault("cơ quan ban hành không có đường kẻ", "plan", without_style("Đường kẻ cơ quan"), "agency.stroke"),
    Fault("đường kẻ cơ quan dài cả ô", "plan", longer_stroke("Đường kẻ cơ quan", 0), "agency.stroke"),
    Fault("cơ quan chủ quản đậm", "letter", look("UBND XÃ", bold=True), "parent.bold"),
    Fault("cơ quan chủ quản chữ thường", "letter", text("UBND XÃ BÌNH AN", "UBND xã Bình An"), "parent.case"),
    Fault("thiếu số, ký hiệu", "plan", gone("Số:"), "number.missing"),
    Fault("Số không có dấu hai chấm", "plan", text("Số:", "Số"), "number.colon"),
    Fault("số 5 không có số 0", "plan", text("05/", "5/", "Số:"), "number.zero"),
    Fault("ký hiệu có cách chữ", "plan", text("KH-UBND", "KH - UBND", "Số:"), "number.form"),
    Fault("số và ký hiệu thiếu gạch chéo", "plan", text("05/KH", "05 KH", "Số:"), "number.form"),
    Fault("ký hiệu chữ thường", "plan", text("KH-UBND", "KH-Ubnd", "Số:"), "number.case"),
    Fault("ký hiệu báo cáo trên kế hoạch", "plan", text("KH-UBND", "BC-UBND", "Số:"), "number.kind"),
    Fault("công văn mang ký hiệu kế hoạch", "letter", text("PVHXH-CCHC", "KH-PVHXH", "Số:"), "number.kind"),
    Fault("công văn mang ký hiệu CV", "letter", text("PVHXH-CCHC", "CV-PVHXH", "Số:"), "number.kind"),
    Fault("số ký hiệu cỡ 14", "plan", look("Số:", size=Pt(14)), "number.size"),
    Fault("số ký hiệu đậm", "plan", look("Số:", bold=True), "number.bold"),
    Fault("ngày không có số 0", "plan", text("ngày 03", "ngày 3", "Bình An,"), "date.zero"),
    Fault("tháng 2 không có số 0", "plan", text("tháng 02", "tháng 2", "Bình An,"), "date.zero"),
    Fault("thiếu dấu phẩy sau địa danh", "plan", text("Bình An,", "Bình An"), "date.comma"),
    Fault("ngày viết bằng gạch chéo", "plan", text("ngày 03 tháng 02 năm 2026", "ngày 03 tháng 2/2026", "Bình An,"), "date.form"),
    Fault("ngày 30 tháng 02", "plan", text("ngày 03", "ngày 30", "Bình An,"), "date.real"),
    Fault("địa danh chữ thường", "plan", text("Bình An", "bình An", "Bình An, ngày"), "date.place"),
    Fault("địa danh, ngày tháng chữ đứng", "plan", look("Bình An,", italic=False), "date.slant"),
    Fault("ngày tháng ở dòng dưới", "plan", separate_rows("Bình An,"), "date.line"),
    Fault("tên loại chữ thường", "plan", small_kind, "kind.case"),
    Fault("tên loại không đậm", "plan", look("KẾ HOẠCH", bold=False), "kind.bold"),
    Fault("tên loại cỡ 16", "plan", look("KẾ HOẠCH", size=Pt(16)), "kind.size"),
    Fault("trích yếu canh trái", "invitation", shape("Dự Lễ", alignment=ALIGN.LEFT), "subject.align"),
    Fault("trích yếu không đậm", "invitation", look("Dự Lễ", bold=False), "subject.bold"),
    Fault("trích yếu in hoa", "invitation", look("Dự Lễ", all_caps=True), "subject.case"),
    Fault("trích yếu có dấu chấm cuối", "invitation", text("viết”", "viết”.", "Dự Lễ"), "subject.stop"),
    Fault("trích yếu không có đường kẻ", "plan", without_style("Đường kẻ trích yếu"), "subject.stroke"),
    Fault("thiếu trích yếu công văn", "letter", gone("V/v"), "subject.missing"),
    Fault("trích yếu công văn đậm", "letter", look("V/v", bold=True), "about.bold"),
    Fault("trích yếu công văn cỡ 14", "letter", look("V/v", size=Pt(14)), "about.size"),
    Fault("trích yếu công văn cách 0 pt", "letter", shape("V/v", space_before=Pt(0)), "about.gap"),
    Fault("Về việc thay cho V/v", "letter", text("V/v", "Về việc"), "about.word"),
    Fault("Kính gửi không có dấu hai chấm", "letter to one", text("Kính gửi:", "Kính gửi"), "addressee.colon"),
    Fault("Kính gửi nghiêng", "letter to one", look("Kính gửi", italic=True), "addressee.slant"),
    Fault("nơi kính gửi cuối thiếu dấu chấm", "letter", text("thôn.", "thôn;", "- Các thôn"), "addressee.many"),
    Fault("căn cứ chữ đứng", "plan", look("Căn cứ Luật", italic=False), "basis.slant"),
    Fault("căn cứ kết thúc bằng dấu phẩy", "plan", text("phương;", "phương,", "Căn cứ Luật"), "basis.ends"),
    Fault("căn cứ ghi số của Luật", "plan", text("phương;", "phương số 72/2025/QH15;", "Căn cứ Luật"), "basis.law"),
    Fault("nội dung canh trái", "plan", shape(BODY, alignment=ALIGN.LEFT), "body.align"),
    Fault("nội dung cỡ 12", "plan", look(BODY, size=Pt(12)), "body.size"),
    Fault("một đoạn cỡ 13 giữa cỡ 14", "plan", look(BODY, size=Pt(13)), "body.one_size"),
    Fault("chữ đầu dòng không lùi", "plan", shape(BODY, first_line_indent=Mm(0)), "body.first_line"),
    Fault("đoạn cách 0 pt", "plan", shape(BODY, space_before=Pt(0)), "body.gap"),
    Fault("đoạn cùng kiểu không cách", "plan", collapsed("b) Trang"), "body.gap"),
    Fault("giãn dòng 2", "plan", shape(BODY, line_spacing=2.0), "body.line_gap"),
    Fault("cả đoạn nghiêng", "plan", look(BODY, italic=True), "body.slant"),
    Fault("cả đoạn lời văn đậm", "plan", look(BODY, bold=True), "body.bold"),
    Fault("thiếu ./.", "plan", text("./.", ".", "Danh sách đại biểu"), "body.end"),
    Fault("hai lần ./.", "plan", text("kinh nghiệm.", "kinh nghiệm./.", BODY), "body.ends"),
    Fault("mục II thành III", "plan", text("II.", "III."), "levels.order"),
    Fault("khoản 2 thành 3", "plan", text("2. Chương trình", "4. Chương trình"), "levels.order"),
    Fault("điểm đ thành e", "plan", text("đ)", "e)"), "levels.points"),
    Fault("điểm viết a.", "plan", text("a)", "a."), "levels.signs"),
    Fault("khoản viết 1/", "plan", text("1. Mục đích", "1/ Mục đích"), "levels.signs"),
    Fault("khoản viết 1-", "plan", text("1. Mục đích", "1- Mục đích"), "levels.signs"),
    Fault("tiêu đề mục không in hoa", "plan", look("II.", all_caps=False), "levels.roman"),
    Fault("tiêu đề mục không đậm", "plan", look("II.", bold=False), "levels.roman"),
    Fault("tiêu đề khoản không đậm", "plan", look("1. Mục đích", bold=False), "levels.clause"),
    Fault("quyền hạn chữ thường", "plan", text("TM. ỦY BAN NHÂN DÂN", "TM. Ủy ban nhân dân"), "authority.case"),
    Fault("T/M thay cho TM.", "plan", text("TM.", "T/M"), "authority.form"),
    Fault("TM. kèm chức vụ", "plan", text("TM. ỦY BAN NHÂN DÂN", "TM. CHỦ TỊCH"), "authority.collective"),
    Fault("KT. kèm chức vụ cấp phó", "letter", text("KT. TRƯỞNG", "KT. PHÓ TRƯỞNG"), "authority.acting"),
    Fault("dưới KT. không phải cấp phó", "letter", text("PHÓ TRƯỞNG PHÒNG", "TRƯỞNG PHÒNG"), "authority.acting"),
    Fault("chức vụ không đậm", "plan", look("PHÓ CHỦ TỊCH", bold=False), "authority.bold"),
    Fault("họ tên có học vị", "plan", text("Nguyễn", "ThS. Nguyễn"), "signer.degree"),
    Fault("họ tên in hoa", "plan", look("Nguyễn Văn An", all_caps=True), "signer.case"),
    Fault("họ tên canh trái", "plan", shape("Nguyễn Văn An", alignment=ALIGN.LEFT), "signer.align"),
    Fault("Nơi nhận thiếu dấu hai chấm", "plan", text("nhận:", "nhận", "Nơi"), "recipients.label"),
    Fault("Nơi nhận không nghiêng", "plan", look("Nơi nhận", italic=False), "recipients.slant"),
    Fault("Nơi nhận cỡ 14", "plan", look("Nơi nhận", size=Pt(14)), "recipients.size"),
    Fault("danh sách nơi nhận cỡ 12", "plan", look("- Sở Nội vụ", size=Pt(12)), "copies.size"),
    Fault("nơi nhận thiếu gạch đầu dòng", "plan", text("- Sở", "Sở"), "copies.dash"),
    Fault("nơi nhận thiếu chấm phẩy", "plan", text("(b/c);", "(b/c)", "- Sở"), "copies.ends"),
    Fault("Lưu thiếu VT", "plan", text("Lưu: VT, VHXH.", "Lưu: VHXH.", "- Lưu"), "copies.filed"),
    Fault("thiếu dòng Lưu", "plan", text("- Lưu: VT, VHXH.", "- Các thôn."), "copies.filed"),
    Fault("công văn thiếu Như trên", "letter", text("Như trên", "Các thôn", "- Như trên"), "copies.as_above"),
    Fault("nhãn phụ lục cỡ 13", "annex", look("Phụ lục", size=Pt(13)), "annex.size"),
    Fault("phụ lục đánh số 1", "annex", text("Phụ lục I", "Phụ lục 1"), "annex.roman"),
    Fault("tên phụ lục không in hoa", "annex", look("Danh sách", all_caps=False), "annex_title.case"),
    Fault("thông tin kèm theo chữ đứng", "annex", look("(Kèm theo", italic=False), "attached.slant"),
    Fault("phụ lục không ghi văn bản kèm theo", "annex", gone("(Kèm theo"), "annex.attached"),
    Fault("số còn trống khi ban hành", "plan", text("05/", "     /", "Số:"), "number.blank", issuing=True),
    Fault("thứ sai với ngày", "plan", text("thứ Sáu", "thứ Năm", "- Thời gian:"), "words.weekday"),
    Fault("ngày không có thật", "plan", text("31/12/2026", "31/11/2026", BODY), "words.unreal_day"),
    Fault("buổi lễ trước ngày ban hành", "plan", text("thứ Sáu, ngày 25/9/2026", "thứ Năm, ngày 25/9/2025", "- Thời gian:"), "words.before_issue"),
    Fault("áp dụng trước ngày ban hành", "plan", text("Mô hình được áp dụng từ ngày 01/10/2026", "Mô hình bắt đầu từ ngày 01/01/2026", BODY), "words.before_issue"),
    Fault("ngày cuối trước ngày đầu", "plan", text("31/12/2026", "01/9/2026", BODY), "words.range"),
    Fault("buổi lễ vào Chủ nhật", "plan", text("thứ Sáu, ngày 25/9", "Chủ nhật, ngày 27/9", "- Thời gian:"), "words.day_off"),
    Fault("hạn vào Chủ nhật", "plan", text("18/9/2026", "20/9/2026", "- Gửi"), "words.day_off"),
    Fault("viện dẫn thiếu ngày và cơ quan", "plan", text("41/KH-UBND", "42/KH-UBND", BODY), "words.citation"),
    Fault("ngoặc kép không đóng", "plan", text("Trang trí khánh tiết", "Trang trí “khánh tiết", "- Trang"), "words.quotes"),
    Fault("trích yếu thiếu ngoặc đóng", "invitation", text("viết”", "viết", "Dự Lễ"), "words.quotes"),
    Fault("lặp từ", "plan", text("tổng kết", "tổng kết kết", BODY), "words.doubled"),
    Fault("lặp cụm từ", "plan", text("tổng kết", "tổng kết tổng kết", BODY), "words.doubled"),
    Fault("thừa dấu cách", "plan", text("sau đó", "sau  đó", BODY), "words.blanks"),
    Fault("cách trước ./.", "plan", text("./.", " ./.", "Danh sách đại biểu"), "words.blanks"),
    Fault("ý không có dấu cuối", "plan", text("Công chức gần dân hơn.", "Công chức gần dân hơn", "- Công"), "words.list_ends"),
    Fault("viết tắt không giải thích", "plan", text("Mô hình", "Mô hình NKV", BODY), "words.abbreviation"),
    Fault("đơn vị được giao không có ở Nơi nhận", "plan", text("Giao Phòng Văn hóa - Xã hội", "Giao Liên đoàn Lao động", "2. Giao"), "words.unsent"),
    Fault("việc không có thời hạn", "plan", text(" (hoàn thành trước ngày 23/9/2026)", "", "- Trang"), "words.undated"),
)  # fmt: skip

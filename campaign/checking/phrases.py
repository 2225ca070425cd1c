"""Words of the format check: components of a document, how grave a finding is, articles, what a report says."""

from campaign.glossary import Labelled


class Part(Labelled):
    """A component of a document's format (NĐ 30/2020/NĐ-CP Điều 8, Phụ lục I)."""

    PAGE = "page", "Khổ giấy, lề trang"
    PAGE_NUMBER = "page_number", "Số trang"
    LETTERS = "letters", "Phông chữ"
    NATION = "nation", "Quốc hiệu"
    MOTTO = "motto", "Tiêu ngữ"
    PARENT = "parent", "Tên cơ quan chủ quản"
    AGENCY = "agency", "Tên cơ quan ban hành"
    NUMBER = "number", "Số, ký hiệu"
    DATE = "date", "Địa danh, thời gian ban hành"
    STAMP = "stamp", "Dấu chỉ mức độ khẩn, phạm vi lưu hành"
    KIND = "kind", "Tên loại văn bản"
    SUBJECT = "subject", "Trích yếu"
    ABOUT = "about", "Trích yếu công văn"
    ADDRESSEE = "addressee", "Kính gửi"
    BASIS = "basis", "Căn cứ"
    BODY = "body", "Nội dung"
    LEVELS = "levels", "Phần, mục, khoản, điểm"
    AUTHORITY = "authority", "Quyền hạn, chức vụ người ký"
    SIGNER = "signer", "Họ tên người ký"
    RECIPIENTS = "recipients", "Nơi nhận"
    COPIES = "copies", "Danh sách nơi nhận"
    ANNEX = "annex", "Phụ lục"
    ANNEX_TITLE = "annex_title", "Tên phụ lục"
    ATTACHED = "attached", "Thông tin kèm theo của phụ lục"
    WORDS = "words", "Câu chữ"


class Severity(Labelled):
    """How grave a finding is: against the decree's letter, against its forms and usage, or worth a look."""

    WRONG = "sai", "Sai"
    MEND = "nên sửa", "Nên sửa"
    NOTE = "lưu ý", "Lưu ý"


class Form(Labelled):
    """What kind of paper a file is, which says how far it is checked."""

    NAMED = "named", "văn bản có tên loại"
    LETTER = "letter", "công văn"
    ANNEX = "annex", "phụ lục"
    LAW = (
        "law",
        "văn bản quy phạm pháp luật hoặc văn bản của Đảng (không theo NĐ 30): chỉ kiểm tra trang giấy và phông chữ",
    )
    OTHER = "other", "không thuộc 29 loại văn bản hành chính: chỉ kiểm tra trang giấy và phông chữ"


DECREE = "NĐ 30/2020/NĐ-CP, {article}"


def general(clause: str) -> str:
    """An article of the general rules: paper, margins, letters, page numbers."""
    return f"Phụ lục I, Phần I, Mục I khoản {clause}"


def main(clause: str, point: str = "") -> str:
    """An article on a component every document has; the point "dd" is đ."""
    return _article("II", clause, point)


def others(clause: str, point: str = "") -> str:
    """An article on a component some documents have: annexes, stamps."""
    return _article("III", clause, point)


def _article(section: str, clause: str, point: str) -> str:
    point = {"dd": "đ"}.get(point, point)
    return f"Phụ lục I, Phần I, Mục {section} khoản {clause}" + (f" điểm {point}" if point else "")


SIZES_TABLE = "Phụ lục I, Phần I, Mục V, chú thích"
PLACES = "Phụ lục I, Phần I, Mục IV"
FORMS = "Phụ lục III, Mục II"
TYPES = "Phụ lục III, Mục I"
RESPONSIBILITY = "Điều 10 khoản 4"

# ---------------------------------------------------------------- the report

HEAD = "{kind} · {paragraphs} đoạn · {wrong} sai, {mend} nên sửa, {note} lưu ý"
NONE = "Không thấy lỗi nào."
FOUND = "{place}. {severity} · {part} · {where}: {found}{more}"
ASKED = "   Phải là: {asked} ({article}){mendable}"
MENDABLE = " [máy chỉnh được]"
WHOLE = "cả văn bản"
AT = "đoạn {number} “{words}”"
MORE = " (và {count} chỗ nữa)"

MENDED_HEAD = "{kind} · đã chỉnh {mended} chỗ · còn lại {wrong} sai, {mend} nên sửa, {note} lưu ý"
NONE_MENDED = "Không có chỗ nào máy chỉnh được: bản chép giống hệt tệp gốc."
MENDED = "{place}. {part} · {where}: {before} → {after}"
ALSO_AT = " (và đoạn {numbers})"
LEFT_TO_DO = "Còn phải sửa tay:"
WRITTEN = "Đã ghi {file}."

OPTION_OUT = "Tệp .docx đã chỉnh sẽ ghi ra; tệp có sẵn mang tên ấy bị thay."
OPTION_JSON = "In kết quả dạng JSON cho chương trình khác đọc."
OPTION_ISSUING = "Kiểm tra để ban hành: số, ngày và họ tên người ký còn trống cũng là sai."

# ---------------------------------------------------------------- issuing

REASON_NEEDED = "Thể thức còn {count} chỗ sai: ghi lý do vẫn ban hành, hoặc sửa rồi mới ban hành."

# ---------------------------------------------------------------- the page

FILE = "Tệp Word"
FILE_HINT = "Một tệp .docx của bất kỳ cơ quan nào, tối đa 10 MB. Tệp nộp chỉ được đọc, không lưu lại."
ISSUING = "Văn bản đã hoặc sắp ban hành"
ISSUING_HINT = "Số, ngày và họ tên người ký còn trống cũng là sai; dự thảo thì được để trống."
MEND = "Lập luôn bản đã chỉnh"
MEND_HINT = (
    "Máy sửa những chỗ chỉ cần sửa định dạng, không đổi chữ. Bản đã chỉnh giữ một ngày để riêng người nộp tải về; bỏ chọn thì "
    "không lưu gì."
)
MENDED_FILE = "{name} (đã chỉnh).docx"
NO_UPLOAD = "Hãy chọn một tệp .docx để kiểm tra."

"""The words of the project: one noun, one name, and the spellings met in real documents.

Labels, table heads, badges, Word headings and the plan reader read their terms here; docs/GLOSSARY.md is
generated from this table. Enumerations that people see stand here too, each with its Vietnamese label.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Term:
    """A noun of the trade: code name, Vietnamese term, meaning, other spellings met in documents."""

    code: str
    vietnamese: str
    meaning: str
    also: tuple[str, ...] = ()


TERMS = (
    Term("agency", "cơ quan ban hành", "the body that issues documents: names, header lines, symbol, place"),
    Term(
        "signer", "người ký của cơ quan", "a person who may sign for an agency, with authority and position"
    ),
    Term("unit", "đơn vị", "who gets tasks; relation giao or đề nghị", ("phòng ban", "phòng, ban")),
    Term("user", "người dùng", "a person who signs in, with one role"),
    Term(
        "day off",
        "ngày nghỉ, làm bù",
        "a day an office rests or works, against the weekday or the public calendar",
        ("nghỉ bù", "hoán đổi ngày làm việc"),
    ),
    Term("campaign", "chiến dịch", "the whole undertaking", ("kế hoạch triển khai",)),
    Term("ceremony", "buổi lễ", "one dated event of a campaign", ("lễ phát động", "lễ ra quân")),
    Term("programme", "chương trình buổi lễ", "the run of show, minute by minute", ("chương trình",)),
    Term("programme item", "mục chương trình", "one step of the programme"),
    Term("task", "nhiệm vụ", "what a lead unit does, with whom, by when", ("phân công nhiệm vụ",)),
    Term("update", "cập nhật nhiệm vụ", "what a unit or the office says of a task; never rewritten"),
    Term("evidence", "tài liệu minh chứng", "a file that goes with an update"),
    Term("packet", "gói việc của đơn vị", "a private link to one unit's tasks, without an account"),
    Term("lead unit", "đơn vị chủ trì", "the one unit that answers for a task", ("chủ trì",)),
    Term("coordinating unit", "đơn vị phối hợp", "a unit that helps with a task", ("phối hợp",)),
    Term("delegate group", "khối đại biểu", "delegates invited under one heading", ("thành phần",)),
    Term("delegate", "đại biểu", "a position or a quota first, a person when known", ("khách mời",)),
    Term("invitation", "giấy mời", "one delegate's invitation", ("thư mời",)),
    Term("service day", "ngày áp dụng mô hình", "a recurring day of the model", ("ngày thực hiện",)),
    Term("procedure", "thủ tục hành chính", "code, name, level", ("TTHC", "thủ tục")),
    Term("publicity activity", "hoạt động truyền thông", "one use of a channel", ("tuyên truyền",)),
    Term("channel", "kênh truyền thông", "loudspeaker, mobile car, Zalo, banner, press, contest"),
    Term("document", "văn bản", "drafted, approved, numbered, issued"),
    Term("outline section", "mục", "a node of a document: heading, text or live block", ("khoản", "điểm")),
    Term("live block", "khối dữ liệu", "draws the campaign's data at its place in a document"),
    Term("legal basis", "căn cứ", "type, number, date, issuer, subject", ("căn cứ pháp lý",)),
    Term("addressee", "kính gửi", "to whom a letter is directed"),
    Term("recipient", "nơi nhận", "who gets a copy, with a note such as b/c"),
    Term("signatory", "người ký", "authority, position and name under a document"),
    Term("annex", "phụ lục", "a paper that goes with a document"),
    Term("handout", "tờ phát kèm", "a task sheet or invitation given out with a document"),
    Term("task sheet", "phiếu giao nhiệm vụ", "one unit's duties on a page"),
    Term("script", "kịch bản dẫn chương trình", "the words of the master of ceremonies"),
    Term("report", "báo cáo", "results after the ceremony"),
    Term("letter", "công văn", "an official letter without a type name"),
    Term("plan", "kế hoạch", "the campaign's main document"),
    Term(
        "message", "thư đi", "one e-mail to one person, waiting or sent; never sent twice", ("thư điện tử",)
    ),
    Term("dossier", "hồ sơ", "all papers and calendars of a campaign in one file"),
    Term(
        "read document",
        "văn bản đọc vào",
        "a document handed in, kept as it came, with what was taken of it",
        ("bản gốc",),
    ),
    Term("history", "lịch sử", "who changed what, when; never rewritten"),
)


def term(code: str) -> str:
    """The Vietnamese term of a code name; KeyError when the noun is not in the glossary."""
    return _BY_CODE[code]


_BY_CODE = {entry.code: entry.vietnamese for entry in TERMS}


class Labelled(StrEnum):
    """A StrEnum whose members carry the Vietnamese label people read."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Labelled":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Level(Labelled):
    """Level of local government; huyện only for documents of before 01/7/2025 (Luật 72/2025/QH15)."""

    PROVINCE = "province", "Tỉnh, thành phố"
    DISTRICT = "district", "Huyện (trước 01/7/2025)"
    COMMUNE = "commune", "Xã, phường, đặc khu"


class Relation(Labelled):
    """How an agency gives work to a unit: subordinates are told, Party and mass organisations asked."""

    ASSIGN = "assign", "Giao"
    REQUEST = "request", "Đề nghị"


class Role(Labelled):
    """What a user is in the office."""

    ADMIN = "admin", "Quản trị"
    DRAFTER = "drafter", "Soạn thảo"
    LEADER = "leader", "Lãnh đạo"
    CLERK = "clerk", "Văn thư"
    MEMBER = "member", "Đơn vị"
    RECEPTION = "reception", "Lễ tân"


class CampaignStatus(Labelled):
    """Where a campaign stands."""

    PREPARING = "preparing", "Đang chuẩn bị"
    RUNNING = "running", "Đang triển khai"
    DONE = "done", "Đã tổng kết"


class TaskStatus(Labelled):
    """Where a task stands; being late is computed, never stored. PAUSED and DROPPED stand beside the way, not on it."""

    OPEN = "open", "Chưa tiếp nhận"
    ACCEPTED = "accepted", "Đã tiếp nhận"
    DOING = "doing", "Đang thực hiện"
    REPORTED = "reported", "Đã báo cáo hoàn thành"
    DONE = "done", "Đã xác nhận hoàn thành"
    PAUSED = "paused", "Tạm dừng"
    DROPPED = "dropped", "Không thực hiện"


class TaskClass(Labelled):
    """The four classes in which task results are reported upwards (Quy chế theo QĐ 42/2014/QĐ-TTg)."""

    DONE_IN_TIME = "done_in_time", "Hoàn thành đúng hạn"
    DONE_LATE = "done_late", "Hoàn thành quá hạn"
    RUNNING_IN_TIME = "running_in_time", "Đang thực hiện, trong hạn"
    RUNNING_LATE = "running_late", "Đang thực hiện, quá hạn"


class UpdateKind(Labelled):
    """What is said of a task, by the unit that leads it or by the office that gave it."""

    ACCEPT = "accept", "Tiếp nhận"
    PROGRESS = "progress", "Báo cáo tiến độ"
    REPORT = "report", "Báo cáo hoàn thành"
    CONFIRM = "confirm", "Xác nhận hoàn thành"
    RETURN = "return", "Trả lại để làm tiếp"
    ASK = "ask", "Xin gia hạn"
    GRANT = "grant", "Đồng ý gia hạn"
    REFUSE = "refuse", "Không đồng ý gia hạn"
    PAUSE = "pause", "Tạm dừng"
    RESUME = "resume", "Làm tiếp"
    DROP = "drop", "Không thực hiện"
    COMMENT = "comment", "Trao đổi"


class DayUnit(Labelled):
    """What an offset from the ceremony counts in."""

    WORKING = "working", "ngày làm việc"
    CALENDAR = "calendar", "ngày"


class DayOffShift(Labelled):
    """Where a due day goes that falls on a day off."""

    EARLIER = "earlier", "Sớm hơn: ngày làm việc liền trước"
    LATER = "later", "Muộn hơn: ngày làm việc liền sau"
    KEEP = "keep", "Giữ nguyên"


class DayOffKind(Labelled):
    """What an office says of a day, whatever the public calendar says."""

    OFF = "off", "Nghỉ"
    COMPENSATORY = "compensatory", "Nghỉ bù"
    WORKED = "worked", "Đi làm, làm bù"


class MessageState(Labelled):
    """Where a message stands; unsure: handed to the mail server, and whether it took it is not known."""

    WAITING = "waiting", "Đang chờ"
    SENDING = "sending", "Đang gửi"
    SENT = "sent", "Đã gửi"
    UNSURE = "unsure", "Chưa rõ đã gửi"
    FAILED = "failed", "Không gửi được"
    CANCELLED = "cancelled", "Đã hủy"


class DocumentKind(Labelled):
    """The kinds of document that are drafted, numbered and signed (NĐ 30/2020/NĐ-CP Điều 7)."""

    PLAN = "plan", "Kế hoạch"
    LETTER = "letter", "Công văn"
    INVITATION = "invitation", "Giấy mời"
    REPORT = "report", "Báo cáo"


class DocumentStatus(Labelled):
    """Life of a document; a draft has a blank number and day (NĐ 30/2020/NĐ-CP Điều 15)."""

    DRAFT = "draft", "Dự thảo"
    APPROVED = "approved", "Đã duyệt"
    ISSUED = "issued", "Đã ban hành"


class Urgency(Labelled):
    """How fast a paper must travel and be dealt with (NĐ 30/2020/NĐ-CP PL I mục III.2.b); tasks are marked alike."""

    NORMAL = "normal", "Thường"
    URGENT = "urgent", "Khẩn"
    VERY_URGENT = "very_urgent", "Thượng khẩn"
    EXPRESS = "express", "Hỏa tốc"


class Circulation(Labelled):
    """How far a paper may go, beyond its recipients (NĐ 30/2020/NĐ-CP PL I mục III.2.c)."""

    FREE = "free", "Không giới hạn"
    INTERNAL = "internal", "Lưu hành nội bộ"
    RETURN = "return", "Xem xong trả lại"


class Annex(Labelled):
    """Papers that are no document type of their own and go with one as Phụ lục (NĐ 30/2020 PL III, mẫu 2.1)."""

    PROGRAMME = "programme", "Chương trình buổi lễ"
    DELEGATES = "delegates", "Danh sách đại biểu"
    ASSIGNMENTS = "assignments", "Phân công nhiệm vụ"


class Numbering(Labelled):
    """How the sections of a document are numbered."""

    ROMAN = "roman", "I. / 1. / a) / -"
    DECIMAL = "decimal", "1. / 1.1. / a)"


class SizeProfile(Labelled):
    """Font sizes that move together (NĐ 30/2020 PL I mục V): Quốc hiệu / Tiêu ngữ / body."""

    LARGE = "13", "13 / 14 / 14"
    SMALL = "12", "12 / 13 / 13"


class Block(Labelled):
    """A live block: which data of the campaign is drawn at its place in a document."""

    LEGAL_BASES = "legal_bases", "Căn cứ"
    DELEGATES = "delegates", "Thành phần đại biểu"
    TIME_VENUE = "time_venue", "Thời gian, địa điểm"
    PROGRAMME = "programme", "Chương trình buổi lễ"
    ASSIGNMENTS = "assignments", "Phân công nhiệm vụ"
    PROCEDURES = "procedures", "Thủ tục hành chính áp dụng"
    SERVICE_DAYS = "service_days", "Ngày áp dụng mô hình"
    PUBLICITY = "publicity", "Hoạt động truyền thông"
    ATTENDANCE = "attendance", "Tình hình đại biểu dự"
    TASK_RESULTS = "task_results", "Kết quả thực hiện nhiệm vụ"


class Layout(Labelled):
    """How a live block is set; each block offers some of these."""

    RUN_IN = "run_in", "Nối liền trong câu"
    ITALIC = "italic", "Danh sách in nghiêng"
    NUMBERED = "numbered", "Mục đánh số"
    DASHES = "dashes", "Gạch đầu dòng"
    TABLE = "table", "Bảng"


class Channel(Labelled):
    """Publicity channels of the seeds and of NĐ 49/2024/NĐ-CP."""

    LOUDSPEAKER = "loudspeaker", "Loa truyền thanh"
    MOBILE_CAR = "mobile_car", "Xe loa lưu động"
    WEBSITE = "website", "Trang thông tin điện tử"
    SOCIAL = "social", "Zalo, mạng xã hội"
    BANNER = "banner", "Băng rôn, pano"
    NOTICE = "notice", "Niêm yết, mã QR"
    PRESS = "press", "Báo, đài"
    MEETING = "meeting", "Hội nghị, sinh hoạt thôn"
    CONTEST = "contest", "Cuộc thi"

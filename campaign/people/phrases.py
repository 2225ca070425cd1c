"""Sentences about agencies, units and users; the forms of letterheads and signatures; usual units."""

from dataclasses import dataclass

from campaign.glossary import Labelled, Level, Relation

# ---------------------------------------------------------------- rules

SAME_AGENCY = "Đã có cơ quan này: {name}."
SAME_SIGNER = "Đã có người ký này: {name}."
SAME_UNIT = "Đã có đơn vị này: {name}."
SAME_USER = "Địa chỉ này đã là của {name}."
HEADER_LINES = "Phần tên cơ quan trên đầu văn bản có từ một đến ba dòng (đang là {count} dòng)."
SYMBOL = "Ký hiệu chỉ gồm chữ, số, dấu - và &, viết liền: “UBND”, “VPUBND”."
VALIDITY = "Ngày hết hiệu lực không thể trước ngày bắt đầu ({start})."
BAD_PHONE = "Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm, ngoặc và dấu + (đang là “{text}”)."
UNIT_IN_USE = (
    "Chưa xóa được {name}: còn nhiệm vụ, đại biểu, mục chương trình, hoạt động truyền thông hoặc tài khoản "
    "(kể cả mục đã xóa) nhắc đến đơn vị này. Nếu đơn vị đã đổi tên hoặc giải thể, hãy ghi ngày hết hiệu lực."
)
UNIT_OF_OTHER_AGENCY = "Đơn vị này không thuộc cơ quan của người dùng."
AGENCY_NEEDED = "Chỉ quản trị chung mới không thuộc cơ quan nào; vai trò này cần chọn cơ quan."
UNIT_NEEDED = "Vai trò “{role}” cần chọn đơn vị để biết việc nào là của người này."
LAST_ADMIN = "Đây là quản trị cuối cùng: hãy giao quyền quản trị cho người khác trước."
PASSWORD_SHORT = "Mật khẩu cần ít nhất {least} ký tự (đang là {length})."  # noqa: S105 - a sentence, not a secret
PASSWORD_IS_EMAIL = "Mật khẩu không được trùng địa chỉ thư điện tử."  # noqa: S105 - a sentence
PASSWORD_WRONG = "Mật khẩu hiện tại không đúng."  # noqa: S105 - a sentence
PASSWORD_SAME = "Mật khẩu mới phải khác mật khẩu hiện tại."  # noqa: S105 - a sentence
PASSWORD_DIFFERS = "Hai lần gõ mật khẩu mới không giống nhau."  # noqa: S105 - a sentence
WRONG_CREDENTIALS = "Thư điện tử hoặc mật khẩu không đúng."

# ---------------------------------------------------------------- labels and messages

EMAIL = "Thư điện tử"
PASSWORD = "Mật khẩu"  # noqa: S105 - a label
REMEMBER = "Nhớ tôi trên máy này"
REMEMBER_HINT = "Không chọn trên máy dùng chung."
SIGNED_OUT = "Đã đăng xuất."
CURRENT = "Mật khẩu hiện tại"
NEW = "Mật khẩu mới"
NEW_HINT = "Ít nhất 10 ký tự; một câu dài dễ nhớ tốt hơn một từ khó nhớ."
AGAIN = "Gõ lại mật khẩu mới"
PASSWORD_CHANGED = "Đã đổi mật khẩu. Các máy khác đang đăng nhập bằng tài khoản này sẽ phải đăng nhập lại."  # noqa: S105 - a sentence

PRESET = "Loại cơ quan"
PRESET_HINT = "Tên, đầu văn bản và ký hiệu theo loại này."
PRESET_PLACE = "Tên địa phương"
PRESET_PLACE_HINT = "Chỉ tên riêng: “Bình An”, “Lâm Đồng”, “2”."
PRESET_FIELD = "Lĩnh vực"
PRESET_FIELD_HINT = "Chỉ với Sở, Phòng: “Nội vụ”."

AGENCY_NAME = "Tên đầy đủ"
AGENCY_NAME_HINT = "Như viết trong câu: “Ủy ban nhân dân xã Bình An”."
SHORT_NAME = "Tên viết tắt"
SHORT_NAME_HINT = "Dùng sau lần nhắc đầu: “UBND xã”."
LEVEL = "Cấp"
LEVEL_HINT = "Để gợi ý các đơn vị thường có."
PARENT_LINE = "Dòng cơ quan chủ quản"
PARENT_LINE_HINT = "Để trống nếu là Ủy ban nhân dân."
HEADER = "Tên cơ quan trên đầu văn bản"
HEADER_HINT = "Một đến ba dòng, mỗi dòng xuống hàng riêng; tự viết hoa."
SYMBOL_LABEL = "Ký hiệu"
SYMBOL_HINT = "“UBND” trong 05/KH-UBND."
PLACE = "Địa danh"
PLACE_HINT = "“Bình An” trong “Bình An, ngày …”."
SIZE_PROFILE = "Cỡ chữ (Quốc hiệu / Tiêu ngữ / nội dung)"
CONTACT = "Dòng liên hệ cuối công văn"
CONTACT_HINT = "Địa chỉ, điện thoại, thư điện tử; để trống nếu không in."
ORGANIZER = "Hộp thư đứng tên lịch mời"
ORGANIZER_HINT = "Người nhận tệp lịch (.ics) sẽ thấy địa chỉ này là bên tổ chức."
AGENCY_ADDED = "Đã thêm cơ quan. Thêm người ký để văn bản có đủ phần cuối."

AUTHORITY = "Quyền hạn"
AUTHORITY_HINT = "Các dòng in trên chức vụ, ví dụ “TM. ỦY BAN NHÂN DÂN”, “KT. CHỦ TỊCH”; để trống khi ký theo thẩm quyền riêng."
POSITION = "Chức vụ"
SIGNER_POSITION_HINT = "In hoa dưới quyền hạn: “PHÓ CHỦ TỊCH”."
SIGNER_NAME = "Họ và tên"
SIGNER_NAME_HINT = "Không ghi học hàm, học vị (NĐ 30/2020/NĐ-CP)."
VALID_FROM = "Từ ngày"
VALID_TO = "Đến hết ngày"
SIGNER_ADDED = "Đã thêm người ký {name}."
SIGNER_DELETED = "Đã xóa người ký {name}."

UNIT_NAME = "Tên đơn vị"
UNIT_SHORT_HINT = "Tên ngắn dùng trong bảng và trên điện thoại."
RELATION = "Cách giao việc"
RELATION_HINT = (
    "Giao: đơn vị trực thuộc. Đề nghị: Đảng, đoàn thể, lực lượng vũ trang và nơi không thuộc quyền."
)
PHONE = "Điện thoại"
DIGEST_HOUR = "Giờ nhận thư nhắc việc"
DIGEST_HOUR_HINT = "Từ 6 đến 20 giờ, vào ngày làm việc."
UNIT_ADDED = "Đã thêm {name}."
UNIT_DELETED = "Đã xóa {name}."
UNIT_LIST = "Danh bạ đơn vị"
UNIT_LIST_FILE = "Danh bạ đơn vị {code}.xlsx"
UNITS_ADDED = "Đã thêm các đơn vị thường có. Sửa tên cho đúng địa phương, xóa đơn vị không có."
MOVED = "Đã chuyển {name}."

FULL_NAME = "Họ và tên"
USER_POSITION_HINT = "Ví dụ: Chuyên viên, Phó Chánh Văn phòng."
ROLE = "Vai trò"
AGENCY = "Cơ quan"
AGENCY_FIELD_HINT = "Chỉ quản trị chung mới để trống."
UNIT = "Đơn vị"
UNIT_FIELD_HINT = "Bắt buộc với vai trò “Đơn vị”."
ACTIVE = "Được đăng nhập"
UNIT_IN_AGENCY = "{unit} ({agency})"

# ---------------------------------------------------------------- the working calendar

DAY = "Ngày"
LAST_DAY = "Đến hết ngày"
LAST_DAY_HINT = "Chỉ ghi khi nghỉ nhiều ngày liền."
DAY_KIND = "Ngày này"
DAY_NAME = "Tên gọi"
DAY_NAME_HINT = "Ví dụ: Tết Nguyên đán; Làm bù cho ngày 02/01/2026."
DAY_SOURCE = "Căn cứ"
DAY_SOURCE_HINT = "Văn bản thông báo, ví dụ: Công văn số 05/UBND-VP ngày 06/01/2026."
DUE_SHIFT = "Hạn rơi vào ngày nghỉ thì chuyển"
DAY_ADDED = "Đã thêm {name} ({day})."
DAYS_ADDED = "Đã thêm {count} ngày: {name}."
DAY_DELETED = "Đã xóa {day} khỏi lịch của cơ quan."
YEAR_CONFIRMED = "Đã xác nhận lịch năm {year}: {count} ngày."
SHIFT_SAVED = "Đã lưu cách chuyển hạn."
DAY_TITLE = "{name} ({day})"
DAY_TAKEN = "Lịch của cơ quan đã có ngày {days}."
LAST_DAY_FIRST = "Ngày cuối không thể trước ngày đầu ({day})."
TOO_MANY_DAYS = "Mỗi lần ghi nhiều nhất {most} ngày (đang là {count})."
NOTHING_TO_CONFIRM = "Lịch chung năm {year} không còn ngày nào để xác nhận."
WORKED_NAME = "Làm bù"
COMPENSATORY = ("nghỉ bù", "thay cho")  # signs of a compensatory day in the names of the public calendar

# ---------------------------------------------------------------- presets of agencies


class Preset(Labelled):
    """A usual kind of agency whose names follow from its place (NĐ 30/2020/NĐ-CP PL I II.2)."""

    COMMUNE = "commune", "UBND xã"
    WARD = "ward", "UBND phường"
    ZONE = "zone", "UBND đặc khu"
    PROVINCE = "province", "UBND tỉnh"
    CITY = "city", "UBND thành phố"
    DISTRICT = "district", "UBND huyện (trước 01/7/2025)"
    DEPARTMENT = "department", "Sở"
    OFFICE = "office", "Phòng của UBND cấp xã"


@dataclass(frozen=True)
class Pattern:
    """How the names of a kind of agency are made: {place} is its place, {field} what it is in charge of."""

    level: Level
    noun: str
    name: str
    short_name: str
    header_lines: str
    parent_line: str | None = None


def _committee(level: Level, noun: str) -> Pattern:
    return Pattern(
        level, noun, "Ủy ban nhân dân {noun} {place}", "UBND {noun}", "ỦY BAN NHÂN DÂN\n{noun} {place}"
    )


PATTERNS = {
    Preset.COMMUNE: _committee(Level.COMMUNE, "xã"),
    Preset.WARD: _committee(Level.COMMUNE, "phường"),
    Preset.ZONE: _committee(Level.COMMUNE, "đặc khu"),
    Preset.PROVINCE: _committee(Level.PROVINCE, "tỉnh"),
    Preset.CITY: _committee(Level.PROVINCE, "thành phố"),
    Preset.DISTRICT: _committee(Level.DISTRICT, "huyện"),
    Preset.DEPARTMENT: Pattern(
        Level.PROVINCE, "tỉnh", "Sở {field} {noun} {place}", "Sở {field}", "SỞ {field}", "UBND {noun} {place}"
    ),
    Preset.OFFICE: Pattern(
        Level.COMMUNE, "xã", "Phòng {field} {noun} {place}", "Phòng {field}", "PHÒNG {field}", "UBND {noun} {place}"
    ),
}  # fmt: skip
COMMITTEE_SYMBOL = "UBND"
COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BLANK_NUMBER = "Số:        /KH-{symbol}"
BLANK_DAY = "{place}, ngày      tháng      năm {year}"
UNSPOKEN = frozenset({"và", "của"})  # words an abbreviation leaves out

# ---------------------------------------------------------------- forms of signing


@dataclass(frozen=True)
class Signing:
    """One way to sign: the authority lines above the position, and the position itself."""

    key: str
    label: str
    authority: str
    position: str


SIGNINGS = (
    Signing("collective", "Người đứng đầu thay mặt tập thể", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    Signing("collective-deputy", "Cấp phó thay mặt tập thể", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    Signing("deputy", "Cấp phó ký thay", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    Signing("head", "Người đứng đầu theo thẩm quyền riêng", "", "CHỦ TỊCH"),
    Signing("acting", "Quyền người đứng đầu", "", "Q. CHỦ TỊCH"),
    Signing("order", "Thừa lệnh", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
    Signing("order-deputy", "Cấp phó ký thừa lệnh", "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    Signing("delegated", "Thừa ủy quyền", "TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG"),
)  # fmt: skip

# ---------------------------------------------------------------- usual units

WARD = "phường"


class Starter(Labelled):
    """A list of usual units an office can start from."""

    COMMUNE = "commune", "đơn vị thường có của xã, đặc khu"
    WARD = "ward", "đơn vị thường có của phường"
    DISTRICT = "district", "đơn vị thường có của huyện (trước 01/7/2025)"


@dataclass(frozen=True)
class UsualUnit:
    """A unit most offices of a level have."""

    name: str
    short_name: str
    relation: Relation = Relation.ASSIGN


_GIVE, _ASK = Relation.ASSIGN, Relation.REQUEST


def _of_commune(area: str, economy: UsualUnit) -> tuple[UsualUnit, ...]:
    """Offices of a cấp xã UBND (NĐ 150/2025/NĐ-CP), then the Party, forces and organisations beside it."""
    return (
        UsualUnit("Văn phòng HĐND và UBND", "Văn phòng"),
        economy,
        UsualUnit("Phòng Văn hóa - Xã hội", "Phòng VH-XH"),
        UsualUnit("Trung tâm Phục vụ hành chính công", "TTPVHCC"),
        UsualUnit("Văn phòng Đảng ủy", "VP Đảng ủy", _ASK),
        UsualUnit("Ban Xây dựng Đảng", "Ban XDĐ", _ASK),
        UsualUnit(f"Ủy ban Mặt trận Tổ quốc Việt Nam {area}", f"UBMTTQ {area}", _ASK),
        UsualUnit(f"Đoàn TNCS Hồ Chí Minh {area}", f"Đoàn {area}", _ASK),
        UsualUnit(f"Hội Liên hiệp Phụ nữ {area}", f"Hội LHPN {area}", _ASK),
        UsualUnit(f"Hội Nông dân {area}", f"Hội ND {area}", _ASK),
        UsualUnit(f"Hội Cựu chiến binh {area}", f"Hội CCB {area}", _ASK),
        UsualUnit(f"Công an {area}", f"Công an {area}", _ASK),
        UsualUnit(f"Ban Chỉ huy Quân sự {area}", "Ban CHQS", _ASK),
    )


USUAL_UNITS = {
    Starter.COMMUNE: _of_commune("xã", UsualUnit("Phòng Kinh tế", "Phòng KT")),
    Starter.WARD: _of_commune("phường", UsualUnit("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng KTHTĐT")),
    Starter.DISTRICT: (
        UsualUnit("Văn phòng HĐND và UBND", "Văn phòng"),
        UsualUnit("Phòng Nội vụ", "Phòng NV"),
        UsualUnit("Phòng Tư pháp", "Phòng TP"),
        UsualUnit("Phòng Tài chính - Kế hoạch", "Phòng TC-KH"),
        UsualUnit("Phòng Văn hóa và Thông tin", "Phòng VH&TT"),
        UsualUnit("Phòng Giáo dục và Đào tạo", "Phòng GD&ĐT"),
        UsualUnit("Phòng Lao động - Thương binh và Xã hội", "Phòng LĐ-TB&XH"),
        UsualUnit("Phòng Tài nguyên và Môi trường", "Phòng TN&MT"),
        UsualUnit("Phòng Nông nghiệp và Phát triển nông thôn", "Phòng NN&PTNT"),
        UsualUnit("Phòng Kinh tế và Hạ tầng", "Phòng KT&HT"),
        UsualUnit("Thanh tra huyện", "Thanh tra"),
        UsualUnit("Trung tâm Văn hóa, Thể thao và Truyền thông", "TT VH-TT&TT"),
        UsualUnit("UBND các xã, thị trấn", "UBND cấp xã"),
        UsualUnit("Văn phòng Huyện ủy", "VP Huyện ủy", _ASK),
        UsualUnit("Ban Tuyên giáo Huyện ủy", "Ban Tuyên giáo", _ASK),
        UsualUnit("Ủy ban Mặt trận Tổ quốc Việt Nam huyện", "UBMTTQ huyện", _ASK),
        UsualUnit("Huyện đoàn", "Huyện đoàn", _ASK),
        UsualUnit("Hội Liên hiệp Phụ nữ huyện", "Hội LHPN huyện", _ASK),
        UsualUnit("Hội Nông dân huyện", "Hội ND huyện", _ASK),
        UsualUnit("Hội Cựu chiến binh huyện", "Hội CCB huyện", _ASK),
        UsualUnit("Liên đoàn Lao động huyện", "LĐLĐ huyện", _ASK),
        UsualUnit("Công an huyện", "Công an huyện", _ASK),
        UsualUnit("Ban Chỉ huy Quân sự huyện", "BCH Quân sự", _ASK),
    ),
}

"""The styles of the templates: one for each kind of line D30 Phụ lục I knows, under the names an office uses."""

from tools.word_templates.kit import Style

# Two sizes move together (D30 Phụ lục I mục V): change these two styles to change the size of a whole paper.
HEAD, TEXT = "CoDau", "CoThan"
CELL_LEFT, CELL_RIGHT = 66, 99
_AGENCY_RULE, _TITLE_RULE, _MOTTO = (
    20,
    42,
    60.4,
)  # drawn as long as the texts over them when a paper is written
_FIRST = 12.7


def _centred_rule(cell: float, length: float) -> tuple[float, float, float]:
    """Indents that leave a line of that length in the middle of its cell."""
    return ((cell - length) / 2, (cell - length) / 2, 0)


def _running(id_: str, name: str, **look: object) -> Style:
    """A paragraph of the running text: justified, first line 1.27 cm, 6 points apart."""
    usual: dict[str, object] = {"align": "both", "before": 6, "line": 1.1, "indent": (0, 0, _FIRST)}
    return Style(id_, name, TEXT, **(usual | look))  # type: ignore[arg-type]


STYLES = (
    Style(HEAD, "Cỡ chữ đầu trang", size=13),
    Style(TEXT, "Cỡ chữ thân văn bản", size=14),
    Style("QuocHieu", "Quốc hiệu", HEAD, bold=True, align="center"),
    Style("TieuNgu", "Tiêu ngữ", TEXT, bold=True, align="center"),
    Style("KeTieuNgu", "Đường kẻ tiêu ngữ", before=3, rule=True, indent=_centred_rule(CELL_RIGHT, _MOTTO)),
    Style("ChuQuan", "Cơ quan chủ quản", HEAD, align="center"),
    Style("CoQuan", "Cơ quan ban hành", HEAD, bold=True, align="center"),
    Style("KeCoQuan", "Đường kẻ cơ quan", before=3, rule=True, indent=_centred_rule(CELL_LEFT, _AGENCY_RULE)),
    Style("SoKyHieu", "Số, ký hiệu", size=13, align="center", before=4),
    Style("DiaDanh", "Địa danh, ngày tháng", TEXT, italic=True, align="center", before=4),
    Style("TrichYeuCongVan", "Trích yếu công văn", HEAD, align="center", before=6, indent=(2, 2, 0)),
    Style("DauKhan", "Dấu chỉ mức độ khẩn", size=13, bold=True, color="FF0000", align="center"),
    Style("LuuHanh", "Phạm vi lưu hành", size=13, bold=True, align="center"),
    Style("TruocDau", "Khoảng trước dấu", size=1, before=4, gap=True),
    Style(
        "TenLoai",
        "Tên loại văn bản",
        TEXT,
        bold=True,
        caps=True,
        align="center",
        before=14,
        keep=True,
        level=0,
    ),
    Style("TrichYeu", "Trích yếu", TEXT, bold=True, align="center", indent=(8, 8, 0), keep=True),
    Style(
        "KeTrichYeu",
        "Đường kẻ trích yếu",
        before=4,
        after=6,
        rule=True,
        indent=_centred_rule(165, _TITLE_RULE),
    ),
    Style("KinhGui", "Kính gửi một nơi", TEXT, align="center", before=14, after=8),
    Style("KinhGuiNhieu", "Kính gửi nhiều nơi", TEXT, before=14, indent=(37, 0, 0), keep=True),
    Style("NoiKinhGui", "Nơi kính gửi", TEXT, before=2, indent=(59.5, 0, -3)),
    _running("CanCu", "Căn cứ", italic=True),
    _running("MucI", "Mục I", bold=True, caps=True, keep=True, level=1),
    _running("Khoan1CoTen", "Khoản 1 có tiêu đề", bold=True, keep=True, level=2),
    _running("Khoan1", "Khoản 1"),
    _running("DiemA", "Điểm a"),
    _running("TenNhom", "Tiêu đề nhóm", bold=True, italic=True, keep=True),
    _running("DoanVan", "Đoạn văn"),
    _running("DoanDan", "Đoạn dẫn", keep=True),
    _running("KhachMoi", "Khách mời", bold=True),
    _running("GachDauDong", "Gạch đầu dòng"),
    _running("GhiChu", "Ghi chú"),
    _running("DoanCuoi", "Đoạn cuối", keep=True),
    # These stand in a row that never breaks; kept with what follows as well, whole tables would be kept together.
    _running("MucKichBan", "Mục kịch bản", bold=True, align="left", level=2),
    _running("ChiDan", "Chỉ dẫn của kịch bản", italic=True),
    _running("LoiDan", "Lời dẫn", line=1.3),
    Style("DauTrang", "Khoảng đầu trang", size=1, gap=True),
    Style("TruocBang", "Khoảng trước bảng", size=4, before=2, keep=True),
    Style("DauBang", "Đầu bảng", size=12, bold=True, align="center", before=2, after=2, keep=True),
    Style("OBang", "Ô bảng", size=12, before=2, after=2),
    Style("OBangGiua", "Ô bảng, giữa", size=12, align="center", before=2, after=2),
    Style("OBangDam", "Ô bảng, đậm", size=12, bold=True, before=2, after=2, keep=True),
    Style("NoiNhan", "Nơi nhận", size=12, bold=True, italic=True, before=12),
    Style("DanhSachNoiNhan", "Danh sách nơi nhận", size=11),
    Style("QuyenHan", "Quyền hạn, chức vụ", TEXT, bold=True, align="center", keep=True),
    Style("KhoangDauKy", "Khoảng trước chữ ký", size=6, before=6, keep=True),
    Style("ChoKy", "Chỗ ký", size=14, align="center", after=64, keep=True),
    Style("HoTen", "Họ tên người ký", TEXT, bold=True, align="center"),
    Style("PhuLuc", "Phụ lục", size=14, bold=True, align="center", keep=True, level=0),
    Style(
        "TenPhuLuc", "Tên phụ lục", TEXT, bold=True, caps=True, align="center", indent=(8, 8, 0), keep=True
    ),
    Style("KemTheo", "Kèm theo văn bản", TEXT, italic=True, align="center", indent=(8, 8, 0), keep=True),
    Style("SoTrang", "Số trang", TEXT, align="center"),
    Style("KeLienHe", "Đường kẻ liên hệ", rule=True),
    Style("LienHe", "Liên hệ", size=11, align="center"),
)

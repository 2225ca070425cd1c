"""The tables of the templates: heading, name, width in mm and cell style of every column."""

Column = tuple[str, str, float, str]  # heading, name, width, style of its cells
_N: Column = ("TT", "n", 11, "OBangGiua")
# One branch of the body loop for each: its columns fill the text's width.
TABLES: dict[str, tuple[Column, ...]] = {
    "programme": (
        ("Thời gian", "time", 40, "OBangGiua"),
        ("Nội dung", "title", 75, "OBang"),
        ("Thực hiện", "performer", 50, "OBang"),
    ),
    "assignments": (
        _N,
        ("Nhiệm vụ", "text", 63, "OBang"),
        ("Chủ trì", "lead", 32, "OBang"),
        ("Phối hợp", "coordinating", 32, "OBang"),
        ("Thời hạn", "due", 27, "OBangGiua"),
    ),
    "procedures": (
        _N,
        ("Mã TTHC", "code", 26, "OBangGiua"),
        ("Tên thủ tục hành chính", "name", 78, "OBang"),
        ("Nơi thực hiện", "place", 50, "OBang"),
    ),
    "publicity": (
        _N,
        ("Kênh", "channel", 32, "OBang"),
        ("Nội dung", "content", 52, "OBang"),
        ("Thời gian, địa điểm", "when", 40, "OBang"),
        ("Thực hiện", "unit", 30, "OBang"),
    ),
    "attendance": (
        _N,
        ("Khối đại biểu", "group", 84, "OBang"),
        ("Được mời", "invited", 35, "OBangGiua"),
        ("Có mặt", "present", 35, "OBangGiua"),
    ),
    "task_results": (
        _N,
        ("Nhiệm vụ", "text", 60, "OBang"),
        ("Chủ trì", "lead", 32, "OBang"),
        ("Thời hạn", "due", 27, "OBangGiua"),
        ("Kết quả", "outcome", 35, "OBang"),
    ),
}
# Of the weekly report, beside the tables of any body.
PROGRESS: dict[str, tuple[Column, ...]] = {
    "task_counts": (
        _N,
        ("Đơn vị", "lead", 50, "OBang"),
        ("Tổng số", "total", 16, "OBangGiua"),
        ("Hoàn thành đúng hạn", "done_in_time", 22, "OBangGiua"),
        ("Hoàn thành quá hạn", "done_late", 22, "OBangGiua"),
        ("Đang thực hiện, trong hạn", "running_in_time", 22, "OBangGiua"),
        ("Đang thực hiện, quá hạn", "running_late", 22, "OBangGiua"),
    ),
    "week_results": (
        _N,
        ("Nhiệm vụ", "text", 50, "OBang"),
        ("Chủ trì", "lead", 30, "OBang"),
        ("Thời hạn", "due", 26, "OBangGiua"),
        ("Kết quả", "outcome", 48, "OBang"),
    ),
    "own_results": (
        _N,
        ("Nhiệm vụ", "text", 66, "OBang"),
        ("Thời hạn", "due", 30, "OBangGiua"),
        ("Kết quả", "outcome", 58, "OBang"),
    ),
}
TASKS_OF_A_UNIT: tuple[Column, ...] = (
    _N,
    ("Nhiệm vụ", "text", 66, "OBang"),
    ("Phối hợp", "coordinating", 30, "OBang"),
    ("Thời hạn", "due", 28, "OBangGiua"),
    ("Kết quả phải\u00a0có", "result", 30, "OBang"),
)
TASKS_HELPED: tuple[Column, ...] = (
    _N,
    ("Nhiệm vụ", "text", 80, "OBang"),
    ("Chủ trì", "lead", 40, "OBang"),
    ("Thời hạn", "due", 34, "OBangGiua"),
)
# On paper that lies: 252 mm.
REGISTER: tuple[Column, ...] = (
    _N,
    ("Nội dung nhiệm vụ", "text", 48, "OBang"),
    ("Đơn vị chủ trì", "lead", 32, "OBang"),
    ("Đơn vị phối\u00a0hợp", "coordinating", 32, "OBang"),
    ("Thời hạn", "due", 25, "OBangGiua"),
    ("Kết quả phải\u00a0có", "result", 25, "OBang"),
    ("Tiến độ", "progress", 25, "OBangGiua"),
    ("Kết quả thực hiện", "outcome", 36, "OBang"),
    ("Ghi chú", "note", 18, "OBang"),
)
DELEGATES: tuple[Column, ...] = (
    _N,
    ("Họ và tên", "person", 45, "OBang"),
    ("Chức vụ, đơn vị", "title", 63, "OBang"),
    ("Số lượng", "heads", 18, "OBangGiua"),
    ("Ghi chú", "note", 28, "OBang"),
)

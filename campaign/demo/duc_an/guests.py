"""Delegates in the order of protocol: positions and quotas first, some persons known."""

from campaign.demo.data import Guest

GROUPS = (
    ("Đại biểu cấp tỉnh", (
        Guest("Phó Giám đốc Sở Nội vụ tỉnh Lâm Đồng", person="Đỗ Thanh Bình", honorific="Ông", introduced=True, email="dothanhbinh@lam-dong.example"),
        Guest("Lãnh đạo Trung tâm Phục vụ hành chính công tỉnh", 1, introduced=True),
        Guest("Phóng viên Báo và Phát thanh, truyền hình Lâm Đồng", 2, unit="Văn phòng"),
    )),
    ("Đảng ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam xã", (
        Guest("Bí thư Đảng ủy xã", person="Nguyễn Hữu Thọ", honorific="Ông", introduced=True),
        Guest("Chủ tịch HĐND xã", person="Y Khoan Niê", honorific="Ông", introduced=True),
        Guest("Chủ tịch UBND xã", person="Nguyễn Thị Mai Lan", honorific="Bà", introduced=True),
        Guest("Chủ tịch Ủy ban MTTQ Việt Nam xã", person="H’Bình Kđoh", honorific="Bà", introduced=True),
    )),
    ("Các phòng, đơn vị, đoàn thể của xã", (
        Guest("Lãnh đạo các phòng, trung tâm thuộc UBND xã", 5),
        Guest("Lãnh đạo Công an, Ban Chỉ huy Quân sự xã", 2, unit="Công an xã"),
        Guest("Công chức, viên chức xã", 30),
    )),
    ("Thôn, bon, tổ dân phố và người dân", (
        Guest("Trưởng các thôn, bon, tổ dân phố", 27, note="Văn phòng mời qua tổ Zalo"),
        Guest("Đoàn viên, thanh niên", 40, unit="Đoàn xã"),
        Guest("Người dân tiêu biểu", 20, unit="TTPVHCC", note="Người từng góp ý cải cách thủ tục"),
    )),
)  # fmt: skip

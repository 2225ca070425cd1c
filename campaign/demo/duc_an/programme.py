"""The programme: reception, then nine items of 75 minutes (order of NĐ 145/2013/NĐ-CP Điều 27), with the words to say."""

from campaign.demo.data import Step

_HOST = "Người dẫn chương trình"

PROGRAMME = (
    Step("Đón tiếp đại biểu, ký danh sách", 30, "Bộ phận lễ tân", "Văn phòng", before_start=True, cue="Bàn đón tiếp, danh sách, nước uống"),
    Step(
        "Ổn định tổ chức", 5, "Ban Tổ chức", "TT Dịch vụ công",
        script="Kính mời quý vị đại biểu, các đồng chí và bà con vào vị trí.\nXin quý vị để điện thoại ở chế độ im lặng. Buổi lễ sẽ bắt đầu sau ít phút.",
        cue="Nhạc nền nhỏ",
    ),
    Step("Văn nghệ chào mừng", 10, "Đội văn nghệ thôn và đoàn viên", "Đoàn xã", cue="Chiêng, micro không dây"),
    Step(
        "Chào cờ, hát Quốc ca", 5, _HOST, "TT Dịch vụ công",
        script="Xin mời toàn thể quý vị đứng dậy, chỉnh đốn trang phục làm lễ chào cờ.\n**Nghiêm! Chào cờ, chào!**\n*(Quốc ca)*\n**Thôi!** Xin mời quý vị an tọa.",
        cue="Quốc thiều; mọi người cùng hát",
    ),
    Step(
        "Tuyên bố lý do, giới thiệu đại biểu", 5, _HOST, "TT Dịch vụ công",
        script="Thưa quý vị, từ nay mỗi thứ Tư người dân đến Trung tâm Phục vụ hành chính công xã sẽ không phải viết, không phải hẹn. Hôm nay xã Đức An ra mắt hai ngày ấy.\n[[delegates]]",
        cue="Danh sách đại biểu bản mới nhất",
    ),
    Step("Phát động “Ngày không viết” và “Ngày không hẹn”", 15, "Chủ tịch UBND xã", "Phòng VH-XH", script="Trân trọng kính mời bà Nguyễn Thị Mai Lan, Chủ tịch Ủy ban nhân dân xã, lên phát động.", cue="Bục phát biểu"),
    Step("Giới thiệu các thủ tục áp dụng và cách thực hiện", 10, "Giám đốc Trung tâm Phục vụ hành chính công", "TTPVHCC", cue="Màn chiếu, tài liệu phát"),
    Step("Phát biểu hưởng ứng", 10, "Đại diện Đoàn Thanh niên và trưởng thôn", "Đoàn xã"),
    Step("Ký cam kết, bấm nút ra mắt", 10, "Thủ trưởng các phòng, trung tâm", "TTPVHCC", cue="Bàn ký, bản cam kết, nút bấm, nhạc"),
    Step(
        "Cảm ơn, bế mạc", 5, "Chủ tịch UBND xã", "Văn phòng",
        script="Thay mặt Ban Tổ chức, xin cảm ơn quý vị. Mời bà con sang quầy số 1 làm thủ tục đầu tiên của ngày hôm nay.",
    ),
)  # fmt: skip

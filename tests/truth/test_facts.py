"""The facts of the five real documents the demo retells stand in its papers, letter for letter."""

from collections.abc import Callable

from tests.truth.conftest import Paper

Named = Callable[[str, str], Paper]


def text_of(paper: Paper) -> str:
    """All words of a paper, single blanks between them."""
    return " ".join(" ".join(paper.lines).split())


def unsaid(paper: Paper, *facts: str) -> list[str]:
    """Facts that do not stand in the paper one after the other."""
    text, at, missing = text_of(paper), 0, []
    for fact in facts:
        found = text.find(fact, at)
        if found < 0:
            missing.append(fact)
        at = max(at, found)
    return missing


def recipients(paper: Paper) -> list[str]:
    """The lines of Nơi nhận, without dash and stop."""
    lines = paper.lines[paper.lines.index("Nơi nhận:") + 1 :]
    return [line[2:-1] for line in lines if line.startswith("- ")]


def signature(paper: Paper) -> list[str]:
    """The lines of the signature block."""
    lines = paper.lines[paper.lines.index("Nơi nhận:") + 1 :]
    return [line for line in lines if not line.startswith("- ")]


# ---------------------------------------------------------------- Đắk Song, the launch of 24/3/2023


def test_the_launch_plan_has_the_facts_of_its_event(paper: Named) -> None:
    plan = paper("dak-song-2023", "Kế hoạch KH-UBND")
    assert unsaid(
        plan, "ỦY BAN NHÂN DÂN HUYỆN ĐẮK SONG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "/KH-UBND", "Đắk Song, ngày", "năm 2023", "KẾ HOẠCH", "“ngày không hẹn” và “ngày không viết” trên địa bàn huyện Đắk Song năm 2023",
        "Căn cứ Kế hoạch số 824/KH-UBND ngày 29/12/2022", "tổng vệ sinh", "khuôn viên", "phông màn, tượng Bác, cờ Tổ quốc",
        "bàn ghế", "loa máy", "ánh sáng", "âm thanh", "kinh phí", "hệ thống loa của huyện", "Thường trực Huyện ủy",
        "Thường trực HĐND huyện", "Lãnh đạo UBND huyện", "Mặt trận Tổ quốc Việt Nam", "ban xây dựng Đảng, Văn phòng Huyện ủy",
        "tổ chức chính trị - xã hội", "phòng, ban trực thuộc Ủy ban nhân dân huyện", "Công an, Ban Chỉ huy Quân sự huyện",
        "Lãnh đạo các xã, thị trấn", "30 đoàn viên", "7 giờ 30 phút, thứ Sáu, ngày 24/3/2023",
        "Trước phòng tiếp nhận và hoàn trả kết quả của huyện", "Ổn định tổ chức",
        "Chào cờ (hát Quốc ca), tuyên bố lý do, giới thiệu đại biểu", "Phát biểu chỉ đạo của lãnh đạo UBND huyện",
        "Thông qua các thủ tục hành chính",
    ) == []  # fmt: skip


def test_the_launch_plan_gives_eight_units_their_duties(paper: Named) -> None:
    plan = paper("dak-song-2023", "Kế hoạch KH-UBND")
    assert unsaid(
        plan, "1. Phòng Văn hóa và Thông tin:", "Kế hoạch", "bài phát biểu",
        "2. Phòng Nội vụ:", "phối hợp với Văn phòng HĐND&UBND", "giấy mời", "khánh tiết", "danh mục thủ tục hành chính",
        "3. Phòng Tài chính & Kế hoạch:", "quyết toán", "4. Công an huyện:", "an ninh, trật tự", "Cử cán bộ",
        "5. Trung tâm Văn hóa, Thể thao và Truyền thông:", "tuyên truyền", "âm thanh", "chương trình và điều hành", "xe loa",
        "6. Văn phòng HĐND&UBND:", "báo, đài tỉnh Đắk Nông", "bục phát biểu và bàn, ghế", "vệ sinh trước và sau buổi lễ",
        "7. Các cơ quan, đơn vị chuyên môn trực thuộc UBND huyện:", "cán bộ, công chức, viên chức",
        "8. Đề nghị Huyện đoàn:", "30 đoàn viên", "xã, thị trấn",
    ) == []  # fmt: skip


def test_the_launch_plan_is_signed_and_sent_as_it_was(paper: Named) -> None:
    plan = paper("dak-song-2023", "Kế hoạch KH-UBND")
    assert signature(plan) == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Võ Quốc Tuấn"]
    assert recipients(plan) == [
        "Sở Nội vụ (b/c)", "Thường trực Huyện ủy (b/c)", "Thường trực HĐND huyện (b/c)", "CT, các PCT UBND huyện",
        "Ban Tuyên giáo Huyện ủy", "Đoàn TNCS Hồ Chí Minh huyện", "Các phòng, ban, ngành, đoàn thể huyện",
        "CVP, các PCVP UBND huyện", "UBND các xã, TT Đức An", "Trang Thông tin điện tử huyện", "Lưu: VT. (NV)",
    ]  # fmt: skip


def test_the_youth_union_is_asked_on_its_own_sheet(paper: Named) -> None:
    sheet = paper("dak-song-2023", "nhiệm vụ - Huyện đoàn")
    assert unsaid(sheet, "Phiếu đề nghị thực hiện nhiệm vụ", "Đề nghị Huyện đoàn", "30 đoàn viên") == []
    assert "Giao Huyện đoàn" not in text_of(sheet)


# ---------------------------------------------------------------- Đắk Nông, 2023


def test_the_roll_out_plan_cites_five_legal_bases(paper: Named) -> None:
    plan = paper("dak-nong-2023", "Kế hoạch KH-UBND")
    assert unsaid(
        plan, "Kế hoạch số 824/KH-UBND ngày 29/12/2022", "01/3/2023", "04 huyện, thành phố", "04 xã, phường, thị trấn", "06 tháng",
        "“liêm chính - phục vụ - kiến tạo”",
        "II. CĂN CỨ PHÁP LÝ", "1. Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ", "2. Nghị quyết số 76/NQ-CP ngày 15/7/2021",
        "3. Nghị quyết số 20-NQ/TU ngày 04/11/2022", "4. Quyết định số 28/2018/QĐ-UBND ngày 08/11/2018",
        "5. Quyết định số 1271/QĐ-UBND ngày 18/8/2021", "III. ",
    ) == []  # fmt: skip


def test_the_roll_out_plan_has_its_procedures_and_its_wednesdays(paper: Named) -> None:
    plan = paper("dak-nong-2023", "Kế hoạch KH-UBND")
    assert unsaid(
        plan, "UBND các huyện, thành phố Gia Nghĩa (03 thủ tục)", "1.011441", "1.011443", "hộ kinh doanh; Mã TTHC: 1.001612",
        "xã, phường, thị trấn (01 thủ tục)", "tình trạng hôn nhân", "không phải xác minh", "1.004873",
        "thứ Tư hằng tuần, bắt đầu từ ngày 15/10/2023", "thứ Tư, 18/10/2023", "đến 15 giờ cùng ngày", "giờ hành chính", "điểm chỉ",
    ) == []  # fmt: skip


def test_the_roll_out_plan_gives_six_units_their_duties(paper: Named) -> None:
    plan = paper("dak-nong-2023", "Kế hoạch KH-UBND")
    assert unsaid(
        plan, "1. Giao Sở Nội vụ", "đôn đốc, theo dõi, kiểm tra", "khen thưởng", "hằng năm", "2. Giao Văn phòng UBND tỉnh",
        "công bố danh mục TTHC", "Tập huấn", "phản ánh, kiến nghị",
        "3. Giao các Sở: Tư pháp, Tài nguyên và Môi trường, Kế hoạch và Đầu tư", "thường xuyên",
        "4. Giao Sở Thông tin và Truyền thông", "quy trình nội bộ", "zalo, facebook",
        "5. Đề nghị Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh", "6. Giao UBND các huyện, thành phố Gia Nghĩa",
        "Quán triệt", "QR", "báo cáo cải cách hành chính", "qua Sở Nội vụ",
    ) == []  # fmt: skip
    assert signature(plan) == ["CHỦ TỊCH", "Hồ Văn Mười"]
    assert (len(recipients(plan)), recipients(plan)[-1]) == (12, "Lưu: VT, TH (Dg)")


# ---------------------------------------------------------------- two letters


def test_the_letter_to_the_province_answers_what_it_was_asked(paper: Named) -> None:
    letter = paper("dak-glong-2025", "Công văn 955-UBND-VP")
    assert unsaid(
        letter, "HUYỆN ĐẮK GLONG", "Số: 955/UBND-VP", "V/v đề xuất, nhân rộng sáng kiến CCHC “Ngày không viết” và “Ngày không hẹn”",
        "Đắk Glong, ngày 17 tháng 3 năm 2025", "Kính gửi: Văn phòng UBND tỉnh Đắk Nông", "số 389/VPUBND-PNC ngày 06/3/2025",
        "1. Tăng cường truyền thông", "hội thảo, tọa đàm", "mạng xã hội", "2. Mở rộng quy mô, áp dụng linh hoạt", "thuế, tài chính, giáo dục",
        "3. Theo dõi, đánh giá", "công bố kết quả", "4. Khuyến khích sáng kiến", "cuộc thi",
    ) == []  # fmt: skip
    assert recipients(letter)[0] == "Như trên"


def test_the_letter_of_na_ri_numbers_its_references(paper: Named) -> None:
    letter = paper("na-ri-2024", "Công văn UBND-VP")
    assert unsaid(
        letter, "HUYỆN NA RÌ", "/UBND-VP", "V/v tiếp tục triển khai thực hiện một số giải pháp về cải cách TTHC", "tháng 01 năm 2024",
        "- Các cơ quan, đơn vị thuộc huyện;", "- UBND các xã, thị trấn.", "số 8825/UBND-NCPC ngày 28/12/2023", "Bắc Kạn",
        "1.1. Mô hình “30 phút tăng thêm vì dân”", "1-2 lần/tuần", "1.2. Mô hình “Sáng thứ Bảy vì dân”", "1-2 ngày thứ Bảy trong tháng",
        "2. Thời gian áp dụng:", "mục 1 ", "từ ngày 01/01/2024 đến ngày 30/6/2024", "3.1. ", "theo mục 1 và mục 2 Văn bản này",
        "3.2. Phòng Văn hóa - Thông tin, Trung tâm VH TT&TT huyện:", "3.3. Văn phòng HĐND-UBND huyện:", "mục 1.", "mục 3.1;",
    ) == []  # fmt: skip
    assert signature(letter) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Ngọc Cương"]

"""UBND tỉnh Đắk Nông, tháng 9/2023: rolling out “Ngày không viết” and “Ngày không hẹn”, every Wednesday from 15/10/2023."""

from datetime import date, time

from campaign.campaigns.rules import CampaignDraft
from campaign.demo.data import Duty, Office, Paper, Person, Undertaking, draws, head, says
from campaign.documents.rules.editing import DocumentDraft, LegalBasisDraft
from campaign.glossary import Block, CampaignStatus, DocumentKind, Layout, Relation, Role, TaskStatus
from campaign.people.phrases import Preset
from campaign.people.rules.agencies import SignerDraft, filled
from campaign.people.rules.units import UnitDraft
from campaign.service_days.rules import ProcedureDraft, ServiceDayDraft

_TITLE = "Triển khai nhân rộng sáng kiến cải cách hành chính “Ngày không viết” và “Ngày không hẹn” trên địa bàn tỉnh Đắk Nông"
_WEDNESDAY = 2
_DISTRICTS = "Bộ phận Một cửa của UBND các huyện, thành phố Gia Nghĩa"
_COMMUNES = "Bộ phận Một cửa của UBND các xã, phường, thị trấn"
_ALWAYS, _YEARLY, _REPORTS = "thường xuyên", "hằng năm", "theo kỳ báo cáo cải cách hành chính"
_DOING = TaskStatus.DOING

_UNITS = (
    UnitDraft("Sở Nội vụ", "Sở Nội vụ"),
    UnitDraft("Văn phòng UBND tỉnh", "Văn phòng"),
    UnitDraft("các Sở: Tư pháp, Tài nguyên và Môi trường, Kế hoạch và Đầu tư", "Sở TP, TN&MT, KH&ĐT"),
    UnitDraft("Sở Thông tin và Truyền thông", "Sở TT&TT"),
    UnitDraft("Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh", "Tỉnh đoàn", Relation.REQUEST),
    UnitDraft("UBND các huyện, thành phố Gia Nghĩa", "UBND cấp huyện"),
)

_DUTIES = (
    Duty("Sở Nội vụ", "Chủ trì đôn đốc, theo dõi, kiểm tra việc thực hiện Kế hoạch cùng các đơn vị liên quan; hướng dẫn, gỡ vướng mắc cho các nơi", _ALWAYS, status=_DOING),
    Duty("Sở Nội vụ", "Tham mưu UBND tỉnh tổng kết, rút kinh nghiệm; đề xuất khen thưởng tập thể, cá nhân làm tốt", _YEARLY, result="Báo cáo tổng kết, danh sách đề nghị khen thưởng"),
    Duty("Văn phòng", "Tham mưu để UBND tỉnh công bố danh mục TTHC áp dụng trên toàn tỉnh", date(2023, 10, 10), result="Quyết định công bố danh mục", status=TaskStatus.DONE),
    Duty("Văn phòng", "Tập huấn nghiệp vụ cho công chức, viên chức Bộ phận Một cửa các cấp", _YEARLY, result="Lớp tập huấn"),
    Duty("Văn phòng", "Nhận phản ánh, kiến nghị của dân và của tổ chức; xử lý hoặc đề xuất cách xử lý", _ALWAYS, status=_DOING),
    Duty("Sở TP, TN&MT, KH&ĐT", "Theo dõi danh mục TTHC thuộc ngành; có thay đổi thì trình ngay Chủ tịch UBND tỉnh công bố", _ALWAYS, status=_DOING),
    Duty("Sở TP, TN&MT, KH&ĐT", "Nắm kết quả tiếp nhận, giải quyết; nêu khó khăn và đề xuất qua Sở Nội vụ để UBND tỉnh xem xét", _REPORTS),
    Duty("Sở TT&TT", "Chủ trì cập nhật quy trình nội bộ của hai ngày trên Hệ thống thông tin giải quyết TTHC tỉnh", date(2023, 10, 10), result="Quy trình được cập nhật đồng bộ", status=TaskStatus.DONE),
    Duty("Sở TT&TT", "Hướng dẫn các nơi tuyên truyền trên báo chí, zalo, facebook", _ALWAYS, status=_DOING),
    Duty("Tỉnh đoàn", "Cùng các cơ quan, địa phương thực hiện Kế hoạch; chỉ đạo cơ sở cử đoàn viên, thanh niên hỗ trợ Bộ phận Một cửa vào ngày áp dụng", _ALWAYS, status=_DOING),
    Duty("UBND cấp huyện", "Quán triệt đến toàn thể công chức, viên chức, trước hết là người trực tiếp nhận hồ sơ; hướng dẫn UBND cấp xã triển khai", date(2023, 10, 13), status=TaskStatus.DONE),
    Duty("UBND cấp huyện", "Niêm yết danh mục TTHC tại Bộ phận Một cửa, bằng mã QR và trên Trang thông tin điện tử; tuyên truyền rộng rãi", date(2023, 10, 13), result="Danh mục công khai đủ ba hình thức", status=TaskStatus.DONE),
    Duty("UBND cấp huyện", "Lưu hồ sơ, thống kê và báo cáo kết quả trong báo cáo cải cách hành chính định kỳ", _REPORTS),
)  # fmt: skip

_BASES = (
    LegalBasisDraft("Nghị định", "về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết TTHC", "61/2018/NĐ-CP", date(2018, 4, 23), "Chính phủ"),
    LegalBasisDraft("Nghị quyết", "về việc ban hành Chương trình tổng thể CCHC nhà nước giai đoạn 2021 - 2030", "76/NQ-CP", date(2021, 7, 15), "Chính phủ"),
    LegalBasisDraft("Nghị quyết", "về tăng cường sự lãnh đạo của Đảng đối với công tác CCHC tỉnh Đắk Nông đến năm 2025, định hướng đến năm 2030", "20-NQ/TU", date(2022, 11, 4), "Tỉnh ủy Đắk Nông"),
    LegalBasisDraft("Quyết định", "về việc ban hành Quy chế tổ chức và hoạt động của Bộ phận Một cửa trong giải quyết TTHC trên địa bàn tỉnh Đắk Nông", "28/2018/QĐ-UBND", date(2018, 11, 8), "UBND tỉnh"),
    LegalBasisDraft("Quyết định", "về việc ban hành Kế hoạch CCHC tỉnh Đắk Nông giai đoạn 2021 - 2025", "1271/QĐ-UBND", date(2021, 8, 18), "UBND tỉnh"),
)  # fmt: skip

_PROCEDURES = (
    ProcedureDraft("Đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất", _DISTRICTS, "1.011441"),
    ProcedureDraft("Xóa đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất", _DISTRICTS, "1.011443"),
    ProcedureDraft("Đăng ký thành lập hộ kinh doanh", _DISTRICTS, "1.001612"),
    ProcedureDraft("Cấp giấy xác nhận tình trạng hôn nhân (trường hợp không phải xác minh hồ sơ)", _COMMUNES, "1.004873"),
)  # fmt: skip

_OUTLINE = (
    head(
        "ĐÁNH GIÁ CHUNG",
        text="Kế hoạch số 824/KH-UBND ngày 29/12/2022 của Ủy ban nhân dân (UBND) tỉnh mở thí điểm hai sáng kiến “Ngày không viết” và “Ngày không hẹn” "
        "trong cải cách hành chính (CCHC). Từ ngày 01/3/2023, sáng kiến được áp dụng ở Bộ phận Một cửa "
        "của 04 huyện, thành phố và 04 xã, phường, thị trấn[[^Các huyện Cư Jút, Krông Nô, Đắk Glong và thành phố Gia Nghĩa; "
        "xã Nam Đà, xã Quảng Khê, thị trấn Ea T’ling và phường Nghĩa Tân.]]. Sau gần 06 tháng, người dân và tổ chức đồng tình; "
        "số hồ sơ thủ tục hành chính (TTHC) tăng đều từng tuần, từng tháng.\n"
        "Để phục vụ tốt hơn nữa, để cán bộ, công chức, viên chức (CBCCVC) gần dân hơn và chính quyền trở nên "
        "“liêm chính - phục vụ - kiến tạo”, sáng kiến được nhân rộng ra toàn tỉnh theo Kế hoạch này:",
    ),
    draws("CĂN CỨ PHÁP LÝ", Block.LEGAL_BASES, Layout.NUMBERED),
    head(
        "MỤC ĐÍCH, YÊU CẦU",
        head(
            "Mục đích",
            text="- Nâng chất lượng dịch vụ hành chính công, rút ngắn thời gian giải quyết TTHC; hướng dẫn tại chỗ để hồ sơ đủ ngay "
            "từ đầu, nhận và trả kết quả trong cùng ngày làm việc.\n"
            "- Để CBCCVC thân thiện với người dân, tổ chức khi giao dịch, qua đó nâng các chỉ số của tỉnh.",
        ),
        head(
            "Yêu cầu",
            text="- Với “Ngày không viết”: CBCCVC viết giúp mọi giấy tờ cần cho hồ sơ, trừ loại pháp luật không cho viết thay.\n"
            "- Với “Ngày không hẹn”: làm đúng trình tự, thẩm quyền; hồ sơ đủ điều kiện thì có kết quả ngay trong ngày.\n"
            "- Làm đúng quy định về một cửa và một cửa liên thông.\n"
            "- Bố trí người có năng lực, phẩm chất phù hợp làm việc vào ngày áp dụng.",
        ),
    ),
    head(
        "NỘI DUNG THỰC HIỆN",
        head("Đơn vị áp dụng", text=f"- {_DISTRICTS}.\n- {_COMMUNES}."),
        draws("Danh mục TTHC áp dụng", Block.PROCEDURES, Layout.NUMBERED),
        draws("Ngày và thời gian áp dụng", Block.SERVICE_DAYS),
        head("Đối tượng thụ hưởng", text="Mọi cá nhân, tổ chức cần giải quyết TTHC trong ngày áp dụng."),
        head(
            "Cách thực hiện",
            text="- CBCCVC xem hồ sơ có hợp pháp không; đủ thành phần thì viết thay hoặc đánh máy giấy tờ, kiểm tra lại từng "
            "thông tin rồi mới mời người nộp ký tên hoặc điểm chỉ (Ngày không viết).\n"
            "- Hồ sơ xong được xử lý, trình duyệt và trả kết quả trong ngày, không dùng Giấy hẹn (Ngày không hẹn).",
        ),
    ),
    draws("TỔ CHỨC THỰC HIỆN", Block.ASSIGNMENTS, Layout.DASHES),
    says("Khi gặp khó khăn, vướng mắc, các nơi báo cáo UBND tỉnh (qua Sở Nội vụ) để được chỉ đạo./."),
)

_RECIPIENTS = """Bộ Nội vụ
Thường trực Tỉnh ủy
Thường trực HĐND tỉnh
CT, các PCT UBND tỉnh
Các Sở, Ban, ngành
Đoàn TNCS HCM tỉnh
Báo Đắk Nông; Đài PT&TH Đắk Nông
CVP, các PCVP UBND tỉnh
UBND các huyện, thành phố
Cổng TTĐT tỉnh
Các phòng, đơn vị thuộc VP
Lưu: VT, TH (Dg)"""

_UNDERTAKING = Undertaking(
    CampaignDraft(
        _TITLE,
        "dak-nong-2023",
        "Từ thí điểm ở tám nơi ra toàn tỉnh: mỗi thứ Tư, người dân làm thủ tục không phải viết, không phải hẹn.",
        CampaignStatus.DONE,
        date(2023, 9, 15),
        date(2025, 6, 30),
    ),
    duties=_DUTIES,
    service_days=(
        ServiceDayDraft(
            "“Ngày không viết” và “Ngày không hẹn”",
            date(2023, 10, 15),
            weekday=_WEDNESDAY,
            closes_at=time(15),
            place="Bộ phận Một cửa các cấp, trong giờ hành chính",
        ),
    ),
    procedures=_PROCEDURES,
    bases=_BASES,
    papers=(
        Paper(DocumentDraft(DocumentKind.PLAN, _TITLE, 2023, 9), _OUTLINE, _RECIPIENTS, signer="Hồ Văn Mười"),
    ),
)

OFFICE = Office(
    filled(Preset.PROVINCE, "Đắk Nông"),
    (SignerDraft("CHỦ TỊCH", "Hồ Văn Mười", valid_to=date(2025, 6, 30)),),
    _UNITS,
    (Person("soanthao@dak-nong.example", "Chuyên viên Văn phòng tỉnh", Role.DRAFTER, "Chuyên viên"),),
    (_UNDERTAKING,),
)

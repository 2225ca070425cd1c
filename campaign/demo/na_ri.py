"""UBND huyện Na Rì, January 2024: a letter that has every unit choose “30 phút tăng thêm vì dân” or “Sáng thứ Bảy vì dân”."""

from datetime import date

from campaign.campaigns.rules import CampaignDraft
from campaign.demo.data import Duty, Office, Paper, Person, Undertaking, because, head, point, run_in, says
from campaign.documents.rules.editing import DocumentDraft, LegalBasisDraft
from campaign.glossary import CampaignStatus, DocumentKind, Numbering, Role, TaskStatus
from campaign.people.phrases import Preset
from campaign.people.rules.agencies import SignerDraft, filled
from campaign.people.rules.units import LAST_DAY_OF_DISTRICTS, UnitDraft
from campaign.service_days.rules import ServiceDayDraft

_FROM, _TO = date(2024, 1, 1), date(2024, 6, 30)
_HALF_HOUR, _SATURDAY = "“30 phút tăng thêm vì dân”", "“Sáng thứ Bảy vì dân”"
_EVERYBODY = "Các cơ quan, đơn vị thuộc huyện; UBND các xã, thị trấn"
_WHO = f"Đơn vị thực hiện: {_EVERYBODY}."
_DONE = TaskStatus.DONE


def _unit(name: str, short_name: str) -> UnitDraft:
    return UnitDraft(name, short_name, valid_to=LAST_DAY_OF_DISTRICTS)


_LETTER = Paper(
    DocumentDraft(
        DocumentKind.LETTER,
        "tiếp tục triển khai thực hiện một số giải pháp về cải cách TTHC",
        2024, 1, "UBND-VP", Numbering.DECIMAL,
    ),
    (
        because(
            "để người dân, doanh nghiệp làm thủ tục hành chính (TTHC) dễ dàng hơn và hài lòng hơn, với tinh thần "
            "“vì người dân phục vụ”, UBND huyện giao các cơ quan, đơn vị làm những việc sau:"
        ),
        head(
            f"Chọn một trong hai mô hình {_HALF_HOUR} hoặc {_SATURDAY}:",
            head(
                f"Mô hình {_HALF_HOUR}:",
                point("Cách làm: chọn lĩnh vực, thêm 30 phút ở đầu giờ hoặc cuối giờ của buổi sáng hay buổi chiều, 1-2 lần/tuần."),
                point(f"{_WHO}"),
            ),
            head(
                f"Mô hình {_SATURDAY}:",
                point("Cách làm: chọn lĩnh vực, làm việc thêm 1-2 ngày thứ Bảy trong tháng."),
                point(f"{_WHO}"),
            ),
            key="mo-hinh",
        ),
        run_in(
            "Thời gian áp dụng:",
            "Các mô hình ở mục [[mo-hinh]] được làm thí điểm từ ngày 01/01/2024 đến ngày 30/6/2024, sau đó tổng kết, đánh giá.",
            "thoi-gian",
        ),
        head(
            "Tổ chức thực hiện:",
            run_in(
                f"{_EVERYBODY}:",
                "Ban hành Kế hoạch chi tiết của đơn vị theo mục [[mo-hinh]] và mục [[thoi-gian]] Văn bản này.",
                "ke-hoach",
            ),
            run_in(
                "Phòng Văn hóa - Thông tin, Trung tâm VH TT&TT huyện:",
                "Giới thiệu các mô hình qua báo, đài, Trang thông tin điện tử và kênh khác để người dân, doanh nghiệp biết và ủng hộ.",
            ),
            head(
                "Văn phòng HĐND-UBND huyện:",
                point("Cùng những đơn vị *(có TTHC nhận và trả kết quả tại Bộ phận một cửa cấp huyện)* "
                     "chủ trì thực hiện các mô hình ở mục [[mo-hinh]]."),
                point("Theo dõi, đôn đốc việc nêu ở mục [[ke-hoach]]; gửi UBND tỉnh báo cáo tổng hợp."),
            ),
        ),
        says("Các cơ quan, đơn vị tổ chức thực hiện./."),
    ),
    "Như trên (bản điện tử)\nCT, PCT UBND huyện\nThành viên BCĐ CCHC cấp huyện\nLãnh đạo VP\nLưu: VT, các CV.",
    ("Các cơ quan, đơn vị thuộc huyện", "UBND các xã, thị trấn"),
    "Nguyễn Ngọc Cương",
)  # fmt: skip

_UNDERTAKING = Undertaking(
    CampaignDraft(
        "Tiếp tục triển khai một số giải pháp về cải cách TTHC",
        "na-ri-2024",
        "Mỗi đơn vị chọn thêm 30 phút hoặc một sáng thứ Bảy để phục vụ người dân.",
        CampaignStatus.DONE,
        _FROM,
        _TO,
    ),
    duties=(
        Duty("Các đơn vị", "Ban hành Kế hoạch chi tiết của đơn vị mình", date(2024, 1, 31), result="Kế hoạch của từng đơn vị", basis="Mục 3.1", status=_DONE),
        Duty("Phòng VH-TT", "Tuyên truyền các mô hình qua Trang thông tin điện tử và các phương tiện khác", "thường xuyên", ("TT VH TT&TT",), basis="Mục 3.2", status=_DONE),
        Duty("Văn phòng", "Chủ trì thực hiện các mô hình cùng những đơn vị có TTHC tại Bộ phận một cửa", "thường xuyên", ("Các đơn vị",), basis="Mục 3.3", status=_DONE),
        Duty("Văn phòng", "Theo dõi, đôn đốc, làm báo cáo kết quả gửi UBND tỉnh", date(2024, 7, 10), result="Báo cáo tổng kết thí điểm", basis="Mục 3.3", status=_DONE),
    ),
    service_days=(
        ServiceDayDraft(f"Mô hình {_HALF_HOUR}", _FROM, words="1-2 lần/tuần, 30 phút đầu giờ hoặc cuối giờ", ends_on=_TO),
        ServiceDayDraft(f"Mô hình {_SATURDAY}", _FROM, words="1-2 ngày thứ Bảy trong tháng", ends_on=_TO),
    ),
    bases=(
        LegalBasisDraft("Văn bản", "về việc tiếp tục triển khai một số giải pháp về cải cách TTHC", "8825/UBND-NCPC", date(2023, 12, 28), "UBND tỉnh Bắc Kạn"),
    ),
    papers=(_LETTER,),
)  # fmt: skip

OFFICE = Office(
    filled(Preset.DISTRICT, "Na Rì"),
    (SignerDraft("CHỦ TỊCH", "Nguyễn Ngọc Cương", "TM. ỦY BAN NHÂN DÂN", valid_to=LAST_DAY_OF_DISTRICTS),),
    (
        _unit("Các cơ quan, đơn vị thuộc huyện, UBND các xã, thị trấn", "Các đơn vị"),
        _unit("Phòng Văn hóa - Thông tin", "Phòng VH-TT"),
        _unit("Trung tâm VH TT&TT huyện", "TT VH TT&TT"),
        _unit("Văn phòng HĐND-UBND huyện", "Văn phòng"),
    ),
    (Person("soanthao@na-ri.example", "Chuyên viên Văn phòng huyện", Role.DRAFTER, "Chuyên viên"),),
    (_UNDERTAKING,),
)

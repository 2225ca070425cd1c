"""UBND huyện Đắk Song, 24/3/2023: the launch of “ngày không hẹn” and “ngày không viết”.

The minutes of the steps and the due days are ours: the plan of 2023 gave none.
"""

from datetime import date, time

from campaign.campaigns.rules import CampaignDraft
from campaign.ceremonies.rules import CeremonyDraft
from campaign.demo.data import (
    Duty,
    Guest,
    Notice,
    Office,
    Paper,
    Person,
    Step,
    Undertaking,
    because,
    draws,
    head,
    says,
)
from campaign.documents.rules.editing import DocumentDraft, LegalBasisDraft
from campaign.glossary import (
    Annex,
    Block,
    CampaignStatus,
    Channel,
    DocumentKind,
    Layout,
    Relation,
    Role,
    TaskStatus,
)
from campaign.people.phrases import Preset
from campaign.people.rules.agencies import SignerDraft, filled
from campaign.people.rules.units import LAST_DAY_OF_DISTRICTS, UnitDraft

_DAY = date(2023, 3, 24)
_ON_THE_DAY = "ngày 24/3/2023"
_DONE = TaskStatus.DONE
_TITLE = "Tổ chức lễ phát động triển khai thực hiện “ngày không hẹn” và “ngày không viết” trên địa bàn huyện Đắk Song năm 2023"
_CEREMONY = "Lễ phát động “ngày không hẹn” và “ngày không viết”"
_VENUE = "Trước phòng tiếp nhận và hoàn trả kết quả của huyện"


def _unit(name: str, short_name: str, relation: Relation = Relation.ASSIGN) -> UnitDraft:
    return UnitDraft(name, short_name, relation, valid_to=LAST_DAY_OF_DISTRICTS)


_UNITS = (
    _unit("Phòng Văn hóa và Thông tin", "Phòng VH&TT"),
    _unit("Phòng Nội vụ", "Phòng Nội vụ"),
    _unit("Phòng Tài chính & Kế hoạch", "Phòng TC&KH"),
    _unit("Công an huyện", "Công an huyện"),
    _unit("Trung tâm Văn hóa, Thể thao và Truyền thông", "TT VH-TT&TT"),
    _unit("Văn phòng HĐND&UBND", "Văn phòng"),
    _unit("Các cơ quan, đơn vị chuyên môn trực thuộc UBND huyện", "Các đơn vị"),
    _unit("Huyện đoàn", "Huyện đoàn", Relation.REQUEST),
)

_DUTIES = (
    Duty("Phòng VH&TT", "Dự thảo Kế hoạch tổ chức buổi lễ, trình UBND huyện ban hành", date(2023, 3, 10), result="Kế hoạch được ký", status=_DONE),
    Duty("Phòng VH&TT", "Soạn bài phát biểu của lãnh đạo UBND huyện", date(2023, 3, 17), result="Bài phát biểu", status=_DONE),
    Duty("Phòng Nội vụ", "Soạn giấy mời, gửi đến đại biểu", date(2023, 3, 17), ("Văn phòng",), "Giấy mời được phát hành", status=_DONE),
    Duty("Phòng Nội vụ", "Bảo đảm khánh tiết nơi làm lễ", date(2023, 3, 23), result="Khán đài trang trí xong", status=_DONE),
    Duty("Phòng Nội vụ", "Thông qua tại buổi lễ danh mục thủ tục hành chính giải quyết theo “ngày không hẹn” và “ngày không viết”", _ON_THE_DAY, result="Danh mục được công bố", status=_DONE, done_on=_DAY),
    Duty("Phòng TC&KH", "Hướng dẫn thanh toán, quyết toán kinh phí buổi lễ đúng quy định", date(2023, 3, 31), result="Hồ sơ quyết toán", status=_DONE, done_on=date(2023, 4, 4)),
    Duty("Công an huyện", "Giữ gìn an ninh, trật tự tại nơi làm lễ", _ON_THE_DAY, result="Phương án bảo vệ", status=_DONE, done_on=_DAY),
    Duty("Công an huyện", "Cử cán bộ dự buổi lễ", date(2023, 3, 21), result="Danh sách cán bộ", status=_DONE),
    Duty("TT VH-TT&TT", "Tổ chức tuyên truyền trước và trong buổi lễ", _ON_THE_DAY, result="Tin, bài đã phát", status=_DONE, done_on=_DAY),
    Duty("TT VH-TT&TT", "Chịu trách nhiệm âm thanh của buổi lễ", date(2023, 3, 23), result="Âm thanh chạy thử xong", status=_DONE),
    Duty("TT VH-TT&TT", "Xây dựng chương trình và điều hành buổi lễ", date(2023, 3, 15), result="Chương trình chi tiết", status=_DONE),
    Duty("TT VH-TT&TT", "Viết bài phát trên xe loa lưu động", date(2023, 3, 13), result="Bài tuyên truyền", status=_DONE),
    Duty("Văn phòng", "Mời báo, đài tỉnh Đắk Nông đến đưa tin buổi lễ", date(2023, 3, 17), result="Phóng viên nhận lời", status=_DONE),
    Duty("Văn phòng", "Chuẩn bị bục phát biểu và bàn, ghế cho đại biểu", date(2023, 3, 23), result="Bàn ghế đủ chỗ", status=_DONE),
    Duty("Văn phòng", "Làm vệ sinh trước và sau buổi lễ", _ON_THE_DAY, result="Khuôn viên sạch", status=_DONE, done_on=_DAY),
    Duty("Các đơn vị", "Cử cán bộ, công chức, viên chức dự buổi lễ", date(2023, 3, 21), result="Danh sách người dự", status=_DONE),
    Duty("Huyện đoàn", "Điều động 30 đoàn viên, thanh niên của các xã, thị trấn về dự", date(2023, 3, 20), result="30 đoàn viên có mặt", status=_DONE),
)  # fmt: skip

_GROUPS = (
    ("Đại biểu huyện", (
        Guest("Thường trực Huyện ủy", introduced=True),
        Guest("Thường trực HĐND huyện", introduced=True),
        Guest("Lãnh đạo UBND huyện", introduced=True),
        Guest("Lãnh đạo Ủy ban Mặt trận Tổ quốc Việt Nam huyện", introduced=True),
        Guest("Lãnh đạo các ban xây dựng Đảng, Văn phòng Huyện ủy"),
        Guest("Lãnh đạo các tổ chức chính trị - xã hội huyện"),
        Guest("Lãnh đạo các phòng, ban trực thuộc Ủy ban nhân dân huyện"),
        Guest("Lãnh đạo Công an, Ban Chỉ huy Quân sự huyện", unit="Công an huyện"),
    )),
    ("Đại biểu các xã, thị trấn", (
        Guest("Lãnh đạo các xã, thị trấn"),
        Guest("Đoàn viên các xã, thị trấn", 30, unit="Huyện đoàn", attended=30),
    )),
)  # fmt: skip

_PROGRAMME = (
    Step("Ổn định tổ chức", 5, "Ban Tổ chức", "TT VH-TT&TT"),
    Step("Chào cờ (hát Quốc ca), tuyên bố lý do, giới thiệu đại biểu", 10, "Người dẫn chương trình", "TT VH-TT&TT", cue="Quốc thiều, danh sách đại biểu"),
    Step("Phát biểu chỉ đạo của lãnh đạo UBND huyện", 15, "Lãnh đạo UBND huyện", "Phòng VH&TT", cue="Bục phát biểu"),
    Step("Thông qua các thủ tục hành chính thực hiện theo “ngày không hẹn” và “ngày không viết”", 15, "Phòng Nội vụ", "Phòng Nội vụ", cue="Danh mục thủ tục"),
)  # fmt: skip

_NOTICES = (
    Notice(Channel.LOUDSPEAKER, "Qua hệ thống loa của huyện, báo tin huyện tổ chức Lễ phát động để nhân dân biết và cùng dự", "TT VH-TT&TT", date(2023, 3, 13), _DAY),
    Notice(Channel.MOBILE_CAR, "Phát bài giới thiệu “ngày không hẹn” và “ngày không viết”", "TT VH-TT&TT", date(2023, 3, 20), _DAY, "các xã, thị trấn"),
    Notice(Channel.PRESS, "Đưa tin về buổi lễ", "Văn phòng", _DAY, _DAY),
)  # fmt: skip

_RECIPIENTS = """Sở Nội vụ (b/c)
Thường trực Huyện ủy (b/c)
Thường trực HĐND huyện (b/c)
CT, các PCT UBND huyện
Ban Tuyên giáo Huyện ủy
Đoàn TNCS Hồ Chí Minh huyện
Các phòng, ban, ngành, đoàn thể huyện
CVP, các PCVP UBND huyện
UBND các xã, TT Đức An
Trang Thông tin điện tử huyện
Lưu: VT. (NV)"""

_SIGNER = "Võ Quốc Tuấn"

_PLAN = Paper(
    DocumentDraft(DocumentKind.PLAN, _TITLE, 2023, 3, annexes=(Annex.PROGRAMME,)),
    (
        because(
            "Để ra mắt “ngày không hẹn” và “ngày không viết” trên địa bàn huyện Đắk Song năm 2023, "
            "UBND huyện lập Kế hoạch tổ chức Lễ phát động với những nội dung sau:"
        ),
        head(
            "CÔNG TÁC BẢO ĐẢM",
            head("Chuẩn bị nơi tổ chức buổi lễ", text="- Làm tổng vệ sinh môi trường; sửa sang, thu dọn toàn bộ khuôn viên."),
            head(
                "Cơ sở vật chất và điều kiện bảo đảm",
                text="- Khán đài có phông màn, tượng Bác, cờ Tổ quốc.\n"
                "- Đủ bàn ghế, cờ; loa máy, ánh sáng và âm thanh chạy tốt.\n"
                "- Có kinh phí phục vụ buổi lễ cùng các hoạt động kèm theo.",
            ),
            draws("Công tác tuyên truyền", Block.PUBLICITY),
            draws("Dự kiến đại biểu", Block.DELEGATES),
            draws("Thời gian và địa điểm", Block.TIME_VENUE),
            draws("Chương trình buổi lễ", Block.PROGRAMME, Layout.DASHES),
            says("*(Giờ của từng nội dung ghi ở Phụ lục kèm theo.)*"),
        ),
        draws("TỔ CHỨC THỰC HIỆN", Block.ASSIGNMENTS, Layout.RUN_IN),
        says(
            "UBND huyện giao thủ trưởng các cơ quan, đơn vị căn cứ phần việc của mình phối hợp "
            "để Lễ phát động diễn ra trang trọng, tiết kiệm./."
        ),
    ),
    _RECIPIENTS,
    signer=_SIGNER,
)  # fmt: skip

_INVITATION = Paper(
    DocumentDraft(DocumentKind.INVITATION, f"Dự {_CEREMONY}", 2023, 3),
    (says("Rất mong quý đại biểu sắp xếp công việc, đến dự đúng giờ./."),),
    "Như trên\nCT, các PCT UBND huyện\nLưu: VT. (NV)",
    signer=_SIGNER,
)

_REPORT = Paper(
    DocumentDraft(DocumentKind.REPORT, f"Kết quả tổ chức {_CEREMONY}", 2023, 4),
    (
        says("UBND huyện Đắk Song báo cáo kết quả tổ chức Lễ phát động ngày 24/3/2023 như sau:"),
        draws("ĐẠI BIỂU THAM DỰ", Block.ATTENDANCE),
        draws("KẾT QUẢ THỰC HIỆN NHIỆM VỤ", Block.TASK_RESULTS),
        head("ĐÁNH GIÁ CHUNG", text="Buổi lễ diễn ra đúng chương trình, an toàn; các đơn vị đã làm xong phần việc được giao."),
        says("UBND huyện Đắk Song kính báo cáo Sở Nội vụ./."),
    ),
    "Sở Nội vụ (b/c)\nThường trực Huyện ủy (b/c)\nCT, các PCT UBND huyện\nLưu: VT. (NV)",
    signer=_SIGNER,
)  # fmt: skip

_UNDERTAKING = Undertaking(
    CampaignDraft(
        _TITLE,
        "dak-song-2023",
        "Huyện mở hai ngày vì dân tại bộ phận tiếp nhận và trả kết quả: không phải hẹn lại, không phải tự viết giấy tờ.",
        CampaignStatus.DONE,
        date(2023, 3, 1),
        date(2023, 4, 4),
    ),
    CeremonyDraft(
        _CEREMONY,
        _DAY,
        time(7, 30),
        _VENUE,
        chair="Lãnh đạo UBND huyện",
        contact="Phòng Nội vụ huyện Đắk Song",
    ),
    _PROGRAMME,
    _DUTIES,
    _GROUPS,
    notices=_NOTICES,
    bases=(
        LegalBasisDraft(
            "Kế hoạch",
            "về việc triển khai thí điểm sáng kiến cải cách hành chính “ngày không hẹn” và “ngày không viết”",
            "824/KH-UBND",
            date(2022, 12, 29),
            "Ủy ban nhân dân tỉnh Đắk Nông",
        ),
    ),
    papers=(_PLAN, _INVITATION, _REPORT),
)

OFFICE = Office(
    filled(Preset.DISTRICT, "Đắk Song"),
    (SignerDraft("PHÓ CHỦ TỊCH", _SIGNER, "KT. CHỦ TỊCH", valid_to=LAST_DAY_OF_DISTRICTS),),
    _UNITS,
    (Person("soanthao@dak-song.example", "Chuyên viên Văn phòng huyện", Role.DRAFTER, "Chuyên viên"),),
    (_UNDERTAKING,),
)

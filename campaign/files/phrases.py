"""Vietnamese sentences of the file formats, shown to the person who uploads a template or fills it."""

# A template that cannot be read at all.
NOT_A_DOCX = "Tệp này không phải là tệp Word .docx hợp lệ."
TOO_BIG = "Tệp mẫu quá lớn."
ENCRYPTED = "Tệp mẫu đang đặt mật khẩu; hãy bỏ mật khẩu rồi tải lại."
BAD_PART_NAME = "Tệp mẫu có thành phần mang tên không hợp lệ hoặc trùng nhau."
BAD_XML = "Một thành phần của tệp mẫu bị hỏng, không đọc được."
HAS_DOCTYPE = "Tệp mẫu có khai báo DOCTYPE hoặc thực thể ngoài, không được phép."
HAS_MACRO = "Tệp mẫu có macro hoặc đối tượng nhúng chạy được; hãy lưu lại dưới dạng .docx thường."
HAS_EXTERNAL = "Tệp mẫu liên kết tới nội dung bên ngoài; chỉ cho phép liên kết trang web."
HAS_FIELD = "Tệp mẫu có trường tự lấy dữ liệu từ nơi khác (DDE, INCLUDETEXT, INCLUDEPICTURE…)."
TAG_IN_FIELD = "Chỗ điền nằm trong mã trường của Word; hãy đưa nó ra ngoài trường."
TAG_IN_LINK = "Chỗ điền nằm trong địa chỉ liên kết; hãy đặt nó vào phần chữ."
TAG_IN_DRAWING_PART = "Chỗ điền nằm trong biểu đồ hoặc sơ đồ, nơi chương trình không điền được."

# Placeholders that are written wrongly.
NOT_CLOSED = "Chỗ điền chưa đóng ngoặc, hoặc mở và đóng ngoặc ở hai đoạn khác nhau."
IN_TRACKED_CHANGE = (
    "Chỗ điền nằm dở dang trong nội dung đang theo dõi thay đổi; hãy chấp nhận hoặc từ chối thay đổi đó."
)
NOT_ONLY_TEXT = "Giữa chỗ điền có hình, trường hoặc chú thích; hãy gõ lại chỗ điền liền một mạch."
TAG_NOT_ALONE = "Thẻ {%p %}, {%tr %}, {%tc %} phải đứng một mình trong đoạn, hàng hoặc ô của nó."
TAG_WITHOUT_PLACE = (
    "Thẻ {%p %}, {%tr %}, {%tc %} hoặc {{r }} không nằm trong đoạn, hàng, ô hoặc chữ tương ứng."
)
TAG_UNKNOWN_LEVEL = (
    "Chỉ thẻ {% %} mới bỏ được cả đoạn, hàng hoặc ô; {{p }}, {{tr }}, {{tc }} không dùng được."
)
BAD_SYNTAX = "Chỗ điền viết sai cú pháp."
FORBIDDEN_EXPRESSION = "Chỗ điền dùng phép tính hoặc lệnh không được phép trong tệp mẫu."
NOT_NESTED = "Thẻ mở và thẻ đóng ({% if %}, {% for %}) không nằm cùng một cấp trong văn bản."
DASH_DROPS_CONTENT = "Dấu gạch trong {%- -%} sẽ làm mất hình, bảng hoặc ngắt dòng đứng cạnh."

# Faults that only a value can cause.
NOT_PLAIN = "Giá trị điền vào phải là chữ, số hoặc ngày."
OUTPUT_TOO_BIG = "Văn bản tạo ra quá lớn."
CANNOT_FILL = "Không điền được dữ liệu vào tệp mẫu."
NOTE_OUTSIDE_BODY = "Chú thích cuối trang chỉ đặt được trong phần thân văn bản."

# Merged print file.
HEADER_DIFFERS = (
    "Đầu trang hoặc chân trang khác nhau giữa các bản nên không gộp in được; hãy tạo từng tệp riêng."
)
HAS_ENDNOTES = "Tệp mẫu có chú thích cuối văn bản nên không gộp in được; hãy tạo từng tệp riêng."
NOTHING_TO_WRITE = "Không có bản nào để tạo."


def near(message: str, words: str) -> str:
    """The message with the words around the fault, as they stand in the template."""
    return f"{message} Gần chỗ: “{words}”." if words else message


def missing_fields(names: list[str], row: int | None = None) -> str:
    """Names of the fields the data lacks; `row` counts records from 1."""
    lacking = f"Thiếu dữ liệu cho {', '.join(names)}."
    return lacking if row is None else in_row(lacking, row)


def in_row(message: str, row: int) -> str:
    """The message of a record, counted from 1."""
    return f"Dòng {row}: {message[:1].lower()}{message[1:]}"


# Handing letters to a mail server.
MAIL_UNREACHABLE = "Không kết nối được máy chủ thư {where}: {detail}."
MAIL_CERTIFICATE = "Chứng chỉ của máy chủ thư {where} không đáng tin: {detail}."
MAIL_SECURITY = (
    "Máy chủ thư {where} không nhận kiểu bảo mật hay đăng nhập đã chọn (CAMPAIGN_SMTP_SECURITY): {detail}."
)
MAIL_LOGIN = "Máy chủ thư {where} không nhận tên hoặc mật khẩu: {detail}."
MAIL_ASCII = (
    "Tên và mật khẩu ở máy chủ thư phải là chữ không dấu (CAMPAIGN_SMTP_USER, CAMPAIGN_SMTP_PASSWORD)."
)
MAIL_BROKEN = "Máy chủ thư ngắt giữa chừng, thư chưa đi: {detail}."
MAIL_UNANSWERED = "Đã trao trọn thư nhưng máy chủ không trả lời, nên không rõ đã nhận hay chưa: {detail}."
MAIL_ANSWER = "Máy chủ thư trả lời: {words}."

# Reading a list from a spreadsheet.
SHEET_EMPTY = "Tệp rỗng, không có dòng nào."
SHEET_TOO_BIG = "Tệp quá lớn so với một danh sách: tối đa 5 MB."
SHEET_TOO_LONG = "Danh sách có hơn {most} dòng; hãy chia thành nhiều tệp, mỗi tệp không quá {most} dòng."
SHEET_TOO_WIDE = "Danh sách có hơn {most} cột; hãy bỏ bớt các cột không dùng."
SHEET_BROKEN = (
    "Tệp Excel bị hỏng hoặc tải chưa đủ, không đọc được; hãy mở bằng Excel và lưu lại dưới dạng .xlsx."
)
SHEET_OLD = "Đây là tệp Excel đời cũ (.xls); hãy mở bằng Excel và lưu lại dưới dạng .xlsx."
SHEET_ENCRYPTED = "Tệp Excel đang đặt mật khẩu; hãy bỏ mật khẩu rồi tải lại."
SHEET_OF_OTHER_KIND = "Chỉ nhận bảng tính .xlsx hoặc .csv; tệp này không thuộc các dạng đó."

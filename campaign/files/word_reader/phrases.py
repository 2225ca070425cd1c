"""Why a file cannot be read as a document, each in one Vietnamese sentence for the person who hands it in."""

EMPTY = "Tệp rỗng, không có nội dung."
TOO_BIG = "Tệp quá lớn so với một văn bản (giới hạn 20 MB, hoặc 100 MB khi giải nén)."
TOO_LONG = "Tệp dài quá giới hạn đọc: tối đa 1.000 trang, 100.000 dòng hoặc 3 triệu ký tự."
NO_TEXT = "Tệp không có chữ nào để đọc."

NOT_KNOWN = "Chỉ đọc được văn bản dạng .docx, .txt hoặc .pdf có chữ; tệp này không thuộc các dạng đó."
OLD_WORD = "Đây là tệp Word đời cũ (.doc); hãy mở bằng Word, lưu lại dưới dạng .docx rồi nộp lại."
RICH_TEXT = "Đây là tệp RTF; hãy mở bằng Word, lưu lại dưới dạng .docx rồi nộp lại."
WEB_PAGE = "Đây là trang web; hãy mở bằng Word, lưu lại dưới dạng .docx rồi nộp lại."
OPEN_DOCUMENT = "Đây là tệp OpenDocument (.odt); hãy lưu lại dưới dạng .docx rồi nộp lại."
STRICT_WORD = (
    "Tệp Word lưu theo dạng “Strict Open XML”; hãy lưu lại dưới dạng “Word Document (.docx)” thông thường."
)
SPREADSHEET = "Đây là bảng tính Excel, không phải văn bản; hãy nộp tệp .docx, .txt hoặc .pdf."
SLIDES = "Đây là tệp trình chiếu, không phải văn bản; hãy nộp tệp .docx, .txt hoặc .pdf."
PICTURE = "Đây là tệp hình ảnh; hãy nộp bản .docx, .txt hoặc .pdf có chữ (chương trình không nhận dạng chữ trong ảnh)."

WORD_ENCRYPTED = "Tệp Word đang đặt mật khẩu; hãy bỏ mật khẩu rồi nộp lại."
WORD_BROKEN = "Tệp Word bị hỏng hoặc tải chưa đủ, không đọc được; hãy mở bằng Word và lưu lại."
WORD_TOO_DEEP = "Tệp Word có các bảng hoặc khung lồng nhau quá nhiều lớp, không đọc được."
WORD_SUSPECT = "Tệp Word có cấu trúc không an toàn (khai báo DOCTYPE hoặc thực thể ngoài) nên không được đọc."

PDF_ENCRYPTED = "Tệp PDF đang đặt mật khẩu; hãy bỏ mật khẩu rồi nộp lại."
PDF_BROKEN = "Tệp PDF bị hỏng hoặc tải chưa đủ, không đọc được."
PDF_SCANNED = (
    "Tệp PDF là bản quét (ảnh chụp), không có chữ để đọc; hãy nộp bản gốc .docx hoặc bản PDF có chữ."
)

"""Words of the demo that belong to no office."""

AUTHOR = "Dữ liệu mẫu"
ADMIN_NAME = "Quản trị hệ thống"
EVERY_OFFICE = "mọi cơ quan"
HALF_DONE = "Đang làm đúng tiến độ, chưa vướng mắc."
DONE_WELL = "Đã hoàn thành theo yêu cầu."

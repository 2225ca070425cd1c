"""How offices write a day counted from the ceremony: "T-7 ngày làm việc", "T-1, 14 giờ", "T+5", "ngày lễ (T)"."""

CEREMONY_DAY = "ngày lễ (T)"
COUNTED = "T{count:+d}"
COUNTED_IN = "T{count:+d} {unit}"
AT = "{day}, {time}"

# Read from text without case and marks (vietnamese.fold). A count stands after T ("T-7", "T + 5"), or in words before
# or after the unit ("truoc le 7 ngay", "7 ngay lam viec truoc buoi le").
_UNIT = r"(?P<unit>ngay(?: lam viec)?)"
_CEREMONY = r"(?:ngay )?(?:buoi |hanh )?le"
WORKING_UNIT = "ngay lam viec"
BEFORE = "truoc"
ON_THE_DAY = rf"t|{_CEREMONY}(?: ?\(t\))?|ngay t|trong ngay le"
SIGNED = rf"(?:ngay )?t ?(?P<sign>[+-]) ?(?P<count>[0-9]{{1,4}})(?: {_UNIT})?"
SPOKEN = (
    rf"(?P<side>truoc|sau) {_CEREMONY} (?P<count>[0-9]{{1,4}}) {_UNIT}",
    rf"(?P<count>[0-9]{{1,4}}) {_UNIT} (?P<side>truoc|sau) {_CEREMONY}",
)

// The browser's share of campaign/vietnamese.py: comparing and speaking Vietnamese.

const collator = new Intl.Collator("vi", { numeric: true, sensitivity: "base" });
const weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

/** Lower case without marks, for search: "Đắk Song" -> "dak song". đ does not decompose, so it is folded by hand. */
export function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d").replace(/\s+/g, " ").trim();
}

/** Order of two texts in a Vietnamese list; numbers inside count as numbers. */
export function compare(one, other) {
  return collator.compare(one, other);
}

/** [day, month, year] of "24/3/2023", "24.3.23", "24032023", "24/3" (this year), or null when it is no date. */
export function readDate(text, thisYear = new Date().getFullYear()) {
  const packed = /^\s*(\d{2})(\d{2})(\d{4}|\d{2})\s*$/.exec(text);
  const parted = /^\s*(\d{1,2})[\s/.-]+(\d{1,2})(?:[\s/.-]+(\d{4}|\d{2}))?\s*$/.exec(text);
  const found = packed || parted;
  if (!found) return null;
  const [day, month] = [Number(found[1]), Number(found[2])];
  const year = found[3] === undefined ? thisYear : Number(found[3]) + (found[3].length === 2 ? 2000 : 0);
  const made = new Date(year, month - 1, day);
  return made.getMonth() === month - 1 && made.getDate() === day ? [day, month, year] : null;
}

/** "24/3/2023", "05/01/2023": a zero before days under 10 and months 1 and 2, as the decree writes dates. */
export function shortDate([day, month, year]) {
  return `${String(day).padStart(2, "0")}/${month < 3 ? `0${month}` : month}/${year}`;
}

/** "thứ Sáu, 24/3/2023 · còn 12 ngày"; today is midnight of the reader's day. */
export function speakDate([day, month, year], today = new Date()) {
  const date = new Date(year, month - 1, day);
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate());
  const days = Math.round((date - midnight) / 86400000);
  const distance = days === 0 ? "hôm nay" : days > 0 ? `còn ${days} ngày` : `đã qua ${-days} ngày`;
  return `${weekdays[date.getDay()]}, ${shortDate([day, month, year])} · ${distance}`;
}

/** "07:30" of "730", "7h30", "7 giờ 30", "7h", "7.30", or null when it is no time. */
export function readTime(text) {
  const found = /^\s*(\d{1,2})\s*(?:[:.h,]|giờ|\s)?\s*(\d{2})?\s*(?:'|phút)?\s*$/i.exec(text);
  if (!found || Number(found[1]) > 23 || Number(found[2] ?? 0) > 59) return null;
  return `${found[1].padStart(2, "0")}:${found[2] ?? "00"}`;
}

// Lists: filter while typing, sort by a head, mark rows for a bulk action.
import { compare, fold } from "./vietnamese.js";

const rowsOf = (list) => (list.tBodies ? [...list.tBodies].flatMap((body) => [...body.rows]) : [...list.children]).filter((row) => !row.matches(".nothing-found"));

/** Shows the rows that hold every typed word, in any order; group heads (tr.group) stay while a row under them does. */
function filter(input) {
  const list = document.querySelector(input.dataset.filter);
  if (!list) return;
  const words = fold(input.value).split(" ").filter(Boolean);
  let shown = 0;
  let head = null;
  for (const row of rowsOf(list)) {
    if (row.matches(".group")) {
      head = row;
      head.hidden = words.length > 0;
      continue;
    }
    row.folded ??= fold(row.textContent);
    row.hidden = !words.every((word) => row.folded.includes(word));
    if (!row.hidden) shown += 1;
    if (!row.hidden && head) head.hidden = false;
  }
  const count = input.form?.querySelector("[data-filter-count]");
  if (count) count.textContent = shown;
  sayNothingFound(list, shown === 0 && words.length > 0);
}

function sayNothingFound(list, nothing) {
  let line = list.querySelector(".nothing-found");
  if (!nothing) {
    line?.remove();
    return;
  }
  if (line) return;
  const text = "Không có dòng nào khớp. Xóa bớt chữ để xem lại.";
  if (list.tBodies) {
    line = list.tBodies[0].insertRow();
    Object.assign(line.insertCell(), { colSpan: 99, textContent: text });
  } else {
    line = list.appendChild(Object.assign(document.createElement(list.matches("ul, ol") ? "li" : "p"), { textContent: text }));
  }
  line.classList.add("nothing-found");
}

const worth = (row, column, kind) => {
  const cell = row.cells[column];
  const text = cell?.dataset.sort ?? cell?.textContent.trim() ?? "";
  return kind === "number" ? Number(text.replace(/[^\d,-]/g, "").replace(",", ".")) : text;
};

/** Sorts by one column; a second click turns it round. Empty cells stay last; rows of a table with group heads stay in their group. */
function sort(button) {
  const head = button.closest("th");
  const table = head.closest("table");
  const up = head.getAttribute("aria-sort") !== "ascending";
  const kind = head.dataset.sort;
  table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const order = (a, b) => {
    const [one, other] = [worth(a, head.cellIndex, kind), worth(b, head.cellIndex, kind)];
    if (one === "" || other === "") return (one === "") - (other === "");
    const by = kind === "number" ? one - other : compare(one, other);
    return up ? by : -by;
  };
  for (const body of table.tBodies) {
    const groups = [];
    for (const row of body.rows) {
      if (row.matches(".group") || !groups.length) groups.push(row.matches(".group") ? [row] : [null]);
      if (!row.matches(".group")) groups.at(-1).push(row);
    }
    body.append(...groups.flatMap(([first, ...rows]) => [...(first ? [first] : []), ...rows.sort(order)]));
  }
}

function makeHeadsButtons(scope) {
  scope.querySelectorAll("th[data-sort]:not(:has(button))").forEach((head) => {
    const button = Object.assign(document.createElement("button"), { type: "button", title: "Sắp xếp" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(button));
  });
}

/** The rows' boxes, the box in the head and the bar of bulk actions always agree. */
function mark(table) {
  const boxes = [...table.querySelectorAll("input[data-row]")];
  const marked = boxes.filter((box) => box.checked);
  boxes.forEach((box) => box.closest("tr, li").classList.toggle("marked", box.checked));
  const all = document.querySelector(`[data-select-all="#${table.id}"]`);
  if (all) {
    all.checked = boxes.length > 0 && marked.length === boxes.length;
    all.indeterminate = marked.length > 0 && marked.length < boxes.length;
  }
  const bar = document.querySelector(`[data-bulk="#${table.id}"]`);
  if (!bar) return;
  bar.classList.toggle("active", marked.length > 0);
  bar.querySelector("[data-bulk-count]").textContent = marked.length;
}

function changed(event) {
  const all = event.target.closest("[data-select-all]");
  if (all) {
    const table = document.querySelector(all.dataset.selectAll);
    table.querySelectorAll("input[data-row]").forEach((box) => { if (!box.closest("[hidden]")) box.checked = all.checked; });
    mark(table);
  }
  const row = event.target.closest("input[data-row]");
  if (row) mark(row.closest("[id]:is(table, ul, ol)"));
}

export function startLists() {
  document.addEventListener("input", (event) => { if (event.target.matches("[data-filter]")) filter(event.target); });
  document.addEventListener("change", changed);
  // Enter in a box that only filters must not submit the form around it.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(".choices [data-filter]")) event.preventDefault();
  });
  const prepare = (scope) => {
    makeHeadsButtons(scope);
    document.querySelectorAll("[data-bulk]").forEach((bar) => { const table = document.querySelector(bar.dataset.bulk); if (table) mark(table); });
  };
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
  prepare(document);
}

// Forms: dates and times as people type them, rows that come and go, nothing typed is lost, the first error is where the cursor stands.
import { readDate, readTime, shortDate, speakDate } from "./vietnamese.js";

const pad = (number) => String(number).padStart(2, "0");

function speak(input) {
  const line = document.getElementById(`${input.id}-spoken`);
  const date = readDate(input.value);
  if (line) line.textContent = date ? speakDate(date) : input.value.trim() ? "Gõ ngày/tháng/năm, ví dụ 24/3/2026" : "";
}

function tidyDate(input) {
  const date = readDate(input.value);
  if (date) input.value = shortDate(date);
  speak(input);
}

function tidyTime(input) {
  const time = readTime(input.value);
  if (time) input.value = time;
}

/** A button beside a typed date that opens the browser's own calendar. */
function addPicker(box) {
  const input = box.querySelector("input");
  if (!("showPicker" in HTMLInputElement.prototype) || box.querySelector(".native") || input.disabled) return;
  const native = Object.assign(document.createElement("input"), { type: "date", className: "native", tabIndex: -1 });
  native.setAttribute("aria-hidden", "true");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "btn plain square", title: "Mở lịch" });
  button.innerHTML = '<svg class="icon" aria-hidden="true"><use></use></svg><span class="sr">Mở lịch</span>';
  button.querySelector("use").setAttribute("href", `${new URL("../icons.svg", import.meta.url).pathname}#calendar`);
  button.addEventListener("click", () => {
    const date = readDate(input.value);
    native.value = date ? `${date[2]}-${pad(date[1])}-${pad(date[0])}` : "";
    native.showPicker();
  });
  native.addEventListener("change", () => {
    if (!native.value) return;
    input.value = shortDate(native.value.split("-").reverse().map(Number));
    speak(input);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  });
  box.append(button, native);
}

/** The words over a file input: the names and the weight of what was chosen. */
function nameFiles(input) {
  const words = input.closest("[data-file]")?.querySelector("[data-file-names]");
  if (!words) return;
  const megabytes = [...input.files].reduce((sum, file) => sum + file.size, 0) / 1048576;
  const weight = megabytes.toLocaleString("vi", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const names = [...input.files].map((file) => file.name).join(", ");
  const heavy = input.dataset.limit && megabytes > Number(input.dataset.limit);
  words.textContent = input.files.length ? `${names} (${weight} MB${heavy ? `, quá ${input.dataset.limit} MB: bớt tệp, gửi làm nhiều lần` : ""})` : "Chưa chọn tệp nào";
  words.classList.toggle("error", Boolean(heavy));
}

/* ---------- rows ---------- */

/** Gives the rows of a block their numbers again: names, ids and labels count 0, 1, 2 … from top to bottom. */
function renumber(block) {
  const prefix = block.dataset.rows;
  const pattern = new RegExp(`^${prefix.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}-\\d+-`);
  [...block.querySelectorAll("[data-row-item]")].forEach((row, index) => {
    row.querySelectorAll("*").forEach((element) => {
      for (const name of ["name", "id", "for", "aria-describedby"]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.split(" ").map((part) => part.replace(pattern, `${prefix}-${index}-`)).join(" "));
      }
    });
    row.querySelectorAll("[data-row-number]").forEach((cell) => { cell.textContent = index + 1; });
  });
}

function changeRows(event) {
  const button = event.target.closest("[data-row-add], [data-row-remove], [data-row-up], [data-row-down]");
  if (!button) return;
  const block = button.closest("[data-rows]");
  const row = button.closest("[data-row-item]");
  if (row && "rowUp" in button.dataset) row.previousElementSibling?.before(row);
  else if (row && "rowDown" in button.dataset) row.nextElementSibling?.after(row);
  else if (row) row.remove();
  else {
    const added = block.spare.cloneNode(true);
    block.querySelector("tbody").append(added);
    renumber(block);
    added.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  }
  renumber(block);
  if (row?.isConnected) button.focus();
  block.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The spare row at the end becomes the pattern of new rows; it stays when it is the only one. */
function keepSpare(block) {
  const spare = block.querySelector("[data-row-spare]");
  if (!spare || block.spare) return;
  spare.removeAttribute("data-row-spare");
  block.spare = spare.cloneNode(true);
  if (block.querySelectorAll("[data-row-item]").length > 1) spare.remove();
}

/* ---------- what was typed ---------- */

const written = (form) => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "csrf_token").map(([name, value]) => [name, value.name ?? value])).toString();

function guard(form) {
  if (form.initial !== undefined) return;
  form.initial = form.querySelector(".summary, .conflict") ? null : written(form); // null: what came back with errors is not saved yet
  form.addEventListener("submit", () => { form.leaving = true; });
}

function warnBeforeLeaving(event) {
  const unsaved = [...document.querySelectorAll("form[data-guard]")].some((form) => !form.leaving && written(form) !== form.initial);
  if (unsaved) event.preventDefault();
}

/** A second click on a button sends nothing twice; the name and value of the first button still go with it. */
function sendOnce(event) {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.sent) {
    event.preventDefault();
    return;
  }
  form.sent = true;
  setTimeout(() => { form.sent = false; }, 4000); // a download leaves the page standing
}

function grow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function focusFirstError(scope) {
  const first = scope.querySelector(".conflict, .summary") || scope.querySelector("[aria-invalid=true]");
  const field = scope.querySelector("form [aria-invalid=true]");
  if (!first) return;
  (first.matches(".conflict") ? first : field || first).focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
}

function prepare(scope) {
  scope.querySelectorAll("[data-date]").forEach(addPicker);
  scope.querySelectorAll("[data-date] input[type=text]").forEach((input) => { if (input.value) speak(input); });
  scope.querySelectorAll("[data-rows]").forEach(keepSpare);
  scope.querySelectorAll("textarea[data-grow]").forEach(grow);
  scope.querySelectorAll("form[data-guard]").forEach(guard);
  focusFirstError(scope);
}

export function startForms() {
  document.addEventListener("focusout", (event) => {
    if (event.target.matches?.("[data-date] input[type=text]")) tidyDate(event.target);
    if (event.target.matches?.("input[data-time]")) tidyTime(event.target);
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches("textarea[data-grow]")) grow(event.target);
    if (event.target.matches("[data-date] input[type=text]")) speak(event.target);
  });
  // Enter in a text field submits before the field is left: tidy first.
  document.addEventListener("submit", (event) => {
    event.target.querySelectorAll("[data-date] input[type=text]").forEach(tidyDate);
    event.target.querySelectorAll("input[data-time]").forEach(tidyTime);
  }, true);
  document.addEventListener("submit", sendOnce);
  document.addEventListener("change", (event) => { if (event.target.matches("[data-file] input")) nameFiles(event.target); });
  document.addEventListener("click", changeRows);
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
  addEventListener("beforeunload", warnBeforeLeaving);
  addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => { form.sent = false; form.leaving = false; }));
  prepare(document);
}

// A document's page: keys that move sections, buttons that write markup, and the paper drawn again after each change.
// The same file fits the paper to its window on the preview page. Everything works without it, except seeing the paper.

/* ---------- the preview page: the paper as wide as the window ---------- */

function fitPaper(frame) {
  const wrapper = frame.querySelector(".docx-wrapper");
  if (!wrapper) return;
  wrapper.style.zoom = 1;
  const page = wrapper.querySelector("section");
  const room = document.documentElement.clientWidth - 24;
  wrapper.style.zoom = Math.min(1, room / page.offsetWidth);
}

function startPreview(frame) {
  const drawn = () => frame.querySelector(".docx-wrapper") || !frame.querySelector(".dim");
  const tell = () => {
    fitPaper(frame);
    parent.postMessage("paper-drawn", location.origin);
  };
  new MutationObserver((_changes, observer) => {
    if (!drawn()) return;
    observer.disconnect();
    tell();
  }).observe(frame, { childList: true });
  addEventListener("resize", () => fitPaper(frame));
}

/* ---------- the paper beside the outline ---------- */

/** Loads the paper behind the one shown and changes them over when it is drawn, at the same place of the page. */
function showPaper(holder) {
  holder.querySelector("iframe.coming")?.remove();
  const shown = holder.querySelector("iframe");
  const coming = Object.assign(document.createElement("iframe"), { src: holder.dataset.paper, title: "Trang in" });
  if (shown) coming.className = "coming";
  holder.append(coming);
  const change = (event) => {
    if (event.source !== coming.contentWindow || event.data !== "paper-drawn") return;
    removeEventListener("message", change);
    if (shown) coming.contentWindow.scrollTo(0, shown.contentWindow.scrollY);
    coming.className = "";
    [...holder.children].forEach((child) => { if (child !== coming) child.remove(); });
  };
  addEventListener("message", change);
}

/** Draws the paper once it can be seen: on a phone its pane is hidden until chosen. */
function startPaper(holder) {
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    holder.dataset.seen = "yes";
    showPaper(holder);
  }).observe(holder);
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.requestConfig?.verb === "post" && event.detail.elt.id === "outline" && holder.dataset.seen) showPaper(holder);
  });
}

/* ---------- the outline ---------- */

const WAYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "outdent", ArrowRight: "indent" };

/** Alt and an arrow on a section press its button; the focus comes back to the section's name. */
function moveByKey(event) {
  const way = event.altKey && !event.ctrlKey && !event.metaKey && WAYS[event.key];
  const section = way && event.target.closest(".section:not(.open)");
  if (!section || event.target.matches("input, textarea, select")) return;
  event.preventDefault();
  const button = section.querySelector(`[data-way="${way}"]`);
  if (button && !button.disabled) button.click();
}

let returnTo = null;

/** Remembers which section a request is about, so that the keyboard stands there again when the outline comes back. */
function rememberPlace(event) {
  const section = event.detail.elt.closest?.(".section");
  if (section && event.detail.verb === "post") returnTo = section.id;
}

function returnToPlace(event) {
  if (event.detail.elt.id !== "outline") return;
  const open = document.querySelector(".section.open");
  const section = open || document.getElementById(returnTo ?? "");
  returnTo = null;
  if (!section) return;
  if (!open && !section.contains(document.activeElement)) (section.querySelector(".section-name") || section).focus({ preventScroll: true });
  const box = section.getBoundingClientRect();
  if (box.top < 60 || box.bottom > innerHeight) section.scrollIntoView({ block: box.height > innerHeight - 80 ? "start" : "center" });
}

/** Following a link while a section is being written would lose the words: ask first. */
function keepWords(event) {
  const form = document.querySelector(".section.open form[data-written]");
  if (!form || event.detail.elt === form) return;
  if (!confirm("Mục đang viết chưa được lưu. Bỏ những gì vừa viết?")) event.preventDefault();
}

/* ---------- writing a section ---------- */

/** Puts markup round the marked words, or at the cursor; "[[^|]]" names both ends, with the cursor at |. */
function wrap(area, pattern) {
  const [before, after] = pattern.includes("|") ? pattern.split("|") : [pattern, pattern];
  const { selectionStart: start, selectionEnd: end, value } = area;
  area.setRangeText(`${before}${value.slice(start, end)}${after}`, start, end, "select");
  area.setSelectionRange(start + before.length, end + before.length);
  area.focus();
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

const areaOf = (control) => document.getElementById(control.closest("[data-markup-for]").dataset.markupFor);

/** Only the layouts the chosen block offers can be chosen. */
function offerLayouts(select) {
  const offered = JSON.parse(select.dataset.layouts)[select.value] || [];
  const layout = select.form.elements.layout;
  [...layout.options].forEach((option) => { option.disabled = option.value !== "" && !offered.includes(option.value); });
  if (layout.selectedOptions[0]?.disabled) layout.value = "";
}

const prepare = (scope) => scope.querySelectorAll("select[data-layouts]").forEach(offerLayouts);

function startOutline() {
  document.addEventListener("keydown", moveByKey);
  document.addEventListener("htmx:beforeRequest", keepWords);
  document.addEventListener("htmx:beforeSend", (event) => rememberPlace({ detail: { elt: event.detail.elt, verb: event.detail.requestConfig.verb } }));
  document.addEventListener("htmx:afterSettle", returnToPlace);
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
  document.addEventListener("input", (event) => { event.target.closest(".section.open form")?.setAttribute("data-written", ""); });
  document.addEventListener("change", (event) => {
    if (event.target.matches("select[data-layouts]")) offerLayouts(event.target);
    if (!event.target.matches("select[data-refer]") || !event.target.value) return;
    wrap(areaOf(event.target), `[[${event.target.value}]]|`);
    event.target.value = "";
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-wrap]");
    if (button) wrap(areaOf(button), button.dataset.wrap);
  });
  prepare(document);
}

const preview = document.querySelector(".preview-page [data-docx]");
const holder = document.querySelector("[data-paper]");
if (preview) startPreview(preview);
if (holder) startPaper(holder);
if (document.getElementById("outline")) startOutline();

// Makes the pages quicker to use; every page works without it. Listeners sit on the document, so content swapped in by htmx needs no set-up.
import { startForms } from "./forms.js";
import { startLists } from "./lists.js";

const root = document.documentElement;

/** Shows a sentence in the corner; the server may send it too: HX-Trigger: {"toast": "Đã lưu"}. */
export function toast(text) {
  const box = document.createElement("div");
  box.className = "toast";
  box.textContent = text;
  document.getElementById("toasts")?.append(box);
  setTimeout(() => box.remove(), 6000);
}

/** Asks in a native dialog; resolves to true when the person agrees. */
function ask({ text, title, yes, danger }) {
  const dialog = document.createElement("dialog");
  const heading = Object.assign(document.createElement("h2"), { textContent: title, id: "ask-title" });
  const words = Object.assign(document.createElement("p"), { textContent: text });
  const form = Object.assign(document.createElement("form"), { method: "dialog", className: "row" });
  const no = Object.assign(document.createElement("button"), { className: "btn quiet", value: "no", textContent: "Thôi" });
  const go = Object.assign(document.createElement("button"), { className: danger ? "btn danger" : "btn main", value: "yes", textContent: yes });
  form.append(no, go);
  dialog.setAttribute("aria-labelledby", "ask-title");
  dialog.append(heading, words, form);
  document.body.append(dialog);
  dialog.showModal();
  (danger ? no : go).focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "yes");
      dialog.remove();
    });
  });
}

/** A click on [data-confirm] stops, asks, and is clicked again when the answer is yes. */
async function confirmFirst(event) {
  const target = event.target.closest("[data-confirm]");
  if (!target || target.dataset.agreed || typeof HTMLDialogElement === "undefined") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const yes = target.dataset.confirmYes || target.textContent.trim();
  const title = target.dataset.confirmTitle || `${yes}?`;
  if (!(await ask({ text: target.dataset.confirm, title, yes, danger: target.classList.contains("danger") }))) return;
  target.dataset.agreed = "yes";
  target.click();
  delete target.dataset.agreed;
}

/** The drawer opens by its address (#menu); here it also closes with Escape and keeps the focus inside. */
function startDrawer() {
  const drawer = document.getElementById("menu");
  if (!drawer) return;
  const outside = () => document.querySelectorAll(".topbar, main, .bottom, .skip");
  const follow = () => {
    const open = location.hash === "#menu";
    outside().forEach((part) => { part.inert = open; });
    if (open) drawer.querySelector("[data-menu-close]").focus();
  };
  const close = () => {
    location.hash = "main";
    document.querySelector("[data-menu-open]")?.focus();
  };
  addEventListener("hashchange", follow);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && location.hash === "#menu") close();
  });
  drawer.querySelector("[data-menu-close]").addEventListener("click", (event) => { event.preventDefault(); close(); });
  matchMedia("(min-width: 901px)").addEventListener("change", () => outside().forEach((part) => { part.inert = false; }));
  follow();
}

function closeMenus(event) {
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (event.type === "click" && menu.contains(event.target)) return;
    const held = menu.contains(document.activeElement);
    menu.open = false;
    if (event.type === "keydown" && held) menu.querySelector("summary").focus();
  });
}

/** "/" goes to the page's search box (or the search over everything), Ctrl+K always to the latter. */
function searchKeys(event) {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const everything = document.querySelector("[data-search-all]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const ctrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  const box = slash ? document.querySelector("main input[type=search]") || everything : ctrlK && everything;
  if (!box || !box.offsetParent) return;
  event.preventDefault();
  box.focus();
  box.select();
}

async function copy(event) {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.querySelector(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    document.execCommand("copy"); // the clipboard API needs https; an office may serve plain http inside its network
  }
  toast("Đã chép");
}

function revealJavaScriptOnly() {
  document.querySelectorAll("[data-copy][hidden], [data-print][hidden]").forEach((button) => { button.hidden = false; });
}

root.classList.add("js");
document.addEventListener("click", confirmFirst, true);
document.addEventListener("click", closeMenus);
document.addEventListener("click", copy);
document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) print(); });
document.addEventListener("keydown", searchKeys);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenus(event); });
document.addEventListener("toast", (event) => toast(event.detail.value ?? event.detail));
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = document.querySelector("meta[name=csrf-token]").content;
});
document.addEventListener("htmx:sendError", () => toast("Không nối được máy chủ. Xin thử lại."));
document.addEventListener("htmx:responseError", (event) => toast(`Chưa làm được (mã ${event.detail.xhr.status}). Xin tải lại trang và thử lại.`));
document.addEventListener("htmx:load", revealJavaScriptOnly);
revealJavaScriptOnly();
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
// On a phone the picture for a wall is wider than the screen: begin at today.
document.querySelectorAll(".wall-sheets").forEach((wall) => {
  const today = wall.querySelector(".tl-today");
  if (today) wall.scrollLeft = today.getBoundingClientRect().left - wall.getBoundingClientRect().left - wall.clientWidth / 3;
});
startDrawer();
startForms();
startLists();

// Draws a .docx as it will print: <div data-docx="address">. The page's CSP refuses <style> elements, so the rules docx-preview
// writes are adopted as constructed sheets instead.

async function draw(frame) {
  const answer = await fetch(frame.dataset.docx, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  const options = { inWrapper: true, ignoreLastRenderedPageBreak: true, experimental: true, useBase64URL: true };
  const paper = await globalThis.docx.parseAsync(await answer.blob(), options);
  const nodes = await globalThis.docx.renderDocument(paper, options);
  const sheets = nodes.filter((node) => node.nodeName === "STYLE").map((node) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(node.textContent);
    return sheet;
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  frame.replaceChildren(...nodes.filter((node) => node.nodeName !== "STYLE"));
  fit(frame);
  new ResizeObserver(() => fit(frame)).observe(frame);
}

/** A page wider than its frame (a phone, a split screen) is shown smaller, never cut. */
function fit(frame) {
  const wrapper = frame.querySelector(".docx-wrapper");
  const page = wrapper?.querySelector("section");
  if (!page) return;
  const room = frame.clientWidth - 2 * parseFloat(getComputedStyle(frame).paddingLeft);
  wrapper.style.zoom = "1";
  wrapper.style.zoom = String(Math.min(1, room / page.offsetWidth));
}

function open(frame) {
  if (frame.dataset.drawn) return;
  frame.dataset.drawn = "yes";
  draw(frame).catch(() => {
    const link = Object.assign(document.createElement("a"), { href: frame.dataset.docx, textContent: "Tải tệp Word" });
    const words = Object.assign(document.createElement("p"), { textContent: "Trình duyệt này chưa xem trước được văn bản. " });
    words.append(link);
    frame.replaceChildren(words);
  });
}

const openAll = (scope) => scope.querySelectorAll("[data-docx]").forEach(open);
openAll(document);
document.addEventListener("htmx:load", (event) => openAll(event.detail.elt));

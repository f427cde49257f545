/** Two to four districts side by side: the cells of the table of all, copied. The choice stands in the address. */

import { element, say } from "./words.js";

const MOST = 4;
const SVG = "http://www.w3.org/2000/svg";
const table = /** @type {HTMLTableElement | null} */ (document.querySelector(".compare"));
/** @type {HTMLElement[]} */
const [part, form, status, sides] = ["#choose", ".choose", "#choose [role=status]", "#sides"].map(name => document.querySelector(name));
const rows = new Map([...(table?.tBodies[0].rows ?? [])].map(row => [row.dataset.code, row]));
const selects = [];

function begin() {
  for (let place = 1; place <= Math.min(MOST, rows.size); place++) {
    const select = element("select", { name: "district" }, element("option", { value: "" }, say("nothing")));
    for (const [code, row] of rows) select.append(element("option", { value: code, lang: "th" }, name(row)));
    select.addEventListener("change", choose);
    selects.push(select);
    form.append(element("label", {}, element("span", {}, say("choice", { place: String(place) })), select));
  }
  addEventListener("popstate", read);
  part.hidden = false;
  read();
}

const name = row => row.querySelector("a").textContent.trim();

/** The districts in the fields, each once. */
const chosen = () => [...new Set(selects.map(select => select.value))].filter(code => rows.has(code));

/** From the address into the fields. */
function read() {
  const wanted = [...new Set(new URLSearchParams(location.search).getAll("district"))].filter(code => rows.has(code));
  selects.forEach((select, place) => { select.value = wanted[place] ?? ""; });
  draw();
}

/** From the fields into the address. */
function choose() {
  const address = new URL(location.href);
  address.searchParams.delete("district");
  for (const code of chosen()) address.searchParams.append("district", code);
  history.replaceState(history.state, "", address);
  draw();
}

function draw() {
  const codes = chosen(), shown = codes.map(code => rows.get(code));
  for (const select of selects)
    for (const option of select.options) option.disabled = option.value !== select.value && codes.includes(option.value);
  sides.hidden = shown.length < 2;
  sides.replaceChildren(...sides.hidden ? [] : [beside(shown)]);
  status.textContent = sides.hidden ? say("too-few") : say("compared", { names: shown.map(name).join(" · ") });
}

/** A measure a row, a district a column. */
function beside(shown) {
  const [first, ...measures] = table.tHead.rows[0].cells;
  const head = element("tr", {}, element("th", { scope: "col" }, say("measure")), ...shown.map(row => copied(row.cells[0], "th", "col")));
  const body = measures.map((measure, at) =>
    element("tr", {}, copied(measure.querySelector("button") ?? measure, "th", "row"), ...shown.map(row => figure(row.cells[at + 1]))));
  return element("table", { class: "sides", "data-count": String(shown.length) },
    element("caption", { class: "vh" }, first.textContent), element("thead", {}, head), element("tbody", {}, ...body));
}

function copied(cell, tag, scope) {
  const made = element(tag, scope ? { scope } : {});
  made.append(...[...cell.childNodes].map(node => node.cloneNode(true)));
  return made;
}

/** A figure with its bar. */
function figure(cell) {
  const made = copied(cell, "td");
  if (cell.dataset.share) {
    const bar = document.createElementNS(SVG, "svg"), filled = document.createElementNS(SVG, "rect");
    bar.setAttribute("aria-hidden", "true");
    filled.setAttribute("width", `${cell.dataset.share}%`);
    bar.append(filled);
    made.querySelector("b").after(bar);
  }
  return made;
}

if (rows.size > 1) begin();

/** The rows of a result. */

import { dated, element, known, say, shape, written } from "./words.js";

/** @typedef {{ kind: string, anchor: string, day: string, text: [string, boolean][] }} Passage */
/** @typedef {{ key: string, title: [string, boolean][], isInferred: boolean, agency: string | null, year: number, percent: number | null,
 *   status: string, passages: Passage[] }} Hit */

/** @param {Hit} hit */
export function drawn(hit) {
  const row = shape("hit");
  const link = row.querySelector("a");
  const [code, agency, year, meter] = row.querySelector(".meta").children;
  link.href = link.getAttribute("href") + encodeURIComponent(hit.key) + "/";
  link.append(...hit.title.length ? marked(hit.title) : [say("untitled")]);
  link.classList.toggle("inferred", hit.isInferred);
  if (/^\d/.test(hit.key)) code.textContent = hit.key;
  else code.remove();
  agency.textContent = hit.agency || say("unknown-agency");
  if (hit.agency) agency.setAttribute("lang", "th");
  year.textContent = hit.year ? say("in-year", { year: known(`year-${hit.year}`) ? say(`year-${hit.year}`) : `${hit.year}` }) : say("unknown-year");
  if (hit.percent === null) meter.remove();
  else progress(meter, hit.percent);
  meter.parentNode?.append(shape(`status-${hit.status}`));
  row.append(...hit.passages.map(passage => quoted(passage, link.href)));
  return row;
}

function progress(meter, percent) {
  const share = Math.min(Math.max(percent, 0), 100);
  meter.querySelector("b").textContent = `${written(percent)}%`;
  meter.querySelector("rect").setAttribute("width", `${share}%`);
  meter.querySelector("svg").toggleAttribute("data-over", percent > 100);
}

/** A passage after the name of its part, which leads there. @param {Passage} passage @param {string} address */
function quoted({ kind, anchor, day, text }, address) {
  const name = !day ? say(`part-${kind}`) : say("part-report", { day: dated(day) });
  const way = element("a", { href: `${address}#${anchor}` }, name);
  return element("p", {}, way, element("span", { lang: "th" }, ...marked(text)));
}

/** Text, with what was searched for marked. @param {[string, boolean][]} pieces */
function marked(pieces) {
  return pieces.map(([text, isHit]) => isHit ? element("mark", {}, text) : text);
}

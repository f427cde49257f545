/** Everything that draws on the search page. */

import { isFiltered, toAddress, unfiltered } from "./address.js";
import { drawChips, drawFacets } from "./facets.js";
import { drawn } from "./results.js";
import { suggestions } from "./suggest.js";
import { element, say, shape } from "./words.js";

export { say, suggestions };

/** @type {HTMLElement[]} */
const [results, status, advice, facets, chips, sorts, ways] =
  ["#results", "[role=status]", ".advice", ".facets", ".chips", ".sorts", ".ways"].map(selector => document.querySelector(selector));

/** Put an answer onto the page. */
export function drawAnswer({ count, rows, names, meant }, asked) {
  const isFound = count > 0;
  results.replaceChildren(...rows.map(drawn));
  drawChips(chips, asked, names);
  ways.hidden = true;
  facets.hidden = !isFound && !isFiltered(asked);
  drawSorts(asked, count);
  status.replaceChildren(element("h2", {}, isFound ? say(meant ? "close" : "found", { n: count }) : say("none")));
  if (meant) status.append(element("p", {}, say("meant"), " ", way(asked, meant)));
  advice.replaceChildren(...isFound ? [] : [advised(asked)]);
}

/** @param {Record<string, [string, string, number][]>} counts */
export const drawCounts = (counts, asked) => drawFacets(facets, counts, asked);

/** More rows; the first of them gets the focus. */
export function addHits(hits) {
  const rows = hits.map(drawn);
  results.append(...rows);
  rows[0]?.querySelector("a").focus();
}

/** The lists, and no answer. */
export function clear() {
  for (const part of [results, status, advice]) part.replaceChildren();
  ways.hidden = false;
  facets.hidden = sorts.hidden = chips.hidden = true;
}

/** Why there can be no answer. @param {string} reason */
export function refuse(reason) {
  clear();
  status.replaceChildren(element("p", {}, say(reason)));
}

function drawSorts(asked, count) {
  sorts.hidden = count < 2;
  for (const link of sorts.querySelectorAll("a")) {
    link.href = toAddress({ ...asked, sort: link.dataset.sort });
    if (link.dataset.sort === asked.sort) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** A link to another query. */
const way = (asked, q) => element("a", { href: toAddress({ ...asked, q }), lang: "th" }, q);

/** What to try when nothing was found. */
function advised(asked) {
  const made = shape("advice");
  const [filtered, fewer] = ["[data-filtered]", "[data-fewer]"].map(part => made.querySelector(part));
  if (isFiltered(asked)) filtered.querySelector("a").href = toAddress(unfiltered(asked));
  else filtered.remove();
  const words = asked.q.trim().split(/\s+/);
  if (words.length > 1) fewer.append(...words.flatMap(word => [" ", way(asked, word)]));
  else fewer.remove();
  return made;
}

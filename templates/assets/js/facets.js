/** Filters with their counts, and those that are on. Both are links: each has an address of its own. */

import { FACETS, toAddress, toggled } from "./address.js";
import { element, known, say, shape, written } from "./words.js";

const FEW = 6; // entries of a filter shown at first
const opened = new Set(); // filters that show all

/** An entry's words: the page's for statuses and years, else the name from the index. */
function worded(facet, value, name) {
  if (known(`${facet}-${value}`)) return facet === "status" ? shape(`status-${value}`) : say(`${facet}-${value}`);
  return name || say(`unknown-${facet}`);
}

/** A link that turns one filter on or off; ``data-turn`` says which. */
function turner(asked, facet, value, ...inside) {
  return element("a", { href: toAddress(toggled(asked, facet, value)), "data-turn": `${facet} ${value}` }, ...inside);
}

/** @param {Element} place @param {Record<string, [string, string, number][]>} counts value, name, projects */
export function drawFacets(place, counts, asked) {
  const held = place.contains(document.activeElement) && document.activeElement.getAttribute("data-turn");
  const redraw = () => drawFacets(place, counts, asked);
  const groups = FACETS.filter(facet => counts[facet]?.length).map(facet => group(facet, counts[facet], asked, redraw));
  place.querySelector("details > div").replaceChildren(...groups);
  if (held) turning(place, held)?.focus();
}

const turning = (place, turn) => [...place.querySelectorAll("[data-turn]")].find(link => link.dataset.turn === turn);

function group(facet, entries, asked, redraw) {
  const isOn = value => asked.filters[facet].includes(value);
  const some = opened.has(facet) ? entries : entries.filter(([value], place) => place < FEW || isOn(value));
  const made = element("section", {}, element("h2", {}, say(`facet-${facet}`)), element("ul", {}, ...some.map(([value, name, count]) => {
    const words = element("span", {}, worded(facet, value, name));
    const link = turner(asked, facet, value, words, element("data", { value: `${count}` }, written(count)));
    if (isOn(value)) link.setAttribute("aria-current", "true");
    return element("li", {}, link);
  })));
  if (some.length < entries.length) {
    const more = element("button", { type: "button" }, say("facet-more", { n: entries.length - some.length }));
    more.onclick = () => {
      const place = made.closest(".facets");
      opened.add(facet);
      redraw();
      turning(place, `${facet} ${entries.find(entry => !some.includes(entry))[0]}`).focus();
    };
    made.append(more);
  }
  return made;
}

/** The filters that are on, each a link that takes it back. @param {Record<string, string>} names by "facet value" */
export function drawChips(place, asked, names) {
  const on = FACETS.flatMap(facet => asked.filters[facet].map(value => [facet, value]));
  place.hidden = !on.length;
  place.replaceChildren(...on.map(([facet, value]) => element("li", {}, turner(asked, facet, value,
    worded(facet, value, names?.[`${facet} ${value}`]), " ",
    element("span", { "aria-hidden": "true" }, "×"), element("span", { class: "vh" }, say("remove"))))));
}

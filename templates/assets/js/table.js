/** ตารางของรายการ: the rows on this page, filtered and sorted where they stand; what is asked is in the address.
 * A heading with data-by="name" sorts; with data-down its first press puts the largest on top. */

import { normalise } from "./normalise.js";
import { wanted } from "./query.js";
import { element, say } from "./words.js";

const PAUSE = 200; // milliseconds without a key before the rows are gone through
/** @type {HTMLElement} */
const sift = document.querySelector(".sift");
const input = sift.querySelector("input"), status = sift.querySelector("[role=status]");
/** @type {HTMLTableElement} */
const table = document.querySelector(".sift + table");
const body = table.tBodies[0];
const headings = [...table.tHead.rows[0].cells];
const collator = new Intl.Collator("th");

/** What a cell is compared by: a day, a number, words; null when it tells nothing. */
function worth(cell) {
  const day = cell.querySelector("time");
  if (day) return day.dateTime;
  const words = cell.textContent.trim();
  const [number] = words.replace("−", "-").replaceAll(",", "").match(/^[+-]?\d+(\.\d+)?/) ?? [];
  if (number !== undefined && cell.tagName === "TD") return Number(number);
  return words === "" || cell.querySelector(".absent") ? null : words;
}

const kindOf = found => typeof found === "number" ? "number" : /^\d{4}-\d\d-\d\d$/.test(found) ? "day" : "text";
const spoken = row => normalise([...row.cells].map(cell => cell.textContent).join(" "));
const rows = [...body.rows].map(row => ({ row, words: spoken(row), worths: [...row.cells].map(worth) }));

/** What most cells of a column tell; where another one says "no report", it tells nothing to compare. */
function kind(place) {
  const found = rows.map(({ worths }) => worths[place]).filter(one => one !== null).map(kindOf);
  const often = one => found.filter(other => other === one).length;
  return ["day", "number", "text"].reduce((most, one) => often(one) > often(most) ? one : most);
}

const kinds = headings.map((_, place) => kind(place));

/** In the order of a column; rows that tell nothing come last either way, equals stay as the page has them. */
function ordered(place, isDown) {
  const tells = ({ worths }) => worths[place] !== null && kindOf(worths[place]) === kinds[place];
  const compare = kinds[place] === "number" ? (a, b) => a - b : collator.compare;
  const sorted = rows.filter(tells).sort((a, b) => (isDown ? -1 : 1) * compare(a.worths[place], b.worths[place]));
  return [...sorted, ...rows.filter(one => !tells(one))];
}

/** What the address asks for: words, and a heading with its direction. */
function fromAddress() {
  const asked = new URLSearchParams(location.search);
  const [, minus, by] = (asked.get("sort") ?? "").match(/^(-?)(.*)$/);
  return { q: asked.get("q") ?? "", place: headings.findIndex(one => by && one.dataset.by === by), isDown: minus === "-" };
}

function toAddress() {
  const address = new URL(location.href);
  const sort = state.place < 0 ? "" : (state.isDown ? "-" : "") + headings[state.place].dataset.by;
  for (const [name, value] of [["q", state.q.trim()], ["sort", sort]]) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

let state = fromAddress();
let timer = 0;

/** What a heading is called, without what stands small below it. */
const title = heading => (heading.querySelector("span") ?? heading).textContent.trim();

/** Put the rows that are asked for into the table, and say how many they are. */
function show() {
  const words = wanted(state.q);
  const every = state.place < 0 ? rows : ordered(state.place, state.isDown);
  const shown = every.filter(one => words.every(word => one.words.includes(word)));
  body.replaceChildren(...shown.map(one => one.row));
  headings.forEach((heading, place) => {
    if (place === state.place) heading.setAttribute("aria-sort", state.isDown ? "descending" : "ascending");
    else heading.removeAttribute("aria-sort");
  });
  const said = [];
  if (words.length) said.push(say(shown.length ? "sift-found" : "sift-none", { n: shown.length, of: rows.length, q: state.q.trim() }));
  if (state.place >= 0) said.push(say(`sift-${kinds[state.place]}-${state.isDown ? "down" : "up"}`, { by: title(headings[state.place]) }));
  status.textContent = said.join(" · ");
}

function turn() {
  clearTimeout(timer);
  toAddress();
  show();
}

function press(place) {
  const first = "down" in headings[place].dataset;
  state.isDown = state.place === place ? !state.isDown : first;
  state.place = place;
  turn();
}

headings.forEach((heading, place) => {
  if (!heading.dataset.by) return;
  const button = element("button", { type: "button" }, ...heading.childNodes);
  button.addEventListener("click", () => press(place));
  heading.replaceChildren(button);
});
input.addEventListener("input", () => {
  state.q = input.value;
  clearTimeout(timer);
  timer = setTimeout(turn, PAUSE);
});
input.addEventListener("keydown", event => {
  if (event.key === "Enter") turn();
});
addEventListener("popstate", () => {
  state = fromAddress();
  input.value = state.q;
  show();
});
table.dataset.live = "";
sift.hidden = false;
state.q = input.value ||= state.q; // letters typed before a reload may still stand there
if (state.q || state.place >= 0) turn();

/** The search page: what is typed or chosen goes into the address and to the worker. What comes back is drawn by show.js,
 * which is fetched with the first question. */

import { fromAddress, isFiltered, toAddress, toggled } from "./address.js";

const PAUSE = 100; // milliseconds without a key before the index is asked
const STEP = 10; // results a page
const LEAST = 2; // letters of a query
const find = selector => document.querySelector(selector);
const [form, input, results, answer, next] = ["form.search", "#q", "#results", ".answer", ".next"].map(find);

let asked = fromAddress();
let number = 0; // of the newest question; answers to older ones are dropped
let isSettled = true; // the next letter begins a new step of the way back
let goes = false; // Enter was pressed: an exact code leads to its project
let timer = 0;
let total = 0; // projects found
let showing = null; // show.js, once it is asked for
const worker = startWorker();

function startWorker() {
  find(".found").hidden = false;
  if (!("DecompressionStream" in self)) return refuse("too-old");
  const url = () => new URL("worker.js", import.meta.url).href;
  const policy = globalThis.trustedTypes?.createPolicy("sitegen", { createScriptURL: url });
  const made = new Worker(policy ? policy.createScriptURL("") : url(), { type: "module" });
  made.onerror = () => refuse("failed");
  made.onmessage = ({ data }) => receive(data);
  made.postMessage({ index: find("link[data-index]").href });
  return made;
}

/** What draws; with it come the suggestions. */
function show() {
  return showing ??= import("./show.js").then(drawn => ({ ...drawn, suggest: worker && drawn.suggestions(input, choose) }));
}

/** Say why there is no answer; the lists stay. */
function refuse(reason) {
  settle();
  finish([]);
  show().then(drawn => drawn.refuse(reason));
  return null;
}

/** Go on to another question: into the address, as a step of the way back or not, and to the worker. */
function turn(wanted, isStep = true) {
  asked = wanted;
  isSettled = true;
  if (input.value !== asked.q) input.value = asked.q;
  const address = toAddress(asked);
  if (new URL(address, location.href).href !== location.href) history[isStep ? "pushState" : "replaceState"](null, "", address);
  ask();
}

function ask() {
  clearTimeout(timer);
  number++;
  if (!worker) return;
  delete results.dataset.q;
  if (asked.q.trim().length < LEAST && !isFiltered(asked)) return clear();
  answer.setAttribute("aria-busy", "true");
  show();
  worker.postMessage({ ...asked, ask: number, count: Math.max(STEP, history.state?.shown ?? 0) });
}

/** Nothing is asked: the lists again. */
function clear() {
  showing?.then(drawn => drawn.clear());
  settle();
  finish([]);
}

async function receive(message) {
  if (message.ready) return document.documentElement.dataset.ready = "1";
  const drawn = await show();
  if (message.suggested) {
    if (message.of === input.value) drawn.suggest.show(message.suggested);
  } else if (message.ask !== number) return;
  else if (message.failed) refuse("failed");
  else if (message.counts) {
    drawn.drawCounts(message.counts, asked);
    finish(message.keys);
  } else if (message.added) {
    drawn.addHits(message.added);
    history.replaceState({ shown: results.children.length }, "");
    offer(drawn);
  } else if (goes && message.exact) open(message.exact);
  else {
    goes = false;
    drawn.drawAnswer(message, asked);
    settle(message.count);
    offer(drawn);
  }
}

/** Offer the rows that are not on the page yet. */
function offer(drawn) {
  const left = total - results.children.length;
  next.hidden = left <= 0;
  next.textContent = drawn.say("more", { n: Math.min(STEP, left), total: left });
}

/** The rows are there. */
function settle(count = 0) {
  total = count;
  next.hidden = true;
  answer.removeAttribute("aria-busy");
}

/** What tests and other scripts may rely on: the keys of the whole result, and its query once they are there. */
function finish(found) {
  Object.assign(window, { sitegenResults: found });
  results.dataset.q = asked.q;
}

/** Lead to a project. */
const open = key => location.assign(`${find("#hit").content.querySelector("a").getAttribute("href")}${encodeURIComponent(key)}/`);

/** A suggestion: an agency is a filter, a code leads to its project. */
function choose({ facet, value }) {
  if (facet) turn(toggled({ ...asked, q: "" }, facet, value));
  else open(value);
}

/** The newest letters: the first of them begin a step of the way back, the others change it. */
function typed() {
  const isStep = isSettled;
  turn({ ...asked, q: input.value }, isStep);
  isSettled = false;
}

input.addEventListener("input", () => {
  goes = false;
  worker?.postMessage({ suggest: input.value });
  clearTimeout(timer);
  timer = setTimeout(typed, PAUSE);
});
form.addEventListener("submit", event => {
  if (!worker) return;
  event.preventDefault();
  goes = true;
  turn({ ...asked, q: input.value }, isSettled);
});
find(".found").addEventListener("click", event => {
  const link = event.target.closest("a");
  if (!link || link.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  turn(fromAddress(link.search));
});
next.addEventListener("click", () => {
  const from = results.children.length;
  worker.postMessage({ ask: number, from, to: from + STEP });
});
addEventListener("popstate", () => {
  asked = fromAddress();
  input.value = asked.q;
  isSettled = true;
  ask();
});
input.value ||= asked.q;
if (input.value !== asked.q) typed(); // letters typed before this script came
else ask();

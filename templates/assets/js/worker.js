/** The search itself, beside the page, so that typing stays smooth: a query comes in; rows go out, then counts and keys. */

import { GoneError } from "./bytes.js";
import { Documents } from "./documents.js";
import { Engine } from "./engine.js";
import { Grams } from "./grams.js";
import { normalise } from "./normalise.js";
import { wanted } from "./query.js";

const CODE = /^(\d{8})-?(\d{4})$/;
const ORDERS = { newest: "reported", progress: "percent" };
const UNKNOWN = 0xffff;

let opened; // the index: a promise
let address = "";
let newest = 0; // question
let found = { order: [], words: [] }; // the newest answer, for more of its rows

const telling = () => import("./tell.js"); // with the first question
const mending = () => import("./mend.js"); // when nothing is found

class Superseded extends Error {}

async function open(how) {
  const grams = await Grams.open(new URL(address), how);
  return { grams, documents: new Documents(grams, new URL("../", address)) };
}

/** @param {{ ask: number, q: string, filters: Record<string, string[]>, sort: string, count: number }} question */
async function answer({ ask, q, filters, sort, count }) {
  const { grams, documents } = await opened;
  const goOn = () => { if (ask !== newest) throw new Superseded(); };
  const engine = new Engine(grams, documents, goOn);
  const tell = await telling();
  const used = Object.keys(filters).filter(facet => filters[facet].length);
  const columns = used.length ? await tell.facets(documents, used) : {};
  const weight = ORDERS[sort] ? await weighed(documents, ORDERS[sort]) : null;

  const pass = documents => tell.passing(documents, filters, columns);
  const search = async words => ({ words, ...await engine.search(words, count, pass, weight) });
  const one = await coded(documents, q);
  let result = one === null ? await search(wanted(q)) : { words: wanted(q), order: [one], every: [one] };
  const isFound = used.length ? result.every.length > 0 : result.order.length > 0; // filters may have left nothing
  const better = isFound ? null : await (await mending()).mended(engine, q, wanted);
  if (better) result = await search(better);
  goOn();
  found = result;
  postMessage({
    ask, meant: better?.join(" "), exact: one === null ? null : documents.key(one), count: result.order.length,
    rows: await tell.rows(documents, result.order.slice(0, count), result.words),
    names: Object.fromEntries(used.flatMap(facet => columns[facet].entries.map(([value, name]) => [`${facet} ${value}`, name]))),
  });
  const [all] = await Promise.all([tell.facets(documents), documents.know(result.order)]);
  goOn();
  const counts = tell.tallied(used.length ? result.every : result.order, filters, all);
  postMessage({ ask, counts, keys: result.order.map(documents.key) });
}

/** The document of a whole code, if the query is one; null otherwise. */
async function coded(documents, q) {
  const [, head, number] = CODE.exec(normalise(q)) ?? [];
  const codes = head ? await documents.codes(head) : [];
  const document = codes.find(([digits]) => digits === number)?.[1] ?? null;
  if (document !== null) await documents.know([document]);
  return document;
}

/** The greatest first; those of whom it is not known last. */
async function weighed(documents, name) {
  const column = await documents.column(name);
  return document => column[document] === UNKNOWN ? -1 : column[document];
}

/** Do it; where the index is gone, a newer site was published: read that, once. */
async function persistently(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GoneError)) throw error;
    opened = open({ cache: "reload" });
    return work();
  }
}

async function serve(message) {
  if (message.index) {
    address = message.index;
    opened = open();
    await opened;
    postMessage({ ready: true });
  } else if (message.suggest !== undefined) {
    const tell = await telling();
    const suggested = await persistently(async () => tell.suggested((await opened).documents, normalise(message.suggest), normalise));
    postMessage({ suggested, of: message.suggest });
  } else if (message.from !== undefined) {
    const { documents } = await opened;
    const added = await (await telling()).rows(documents, found.order.slice(message.from, message.to), found.words);
    postMessage({ ask: message.ask, added });
  } else {
    newest = message.ask;
    await persistently(() => answer(message));
  }
}

onmessage = ({ data }) => serve(data).catch(error => {
  if (!(error instanceof Superseded) && data.suggest === undefined) postMessage({ ask: data.ask ?? newest, failed: `${error}` });
});

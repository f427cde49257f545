/** What the worker tells of documents beside their order: rows with passages, suggestions, counts. */

import { passages, pattern, pieces } from "./passages.js";
import { facets, passing, tallied } from "./tally.js";

export { facets, passing, tallied };

const OFFERED = 5; // suggestions

/** What the page shows of each document. @param {import("./documents.js").Documents} documents @param {number[]} some @param {string[]} words */
export async function rows(documents, some, words) {
  const marks = words.length ? pattern(words) : null;
  const texts = await Promise.all(some.map(document => documents.text(document)));
  return texts.filter(text => text !== null).map(text => ({
    key: text.key, title: pieces(text.title, marks), isInferred: text.isInferred, agency: text.agency, year: text.year,
    status: text.status, percent: text.percent, passages: passages(text, words, marks),
  }));
}

/** Agencies by a part of their name or code, projects by the beginning of their code.
 * @param {import("./documents.js").Documents} documents @param {string} text normalised @param {(text: string) => string} normalise */
export async function suggested(documents, text, normalise) {
  if (text.length < 2) return [];
  const [, head, digits] = /^(\d{8})-?(\d*)$/.exec(text) ?? [];
  const codes = head ? (await documents.codes(head)).filter(([number]) => number.startsWith(digits)) : [];
  const { agencies } = await documents.names();
  const named = agencies.filter(([code, ...names]) => code.startsWith(text) || names.slice(0, 2).some(name => name && normalise(name).includes(text)));
  return [
    ...codes.map(([number]) => ({ facet: "", value: `${head}-${number}`, name: `${head}-${number}`, count: 0 })),
    ...named.map(([code, name, , , , count]) => ({ facet: "agency", value: code, name: name ?? code, count })),
  ].slice(0, OFFERED);
}

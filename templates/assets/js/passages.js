/** Where words stand in a text as it was written, and the passages around them. */

const MOST = 2; // passages of one result
const AROUND = 55; // letters before and after what was found
const LONGEST = 170;
const MARK = /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/; // drawn on the letter before it, or part of it
const LEADING = /[เแโใไ]/;
const BETWEEN = "[\u00ad\u200b-\u200f\u2060\ufeff]*";
const PIECE = /([\u0e48-\u0e4b]?)ำ|[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}|[^]/gu;

/** A letter of a normalised word, or some marks of one letter, in each of their spellings. */
function spelt(piece) {
  const tone = piece.slice(0, -1);
  if (piece.endsWith("ำ")) return `(?:${tone}ำา*|${tone}\u0e4d\u0e32|\u0e4d${tone}\u0e32)`;
  if (piece.length > 1) return `[${piece}]{${piece.length}}`;
  if (piece >= "0" && piece <= "9") return `[${piece}${String.fromCharCode(piece.charCodeAt(0) + 0xe20)}]`;
  if (piece === " ") return "\\s+";
  if (piece === "-") return "[-\u2010-\u2015\u2043\u2212]";
  if (piece === "แ") return "(?:แ|เเ)";
  return piece.replace(/[$()*+.?[\\\]^{|}/]/, "\\$&");
}

/** A pattern for any of the words, the longest first. @param {string[]} words normalised, at least one */
export function pattern(words) {
  const each = [...words].sort((one, other) => other.length - one.length)
    .map(word => Array.from(word.matchAll(PIECE), ([piece]) => spelt(piece)).join(BETWEEN));
  return new RegExp(each.join("|"), "giu");
}

/** The text in pieces, each with whether it is one of the words. @param {string} text @param {RegExp | null} words
 * @returns {[string, boolean][]} */
export function pieces(text, words) {
  /** @type {[string, boolean][]} */
  const found = [];
  let at = 0;
  for (const match of words ? text.matchAll(words) : []) {
    found.push([text.slice(at, match.index), false], [match[0], true]);
    at = match.index + match[0].length;
  }
  found.push([text.slice(at), false]);
  return found.filter(([piece]) => piece);
}

/** A part of a text around its first word, cut where it parts no letter from its marks. */
function around(text, words) {
  const match = words.exec(text);
  words.lastIndex = 0;
  if (text.length <= LONGEST || !match) return pieces(text.length > LONGEST ? `${text.slice(0, cut(text, LONGEST))}…` : text, words);
  const start = match.index > AROUND ? cut(text, match.index - AROUND) : 0;
  const end = cut(text, Math.min(Math.max(match.index + match[0].length + AROUND, start + LONGEST - AROUND), text.length));
  return pieces(`${start ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`, words);
}

function cut(text, at) {
  while (at > 0 && at < text.length && (MARK.test(text[at]) || LEADING.test(text[at - 1]))) at--;
  return at;
}

/** The rows that hold most of the words, then those that hold what these do not; in the order of the page.
 * @param {import("./documents.js").Text} text @param {string[]} words normalised @param {RegExp | null} marks their pattern */
export function passages(text, words, marks) {
  const held = text.rows.filter(row => row.section !== "identity")
    .map(row => ({ row, words: words.filter(word => row.normal.includes(word)) })).filter(one => one.words.length);
  const chosen = [];
  const left = new Set(words);
  while (chosen.length < MOST && held.length) {
    const gain = one => one.words.filter(word => left.has(word)).length;
    const best = held.reduce((one, other) => gain(other) > gain(one) ? other : one);
    if (chosen.length && !gain(best)) break;
    best.words.forEach(word => left.delete(word));
    chosen.push(...held.splice(held.indexOf(best), 1));
  }
  return text.rows.filter(row => chosen.some(one => one.row === row)).map(row => ({
    kind: row.section, anchor: row.anchor || row.section, day: row.day, text: around(row.text, marks),
  }));
}

/** What a query asks for: words and quoted phrases, all of which must stand in a document. */

import { normalise } from "./normalise.js";

const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/** @param {string} text as typed @returns {string[]} normalised, none twice, none within another */
export function wanted(text) {
  const phrases = [...text.matchAll(QUOTED)].map(found => normalise(found[1]));
  const words = normalise(text.replace(QUOTED, " ").replace(/["“”„«»]/g, " ")).split(" ");
  const every = [...new Set([...phrases, ...words])].filter(Boolean);
  return every.filter(word => !every.some(other => other !== word && other.includes(word)));
}

const BETWEEN = /(?=([^ ] [^ ]{1,2}))[^]/g; // from the last letter of a word to the next word

/** Runs of letters that together cover a text: those of each of its words, and those that lead from one to the next.
 * @param {string} text @param {number} step @returns {string[][]} */
export function covers(text, step) {
  const between = Array.from(text.matchAll(BETWEEN), ([, gram]) => [gram]);
  return [...text.split(" ").map(word => cover(word, step)).filter(grams => grams.length), ...between];
}

/** Of four letters, each some letters after the one before; the last one ends the word. @param {string} word @param {number} step */
function cover(word, step) {
  const size = Math.min(word.length, 4);
  const grams = [];
  for (let at = 0; at < word.length - size; at += step) grams.push(word.slice(at, at + size));
  return size < 2 ? [] : [...grams, word.slice(-size)];
}

/** What was meant, when nothing holds a query as it was typed: another keyboard layout, a word misspelt, words run together. */

import { otherLayout } from "./layout.js";
import { nearest, tolerance } from "./nearest.js";

const READ = 8; // texts in which the right spelling is looked for
const LISTS = 12; // of a word's letters
const RUN = 4; // what any run counts, in bits of rarity
const SHORTEST = 3; // letters of a part of words run together
const TRIED = 4; // ways to part them
const LEADING = /[เ-ไ]/, FOLLOWING = /[ะ-\u0e3aๅ\u0e47-\u0e4e]/; // no word ends with these, or begins with those

/** @typedef {import("./engine.js").Engine} Engine */

/** @param {Engine} engine @param {string} typed @param {(text: string) => string[]} wanted
 * @returns {Promise<string[] | null>} words that some document holds */
export async function mended(engine, typed, wanted) {
  const other = otherLayout(typed);
  const layouts = [...other ? [wanted(other)] : [], wanted(typed)];
  if (other && await holds(engine, layouts[0])) return layouts[0];
  for (const words of layouts) {
    const better = await respelt(engine, words);
    if (better && await holds(engine, better)) return better;
  }
  return null;
}

/** Whether any document holds all words. @param {Engine} engine @param {string[]} words */
async function holds(engine, words) {
  return words.length > 0 && (await engine.search(words, 1)).order.length > 0;
}

/** The words that no document holds, spelt as some document has them. */
async function respelt(engine, words) {
  const found = [];
  for (const word of words) {
    if (await holds(engine, [word])) found.push(word);
    else {
      const better = await spelling(engine, word);
      if (!better) return null;
      found.push(...better);
    }
  }
  return found.join("|") === words.join("|") ? null : [...new Set(found)];
}

/** The word as some document spells it, or in two parts that stand in one document. */
async function spelling(engine, word) {
  const runs = await evidence(engine, word);
  const near = await nearby(engine, word, runs);
  if (near) return [near];
  for (const parts of parted(engine, word, runs)) if (await holds(engine, parts)) return parts;
  return null;
}

/** Where runs of three letters of a word stand, and for each document which of them it holds, a bit each.
 * @typedef {{ places: number[], weights: number[], held: Uint32Array, inTitle: Uint32Array }} Runs @returns {Promise<Runs>} */
async function evidence(engine, word) {
  const every = Array.from({ length: Math.max(word.length - 2, 0) }, (_, at) => at);
  const there = every.filter(at => engine.grams.atMost(word.slice(at, at + 3)));
  const step = Math.max(there.length / LISTS, 1);
  const places = there.filter((_, turn) => Math.floor(turn / step) > Math.floor((turn - 1) / step));
  const lists = await Promise.all(places.map(at => engine.grams.posting(word.slice(at, at + 3))));
  engine.goOn();
  const [held, inTitle] = [new Uint32Array(engine.grams.count), new Uint32Array(engine.grams.count)];
  lists.forEach((list, bit) => {
    for (const document of list.documents) held[document] |= 1 << bit;
    for (const document of list.inTitle) inTitle[document] |= 1 << bit;
  });
  const rarity = ({ documents }) => documents.length ? Math.log2(engine.grams.count / documents.length) : 0;
  return { places, weights: lists.map(list => RUN + rarity(list)), held, inTitle };
}

/** The nearest spelling in the documents that share most of the word's letters, rare runs counting more. */
async function nearby(engine, word, { weights, held, inTitle }) {
  const sum = bits => weights.reduce((sum, weight, bit) => bits >>> bit & 1 ? sum + weight : sum, 0);
  const first = (sets, count) => {
    const scores = new Map(Array.from(new Set(sets), bits => [bits, sum(bits)]));
    return Array.from(sets.keys()).filter(document => sets[document])
      .sort((one, other) => scores.get(sets[other]) - scores.get(sets[one]) || one - other).slice(0, count);
  };
  const likely = new Set([...first(inTitle, READ / 2), ...first(held, READ)]);
  const texts = await Promise.all(Array.from(likely, document => engine.documents.text(document)));
  engine.goOn();
  let best = null;
  for (const line of texts.flatMap(text => text ? [text.normal, ...text.rows.map(row => row.normal)] : [])) {
    const near = nearest(line, word, best ? best.distance : tolerance(word));
    if (near && (!best || near.distance < best.distance)) best = near;
  }
  return best && best.found.trim();
}

/** The word in two, first where many documents could have both parts and where letters meet that seldom do.
 * @param {Engine} engine @param {string} word @param {Runs} runs @returns {string[][]} */
function parted(engine, word, { places, held }) {
  const ways = [];
  for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (LEADING.test(word[at - 1]) || FOLLOWING.test(word[at])) continue;
    const within = places.reduce((bits, place, bit) => place + 3 <= at || place >= at ? bits | 1 << bit : bits, 0) >>> 0;
    const count = held.reduce((sum, bits) => (bits & within) >>> 0 === within ? sum + 1 : sum, 0);
    if (count) ways.push({ parts, score: count / (engine.grams.atMost(word.slice(at - 1, at + 1)) || 1) });
  }
  return ways.sort((one, other) => other.score - one.score).slice(0, TRIED).map(way => way.parts);
}

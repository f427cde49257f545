/** From words to documents: candidates from the index, in order, the first of them held against their texts. */

import { both } from "./bytes.js";
import { covers } from "./query.js";

const ENOUGH = 10; // candidates that are rather read than narrowed
const TOGETHER = 2; // lists asked for at once
const EACH = 2; // lists of a word before the rest may be left
const SAME = 0.97; // what a list has to leave out to be worth the next one
const READ = 40; // texts read to find the first results
const DOUBT = 0.8; // what part of the texts has to hold the words, lest the index is asked more
const AS_TITLE = 8; // letters of a query that may be a whole title

/** @typedef {{ documents: Int32Array, inTitle: Int32Array }} Candidates */

export class Engine {
  /** @param {import("./grams.js").Grams} grams @param {import("./documents.js").Documents} documents @param {() => void} goOn throws once nobody waits */
  constructor(grams, documents, goOn) {
    this.grams = grams;
    this.documents = documents;
    this.goOn = goOn;
  }

  /** Documents that hold all words, in order; those behind the first ones as far as the index can tell.
   * @param {string[]} words @param {number} count of results that are held against their texts
   * @param {(documents: number[]) => number[]} [pass] filters @param {((document: number) => number) | null} [weight] another order
   * @returns {Promise<{ order: number[], every: number[] }>} every: before filters */
  async search(words, count, pass = documents => documents, weight = null) {
    let order = null, found;
    for (const isThorough of [false, true]) {
      found = await this.candidates(words, isThorough);
      this.year = await this.documents.years();
      const titled = weight ? [] : pass(await this.titled(found.inTitle, words.join(" ")));
      const rest = this.ordered({ documents: pass([...found.documents]), inTitle: found.inTitle }, weight);
      order = await this.checked([...new Set([...titled, ...rest])], words, count, isThorough, weight !== null);
      if (order) break;
    }
    return { order, every: [...found.documents] };
  }

  /** Documents that may hold all words, none that does left out. @param {string[]} words
   * @param {boolean} [isThorough] as few as the index can tell, not as few as a handful of lists can @returns {Promise<Candidates>} */
  async candidates(words, isThorough = false) {
    const needed = words.flatMap(word => this.grams.known(word)).flatMap(text => covers(text, isThorough ? 1 : 2));
    const none = { documents: new Int32Array(), inTitle: new Int32Array() };
    if (needed.flat().some(gram => !this.grams.atMost(gram))) return none;
    const grams = this.#inTurn(needed);
    let found = null;
    for (let at = 0, before = Infinity; at < grams.length; at += TOGETHER) {
      const lists = await Promise.all(grams.slice(at, at + TOGETHER).map(gram => this.grams.posting(gram)));
      this.goOn();
      for (const list of lists) found = found ? { documents: both(found.documents, list.documents), inTitle: both(found.inTitle, list.inTitle) } : list;
      const count = found.documents.length;
      if (count <= ENOUGH || !isThorough && at >= needed.length * EACH && count > before * SAME) break;
      before = count;
    }
    return found ?? { documents: Int32Array.from({ length: this.grams.count }, (_, number) => number), inTitle: none.inTitle };
  }

  /** The rarest run of each word, then the next ones. @param {string[][]} covers */
  #inTurn(covers) {
    const sorted = covers.map(grams => grams.sort((one, other) => this.grams.atMost(one) - this.grams.atMost(other)));
    const longest = Math.max(0, ...sorted.map(grams => grams.length));
    const turns = Array.from({ length: longest }, (_, turn) => sorted.map(grams => grams[turn]).filter(Boolean));
    return [...new Set(turns.flat())];
  }

  /** What a text has of the words: 0 they are its title, 1 they stand in it as a phrase, 2 one by one, 3 in the body, 4 not all of them. */
  level(text, words) {
    const phrase = words.join(" ");
    if (!text) return 4;
    if (text.normal.includes(phrase)) return text.normal === phrase ? 0 : 1;
    if (words.every(word => text.normal.includes(word))) return 2;
    return words.every(word => text.normal.includes(word) || text.rows.some(row => row.normal.includes(word))) ? 3 : 4;
  }

  /** The order before any text is read: words in the title first, then the newer year.
   * @param {{ documents: number[], inTitle: Int32Array }} candidates @param {((document: number) => number) | null} weight another order, the greatest first */
  ordered({ documents, inTitle }, weight) {
    const titled = new Set(inTitle);
    const rank = weight ?? (document => (titled.has(document) ? 1e5 : 0) + this.year[document]);
    const ranks = new Map(documents.map(document => [document, rank(document)]));
    return documents.sort((one, other) => ranks.get(other) - ranks.get(one) || one - other);
  }

  /** Read the first documents of an order, drop those that do not hold the words, and order the rest by how they do.
   * @param {number[]} order @param {string[]} words @param {number} count wanted @param {boolean} isLast or the index may be asked for more
   * @param {boolean} isFixed the order stays @returns {Promise<number[] | null>} null: too many do not hold the words */
  async checked(order, words, count, isLast, isFixed) {
    const good = [];
    let at = 0;
    while (good.length < count && at < Math.min(order.length, READ + count)) {
      const some = order.slice(at, at += count - good.length);
      const texts = await Promise.all(some.map(document => this.documents.text(document)));
      this.goOn();
      some.forEach((document, place) => {
        const level = this.level(texts[place], words);
        if (level < 4) good.push({ document, level });
      });
      if (!isLast && at < order.length && good.length < at * DOUBT) return null;
    }
    const year = ({ document }) => this.year[document];
    if (!isFixed) good.sort((one, other) => one.level - other.level || year(other) - year(one) || one.document - other.document);
    return [...good.map(one => one.document), ...order.slice(at)];
  }

  /** Titles rise with the numbers of documents, so that the one that is the query is found by halving.
   * @param {Int32Array} inTitle @param {string} title normalised @returns {Promise<number[]>} documents from there on */
  async titled(inTitle, title) {
    if (inTitle.length <= ENOUGH || title.length < AS_TITLE) return [];
    let low = 0, high = inTitle.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const text = await this.documents.text(inTitle[middle]);
      this.goOn();
      if (!text || text.normal < title) low = middle + 1;
      else high = middle;
    }
    const text = low < inTitle.length ? await this.documents.text(inTitle[low]) : null;
    return text?.normal === title ? [...inTitle.slice(low, low + ENOUGH)] : [];
  }
}

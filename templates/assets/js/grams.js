/** The index: which documents hold a run of two to four letters. Its files: generator/search/README.md. */

import { Cursor, load } from "./bytes.js";

/** @typedef {{ documents: Int32Array, inTitle: Int32Array }} Posting */
const NOWHERE = { documents: new Int32Array(), inTitle: new Int32Array() };

export class Grams {
  /** @param {URL} url of index.bin @param {RequestInit} [how] */
  static async open(url, how) {
    return new Grams(url, new Cursor(await load(url, how)));
  }

  /** @param {URL} url @param {Cursor} from */
  constructor(url, from) {
    if (from.number() !== 2) throw new Error("an index of another format");
    this.folder = new URL(`${from.ascii(8)}/`, url);
    this.columns = new URL(`${from.ascii(8)}/`, url); // of all but grams
    this.count = from.number(); // documents
    this.chunk = from.number(); // documents of a file of keys
    this.extended = from.number(); // documents of a gram of three letters that has grams of four
    const letters = from.number(), blocks = from.number();
    let unit = 0;
    this.alphabet = ["", ...Array.from({ length: letters }, () => String.fromCharCode(unit += from.number()))];
    this.classes = this.#pairs(from);
    /** @type {string[]} the least key of each block */
    this.boundaries = [];
    const shapes = Array.from({ length: blocks }, () => from.byte());
    for (const shape of shapes) this.boundaries.push(this.#key(from, this.boundaries.at(-1) ?? "", shape));
    this.isWhole = from.number() === 1; // no letter of the texts is missing in the alphabet
    /** @type {Map<number, Promise<Block>>} */
    this.blocks = new Map();
    /** @type {Map<string, Promise<Posting>>} */
    this.postings = new Map();
  }

  /** Pairs of letters that stand together, and the power of two of documents that hold them. */
  #pairs(from) {
    const pairs = [];
    for (const first of this.alphabet.slice(1)) {
      let second = 0;
      for (let count = from.number(); count; count--) pairs.push(first + this.alphabet[second += from.number()]);
    }
    return new Map(pairs.map(pair => [pair, from.byte()]));
  }

  #key(from, before, shape = from.byte()) {
    let key = before.slice(0, shape >> 4);
    for (let rest = shape & 15; rest; rest--) key += this.alphabet[from.number()];
    return key;
  }

  /** The stretches of a text that can be looked up: without letters too rare for the alphabet. @param {string} text */
  known(text) {
    return (this.isWhole ? text : text.replace(/[^]/g, letter => this.alphabet.includes(letter) ? letter : "\n")).split("\n");
  }

  /** No more documents than this hold the gram; 0: none. @param {string} gram */
  atMost(gram) {
    let least = this.count;
    for (let place = 1; place < gram.length; place++) {
      if (gram[place - 1] === " ") continue; // what follows a space is not counted
      const known = this.classes.get(gram.slice(place - 1, place + 1));
      if (known === undefined) return 0;
      least = Math.min(least, 2 ** (known + 1) - 1);
    }
    return least;
  }

  /** @param {string} key the last block that does not begin behind it */
  place(key) {
    let low = 0, high = this.boundaries.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.boundaries[middle] <= key) low = middle;
      else high = middle;
    }
    return low;
  }

  /** @param {string} key @returns {Promise<Block>} */
  block(key) {
    const number = this.place(key);
    let block = this.blocks.get(number);
    if (!block) {
      block = load(new URL(`grams/${number}.bin`, this.folder)).then(bytes => this.#walk(new Cursor(bytes)));
      block.catch(() => this.blocks.delete(number));
      this.blocks.set(number, block);
    }
    return block;
  }

  /** @typedef {{ bytes: Uint8Array, entries: Map<string, { at: number, count: number, bound: number }> }} Block */

  /** Where each gram of a block has its lists. @returns {Block} */
  #walk(from) {
    const entries = new Map();
    let parent = from.number(), key = "";
    while (!from.isDone) {
      key = this.#key(from, key);
      const count = from.number(), bound = key.length === 4 ? parent : this.count;
      if (key.length === 3) parent = count;
      entries.set(key, { at: from.at, count, bound });
      from.skip(count, bound);
      from.skip(from.number(), count);
    }
    return { bytes: from.bytes, entries };
  }

  /** The documents that hold a gram, and those that have it in their title; for four letters of which the first three
   * are rare, the documents of these. @param {string} gram @returns {Promise<Posting>} */
  posting(gram) {
    let posting = this.postings.get(gram);
    if (!posting) this.postings.set(gram, posting = this.#find(gram));
    posting.catch(() => this.postings.delete(gram));
    return posting;
  }

  async #find(gram) {
    if (!this.atMost(gram)) return NOWHERE;
    const block = await this.block(gram);
    const entry = block.entries.get(gram);
    if (entry) return this.#read(block, entry, gram.length === 4 && (await this.posting(gram.slice(0, 3))).documents);
    if (gram.length < 4) return NOWHERE;
    const shorter = await this.posting(gram.slice(0, 3));
    return shorter.documents.length < this.extended ? shorter : NOWHERE;
  }

  #read({ bytes }, { at, count, bound }, parent) {
    const from = new Cursor(bytes, at);
    const places = from.list(count, bound);
    const documents = parent ? places.map(place => parent[place]) : places;
    const inTitle = from.list(from.number(), count).map(place => documents[place]);
    return { documents, inTitle };
  }
}

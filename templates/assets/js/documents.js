/** What the index knows of each document: key, columns to sort and count by, its texts. */

import { Cursor, GoneError, load } from "./bytes.js";
import { normalise } from "./normalise.js";

/** @typedef {{ section: string, anchor: string, day: string, text: string, normal: string }} Row */
/** @typedef {{ key: string, title: string, normal: string, agency: string, year: number, status: string, percent: number | null,
 *   isInferred: boolean, rows: Row[] }} Text */

const HASHED = 0xffff, ODD = 0xfffe; // the key is the hash of a copy; it is like no other
const BEFORE_YEARS = 2400;
const SHELF = 4096; // documents whose keys are read together for a long result
const LONG = 8; // chunks of a shelf instead of which the whole is read

export class Documents {
  /** @param {import("./grams.js").Grams} grams @param {URL} root of the site */
  constructor(grams, root) {
    this.grams = grams;
    this.root = root;
    /** @type {string[]} by document, once they are here */
    this.keys = [];
    this.asked = new Map(); // address → promise, so that nothing is fetched twice
  }

  #once(url, read) {
    let asked = this.asked.get(url);
    if (!asked) this.asked.set(url, asked = load(new URL(url, this.grams.columns)).then(read));
    asked.catch(() => this.asked.delete(url));
    return asked;
  }

  /** Have the keys of these documents at hand. @param {number[]} documents */
  async know(documents) {
    const { chunk } = this.grams;
    const chunks = new Set(documents.filter(document => !(document in this.keys)).map(document => Math.floor(document / chunk)));
    const shelves = new Map();
    for (const number of chunks) {
      const shelf = Math.floor(number * chunk / SHELF);
      shelves.set(shelf, [...shelves.get(shelf) ?? [], number]);
    }
    await Promise.all(Array.from(shelves, ([shelf, numbers]) => numbers.length > LONG ? this.#shelf(shelf)
      : Promise.all(numbers.map(number => this.#once(`keys/${number}.bin`, bytes => this.#keys(new Cursor(bytes), number * chunk, chunk))))));
  }

  async #shelf(number) {
    const agencies = await this.column("agency");
    await this.#once(`shelves/${number}.bin`, bytes => this.#keys(new Cursor(bytes), number * SHELF, SHELF, agencies));
  }

  /** Read the keys of a stretch of documents; their agencies stand there too, unless they are known. */
  #keys(from, first, most, known = null) {
    const count = Math.min(most, this.grams.count - first);
    const agencies = known ? known.subarray(first, first + count) : from.column(count);
    const numbers = from.column(count);
    const heads = new Map(Array.from(new Set(agencies)).sort((one, other) => one - other).map(agency => [agency, from.ascii(8)]));
    const starts = Array.from(agencies, agency => heads.get(agency));
    for (const place of from.gaps(from.number())) starts[place] = from.ascii(8);
    const keys = starts.map((start, place) => numbers[place] === HASHED ? `x-${from.hex(6)}` : `${start}-${`${numbers[place]}`.padStart(4, "0")}`);
    keys.forEach((key, place) => this.keys[first + place] = numbers[place] === ODD ? from.ascii(from.number()) : key);
  }

  key = document => this.keys[document];

  /** Names of agencies, statuses and strategies, with their counts. */
  names() {
    return this.#once("names.bin", bytes => JSON.parse(new TextDecoder().decode(bytes)));
  }

  /** @param {string} name agency, year, status, strategy, percent or reported @returns {Promise<Uint16Array>} */
  column(name) {
    return this.#once(`${name}.bin`, bytes => new Cursor(bytes).column(this.grams.count));
  }

  /** Fiscal years, Buddhist Era; 0 where not known. */
  async years() {
    return (await this.column("year")).map(year => year && year + BEFORE_YEARS);
  }

  /** Codes with the same eight digits, rising: last four digits and document. @returns {Promise<[string, number][]>} */
  async codes(head) {
    try {
      return await this.#once(`codes/${head}.bin`, bytes => {
        const from = new Cursor(bytes);
        let number = -1;
        return Array.from({ length: from.number() }, () => [`${number += from.number() + 1}`.padStart(4, "0"), from.number()]);
      });
    } catch (error) {
      if (error instanceof GoneError) return [];
      throw error;
    }
  }

  /** A project's texts; null where the project is gone. @param {number} document @returns {Promise<Text | null>} */
  async text(document) {
    await this.know([document]);
    const url = new URL(`projects/${this.key(document)}/text.bin`, this.root).href;
    return this.#once(url, read).catch(error => {
      if (error instanceof GoneError) return null;
      throw error;
    });
  }
}

/** TIS-620; other letters as U+001A and four hexadecimal digits. @param {Uint8Array} bytes */
const decoded = bytes => new TextDecoder("windows-874").decode(bytes)
  .replace(/\x1a([0-9a-f]{4})/g, (_, unit) => String.fromCharCode(parseInt(unit, 16)));

/** @param {Uint8Array} bytes @returns {Text} */
function read(bytes) {
  const [head, ...rows] = decoded(bytes).split("\n").map(row => row.split("\t"));
  const [key, title, , agency, , year, status, percent, , inferred] = head;
  return {
    key, title, normal: normalise(title), agency, year: Number(year), status, percent: percent ? Number(percent) : null, isInferred: inferred === "1",
    rows: rows.map(([section, anchor, day, text]) => ({ section, anchor, day, text, normal: normalise(text) })),
  };
}

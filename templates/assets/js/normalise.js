/** One form for the spellings of a text: the rules of generator/search/normal.py, held to one result by shared vectors. */

const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g;
const DASH = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g;
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const IN_ORDER = "\u0e3a\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e\u0e4d\u0e33";
const MARKS = new RegExp(`[${IN_ORDER}]{2,}`, "g"); // of one letter: vowels, tones, what closes it

const inOrder = marks => [...marks].sort((one, other) => IN_ORDER.indexOf(one) - IN_ORDER.indexOf(other)).join("");

/** @param {string} text */
export function normalise(text) {
  let spelt = text.replace(HIDDEN, "").normalize("NFC").toLowerCase().normalize("NFC").replaceAll("ς", "σ")
    .replace(/[๐-๙]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xe20)).replace(DASH, "-");
  for (let before = ""; before !== spelt;) {
    before = spelt;
    spelt = spelt.replace(MARKS, inOrder).replaceAll("\u0e4d\u0e32", "ำ").replace(/ำา+/g, "ำ").replaceAll("เเ", "แ").normalize("NFC");
  }
  return spelt.replace(SPACE, " ").replace(/^ | $/g, "");
}

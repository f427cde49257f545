/** แป้นพิมพ์เกษมณี: what a text would be had the other keyboard layout been on. */

const KEYS = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./" + '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?';
const THAI = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ" + '%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ';
const toThai = new Map([...KEYS].map((key, place) => [key, THAI[place]]));
const toLatin = new Map([...THAI].map((letter, place) => [letter, KEYS[place]]));

const typed = (text, keys) => [...text].map(letter => keys.get(letter) ?? letter).join("");
const hasThai = text => /[ก-๙]/.test(text);
const hasLatin = text => /[a-z]/i.test(text);

/** The text on the other layout: Latin letters become Thai, Thai ones Latin; null where that makes no sense.
 * @param {string} text as typed, in the case it was typed in */
export function otherLayout(text) {
  if (hasLatin(text) && !hasThai(text)) return typed(text, toThai);
  const latin = hasThai(text) && !hasLatin(text) ? typed(text, toLatin) : "";
  return /^[\w\s.,-]+$/.test(latin) && hasLatin(latin) ? latin : null;
}

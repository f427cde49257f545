/** The spelling in a text that is nearest to a word: letters too many, too few, other or exchanged; tone marks weigh little. */

const TONE = /[\u0e47-\u0e4c]/; // ็ ่ ้ ๊ ๋ ์
const LIGHT = 0.25;

const weight = letter => TONE.test(letter) ? LIGHT : letter === " " ? 3 : 1;

/** How far from a word a text may be and still be meant. @param {string} word */
export function tolerance(word) {
  const letters = [...word].filter(letter => !TONE.test(letter)).length;
  return letters < 3 ? LIGHT : letters < 10 ? 1 : 1.5;
}

/** @param {string} text normalised @param {string} word normalised @param {number} limit
 * @returns {{ found: string, distance: number } | null} the nearest stretch of the text, the first of equals */
export function nearest(text, word, limit = tolerance(word)) {
  const length = word.length;
  const weights = [...word].map(weight);
  let before = { cost: new Float32Array(length + 1), from: new Int32Array(length + 1) };
  let column = { cost: new Float32Array(length + 1), from: new Int32Array(length + 1) };
  let earlier = { cost: new Float32Array(length + 1).fill(1e9), from: new Int32Array(length + 1) };
  for (let i = 1; i <= length; i++) before.cost[i] = before.cost[i - 1] + weights[i - 1];
  let best = { distance: limit + 1e-6, from: 0, to: -1 };
  for (let j = 1; j <= text.length; j++) {
    const letter = text[j - 1];
    const own = weight(letter);
    column.cost[0] = 0;
    column.from[0] = j;
    for (let i = 1; i <= length; i++) {
      const other = weights[i - 1];
      const change = word[i - 1] === letter ? 0 : own === LIGHT && other === LIGHT ? LIGHT : Math.max(own, other, 1);
      let cost = before.cost[i - 1] + change, from = before.from[i - 1];
      if (before.cost[i] + own < cost) { cost = before.cost[i] + own; from = before.from[i]; }
      if (column.cost[i - 1] + other < cost) { cost = column.cost[i - 1] + other; from = column.from[i - 1]; }
      if (i > 1 && j > 1 && word[i - 1] === text[j - 2] && word[i - 2] === letter && earlier.cost[i - 2] + 1 < cost) {
        cost = earlier.cost[i - 2] + 1;
        from = earlier.from[i - 2];
      }
      column.cost[i] = cost;
      column.from[i] = from;
    }
    const distance = column.cost[length], from = column.from[length];
    const isLonger = distance === best.distance && from === best.from && j - from <= length + 1;
    if (distance < best.distance || isLonger) best = { distance, from, to: j };
    [earlier, before, column] = [before, column, earlier];
  }
  return best.to < 0 ? null : { found: text.slice(best.from, best.to), distance: best.distance };
}

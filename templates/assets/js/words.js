/** Words and shapes of the page, Thai or English: they stand in its <template>s, none stands here. */

const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const calendar = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** @param {number} value */
export const written = value => value.toLocaleString(language, { maximumFractionDigits: 2 }).replace("-", "−");

/** @param {string} day as 2023-09-07 */
export const dated = day => calendar.format(new Date(day));

/** A copy of the one element of a template. @param {string} name */
export function shape(name) {
  const found = /** @type {HTMLTemplateElement} */ (document.getElementById(name));
  return /** @type {HTMLElement} */ (document.importNode(found.content, true).firstElementChild);
}

/** Whether there is such a template. @param {string} name */
export const known = name => document.getElementById(name) !== null;

/** The words of a template, {name} filled in; with a number n, in the form that goes with it.
 * @param {string} name @param {Record<string, string | number>} values */
export function say(name, values = {}) {
  const n = values.n;
  const form = typeof n === "number" && known(`${name}-${plural.select(n)}`) ? `${name}-${plural.select(n)}` : name;
  const text = /** @type {HTMLTemplateElement} */ (document.getElementById(form)).content.textContent ?? "";
  return text.trim().replace(/\{(\w+)\}/g, (whole, key) =>
    key in values ? (typeof values[key] === "number" ? written(/** @type {number} */ (values[key])) : String(values[key])) : whole);
}

/** An element with what it holds.
 * @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} inside */
export function element(tag, attributes, ...inside) {
  const made = document.createElement(tag);
  if (language !== "th" && inside.some(one => typeof one === "string" && /[ก-๛]/.test(one))) made.lang = "th"; // a name in the records
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

/** What is asked, as it stands in the address: q, the filters, the order. */

export const FACETS = ["status", "year", "agency", "strategy"];

/** @typedef {{ q: string, filters: Record<string, string[]>, sort: string }} Asked */

/** @param {string} query the part of an address from "?" on @returns {Asked} */
export function fromAddress(query = location.search) {
  const given = new URLSearchParams(query);
  const filters = Object.fromEntries(FACETS.map(name => [name, given.getAll(name)]));
  return { q: given.get("q") ?? "", filters, sort: given.get("sort") ?? "" };
}

/** The address of something asked, relative to the page. @param {Asked} asked */
export function toAddress({ q, filters, sort }) {
  const given = new URLSearchParams();
  if (q) given.set("q", q);
  for (const name of FACETS) for (const value of filters[name]) given.append(name, value);
  if (sort) given.set("sort", sort);
  const query = given.toString();
  return query ? `?${query}` : location.pathname;
}

/** The same with one filter set or taken back. @param {Asked} asked @param {string} name @param {string} value */
export function toggled(asked, name, value) {
  const now = asked.filters[name];
  const next = now.includes(value) ? now.filter(one => one !== value) : [...now, value];
  return { ...asked, filters: { ...asked.filters, [name]: next } };
}

/** @param {Asked} asked */
export const unfiltered = asked => ({ ...asked, filters: Object.fromEntries(FACETS.map(name => [name, []])) });

/** @param {Asked} asked */
export const isFiltered = asked => FACETS.some(name => asked.filters[name].length > 0);

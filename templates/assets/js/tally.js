/** Filters: what the columns of the index say of documents, and how many there are of each. */

/** @typedef {import("./documents.js").Documents} Documents */

const COLUMNS = ["status", "agency", "strategy"];
const NONE = "none", UNKNOWN = "unknown";

/** For each filter the value of a document and the name of a value; its columns are fetched only when it is used.
 * @param {Documents} documents @returns {Promise<Record<string, { of: (document: number) => string, entries: [string, string][] }>>} */
export async function facets(documents, some = ["status", "year", "agency", "strategy"]) {
  const names = await documents.names();
  const [status, agency, strategy, year] = await Promise.all([
    ...COLUMNS.map(name => some.includes(name) ? documents.column(name) : []), documents.years(),
  ]);
  const paths = [[NONE, ""], ...names.strategies.map(([plan, number, label]) => [`${plan}/${number}`, label ? `${number} ${label}` : number])];
  return {
    status: { of: document => names.statuses[status[document]][0], entries: names.statuses.map(([code]) => [code, ""]) },
    year: { of: document => `${year[document] || UNKNOWN}`, entries: names.years.map(([year]) => [`${year || UNKNOWN}`, ""]) },
    agency: { of: document => names.agencies[agency[document]][0], entries: names.agencies.map(([code, name]) => [code, name ?? ""]) },
    strategy: { of: document => paths[strategy[document]][0], entries: paths },
  };
}

/** Documents that every filter but one lets through. @param {Record<string, string[]>} filters @param {string} [but] */
export function passing(documents, filters, columns, but) {
  const on = Object.entries(filters).filter(([facet, values]) => values.length && facet !== but);
  return on.length ? documents.filter(document => on.every(([facet, values]) => values.includes(columns[facet].of(document)))) : documents;
}

/** How many documents each filter would leave: [value, name, count], the most first for agencies and strategies.
 * @param {number[]} documents found, before filters */
export function tallied(documents, filters, columns) {
  const tally = facet => {
    const counts = new Map();
    for (const document of passing(documents, filters, columns, facet)) {
      const value = columns[facet].of(document);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const entries = columns[facet].entries.map(([value, name]) => [value, name, counts.get(value) ?? 0])
      .filter(([value, , count]) => count || filters[facet].includes(value));
    return facet === "agency" || facet === "strategy" ? entries.sort((one, other) => other[2] - one[2]) : entries;
  };
  return Object.fromEntries(Object.keys(columns).map(facet => [facet, tally(facet)]));
}

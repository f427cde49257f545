/** Suggestions below the field: a combobox whose list stands in the page, over nothing. Keyboard: ↓ ↑ Enter Escape. */

import { element, say } from "./words.js";

/** @typedef {{ facet: string, value: string, name: string, count: number }} Suggestion */

/** @param {HTMLInputElement} input @param {(chosen: Suggestion) => void} choose */
export function suggestions(input, choose) {
  const list = element("ul", { id: "suggestions", role: "listbox", "aria-label": say("suggestions") });
  list.hidden = true;
  input.closest("form").querySelector("p").after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" }))
    input.setAttribute(name, value);
  /** @type {Suggestion[]} */
  let offered = [];
  let active = -1;

  /** Mark one option, or none with -1. */
  function mark(place) {
    active = place;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", `${at === place}`));
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[place].id);
  }

  /** @param {Suggestion[]} suggested */
  function show(suggested) {
    offered = suggested;
    list.replaceChildren(...offered.map((one, at) => {
      const count = element("small", {}, say("suggest-count", { n: one.count }));
      const option = element("li", { id: `suggestion-${at}`, role: "option", "aria-selected": "false" }, one.name, one.count ? count : "");
      option.onmousedown = event => event.preventDefault(); // the field keeps the focus
      option.onclick = () => pick(at);
      return option;
    }));
    list.hidden = !offered.length;
    input.setAttribute("aria-expanded", `${!list.hidden}`);
    mark(-1);
  }

  function pick(at) {
    const chosen = offered[at];
    show([]);
    choose(chosen);
  }

  input.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = offered.length + 1; // and no option
    if (step && offered.length) mark(((active + 1 + step + count) % count) - 1);
    else if (event.key === "Enter" && active >= 0) pick(active);
    else if (event.key === "Escape" && offered.length) show([]);
    else return;
    event.preventDefault();
  });
  return { show };
}

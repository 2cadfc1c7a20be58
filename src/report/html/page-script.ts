/**
 * The page's script: it finds, sorts and narrows what the tables hold already, so that the page can be read without
 * it. It is written in ASCII, and its text is what the security policy allows. `shown` is the sentence that counts
 * rows, with {shown} and {of} in it.
 */
export function pageScript(shown: string): string {
  const sentence = JSON.stringify(shown).replaceAll("<", "\\u003c");
  return `"use strict";
(() => {
const SENTENCE = ${sentence};
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\\p{M}/gu, "").replace(/[\\u0111\\u00f0\\u0256]/g, "d").replace(/\\s+/g, " ").trim();
const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
// An item is a row, or a body of rows of which the first holds the figures.
const firstRow = (item) => (item.rows ? item.rows[0] : item);

// A heading is shown while something below it is.
function refreshHeadings(all, sorted) {
  let heading = null;
  let any = false;
  const settle = () => { if (heading) heading.hidden = !any || (sorted && !("stays" in heading.dataset)); };
  for (const one of all) {
    if ("heading" in one.dataset) { settle(); heading = one; any = false; }
    else if (!one.hidden) any = true;
  }
  settle();
}

function prepare(table) {
  const own = (selector) => [...table.querySelectorAll(selector)].filter((one) => one.closest("table") === table);
  const items = own("[data-item]");
  const order = new Map(own("[data-item], [data-heading]").map((one, index) => [one, index]));
  const tools = document.querySelector('.tools[data-for="' + table.id + '"]');
  const state = { column: -1, direction: "none" };
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) {
      const cells = table.classList.contains("heat") ? [firstRow(item).cells[0]] : [...firstRow(item).cells];
      texts.set(item, plain(groupOf(item) + " " + cells.map((cell) => cell.textContent).join(" ")));
    }
    return texts.get(item);
  };
  const groups = new Map();
  let group = "";
  for (const one of order.keys()) {
    if ("heading" in one.dataset) group = firstRow(one).cells[0].textContent;
    else groups.set(one, group);
  }
  const groupOf = (item) => groups.get(item) || "";

  function refresh() {
    const input = tools && tools.querySelector("input[type=search]");
    const only = tools && tools.querySelector("input[type=checkbox]");
    const words = input ? plain(input.value) : "";
    let shown = 0;
    for (const item of items) {
      const fits = textOf(item).includes(words) && !(only && only.checked && !("missed" in item.dataset));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    refreshHeadings(own("[data-heading], [data-item]"), state.direction !== "none");
    if (tools) tools.querySelector(".count").textContent = SENTENCE.replace("{shown}", shown).replace("{of}", items.length);
  }

  function valueOf(item) {
    const cell = firstRow(item).cells[state.column];
    if (!cell) return "";
    return "value" in cell.dataset ? cell.dataset.value : cell.textContent.trim();
  }

  // What has no value comes last, whichever way.
  function sort() {
    const values = new Map(items.map((item) => [item, valueOf(item)]));
    const sign = state.direction === "descending" ? -1 : 1;
    const inOrder = (a, b) => order.get(a) - order.get(b);
    const by = (a, b) => {
      const [one, other] = [values.get(a), values.get(b)];
      if (one === "" || other === "") return (one === "") - (other === "") || inOrder(a, b);
      const [x, y] = [Number(one), Number(other)];
      const difference = Number.isNaN(x) || Number.isNaN(y) ? compare(one, other) : x - y;
      return sign * difference || inOrder(a, b);
    };
    for (const parent of new Set(items.map((item) => item.parentNode))) {
      const headings = [...order.keys()].filter((one) => one.parentNode === parent && "heading" in one.dataset);
      const here = items.filter((item) => item.parentNode === parent);
      if (state.direction === "none") parent.append(...[...headings, ...here].sort(inOrder));
      else parent.append(...headings, ...here.sort(by));
    }
    refresh();
  }

  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    if (!("sort" in heading.dataset)) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    heading.setAttribute("aria-sort", "none");
    const first = heading.classList.contains("number") ? "descending" : "ascending";
    const second = first === "descending" ? "ascending" : "descending";
    button.addEventListener("click", () => {
      const now = state.column === column ? state.direction : "none";
      state.column = column;
      state.direction = now === "none" ? first : now === first ? second : "none";
      for (const other of own("thead th[aria-sort]")) other.setAttribute("aria-sort", "none");
      heading.setAttribute("aria-sort", state.direction);
      sort();
    });
  });

  if (tools) {
    tools.hidden = false;
    tools.addEventListener("input", refresh);
    refresh();
  }
}

document.documentElement.classList.add("scripted");
document.querySelectorAll("table[id]").forEach(prepare);

// A link to a target opens it.
function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const details = target && target.querySelector("details");
  if (details) details.open = true;
}
addEventListener("hashchange", openTarget);
openTarget();
})();
`;
}

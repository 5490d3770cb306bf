// A table of heads that can be sorted by any column, filtered, copied and saved.

import { Action } from "./controls.js";
import { copyText, saveCsv, toTsv } from "./csv.js";
import { headName, shortName } from "./data.js";
import { h, useState } from "./dom.js";
import { filterOf } from "./filter.js";
import { useRoving } from "./roving.js";

/**
 * columns are { key, title, of(index), write, text }: of returns a number or a text, and write formats it for the
 * page; text columns are sorted alphabetically and left-aligned.
 *
 * @param {{ data: Shaped, name: string, caption: string, columns: TableColumn[], rows: number[], firstSort: Sort, filter: string, onFilter: (filter: string) => void, pinned: number | null, onPin: (index: number) => void }} properties
 */
export function HeadTable({ data, name, caption, columns, rows, firstSort, filter, onFilter, pinned, onPin }) {
  const [sort, setSort] = useState(firstSort);
  const [copied, setCopied] = useState(false);
  const known = sort.key === "name" || columns.some(({ key }) => key === sort.key) ? sort : firstSort;
  const shown = sorted(rows.filter(filterOf(data, columns, filter)), columns, known);
  const walk = useRoving("button.head", shown.length);
  const cells = () => [
    ["layer", "head", ...columns.map(({ key }) => key)],
    ...shown.map((index) => [Math.floor(index / data.shape.heads), index % data.shape.heads, ...columns.map(({ of }) => of(index))]),
  ];
  const copy = async () => {
    await copyText(toTsv(cells()));
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return h("div", { class: "ranked" },
    h("div", { class: "controls" },
      h("label", { class: "control" }, h("span", null, "Filter"),
        h("input", { type: "search", value: filter, placeholder: "2-0, layer 3, strong, share > .1 …", onInput: (event) => onFilter(event.currentTarget.value) })),
      h(Action, { label: copied ? "copied" : "Copy", onClick: copy }),
      h(Action, { label: "CSV", "aria-label": "Save the table as CSV", onClick: () => saveCsv(cells(), name) }),
      h("span", { class: "faint", role: "status" }, `${shown.length} of ${rows.length} heads`)),
    h("div", { class: "scroll", role: "region", "aria-label": caption, tabindex: 0 },
      h("table", null,
        h("caption", { class: "hidden" }, caption),
        h("thead", null, h("tr", null,
          h(Heading, { column: { key: "name", title: "Head", text: true }, sort: known, onSort: setSort }),
          columns.map((column) => h(Heading, { key: column.key, column, sort: known, onSort: setSort })))),
        h("tbody", walk.properties, shown.map((index, row) =>
          h("tr", { key: index, "data-head": index, class: index === pinned ? "pinned" : "" },
            h("th", { scope: "row", class: "text" },
              h("button", { type: "button", class: "head", tabindex: row === walk.reach ? 0 : -1, "aria-label": "pin " + headName(data, index), onClick: () => onPin(index) }, shortName(data, index))),
            columns.map((column) => h("td", { key: column.key, class: column.text ? "text" : "", "data-title": column.title }, column.show ? column.show(index) : column.write(column.of(index))))))))));
}

/** @param {{ column: { key: string, title: string, text?: boolean, says?: string }, sort: Sort, onSort: (sort: Sort) => void }} properties */
function Heading({ column, sort, onSort }) {
  const active = sort.key === column.key;
  const flip = () => onSort({ key: column.key, down: active ? !sort.down : !column.text });
  return h("th", { scope: "col", class: column.text ? "text" : "", "aria-sort": active ? (sort.down ? "descending" : "ascending") : "none" },
    h("button", { type: "button", title: column.says || "", onClick: flip }, column.title, h("span", { "aria-hidden": true }, active ? (sort.down ? " ↓" : " ↑") : "")));
}

/**
 * Returns the rows in order; values that were not measured come last in either direction.
 *
 * @param {number[]} rows
 * @param {TableColumn[]} columns
 * @param {Sort} sort
 */
export function sorted(rows, columns, { key, down }) {
  const column = columns.find((some) => some.key === key);
  const value = column ? column.of : (/** @type {number} */ index) => index;
  const absent = (/** @type {unknown} */ some) => some === null || some === "" || (typeof some === "number" && Number.isNaN(some));
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (absent(a) || absent(b)) return Number(absent(a)) - Number(absent(b)) || one - other;
    const order = typeof a === "string" ? a.localeCompare(b) : a - b;
    return (down ? -order : order) || one - other;
  });
}

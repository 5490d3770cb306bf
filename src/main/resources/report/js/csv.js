// Tables out of the page.

import { download } from "./save.js";

/**
 * A cell of a CSV file. Text that a spreadsheet would take for a formula gets an apostrophe before
 * it; numbers stay numbers.
 *
 * @param {unknown} value
 */
export function csvCell(value) {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r\n]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {unknown[][]} rows */
export function toCsv(rows) {
  return rows.map((row) => row.map(csvCell).join(",") + "\r\n").join("");
}

/**
 * For the clipboard: tabs between cells, which no cell may then hold.
 *
 * @param {unknown[][]} rows
 */
export function toTsv(rows) {
  return rows
    .map((row) => row.map((value) => csvCell(typeof value === "string" ? value.replace(/[\t\r\n"]/g, " ") : value)).join("\t"))
    .join("\n");
}

/**
 * @param {unknown[][]} rows
 * @param {string} name
 */
export function saveCsv(rows, name) {
  download(name + ".csv", new Blob([toCsv(rows)], { type: "text/csv" }));
}

/**
 * Copies by the clipboard, or where a page from a file may not, by a selected field.
 *
 * @param {string} text
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

// Exports tables from the page.

import { download } from "./save.js";

/**
 * Returns a cell of a CSV file. Text that a spreadsheet would interpret as a formula is prefixed with an apostrophe;
 * numbers are unchanged.
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
 * Returns rows for the clipboard, with tabs between cells and none inside them.
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
 * Copies text with the clipboard API, or through a selected field if a page from a file may not use that.
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

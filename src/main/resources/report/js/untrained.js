// A head's scores beside those that heads of untrained models have in the same layer.

import { findSlice, numberAt, unitOf } from "./data.js";
import { Fragment, h } from "./dom.js";
import { asExactShare } from "./format.js";
import { Sign } from "./labels.js";

/** @param {{ data: MapData, index: number }} properties */
export function UntrainedScores({ data, index }) {
  const rows = untrainedRows(data, index);
  if (rows.length === 0) return null;
  return h(Fragment, null,
    h("p", { class: "prose" }, "Models of the same configuration with random weights show some of it too. Beside the share of this head: the mean over the heads of this layer in the untrained models, how much the share exceeds it, and how many of those heads have as great a share."),
    h("div", { class: "scroll" }, h("table", { class: "untrained" },
      h("thead", null, h("tr", null, ["Pattern", "Share", "Untrained mean", "Excess", "Untrained heads that reach it"].map((title) => h("th", { key: title, scope: "col", class: title === "Pattern" ? "text" : null }, title)))),
      h("tbody", null, rows.map(({ pattern, share, mean, excess, rank }) => h("tr", { key: pattern.key },
        h("td", { class: "text" }, h(Sign, { pattern: pattern.key }), pattern.title),
        h("td", null, asExactShare(share)),
        h("td", null, asExactShare(mean)),
        h("td", null, asExactShare(excess)),
        h("td", null, String(rank))))))));
}

/**
 * Returns the scores of the patterns that untrained models were measured for.
 *
 * @param {MapData} data
 * @param {number} index
 */
export function untrainedRows(data, index) {
  return data.patterns.flatMap((pattern) => {
    const slice = findSlice(data, pattern.key, pattern.main, unitOf(data, pattern.key, data.units[0]), "all");
    if (!slice || Number.isNaN(numberAt(slice.columns, "share_untrained", index))) return [];
    const at = (/** @type {string} */ column) => numberAt(slice.columns, column, index);
    return [{ pattern, share: at("score"), mean: at("share_untrained"), excess: at("excess"), rank: at("untrained_rank") }];
  });
}

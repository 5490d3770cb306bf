// What the run found, in words and numbers: the heads of each pattern, what is surprising, and how far to trust it.

import { findSlice, headName, numberAt, shortName } from "./data.js";
import { Fragment, h } from "./dom.js";
import { asInterval, asShare } from "./format.js";
import { Sign } from "./labels.js";
import { bounds, scoreOf } from "./measures.js";

const NAMED = 6;

/** @param {{ data: RunData, onOpen: (head: number) => void, onMap: (pattern: string) => void }} properties */
export function FindingsView({ data, onOpen, onMap }) {
  const { patterns, shortage, surprise, lookalikes, data: sample, run } = data.findings;
  return h("section", { class: "findings", "aria-labelledby": "found" },
    h("h2", { id: "found" }, "What was found"),
    patterns.length === 0
      ? h("p", { class: "missing" }, "The run measured no pattern that heads are graded by.")
      : h(Fragment, null,
          h("p", { class: "prose" }, `${shortage ? "The heads that give each pattern most so far" : "The heads that exhibit each pattern"}, the strongest first, each with its share and the 95 % interval of the share: how much of its attention goes to the pattern’s targets, or, for words, how much of its attention to content. 2-0 is layer 2, head 0.`),
          h("dl", { class: "found" }, patterns.map((finding) => h(Found, { key: finding.key, data, finding, onOpen, onMap })))),
    h("h2", null, "What is surprising"),
    lookalikes.length === 0
      ? h("p", { class: "prose" }, surprise)
      : h(Fragment, null,
          h("p", { class: "prose" }, surprise),
          h("ul", { class: "lookalikes" }, lookalikes.slice(0, NAMED).map(({ head, says }) => h("li", { key: head }, says, " ", h(HeadButton, { data, index: head, onOpen })))),
          lookalikes.length > NAMED && h("p", { class: "faint" }, `and ${lookalikes.length - NAMED} more`)),
    h("h2", null, "How far to trust it"),
    h("p", { class: "prose" }, sample.join(", ") + ". " + run.join("; ") + "."));
}

/** @param {{ data: RunData, finding: PatternFinding, onOpen: (head: number) => void, onMap: (pattern: string) => void }} properties */
function Found({ data, finding, onOpen, onMap }) {
  const pattern = data.patterns.find(({ key }) => key === finding.key);
  if (!pattern) return null;
  const { heads, layers, none, leading } = finding;
  const named = (/** @type {number[]} */ some) => some.map((index) => h("li", { key: index }, h(HeadButton, { data, index, onOpen }), scoreText(data, pattern, index)));
  return h("div", { class: "finding", "data-pattern": finding.key },
    h("dt", null, h(Sign, { pattern: finding.key }), h("button", { type: "button", class: "head", "aria-label": `show the map of ${pattern.title}`, onClick: () => onMap(finding.key) }, pattern.title)),
    heads.length === 0
      ? h("dd", { class: "faint" }, none, leading.length > 0 && h(Fragment, null, "; highest so far:", h("ul", { class: "heads" }, named(leading))))
      : h("dd", null,
          h("b", null, heads.length === 1 ? "1 head" : `${heads.length} heads`), ` · ${layers}`,
          h("ul", { class: "heads" }, named(heads.slice(0, NAMED)),
            heads.length > NAMED && h("li", { class: "faint" }, `and ${heads.length - NAMED} more`))));
}

/**
 * Returns a head's score with its interval.
 *
 * @param {RunData} data
 * @param {Pattern} pattern
 * @param {number} index
 */
function scoreText(data, pattern, index) {
  const slice = findSlice(data, pattern.key, pattern.main, "token", "all");
  if (!slice) return "";
  return h(Fragment, null, " ", h("b", null, asShare(numberAt(slice.columns, "score", index))),
    h("span", { class: "faint", title: scoreOf(data, pattern.key).label + ", with its 95 % interval" }, " " + asInterval(bounds(slice, "score", index), asShare)));
}

/** @param {{ data: RunData, index: number, onOpen: (head: number) => void }} properties */
function HeadButton({ data, index, onOpen }) {
  return h("button", { type: "button", class: "head", "aria-label": "open the page of " + headName(data, index), onClick: () => onOpen(index) }, shortName(data, index));
}

/**
 * Returns the head that the head's page shows first: the one with the highest score among the strongest of each pattern;
 * if no head has a grade, the one with the highest score; head 0 if no head was scored.
 *
 * @param {RunData} data
 */
export function strongestHead(data) {
  const found = data.findings.patterns.filter(({ heads }) => heads.length > 0).map(({ key, heads }) => ({ key, head: heads[0] }));
  const leading = data.findings.patterns.filter(({ leading: some }) => some.length > 0).map(({ key, leading: some }) => ({ key, head: some[0] }));
  const firsts = (found.length > 0 ? found : leading).map(({ key, head }) => {
    const pattern = data.patterns.find((some) => some.key === key);
    const slice = pattern && findSlice(data, key, pattern.main, "token", "all");
    return { head, score: slice ? numberAt(slice.columns, "score", head) : 0 };
  });
  return firsts.sort((one, other) => other.score - one.score)[0]?.head ?? 0;
}

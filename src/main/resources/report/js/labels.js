// The map of primary labels: the colour and letter of the pattern that each head exhibits best.

import { inkOn, onPaper, signOf, toCss } from "./color.js";
import { headCount, headName, shortName, textAt } from "./data.js";
import { Fragment, h } from "./dom.js";
import { HeatMap } from "./heatmap.js";

/**
 * @param {MapData} data
 * @param {number} index
 * @returns {string | null}
 */
export function labelOf(data, index) {
  return textAt(data.profiles?.all, "primary_label", index);
}

/**
 * @param {MapData} data
 * @param {number} index
 */
export function labelColor(data, index) {
  const label = labelOf(data, index);
  return label ? onPaper(signOf(label).rgb) : onPaper([240, 241, 242]);
}

/**
 * @param {MapData} data
 * @param {string} key
 */
export function patternTitle(data, key) {
  const pattern = data.patterns.find((some) => some.key === key);
  return pattern ? pattern.title : key;
}

/**
 * Returns the title of a part of a pattern that carries a label.
 *
 * @param {MapData} data
 * @param {string} key
 * @param {string} part
 */
export function labelPartTitle(data, key, part) {
  const pattern = data.patterns.find((some) => some.key === key);
  const titled = pattern && pattern.main !== part ? pattern.parts.find((some) => some.key === part) : undefined;
  return patternTitle(data, key) + (titled ? ", " + titled.title : "");
}

/**
 * Returns the title of a head's primary label, or the given text for a head without one.
 *
 * @param {MapData} data
 * @param {number} index
 * @param {string} none
 */
export function labelTitle(data, index, none) {
  const label = labelOf(data, index);
  return label ? patternTitle(data, label) : none;
}

/**
 * Returns the content of a head's tooltip where colours are labels.
 *
 * @param {MapData} data
 * @param {number} index
 * @returns {Says}
 */
export function labelSays(data, index) {
  return [["primary label", labelTitle(data, index, "none")]];
}

/** @param {{ data: MapData, pinned: number | null, onPin: (index: number) => void }} properties */
export function LabelMap({ data, pinned, onPin }) {
  const cell = (/** @type {number} */ i) => {
    const label = labelOf(data, i);
    return { color: labelColor(data, i), text: label ? signOf(label).letter : "", bold: true, framed: false, says: labelSays(data, i) };
  };
  return h("div", { class: "detail" },
    h("div", null,
      h("h2", null, "Primary label"),
      h("p", { class: "prose" }, `The pattern that a head exhibits best: its highest grade, then its highest score. Over all ${data.sampled}s.`),
      h(HeatMap, { data, name: "primary-label", label: "Primary label of each head, layers by heads", cell, axis: null, pinned, onPin })),
    h(LabelKey, { data, onPin }));
}

/**
 * The key to the colours and letters, with the heads that have each label.
 *
 * @param {{ data: MapData, onPin: (index: number) => void }} properties
 */
export function LabelKey({ data, onPin }) {
  const all = Array.from({ length: headCount(data) }, (_, i) => i);
  const groups = data.patterns.map(({ key, title }) => ({ key, title, heads: all.filter((i) => labelOf(data, i) === key) })).filter(({ heads }) => heads.length);
  return h("div", { class: "key" },
    h("h3", null, "Labels and their heads"),
    groups.length === 0 && h("p", { class: "missing" }, "No head of this run exhibits a pattern."),
    h("dl", null, groups.map(({ key, title, heads }) => h(Fragment, { key },
      h("dt", null, h(Sign, { pattern: key }), title, h("span", { class: "faint" }, ` ${heads.length}`)),
      h("dd", null, heads.map((i) => h("button", { type: "button", class: "head", key: i, "aria-label": "pin " + headName(data, i), onClick: () => onPin(i) }, shortName(data, i))))))),
    h("p", { class: "faint" }, `${all.filter((i) => !labelOf(data, i)).length} heads have none.`));
}

/** @param {{ pattern: string }} properties */
export function Sign({ pattern }) {
  const rgb = onPaper(signOf(pattern).rgb);
  return h("span", { class: "sign", "aria-hidden": true, style: { background: toCss(rgb), color: inkOn(rgb) } }, signOf(pattern).letter);
}

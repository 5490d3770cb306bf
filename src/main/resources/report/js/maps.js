// All patterns as small maps, and the chosen one as a large map beside its ranked table.

import { Choice } from "./controls.js";
import { findSlice, headCount, numberAt, unitChoices, unitOf } from "./data.js";
import { Fragment, h, useState } from "./dom.js";
import { HeatMap, SmallMap } from "./heatmap.js";
import { labelColor, LabelMap } from "./labels.js";
import { HeadTable } from "./table.js";

const LABELS = "primary label";

/** @param {MapsProperties} properties */
export function MapsView({ data, measures, tableColumns, describe, exhibits, frameSays, pinned, onPin, chosen, onChoose, withLabels, defaultSort }) {
  const [measureKey, setMeasure] = useState(measures[0].key);
  const [stratum, setStratum] = useState(data.strata[0]);
  const units = unitChoices(data);
  const [unit, setUnit] = useState(data.units[0]);
  const [parts, setParts] = useState(/** @type {Record<string, string>} */ ({}));
  const measure = measures.find(({ key }) => key === measureKey) || measures[0];
  const partOf = (/** @type {Pattern} */ pattern) => parts[pattern.key] || pattern.main;
  const sliceOf = (/** @type {Pattern} */ pattern) => findSlice(data, pattern.key, partOf(pattern), unitOf(data, pattern.key, unit), stratum);
  const pattern = data.patterns.find(({ key }) => key === chosen) || data.patterns[0];
  const slice = sliceOf(pattern);
  return h("section", { "aria-label": "Heat maps" },
    h("div", { class: "controls" },
      h(Choice, { label: "Colour", value: measure.key, options: measures.map(({ key, title }) => [key, title]), onChoose: setMeasure }),
      h(Choice, { label: "Pairs", value: stratum, options: data.strata.map((key) => [key, titleOf(data.catalogue.strata, key)]), onChoose: setStratum }),
      units.length > 0 && h(Choice, { label: "Unit", value: unit, options: units.map((key) => [key, titleOf(data.catalogue.units, key)]), onChoose: setUnit })),
    h("div", { class: "gallery", role: "group", "aria-label": "Patterns" },
      withLabels && h(SmallMap, { data, title: "Primary label", note: "what it does best", chosen: chosen === LABELS,
        onChoose: () => onChoose(LABELS), color: (i) => labelColor(data, i) }),
      data.patterns.map((some) => h(PatternThumb, { key: some.key, data, pattern: some, slice: sliceOf(some), measure, exhibits,
        chosen: chosen !== LABELS && some === pattern, onChoose: () => onChoose(some.key) }))),
    chosen === LABELS && withLabels
      ? h(LabelMap, { data, pinned, onPin })
      : h("div", { class: "detail" },
          h("div", null,
            h("h2", null, pattern.title),
            h("p", { class: "prose" }, pattern.meaning),
            pattern.parts.length > 1 && h("div", { class: "controls" },
              h(Choice, { label: "Part", value: partOf(pattern), options: pattern.parts.map(({ key, title }) => [key, title]),
                onChoose: (part) => setParts({ ...parts, [pattern.key]: part }) })),
            slice
              ? h(PatternMap, { data, pattern, slice, measure, describe, exhibits, frameSays, pinned, onPin })
              : h("p", { class: "missing" }, "This part was not measured on these pairs, or by this unit.")),
          slice && h("div", null,
            h("h3", null, "Heads by rank"),
            h(HeadTable, { key: pattern.key, data, name: fileName(pattern, slice), caption: `Heads by rank: ${pattern.title}`,
              columns: tableColumns(slice), rows: ranked(data, slice), firstSort: defaultSort, pinned, onPin }))));
}

/**
 * Returns the title of a key in the tables.
 *
 * @param {Titled[]} titles
 * @param {string} key
 */
function titleOf(titles, key) {
  const titled = titles.find((some) => some.key === key);
  return titled ? titled.title : key;
}

/**
 * @param {Pattern} pattern
 * @param {Slice} slice
 */
export function fileName(pattern, slice) {
  return [pattern.key, slice.part, slice.unit, slice.stratum].join("-").replace(/[^\w-]+/g, "_");
}

/**
 * @param {MapData} data
 * @param {Slice} slice
 */
function ranked(data, slice) {
  return Array.from({ length: headCount(data) }, (_, i) => i).filter((i) => ["n_clusters", "n_clusters_a"].some((name) => !Number.isNaN(numberAt(slice.columns, name, i))));
}

/** @param {{ data: MapData, pattern: Pattern, slice: Slice | undefined, measure: Measure, exhibits: (slice: Slice, index: number) => boolean, chosen: boolean, onChoose: () => void }} properties */
function PatternThumb({ data, pattern, slice, measure, exhibits, chosen, onChoose }) {
  if (!slice) return h(SmallMap, { data, title: pattern.title, note: "not measured", chosen, onChoose, color: () => null });
  const values = measure.values(data, slice);
  const axis = measure.axis(data, slice, values);
  const count = values.filter((_, i) => exhibits(slice, i)).length;
  return h(SmallMap, { data, title: pattern.title, note: noteOf(slice, count), chosen, onChoose,
    color: (i) => colorOf(measure, slice, axis, values, i) });
}

/**
 * Returns the colour of a head: that of its value, that of the null where the measure is pale, and none where it was
 * not measured.
 *
 * @param {Measure} measure
 * @param {Slice} slice
 * @param {Axis} axis
 * @param {number[]} values
 * @param {number} i
 */
function colorOf(measure, slice, axis, values, i) {
  if (Number.isNaN(values[i])) return null;
  return axis.color(measure.pale?.(slice, i) ? 0 : values[i]);
}

/**
 * @param {Slice} slice
 * @param {number} count
 */
function noteOf(slice, count) {
  if (!slice.columns.grade && !slice.columns.difference) return "carries no label";
  return count === 0 ? "no head" : count === 1 ? "1 head" : `${count} heads`;
}

/** @param {{ data: MapData, pattern: Pattern, slice: Slice, measure: Measure, describe: MapsProperties["describe"], exhibits: MapsProperties["exhibits"], frameSays: string, pinned: number | null, onPin: (index: number) => void }} properties */
function PatternMap({ data, pattern, slice, measure, describe, exhibits, frameSays, pinned, onPin }) {
  const values = measure.values(data, slice);
  const axis = measure.axis(data, slice, values);
  const cell = (/** @type {number} */ i) => ({
    color: colorOf(measure, slice, axis, values, i),
    text: Number.isNaN(values[i]) ? "" : measure.write(values[i]),
    bold: exhibits(slice, i),
    framed: exhibits(slice, i),
    says: describe(slice, i, measure, values[i]),
  });
  return h(Fragment, null,
    h(HeatMap, { data, name: `${fileName(pattern, slice)}-${measure.key}`, label: `${pattern.title}: ${measure.title}, layers by heads`, cell, axis, pinned, onPin }),
    h("p", { class: "faint" }, `Colour: ${measure.says(data, slice)}. Framed and bold: ${frameSays}. Hatched: too few pairs, or not measured.`));
}

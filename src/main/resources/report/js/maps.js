// All patterns as small maps, and the chosen one as a large map beside its ranked table.

import { Choice } from "./controls.js";
import { findSlice, headCount, numberAt, unitChoices, unitOf } from "./data.js";
import { Fragment, h } from "./dom.js";
import { Explanation } from "./explain.js";
import { capital } from "./format.js";
import { HeatMap, SmallMap } from "./heatmap.js";
import { labelColor, LabelMap } from "./labels.js";
import { isGraded, isShort, scoreOf } from "./measures.js";
import { useRoving } from "./roving.js";
import { HeadTable } from "./table.js";

const LABELS = "primary label";

/**
 * Returns what the address may name on a page of maps, with the known values; none if any value will do.
 *
 * @param {MapData} data
 * @param {Measure[]} measures
 * @returns {Record<string, string[]>}
 */
export function choicesOf(data, measures) {
  return {
    colour: measures.map(({ key }) => key), pairs: data.strata, unit: data.units, filter: [],
    pattern: [LABELS, ...data.patterns.map(({ key }) => key)], part: data.patterns.flatMap(({ parts }) => parts.map(({ key }) => key)),
  };
}

/** @param {MapsProperties} properties */
export function MapsView({ data, measures, tableColumns, describe, exhibits, frameSays, pinned, onPin, look, onLook, withLabels, noteOf = labelNote, defaultSort }) {
  const units = unitChoices(data);
  const known = (/** @type {string[]} */ keys, /** @type {string} */ name) => (keys.includes(look[name]) ? look[name] : keys[0]);
  const stratum = known(data.strata, "pairs");
  const unit = known(data.units, "unit");
  const measure = measures.find(({ key }) => key === look.colour) || measures[0];
  const partOf = (/** @type {Pattern} */ { main, parts }) => (parts.some(({ key }) => key === look.part) ? look.part : main);
  const sliceOf = (/** @type {Pattern} */ pattern) => findSlice(data, pattern.key, partOf(pattern), unitOf(data, pattern.key, unit), stratum);
  const pattern = data.patterns.find(({ key }) => key === look.pattern) || data.patterns[0];
  const choose = (/** @type {string} */ key) => onLook({ pattern: key, part: "" });
  const slice = sliceOf(pattern);
  const gallery = useRoving(".small-map", data.patterns.length + Number(withLabels));
  const tabOf = (/** @type {number} */ i) => (i + Number(withLabels) === gallery.reach ? 0 : -1);
  return h("section", { "aria-label": "Heat maps" },
    h("div", { class: "controls" },
      h(Choice, { label: "Colour", value: measure.key, options: measures.map(({ key, title }) => [key, title]), onChoose: (colour) => onLook({ colour }) }),
      data.strata.length > 1 && h(Choice, { label: capital(data.sampled) + "s", value: stratum, options: data.strata.map((key) => [key, titleOf(data.catalogue.strata, key)]), onChoose: (pairs) => onLook({ pairs }) }),
      units.length > 0 && h(Choice, { label: "Unit", value: unit, options: units.map((key) => [key, titleOf(data.catalogue.units, key)]), onChoose: (key) => onLook({ unit: key }) })),
    h("div", { class: "gallery", role: "group", "aria-label": "Patterns", ...gallery.properties },
      withLabels && h(SmallMap, { data, tabindex: tabOf(-1), title: "Primary label", note: "what it does best", chosen: look.pattern === LABELS,
        onChoose: () => choose(LABELS), color: (i) => labelColor(data, i) }),
      data.patterns.map((some, i) => h(PatternThumb, { key: some.key, tabindex: tabOf(i), data, pattern: some, slice: sliceOf(some), measure, exhibits, noteOf,
        chosen: look.pattern !== LABELS && some === pattern, onChoose: () => choose(some.key) }))),
    look.pattern === LABELS && withLabels
      ? h(LabelMap, { data, pinned, onPin })
      : h(Fragment, null,
          h("div", { class: "detail" }, h("div", null,
            h("h2", null, pattern.title),
            h("p", { class: "prose" }, pattern.meaning),
            pattern.parts.length > 1 && h("div", { class: "controls" },
              h(Choice, { label: "Part", value: partOf(pattern), options: pattern.parts.map(({ key, title }) => [key, title]),
                onChoose: (part) => onLook({ part }) })),
            slice
              ? h(PatternMap, { data, pattern, slice, measure, describe, exhibits, frameSays, pinned, onPin })
              : h("p", { class: "missing" }, `This part was not measured on these ${data.sampled}s, or by this unit.`)),
            slice && withLabels && h(Explanation, { data, slice, score: scoreOf(data, pattern.key), columns: tableColumns(slice) })),
          slice && h("div", null,
            h("h3", null, "Heads by rank"),
            h(HeadTable, { key: pattern.key, data, name: fileName(pattern, slice), caption: `Heads by rank: ${pattern.title}`,
              columns: tableColumns(slice), rows: ranked(data, slice), firstSort: defaultSort, filter: look.filter || "", onFilter: (filter) => onLook({ filter }), pinned, onPin }))));
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
  return Array.from({ length: headCount(data) }, (_, i) => i).filter((i) => ["n_clusters", "n_clusters_a", "n"].some((name) => !Number.isNaN(numberAt(slice.columns, name, i))));
}

/** @param {{ tabindex: number, data: MapData, pattern: Pattern, slice: Slice | undefined, measure: Measure, exhibits: (slice: Slice, index: number) => boolean, noteOf: (data: MapData, slice: Slice, count: number) => string, chosen: boolean, onChoose: () => void }} properties */
function PatternThumb({ tabindex, data, pattern, slice, measure, exhibits, noteOf, chosen, onChoose }) {
  if (!slice) return h(SmallMap, { data, tabindex, title: pattern.title, note: "not measured", chosen, onChoose, color: () => null });
  const values = measure.values(data, slice);
  const axis = measure.axis(data, slice, values);
  const count = values.filter((_, i) => exhibits(slice, i)).length;
  return h(SmallMap, { data, tabindex, title: pattern.title, note: noteOf(data, slice, count), chosen, onChoose,
    color: (i) => colorOf(measure, slice, axis, values, i), hatched: (i) => isShort(slice, i) });
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
 * @param {MapData} data
 * @param {Slice} slice
 * @param {number} count
 */
function labelNote({ sampled }, slice, count) {
  if (!slice.columns.grade && !slice.columns.difference) return "carries no label";
  if (slice.columns.grade && !isGraded(slice)) return `too few ${sampled}s`;
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
    hatched: isShort(slice, i),
    says: describe(slice, i, measure, values[i]),
  });
  return h(Fragment, null,
    h(HeatMap, { data, name: `${fileName(pattern, slice)}-${measure.key}`, label: `${pattern.title}: ${measure.title}, layers by heads`, cell, axis, pinned, onPin }),
    h("p", { class: "faint" }, `Colour: ${measure.says(data, slice)}. Framed and bold: ${frameSays}. Lightly hatched: too few ${data.sampled}s for a grade. Hatched without colour: not measured.`));
}

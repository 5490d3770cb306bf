// What heads do to the model's output: all heads of a label against random sets, and the patterns whose knock-out
// differs most from its control.

import { clamp, niceCeiling, trimmed } from "./axis.js";
import { headName, shortName } from "./data.js";
import { Fragment, h } from "./dom.js";
import { chosenEffects, effectMeaning, effectText, effectUnit, OutcomeChoice } from "./effectwords.js";
import { asQ, asThree, cut } from "./format.js";
import { labelPartTitle, Sign } from "./labels.js";
import { Chart } from "./save.js";
import { paper } from "./theme.js";

const MOST_ROWS = 15;
const SPAN = { label: 230, width: 480, row: 30, top: 26 };

/** @param {{ data: RunData, outcomes: Effects[], look: Record<string, string>, onLook: (change: Record<string, string>) => void, onOpen: (head: number) => void }} properties */
export function EffectsView({ data, outcomes, look, onLook, onOpen }) {
  const effects = chosenEffects(outcomes, look);
  return h("section", { "aria-labelledby": "effects" },
    h("h2", { id: "effects" }, "What the heads do"),
    h(OutcomeChoice, { effects: outcomes, look, onLook }),
    h("p", { class: "prose" }, effectMeaning(effects, data.sampled) + " The heat maps show each head by its effect if that is chosen as their colour."),
    h("h3", null, "All heads of a label, ablated together"),
    effects.labels.length === 0
      ? h("p", { class: "missing" }, "No head exhibits a pattern.")
      : h(LabelChart, { data, effects }),
    h("h3", null, "Patterns knocked out"),
    h("p", { class: "prose" }, "In one head, the attention to a pattern's targets is taken away; beside it, the attention to as many other keys that match them. The difference is the effect of the targets beyond that of other keys."),
    h(KnockoutTable, { data, rows: strongest(effects.patterns), onOpen }));
}

/** @param {KnockedOut[]} rows */
function strongest(rows) {
  return rows
    .filter(({ exhibits, difference }) => exhibits && difference[0] !== null)
    .sort((one, other) => Number(other.difference[0]) - Number(one.difference[0]))
    .slice(0, MOST_ROWS);
}

/** The titles of columns of text. */
const TEXTS = ["Head", "Pattern"];

/** @param {{ data: RunData, rows: KnockedOut[], onOpen?: (head: number) => void }} properties */
export function KnockoutTable({ data, rows, onOpen }) {
  if (rows.length === 0) return h("p", { class: "missing" }, "No pattern was knocked out.");
  const titles = [...(onOpen ? ["Head"] : []), "Pattern", "Targets knocked out", "Controls knocked out", "Difference", "q", "Explained"];
  return h("div", { class: "scroll" }, h("table", { class: "knockouts" },
    h("thead", null, h("tr", null, titles.map((title) => h("th", { key: title, scope: "col", class: TEXTS.includes(title) ? "text" : null }, title)))),
    h("tbody", null, rows.map((row) => h("tr", { key: `${row.head} ${row.pattern} ${row.part}` },
      onOpen && h("td", { class: "text" }, h("button", { type: "button", class: "head", "aria-label": "open the page of " + headName(data, row.head), onClick: () => onOpen(row.head) }, shortName(data, row.head))),
      h("td", { class: "text" }, h(Sign, { pattern: row.pattern }), labelPartTitle(data, row.pattern, row.part)),
      h(EffectCell, { effect: row.knockout }),
      h(EffectCell, { effect: row.control }),
      h(EffectCell, { effect: row.difference }),
      h("td", null, row.explained.q === null ? "–" : asQ(row.explained.q)),
      h(EffectCell, { effect: row.explained.part }))))));
}

/** A cell whose interval goes to a line of its own where there is no room. @param {{ effect: Triple }} properties */
function EffectCell({ effect }) {
  const [value, ...interval] = effectText(effect).split(/(?= \()/);
  return h("td", null, value, interval.length > 0 && h(Fragment, null, " ", h("span", { class: "bounds" }, interval[0].trim())));
}

/** @param {{ data: RunData, effects: Effects }} properties */
function LabelChart({ data, effects }) {
  const rows = [...effects.labels].sort((one, other) => Number(other.effect[0]) - Number(one.effect[0]));
  const numbers = rows.flatMap(({ effect, randomMean, randomSd }) => [...effect.map(Number), Number(randomMean) + 2 * Number(randomSd)]);
  const least = Math.min(...numbers, ...rows.map(({ randomMean, randomSd }) => Number(randomMean) - 2 * Number(randomSd)));
  const top = niceCeiling(Math.max(...numbers, 0));
  const low = least < 0 ? -niceCeiling(-least) : 0;
  const x = (/** @type {number} */ value) => SPAN.label + SPAN.width * clamp((value - low) / (top - low));
  const height = SPAN.top + rows.length * SPAN.row + 24;
  const ticks = [...(-low > top / 8 ? [low] : []), 0, top / 2, top];
  return h(Fragment, null,
    h(Chart, { name: "labels-ablated", width: SPAN.label + SPAN.width + 150, height, label: "Effects of all heads of a label, beside random sets of heads" },
      ticks.map((tick) => h("g", { key: tick },
        h("path", { d: `M${x(tick)} ${SPAN.top - 6}V${height - 20}`, stroke: tick === 0 ? paper.faint : paper.rule }),
        h("text", { x: x(tick), y: 13, "text-anchor": "middle", "font-size": 11, fill: paper.faint }, trimmed(tick)))),
      rows.map((row, i) => h(LabelRow, { key: row.pattern + row.part, data, row, x, y: SPAN.top + (i + 0.5) * SPAN.row })),
      h("text", { x: SPAN.label, y: height - 4, "font-size": 11, fill: paper.faint }, `${effectUnit(effects)} · dot: the label's heads, 95 % interval · bar: random sets, mean ± 2 standard deviations`)),
    h("p", { class: "faint" }, `Each label is held against ${rows[0].sets} random sets with as many heads in each layer; rank 1 means that none of them has as great an effect.`));
}

/** @param {{ data: RunData, row: LabelGroup, x: (value: number) => number, y: number }} properties */
function LabelRow({ data, row, x, y }) {
  const [value, low, high] = row.effect.map(Number);
  const [mean, deviation] = [Number(row.randomMean), Number(row.randomSd)];
  const title = `${labelPartTitle(data, row.pattern, row.part)} (${row.heads})`;
  return h("g", { class: "label-row", "data-pattern": row.pattern },
    h("text", { x: SPAN.label - 8, y: y + 4, "text-anchor": "end", "font-size": 12, fill: paper.ink }, cut(title, 36)),
    h("rect", { x: x(mean - 2 * deviation), y: y - 5, width: Math.max(1, x(mean + 2 * deviation) - x(mean - 2 * deviation)), height: 10, fill: paper.bar, "fill-opacity": 0.45 }),
    h("path", { d: `M${x(mean)} ${y - 8}v16`, stroke: paper.ink }),
    row.effect[1] !== null && h("path", { d: `M${x(low)} ${y}H${x(high)}M${x(low)} ${y - 4}v8M${x(high)} ${y - 4}v8`, stroke: paper.mark, "stroke-width": 1.4 }),
    h("circle", { cx: x(value), cy: y, r: 4.5, fill: paper.mark }),
    h("text", { x: SPAN.label + SPAN.width + 10, y: y + 4, "font-size": 12, fill: paper.ink }, asThree(value), h("tspan", { fill: paper.faint }, `  rank ${row.rank} of ${row.sets + 1}`)));
}

// The measures that a map can show: a number of each head, its interval, and its scale.

import { differenceAxis, plainAxis, ratioAxis, shareAxis } from "./axis.js";
import { headCount, numberAt, textAt } from "./data.js";
import { effectMeaning, outcomeTitle } from "./effectwords.js";
import { asExactLift, asExactShare, asLift, asShare, asThree, decimals } from "./format.js";

/**
 * Returns the score by which a pattern is judged, from the catalogue.
 *
 * @param {MapData} data
 * @param {string} key
 * @returns {Score}
 */
export function scoreOf(data, key) {
  const pattern = data.patterns.find((some) => some.key === key);
  return /** @type {Score} */ (data.catalogue.scores.find(({ column }) => column === pattern?.score));
}

/**
 * Returns whether a pattern is judged by a share, which has a chance and a lift.
 *
 * @param {MapData} data
 * @param {string} key
 */
export function isShare(data, key) {
  return scoreOf(data, key).kind === "share";
}

/**
 * Returns whether a head exhibits the pattern, according to its grade.
 *
 * @param {Slice} slice
 * @param {number} index
 */
export function exhibitsPattern(slice, index) {
  return textAt(slice.columns, "exhibits", index) === true;
}

/**
 * Returns whether there are too few inputs or queries to grade a head.
 *
 * @param {Slice} slice
 * @param {number} index
 */
export function isShort(slice, index) {
  return textAt(slice.columns, "grade", index) === "insufficient";
}

/**
 * Returns whether there are enough inputs and queries to grade any head.
 *
 * @param {Slice} slice
 */
export function isGraded(slice) {
  return (slice.columns.grade || []).some((grade) => grade !== null && grade !== "insufficient");
}

/**
 * Returns the numbers of a column for all heads; NaN if a head has none.
 *
 * @param {MapData} data
 * @param {Slice} slice
 * @param {string} name
 */
export function columnValues(data, slice, name) {
  return Array.from({ length: headCount(data) }, (_, i) => numberAt(slice.columns, name, i));
}

/** @param {number[]} values */
function mean(values) {
  const measured = values.filter((value) => !Number.isNaN(value));
  return measured.length ? measured.reduce((sum, value) => sum + value, 0) / measured.length : NaN;
}

/**
 * Returns the null share, a mean over heads.
 *
 * @param {MapData} data
 * @param {Slice} slice
 */
export function chanceOf(data, slice) {
  return mean(Array.from({ length: headCount(data) }, (_, i) => numberAt(slice.columns, "null_share", i)));
}

/** @type {Measure} */
const SHARE = {
  key: "share",
  title: "share",
  write: asShare,
  exact: asExactShare,
  values: (data, slice) => columnValues(data, slice, "score"),
  axis: (data, slice, values) => isShare(data, slice.pattern)
    ? shareAxis(data, chanceOf(data, slice))
    : differenceAxis(data, values, "chance 0"),
  says: (data, slice) => scoreOf(data, slice.pattern).legend,
};

/** @type {Measure} */
const LIFT = {
  key: "lift",
  title: "lift over chance",
  write: asLift,
  exact: asExactLift,
  values: (data, slice) => columnValues(data, slice, "lift"),
  axis: (data, slice, values) => ratioAxis(data, values, "chance 1"),
  says: () => "attention over what the strictest null gives",
};

/** @type {Measure} */
export const WIDTH = {
  key: "width",
  title: "interval width",
  write: asExactShare,
  exact: (value) => decimals(value, 4),
  values: (data, slice) => {
    const low = columnValues(data, slice, "score_low");
    return columnValues(data, slice, "score_high").map((high, i) => high - low[i]);
  },
  axis: (data, slice, values) => plainAxis(data, values),
  says: () => "width of the 95 % interval of the score",
};

/** @type {Measure} */
const NORM_SHARE = {
  key: "norm_share",
  title: "share weighed by norms",
  write: asShare,
  exact: asExactShare,
  values: (data, slice) => columnValues(data, slice, "norm_share"),
  axis: (data, slice) => shareAxis(data, NaN),
  says: () => "share of what the head moves: weights times the norms of the moved vectors (Kobayashi et al. 2020)",
};

/** @type {Measure} */
const NO_OP = {
  key: "noop_index",
  title: "no-op index",
  write: asShare,
  exact: asExactShare,
  values: (data, slice) => {
    const profile = data.profiles?.[slice.stratum] || data.profiles?.all;
    return Array.from({ length: headCount(data) }, (_, i) => numberAt(profile, "noop_index", i));
  },
  axis: (data, slice, values) => ratioAxis(data, values, "1: moves as much as it attends"),
  says: () => "norm-weighted share on delimiters over the attention there: near 0, the head looks at them to do nothing",
};

/**
 * Returns the measure of the effect of each head on one outcome, which is the same for all patterns.
 *
 * @param {Effects} effects
 * @returns {Measure}
 */
function effectMeasure(effects) {
  return {
    key: effects.outcome,
    title: "effect on the " + outcomeTitle(effects),
    write: asThree,
    exact: asThree,
    values: () => effects.heads.map(({ effect: [value] }) => value ?? NaN),
    axis: (data, slice, values) => differenceAxis(data, values, "no effect"),
    says: ({ sampled }) => effectMeaning(effects, sampled),
  };
}

/**
 * @param {Slice} slice
 * @param {string} score
 * @param {number} index
 * @returns {Interval | null}
 */
export function bounds(slice, score, index) {
  const low = numberAt(slice.columns, score + "_low", index);
  const high = numberAt(slice.columns, score + "_high", index);
  return Number.isNaN(low) || Number.isNaN(high) ? null : [low, high];
}

/**
 * Returns the measures that this run has columns for.
 *
 * @param {RunData} data
 */
export function reportMeasures(data) {
  const hasNorms = data.slices.some((slice) => slice.columns.norm_share);
  const hasNoOp = Boolean(data.profiles.all && data.profiles.all.noop_index);
  return [SHARE, LIFT, WIDTH, ...(hasNorms ? [NORM_SHARE] : []), ...(hasNoOp ? [NO_OP] : []), ...(data.effects || []).map(effectMeasure)];
}

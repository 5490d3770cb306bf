// What can be the colour of a map: a number of each head, its interval, its scale.

/** What a pattern is judged by, in the catalogue. */
const scoreOf = (data, key) => {
  const pattern = data.patterns.find((some) => some.key === key);
  return data.catalogue.scores.find(({ column }) => column === pattern.score);
};
/** Whether a pattern is judged by a share, which has a chance and a lift. */
const isShare = ({ score }) => score !== "rank_correlation";
const isShareSlice = (data, slice) => isShare(data.patterns.find(({ key }) => key === slice.pattern));
const supported = (slice, index) => textAt(slice.columns, "grade", index) !== "insufficient";

function column(data, slice, name) {
  return Array.from({ length: headCount(data) }, (_, i) =>
    supported(slice, i) ? numberAt(slice.columns, name, i) : NaN);
}

function mean(values) {
  const measured = values.filter((value) => !Number.isNaN(value));
  return measured.length ? measured.reduce((sum, value) => sum + value, 0) / measured.length : NaN;
}

/** The null share, a mean over heads. */
function chanceOf(data, slice) {
  return mean(Array.from({ length: headCount(data) }, (_, i) => numberAt(slice.columns, "null_share", i)));
}

const SHARE = {
  key: "share",
  title: "share",
  write: asShare,
  exact: asExactShare,
  values: (data, slice) => column(data, slice, "score"),
  interval: (data, slice, i) => bounds(slice, "score", i),
  axis: (data, slice, values) => isShareSlice(data, slice)
    ? shareAxis(data, chanceOf(data, slice))
    : differenceAxis(data, values, "chance 0"),
  says: (data, slice) => scoreOf(data, slice.pattern).legend,
};

const LIFT = {
  key: "lift",
  title: "lift over chance",
  write: asLift,
  exact: asExactLift,
  values: (data, slice) => column(data, slice, "lift"),
  interval: (data, slice, i) => bounds(slice, "lift", i),
  axis: (data, slice, values) => ratioAxis(data, values, "chance 1"),
  says: () => "attention over what the strictest null gives",
};

const WIDTH = {
  key: "width",
  title: "interval width",
  write: asExactShare,
  exact: (value) => decimals(value, 4),
  values: (data, slice) => {
    const low = column(data, slice, "score_low");
    return column(data, slice, "score_high").map((high, i) => high - low[i]);
  },
  interval: () => null,
  axis: (data, slice, values) => plainAxis(data, values),
  says: () => "width of the 95 % interval of the share",
};

const NORM_SHARE = {
  key: "norm_share",
  title: "share weighed by norms",
  write: asShare,
  exact: asExactShare,
  values: (data, slice) => column(data, slice, "norm_share"),
  interval: () => null,
  axis: (data, slice) => shareAxis(data, NaN),
  says: () => "share of what the head moves: weights times the norms of the moved vectors (Kobayashi et al. 2020)",
};

const NO_OP = {
  key: "noop_index",
  title: "no-op index",
  write: asShare,
  exact: asExactShare,
  values: (data, slice) => {
    const profile = data.profiles[slice.stratum] || data.profiles.all;
    return Array.from({ length: headCount(data) }, (_, i) => numberAt(profile, "noop_index", i));
  },
  interval: () => null,
  axis: (data, slice, values) => ratioAxis(data, values, "1: moves as much as it attends"),
  says: () => "norm-weighted share on delimiters over the attention there: near 0, the head looks at them to do nothing",
};

function bounds(slice, score, index) {
  const low = numberAt(slice.columns, score + "_low", index);
  const high = numberAt(slice.columns, score + "_high", index);
  return Number.isNaN(low) || Number.isNaN(high) ? null : [low, high];
}

/** The measures that this run has columns for. */
function reportMeasures(data) {
  const hasNorms = data.slices.some((slice) => slice.columns.norm_share);
  const hasNoOp = Boolean(data.profiles.all && data.profiles.all.noop_index);
  return [SHARE, LIFT, WIDTH, ...(hasNorms ? [NORM_SHARE] : []), ...(hasNoOp ? [NO_OP] : [])];
}

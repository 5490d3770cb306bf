// What the page's numbers say, each explained where it stands.

import { Fragment, h } from "./dom.js";
import { capital } from "./format.js";

/** What each column of the tables head_patterns and head_profile says, in a sentence. @type {Record<string, string>} */
const MEANINGS = {
  share: "How much of a token's attention goes to the pattern's targets, 0 to 1: a mean over all tokens that have any.",
  share_content: "How much of a token's attention to content ([CLS] and [SEP] left out) goes to the pattern's targets, 0 to 1: a mean over all tokens that have any.",
  rank_correlation: "Rank correlation, −1 to 1, of the attention to a word with how much the word helps the model guess the token, distance taken out.",
  lift: "Attention to the targets over what the strictest null would give them; 1 is chance.",
  null_share: "The share that the strictest null would give.",
  top1: "How often the content token with the greatest weight is a target.",
  auc: "How often a target gets more attention than keys that match it in sentence, distance and frequency; .5 is chance.",
  consistency: "Part of the inputs, or groups of inputs, that are over their own chance; those at chance count half.",
  q_value: "Rate of false findings at which the head would still count as above chance, over all heads and patterns.",
  norm_share: "The share with each weight multiplied by the norm of the vector that it moves (Kobayashi et al. 2020).",
  grade: "Present, strong or dominant if share, lift, consistency and q all exceed the cuts, for content AUC too: the head exhibits the pattern. Insufficient: too few inputs or queries to say.",
  label: "The pattern that the head exhibits best: its highest grade, then its highest score.",
  entropy: "How widely a token's attention is spread: 0 if all goes to one key, ln n if it is even over n keys.",
  entropy_ratio: "The entropy over its maximum ln n for n keys, 0 to 1, which can be compared between short and long inputs.",
  confidence: "Mean of the greatest weight of a token.",
  mean_distance: "Mean number of positions between a token and what it attends to.",
  delimiter: "Part of the attention that goes to [CLS] and [SEP].",
  cls: "Part of the attention that goes to [CLS].",
  first_sep: "Part of the attention that goes to the first [SEP].",
  second_sep: "Part of the attention that goes to the second [SEP].",
  norm_delimiter: "The share on delimiters with each weight multiplied by the norm of the vector that it moves.",
  noop_index: "Share on delimiters weighed by norms, over the share itself: near 0, the head looks at delimiters to do nothing; at 1, they move as much as other keys.",
  clark_labels: "Labels by the cuts of Clark et al. 2019: a share over .5 for next and previous, over .6 for cls, sep and punctuation; broad for a mean entropy over 3.8 nats, broad_normalized for over .783 of ln n.",
  voita_labels: "Labels by the cut of Voita et al. 2019: next or previous if that token has the greatest weight of the content for at least 90 % of the tokens.",
};

/** What each null model would give. @type {Record<string, string>} */
const NULL_MEANINGS = {
  uniform: "a head that attends to every key alike",
  offset: "what the head gives to each distance on average, whatever stands there",
  matched: "what the head gives to keys that match the targets in sentence, distance and frequency",
  same_index: "what the head gives to the key at the same index in the other sentence",
};

/**
 * Returns what a column says; empty for a column without an explanation.
 *
 * @param {string} column
 */
export function meaningOf(column) {
  return MEANINGS[column] || "";
}

/**
 * Returns what a null model would give, after its title.
 *
 * @param {Titled} titled
 */
export function nullMeaning({ key, title }) {
  return NULL_MEANINGS[key] ? `${title}: ${NULL_MEANINGS[key]}` : title;
}

/**
 * Returns what the null model with a key is over, for a sentence such as "3 times what the null gives".
 *
 * @param {string | null} key
 */
export function nullGives(key) {
  const meaning = key === null ? undefined : NULL_MEANINGS[key];
  if (meaning === undefined) return "the strictest null gives";
  return meaning.startsWith("what ") ? meaning.slice("what ".length) : `${meaning} would give`;
}

/**
 * Explains the numbers beside a map: the score, its nulls, and the columns of the table.
 *
 * @param {{ data: MapData, slice: Slice, score: Score, columns: TableColumn[] }} properties
 */
export function Explanation({ data, slice, score, columns }) {
  const nulls = data.catalogue.nulls.filter(({ column }) => (slice.columns[column] || []).some((lift) => lift !== null));
  const explained = columns.filter(({ key }) => key !== "share" && meaningOf(key));
  return h("dl", { class: "explanation", "aria-label": "What the numbers say" },
    h("dt", null, capital(score.title)), h("dd", null, meaningOf(score.column), " With its 95 % interval, which holds the mean of other inputs like these."),
    nulls.length > 0 && h(Fragment, null, h("dt", null, nulls.length === 1 ? "The null" : "The nulls"), h("dd", null, nulls.map(nullMeaning).map(capital).join(". ") + ".", nulls.length > 1 ? " The strictest, over which the lift is least for sure, decides." : "")),
    explained.map(({ key, title }) => h(Fragment, { key }, h("dt", null, title), h("dd", null, meaningOf(key)))));
}

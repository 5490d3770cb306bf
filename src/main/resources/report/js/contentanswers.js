// Whether a head looks at content or only at what is near: its patterns of content, each held against its strictest null.

import { findSlice, numberAt, textAt, unitOf } from "./data.js";
import { Fragment, h } from "./dom.js";
import { nullGives } from "./explain.js";
import { asExactLift, asExactShare, bracketed } from "./format.js";
import { bounds, exhibitsPattern, isShort } from "./measures.js";

/** The score of patterns of content. */
const OF_CONTENT = "share_content";

/**
 * Returns whether a head looks at the targets of a pattern of content, and the numbers that say so.
 *
 * @param {MapData} data
 * @param {Slice} slice
 * @param {number} index
 * @returns {{ answer: string, numbers: string }}
 */
export function contentAnswer({ sampled }, slice, index) {
  const share = numberAt(slice.columns, "score", index);
  const lift = numberAt(slice.columns, "lift", index);
  if (Number.isNaN(share)) return { answer: "not measured", numbers: "" };
  const numbers = `${asExactShare(share)} of its attention to content` + (Number.isNaN(lift) ? "" : `, ${asExactLift(lift)} times${bracketed(bounds(slice, "lift", index), asExactLift)} what ${nullGives(textAt(slice.columns, "null_name", index))}`);
  return { answer: answerOf(sampled, slice, index), numbers };
}

/**
 * @param {string} sampled
 * @param {Slice} slice
 * @param {number} index
 */
function answerOf(sampled, slice, index) {
  if (exhibitsPattern(slice, index)) return `yes, ${textAt(slice.columns, "grade", index)}`;
  if (isShort(slice, index)) return `too few ${sampled}s to say`;
  const interval = bounds(slice, "lift", index);
  return interval && interval[0] > 1 ? "a little: more than chance, but less than a grade needs" : "no: no more than chance explains";
}

/** @param {{ data: RunData, index: number }} properties */
export function ContentAnswers({ data, index }) {
  const answers = data.patterns.filter(({ score }) => score === OF_CONTENT).flatMap((pattern) => {
    const slice = findSlice(data, pattern.key, pattern.main, unitOf(data, pattern.key, data.units[0]), "all");
    return slice ? [{ pattern, ...contentAnswer(data, slice, index) }] : [];
  });
  return answers.length > 0 && h(Fragment, null,
    h("h3", null, "Does it look at content, or only nearby?"),
    h("ul", { class: "lookalikes answers" }, answers.map(({ pattern, answer, numbers }) => h("li", { key: pattern.key, "data-pattern": pattern.key },
      `${pattern.title}: `, h("b", null, answer), numbers && ` · ${numbers}`))));
}

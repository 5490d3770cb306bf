// The controls by which the reader chooses what of a map is shown.

import { FILTERS } from "./attention.js";
import { Check, Choice } from "./controls.js";
import { Fragment, h } from "./dom.js";

/** @type {ShownOptions} */
export const ALL_SHOWN = { filter: "all", renormalise: false, hideDelimiters: false, byWord: false };

/** @param {{ pair: Tokens, options: ShownOptions, onChange: (options: ShownOptions) => void }} properties */
export function ShownControls({ pair, options, onChange }) {
  const set = (/** @type {Partial<ShownOptions>} */ change) => onChange({ ...options, ...change });
  return h(Fragment, null,
    h(Choice, { label: "Sentences", value: options.filter, disabled: !pair.segments.includes(1), options: FILTERS, onChoose: (filter) => set({ filter }) }),
    h(Check, { label: "renormalise", checked: options.renormalise, onChange: (renormalise) => set({ renormalise }) }),
    h(Check, { label: "hide delimiters", checked: options.hideDelimiters, onChange: (hideDelimiters) => set({ hideDelimiters }) }),
    h(Choice, { label: "By", value: options.byWord ? "words" : "tokens", options: [["tokens", "tokens"], ["words", "words"]], onChoose: (by) => set({ byWord: by === "words" }) }));
}

/**
 * Returns what is chosen, for where the controls are not shown; nothing for what is so by default.
 *
 * @param {ShownOptions} options
 */
export function shownSays({ filter, renormalise, hideDelimiters, byWord }) {
  const [, sentences] = FILTERS.find(([key]) => key === filter) || ["", filter];
  return [filter !== "all" && sentences, renormalise && "renormalised", hideDelimiters && "without delimiters", byWord && "by words"].filter(Boolean);
}

/** @param {{ label: string, numbers: number[], value: number, onChoose: (value: number) => void }} properties */
export function NumberChoice({ label, numbers, value, onChoose }) {
  return h(Choice, { label, value: String(value), options: numbers.map((one) => [String(one), String(one)]), onChoose: (one) => onChoose(Number(one)) });
}

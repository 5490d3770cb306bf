// The controls that all views use.

import { h } from "./dom.js";

/** @param {{ label: string, value: string, options: string[][], onChoose: (key: string) => void, disabled?: boolean }} properties */
export function Choice({ label, value, options, onChoose, disabled }) {
  return h("label", { class: "control" },
    h("span", null, label),
    h("select", { value, disabled, onChange: (event) => onChoose(event.currentTarget.value) },
      options.map(([key, title]) => h("option", { key, value: key, selected: key === value }, title))));
}

/** @param {{ label: string, checked: boolean, onChange: (checked: boolean) => void, disabled?: boolean }} properties */
export function Check({ label, checked, onChange, disabled }) {
  return h("label", { class: "control check" },
    h("input", { type: "checkbox", checked, disabled, onChange: (event) => onChange(event.currentTarget.checked) }),
    h("span", null, label));
}

/** @param {{ label: string, onClick: () => void, disabled?: boolean, "aria-label"?: string }} properties */
export function Action({ label, onClick, ...more }) {
  return h("button", { type: "button", class: "action", onClick, ...more }, label);
}

/**
 * Returns an arrow key as a step [down, across]; null for any other key.
 *
 * @param {string} key
 * @returns {[number, number] | null}
 */
export function stepOf(key) {
  /** @type {Record<string, [number, number]>} */
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  return steps[key] || null;
}

// A group of elements of which Tab reaches one, and the arrows move within the group.

import { stepOf } from "./controls.js";
import { useRef, useState } from "./dom.js";

/**
 * A hook for such a group. The group's element takes `properties`, and each of its items has the tabindex 0 if its place
 * among the items is `reach`, else -1.
 *
 * @param {string} selector of the items within the group
 * @param {number} count the number of items
 * @param {number} across how many items an arrow up or down moves
 */
export function useRoving(selector, count, across = 1) {
  const group = useRef(null);
  const [at, setAt] = useState(0);
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    const step = stepOf(event.key);
    /** @type {HTMLElement[]} */
    const items = [...group.current.querySelectorAll(selector)];
    const from = items.findIndex((item) => item === document.activeElement);
    if (!step || from < 0) return;
    const to = Math.max(0, Math.min(items.length - 1, from + step[0] * across + step[1]));
    setAt(to);
    items[to].focus();
    event.preventDefault();
  };
  return { properties: { ref: group, onKeyDown }, reach: Math.min(at, Math.max(0, count - 1)) };
}

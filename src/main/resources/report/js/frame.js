// The frame around every view: the heading and the tabs.

import { elementNamed } from "./data.js";
import { h } from "./dom.js";
import { ThemeChoice } from "./theme.js";

/** @param {{ data: Shaped, theme: string, setTheme: (theme: string) => void }} properties */
export function Masthead({ data, theme, setTheme }) {
  return h("header", null,
    h("a", { class: "skip", href: "#main", onClick: skip }, "Skip to the content"),
    h("div", { class: "bar" }, h("p", { class: "brand" }, "Sextant"), h(ThemeChoice, { choice: theme, onChoose: setTheme })),
    h("h1", null, h("bdi", null, data.title)),
    h("p", { class: "lead" }, data.lead),
    data.warning && h("p", { class: "warning", role: "alert" }, data.warning));
}

/**
 * Moves the focus to the content; the address stays, because it holds the place.
 *
 * @param {MouseEvent} event
 */
function skip(event) {
  event.preventDefault();
  elementNamed("main").focus();
}

/**
 * @param {{ faults: string[], children?: Child }} properties what is wrong with the address, and the view
 */
export function Content({ faults, children }) {
  return h("main", { id: "main", tabindex: -1 },
    faults.length > 0 && h("p", { class: "warning address", role: "status" }, "The address asks for what is not here, so the default is shown. ", faults.join(" ")),
    children);
}

/** @param {{ views: string[][], current: string, onGo: (view: string) => void }} properties */
export function Tabs({ views, current, onGo }) {
  return h("nav", { "aria-label": "Views" }, views.map(([key, title]) =>
    h("button", { key, type: "button", "aria-current": key === current ? "page" : null, onClick: () => onGo(key) }, title)));
}


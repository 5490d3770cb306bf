// The frame around every view: the heading, the tabs, and the current place in the URL.

import { h, useEffect, useState } from "./dom.js";
import { ThemeChoice } from "./theme.js";

/** @param {{ data: Shaped, theme: string, setTheme: (theme: string) => void }} properties */
export function Masthead({ data, theme, setTheme }) {
  return h("header", null,
    h("div", { class: "bar" }, h("p", { class: "brand" }, "Sextant"), h(ThemeChoice, { choice: theme, onChoose: setTheme })),
    h("h1", null, h("bdi", null, data.title)),
    h("p", { class: "lead" }, data.lead),
    data.warning && h("p", { class: "warning", role: "alert" }, data.warning));
}

/** @param {{ views: string[][], current: string, onGo: (view: string) => void }} properties */
export function Tabs({ views, current, onGo }) {
  return h("nav", { "aria-label": "Views" }, views.map(([key, title]) =>
    h("button", { key, type: "button", "aria-current": key === current ? "page" : null, onClick: () => onGo(key) }, title)));
}

/**
 * A hook for the current view and the pinned head, which are kept in the URL fragment so that they can be linked to.
 * A new place is shown at once; the hashchange event is delivered later and only matters for the Back button.
 *
 * @param {{ view: string, pinned: number | null }} first
 * @returns {[{ view: string, pinned: number | null }, (place: Place) => void]}
 */
export function usePlace(first) {
  const read = () => {
    const [view, pinned] = window.location.hash.slice(1).split("/");
    return view ? { view, pinned: /^\d+$/.test(pinned || "") ? Number(pinned) : null } : first;
  };
  const [place, setPlace] = useState(read);
  const show = () => setPlace((shown) => {
    const next = read();
    return next.view === shown.view && next.pinned === shown.pinned ? shown : next;
  });
  useEffect(() => {
    window.addEventListener("hashchange", show);
    return () => window.removeEventListener("hashchange", show);
  }, []);
  const go = (/** @type {Place} */ { view, pinned }) => {
    window.location.hash = view + (pinned === null || pinned === undefined ? "" : "/" + pinned);
    show();
  };
  return [place, go];
}

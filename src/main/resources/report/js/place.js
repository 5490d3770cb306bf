// The current place: the view, the pinned head and what the reader has chosen to see. It is kept in the URL's fragment,
// such as #maps/24?pattern=next&colour=lift, so that a link shows what its sender saw.

import { useEffect, useState } from "./dom.js";

/**
 * Reads a place; choices that the fragment does not name have their defaults.
 *
 * @param {string} hash the fragment, with or without its number sign
 * @param {Place} first the place of a fragment that names no view of the page
 * @param {string[][]} views the keys and titles of the views
 * @returns {Place}
 */
export function readPlace(hash, first, views) {
  const [path, query] = hash.replace(/^#/, "").split(/\?(.*)/s);
  const [view, pinned] = path.split("/");
  if (!views.some(([key]) => key === view)) return first;
  return { view, pinned: /^\d+$/.test(pinned || "") ? Number(pinned) : null, look: Object.fromEntries(new URLSearchParams(query || "")) };
}

/**
 * Returns the fragment of a place, without its number sign. Empty choices are left out.
 *
 * @param {Place} place
 */
export function writePlace({ view, pinned, look }) {
  const chosen = new URLSearchParams(Object.entries(look).filter(([, value]) => value !== ""));
  const query = chosen.toString();
  return view + (pinned === null ? "" : "/" + pinned) + (query ? "?" + query : "");
}

/**
 * A hook for the current place and a function that changes a part of it. Another view or head is a new entry of the
 * browser's history, another choice is not. A new place is shown at once; the hashchange event is delivered later and
 * only matters for the Back button.
 *
 * @param {Place} first
 * @param {string[][]} views the keys and titles of the page's views
 * @returns {[Place, (change: Partial<Place>) => void]}
 */
export function usePlace(first, views) {
  const read = () => readPlace(window.location.hash, first, views);
  const [place, setPlace] = useState(read);
  const show = () => setPlace((shown) => {
    const next = read();
    return writePlace(next) === writePlace(shown) ? shown : next;
  });
  useEffect(() => {
    window.addEventListener("hashchange", show);
    return () => window.removeEventListener("hashchange", show);
  }, []);
  const go = (/** @type {Partial<Place>} */ change) => {
    const fragment = "#" + writePlace({ ...read(), ...change });
    if (change.view === undefined && change.pinned === undefined) window.location.replace(fragment);
    else window.location.hash = fragment;
    show();
  };
  return [place, go];
}

// The current place: the view, the pinned head and what the reader has chosen to see. It is kept in the URL's fragment,
// such as #maps/24?pattern=next&colour=lift, so that a link shows what its sender saw.

import { useEffect, useState } from "./dom.js";

/** The view that a link to the content names; it is no place. */
const NO_VIEW = "main";

/** The fragment of a page without an address of its own, as in a frame of a notebook. */
let remembered = "";

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
 * Divides a place into the part that the page can show and sentences about the rest, for which the page shows its
 * defaults.
 *
 * @param {string} hash the fragment that the place was read from
 * @param {Place} place
 * @param {string[][]} views the keys and titles of the views
 * @param {Known} known
 * @returns {{ place: Place, faults: string[] }}
 */
export function checkPlace(hash, place, views, known) {
  /** @type {string[]} */
  const faults = [];
  const [view, head] = hash.replace(/^#/, "").split("?")[0].split("/");
  if (view && view !== NO_VIEW && !views.some(([key]) => key === view)) faults.push(`This page has no view “${view}”.`);
  else if (head && (place.pinned === null || place.pinned >= known.heads)) faults.push(`There is no head ${head}: the heads of this model have the numbers 0 to ${known.heads - 1}.`);
  const look = Object.fromEntries(Object.entries(place.look).filter(([name, value]) => {
    const choices = known.choices[name];
    const isKnown = choices !== undefined && (choices.length === 0 || choices.includes(value));
    if (!isKnown && value !== "") faults.push(choices ? `This page has no ${name} “${value}”.` : `Nothing on this page is called “${name}”.`);
    return isKnown;
  }));
  return { place: { ...place, pinned: place.pinned !== null && place.pinned < known.heads ? place.pinned : null, look }, faults };
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
 * @param {Known} known
 * @returns {[Place, (change: Partial<Place>) => void, string[]]} the place, the function, and what is wrong with the address
 */
export function usePlace(first, views, known) {
  const readAll = () => checkPlace(decoded(fragment()), readPlace(fragment(), first, views), views, known);
  const read = () => readAll().place;
  const [{ place, faults }, setShown] = useState(readAll);
  const show = () => setShown((shown) => {
    const next = readAll();
    return writePlace(next.place) === writePlace(shown.place) && next.faults.join() === shown.faults.join() ? shown : next;
  });
  useEffect(() => {
    window.addEventListener("hashchange", show);
    return () => window.removeEventListener("hashchange", show);
  }, []);
  const go = (/** @type {Partial<Place>} */ change) => {
    setFragment("#" + writePlace({ ...read(), ...change }), change.view !== undefined || change.pinned !== undefined);
    show();
  };
  return [place, go, faults];
}

const hasAddress = () => window.location.protocol !== "about:";

const fragment = () => hasAddress() ? window.location.hash : remembered;

/**
 * @param {string} text
 * @param {boolean} isEntry whether it is a new entry of the browser's history
 */
function setFragment(text, isEntry) {
  if (!hasAddress()) remembered = text;
  else if (isEntry) window.location.hash = text;
  else window.location.replace(text);
}

/** @param {string} hash */
function decoded(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

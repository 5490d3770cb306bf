// The light and the dark theme, chosen by the system or by the reader.

import { Choice } from "./controls.js";
import { h, useEffect, useState } from "./dom.js";

export const FONT = "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif";
const LIGHT = { dark: false, ground: "#ffffff", ink: "#1c1e21", faint: "#5c6168", rule: "#dcdfe2", bar: "#1c5592", accent: "#0e74a9", mark: "#d04400", other: "#b45a00" };
const DARK = { dark: true, ground: "#17191b", ink: "#e6e6e3", faint: "#a3a7ac", rule: "#35383c", bar: "#7cb2dc", accent: "#6fb5dc", mark: "#ffb000", other: "#ffb000" };

/**
 * The colours of the current theme. The object changes in place when the reader or the system chooses another theme.
 */
export const paper = { ...LIGHT };
const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

/** @param {string} choice */
function applyTheme(choice) {
  const dark = choice === "dark" || (choice === "auto" && systemIsDark.matches);
  Object.assign(paper, dark ? DARK : LIGHT);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

/**
 * Returns what a function draws with the colours of light paper, on which pages are printed.
 *
 * @template T
 * @param {() => T} draw
 * @returns {T}
 */
export function onLightPaper(draw) {
  const shown = { ...paper };
  Object.assign(paper, LIGHT);
  try {
    return draw();
  } finally {
    Object.assign(paper, shown);
  }
}

/**
 * A hook that returns the current choice of theme and rerenders the component when the theme changes.
 *
 * @returns {[string, (choice: string) => void]}
 */
export function useTheme() {
  const [choice, setChoice] = useState("auto");
  const [, setSystem] = useState(systemIsDark.matches);
  useEffect(() => {
    const changed = () => setSystem(systemIsDark.matches);
    systemIsDark.addEventListener("change", changed);
    return () => systemIsDark.removeEventListener("change", changed);
  }, []);
  applyTheme(choice);
  return [choice, setChoice];
}

/** @param {{ choice: string, onChoose: (choice: string) => void }} properties */
export function ThemeChoice({ choice, onChoose }) {
  return h(Choice, {
    label: "Paper",
    value: choice,
    options: [["auto", "as the system"], ["light", "light"], ["dark", "dark"]],
    onChoose,
  });
}

// Draws a view as an SVG while the page is printed: all of it, as wide as the paper, and as sharp as the printer.

import { h, useEffect, useRef } from "./dom.js";
import { onLightPaper } from "./theme.js";

/**
 * A place that is empty on the screen; svg returns the view's element when it is called. The view itself has the class
 * on-screen, which is left out of prints. The title says what the controls say on the screen.
 *
 * @param {{ svg: () => Element, title?: string }} properties
 */
export function Printed({ svg, title }) {
  const place = useRef(null);
  const current = useRef(svg);
  current.current = svg;
  useEffect(() => {
    const fill = () => place.current.replaceChildren(onLightPaper(() => current.current()));
    const empty = () => place.current.replaceChildren();
    window.addEventListener("beforeprint", fill);
    window.addEventListener("afterprint", empty);
    return () => {
      window.removeEventListener("beforeprint", fill);
      window.removeEventListener("afterprint", empty);
    };
  }, []);
  return h("div", { class: "printed" }, title && h("p", null, title), h("div", { ref: place }));
}

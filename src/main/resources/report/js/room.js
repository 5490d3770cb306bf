// How much room a part of the page has, for views that are drawn to fit it.

import { useLayoutEffect, useRef, useState } from "./dom.js";

/**
 * A hook that returns the width of an element in pixels, and the reference by which the element is known.
 *
 * @returns {[number, { current: any }]}
 */
export function useRoom() {
  const element = useRef(null);
  const [room, setRoom] = useState(Infinity);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => setRoom(contentRect.width));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [room, element];
}

// Exports the parts of Preact that the page uses.

export const { h, render, Fragment } = preact;
export const { useState, useEffect, useLayoutEffect, useMemo, useRef } = preactHooks;

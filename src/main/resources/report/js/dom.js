// The names of Preact that the page uses.

const { h, render, Fragment } = preact;
const { useState, useEffect, useLayoutEffect, useMemo, useRef } = preactHooks;

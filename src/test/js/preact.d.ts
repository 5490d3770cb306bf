// The globals that Preact's scripts make, as far as dom.js takes names from them. A component's properties are checked
// against its parameter.

interface VirtualNode {}
type Child = VirtualNode | string | number | boolean | null | undefined | Child[];
/** Attributes of an element; the events that the page listens to have their types. */
interface Attributes {
  [name: string]: unknown;
  onChange?(event: { currentTarget: HTMLInputElement & HTMLSelectElement }): void;
  onInput?(event: { currentTarget: HTMLInputElement }): void;
  onClick?(event: MouseEvent): void;
  onKeyDown?(event: KeyboardEvent): void;
}

type Component<P> = (properties: P) => Child;

declare const preact: {
  h: {
    (type: string, properties?: Attributes | null, ...children: Child[]): VirtualNode;
    <P>(type: Component<P>, properties: (P & { key?: string | number }) | null, ...children: Child[]): VirtualNode;
  };
  render(child: Child, parent: Element | null): void;
  Fragment: Component<{ children?: Child }>;
};

declare const preactHooks: {
  useState<S>(first: S | (() => S)): [S, (next: S | ((last: S) => S)) => void];
  useEffect(effect: () => void | (() => void), inputs?: readonly unknown[]): void;
  useLayoutEffect(effect: () => void | (() => void), inputs?: readonly unknown[]): void;
  useMemo<T>(compute: () => T, inputs: readonly unknown[]): T;
  /** A reference to an element that is drawn before anyone asks. */
  useRef(first: null): { current: any };
  useRef<T>(first: T): { current: T };
};

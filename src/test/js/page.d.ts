// What the scripts hand to each other.

type Rgb = number[];
type Says = [string, string][];
type Write = (value: number) => string;
type Interval = [number, number];

/** What colours mean: the marks of the legend, a value's place from 0 to 1, the value of a place, and a value's colour. */
interface Axis {
  ticks: Tick[];
  place(value: number): number;
  value(place: number): number;
  color(value: number): Rgb;
}

interface Tick {
  value: number;
  label: string;
  isNull?: boolean;
}

/** What can be the colour of a map. */
interface Measure {
  key: string;
  title: string;
  write: Write;
  exact: Write;
  values(data: MapData, slice: Slice): number[];
  axis(data: MapData, slice: Slice, values: number[]): Axis;
  /** Returns whether a head has the colour of 0, because its value may be chance. */
  pale?(slice: Slice, index: number): boolean;
  says(data: MapData, slice: Slice): string;
}

/** A square of a map; its colour is null for what was not measured. */
interface MapSquare {
  color: Rgb | null;
  text: string;
  bold: boolean;
  framed: boolean;
  /** Whether there are too few pairs to grade the head. */
  hatched?: boolean;
  says: Says;
}

/** A column of a table of heads. */
interface TableColumn {
  key: string;
  title: string;
  text?: boolean;
  says?: string;
  of(index: number): any;
  write(value: any): string;
  show?(index: number): Child;
}

interface Sort {
  key: string;
  down: boolean;
}

interface Place {
  view: string;
  pinned: number | null;
  /** What the reader has chosen to see, by the name of the control. */
  look: Record<string, string>;
}

/** What the address of a page may name. */
interface Known {
  /** The number of heads, which are numbered over all layers. */
  heads: number;
  /** The values that a choice can have, by its name; none if it can have any. */
  choices: Record<string, string[]>;
}

/** A pair whose maps can be asked for. */
interface Pair extends Tokens {
  layers: number[];
  heads: number[];
  weights(layer: number, head: number): Float32Array;
}

/** A pair whose queries and keys are there too. */
interface LivePair extends Pair {
  /** What is shown: a pair, or a sentence on its own. */
  sampled: string;
  scales: Scales;
  rotated: boolean;
  terms: number;
  vectors(layer: number, head: number): { queries: Float32Array; keys: Float32Array; width: number; offsets: number[] | null; positions: Float32Array | null };
}

interface ShownOptions {
  filter: string;
  renormalise: boolean;
  hideDelimiters: boolean;
  byWord: boolean;
}

/** What stands in a column: a token or a word, and the tokens that it has. */
interface Item {
  text: string;
  segment: number;
  tokens: number[];
  delimiter: boolean;
}

interface HeadMap {
  head: number;
  weights: Float32Array;
}

interface LinesView {
  left: Item[];
  right: Item[];
  maps: HeadMap[];
  least: number;
}

type Side = "left" | "right";

/** A token of a side that is selected or pointed at. */
interface Spot {
  side: Side;
  i: number;
}

/** A sum of weights of a head; its text is that of the token on the other side, or empty. */
interface WeightSum extends HeadWeight {
  text: string;
}

/** What a matrix is drawn from. */
interface MatrixLook {
  left: Item[];
  right: Item[];
  weights: Float32Array;
  /** The distance between the left edges of two neighbouring squares. */
  cell: number;
  /** The selected rows and columns. */
  from: number[];
  to: number[];
  axis: Axis;
  width: number;
  height: number;
}

interface HeadWeight {
  head: number;
  weight: number;
}

type Line = number[];

interface PenText {
  size?: number;
  color?: string;
  anchor?: "start" | "middle" | "end";
}

interface Pen {
  rect(x: number, y: number, width: number, height: number, color: string, opacity?: number): void;
  lines(lines: Line[], color: string, width: number, opacity: number): void;
  text(text: string, x: number, y: number, look?: PenText): void;
  textUp(text: string, x: number, y: number, look?: PenText): void;
  at(x: number, y: number, draw: (pen: Pen) => void): void;
}

/** The numbers behind one token's weights. */
interface NeuronLook {
  tokens: string[];
  wordOf: number[];
  token: number;
  query: Float32Array;
  keys: Float32Array;
  products: Float32Array;
  scores: number[];
  bias: number[] | null;
  width: number;
  softmax: number[];
  reach: { query: number; keys: number; products: number; scores: number };
}

/** What stands at a point of the neuron view. */
type NeuronSpot =
  | { what: "query"; d: number }
  | { what: "key" | "product"; j: number; d: number }
  | { what: "weight"; j: number };

/** What the heat maps of a report and those of a comparison differ in. */
interface MapsProperties {
  data: MapData;
  measures: Measure[];
  tableColumns(slice: Slice): TableColumn[];
  describe(slice: Slice, index: number, measure: Measure, value: number): Says;
  exhibits(slice: Slice, index: number): boolean;
  frameSays: string;
  pinned: number | null;
  onPin(index: number): void;
  look: Record<string, string>;
  onLook(change: Record<string, string>): void;
  withLabels: boolean;
  /** What a small map says under its title, given how many heads are framed. */
  noteOf?(data: MapData, slice: Slice, count: number): string;
  defaultSort: Sort;
}

/** What changed in a pattern: the heads that differ, the greatest difference first, and counts of the others. */
interface Change {
  pattern: Pattern;
  slice: Slice;
  different: number[];
  equivalent: number;
  undecided: number;
  gained: number;
  lost: number;
  /** Labels that cannot be told, because a run has too few inputs. */
  short: number;
}

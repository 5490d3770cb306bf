// What the page is given: JSON that Java makes of the tables (ReportData, ComparisonReport, PoolReport) or of one pair (PairData).

interface Titled {
  key: string;
  title: string;
}

/** A pattern, as the run's table catalogue describes it. */
interface Pattern extends Titled {
  meaning: string;
  score: string;
  color: string;
  letter: string;
  main: string;
  parts: Titled[];
}

interface Score {
  column: string;
  kind: "share" | "correlation";
  title: string;
  label: string;
  legend: string;
}

interface Null extends Titled {
  column: string;
}

type Cell = number | string | boolean | null;

/** Columns of a table by their names, each an array over all heads. */
type Columns = Record<string, Cell[]>;

interface Slice {
  pattern: string;
  part: string;
  unit: string;
  stratum: string;
  columns: Columns;
}

interface Scales {
  sequential: string[];
  diverging: string[];
}

interface Shaped {
  app: "report" | "comparison" | "pool" | "pair";
  title: string;
  lead: string;
  warning?: string;
  shape: { layers: number; heads: number };
  /** For each layer, how far its queries see, and null if they see all keys; null if no layer is local. */
  windows?: (number | null)[] | null;
  /** Those of B in a comparison, if they differ from A's, which are windows. */
  windowsOfB?: (number | null)[] | null;
  scales: Scales;
}

/** What maps are drawn from, in a report and in a comparison. */
interface MapData extends Shaped {
  /** What an input of the model is: a pair, a sentence on its own, or a text; an input if the runs differ. */
  sampled: string;
  catalogue: { scores: Score[]; nulls: Null[]; strata: Titled[]; units: Titled[] };
  patterns: Pattern[];
  /** For models that do not have the same heads; null for others. */
  apart?: Apart | null;
  strata: string[];
  units: string[];
  slices: Slice[];
  /** By stratum; a comparison has none. */
  profiles?: Record<string, Columns>;
}

/** The labelled parts of one model of a comparison. */
interface OneModel {
  shape: { layers: number; heads: number };
  /** For each layer, how far its queries see, and null if they see all keys; null if no layer is local. */
  windows: (number | null)[] | null;
  slices: Slice[];
}

/** Two models that do not have the same heads, and their best matches: heads of A with one of B each. */
interface Apart {
  a: OneModel;
  b: OneModel;
  /** How heads were matched. */
  matching: string;
  matches: { a: number; b: number; distance: number; nearer: number }[];
}

/** The heads that exhibit a pattern, the strongest first; none says why there are none. */
interface PatternFinding {
  key: string;
  heads: number[];
  layers: string;
  none: string;
  /** The heads with the highest scores, if no head has a grade. */
  leading: number[];
}

/** What the run found, in words (Findings). */
interface Findings {
  shortage: string;
  patterns: PatternFinding[];
  surprise: string;
  lookalikes: { head: number; pattern: string; says: string }[];
  data: string[];
  run: string[];
}

/** A value with the bounds of its interval; null for what was not measured. */
type Triple = (number | null)[];

/** What the knock-out of a pattern does in a head, and the knock-out of its controls. */
interface KnockedOut {
  head: number;
  pattern: string;
  part: string;
  exhibits: boolean;
  knockout: Triple;
  control: Triple;
  difference: Triple;
  explained: { q: number | null; part: Triple };
}

/** What all heads of a label do together, and random sets of heads. */
interface LabelGroup {
  pattern: string;
  part: string;
  heads: number;
  effect: Triple;
  randomMean: number | null;
  randomSd: number | null;
  rank: number;
  sets: number;
}

/** The effects of heads on one outcome of the model's output (EffectData). */
interface Effects {
  outcome: string;
  pairs: number;
  ablation: string;
  intact: number | null;
  heads: { effect: Triple; q: number | null; layerMean: number | null; rank: number }[];
  patterns: KnockedOut[];
  labels: LabelGroup[];
}

interface RunData extends MapData {
  /** One of each outcome, the first of which heads are judged by. */
  effects: Effects[] | null;
  findings: Findings;
  /** Dependencies, coreference and parts of speech as patterns; null for a run without annotation. */
  syntax: { patterns: Pattern[]; slices: Slice[]; scores: Score[] } | null;
  profiles: Record<string, Columns>;
  headColors: string[];
  offsets: { offsets: number[]; same: (number | null)[][]; other: (number | null)[][] };
  distances: (number | null)[][] | null;
  exemplars: Exemplar[];
  exemplarsLeftOut: number;
}

interface Tokens {
  tokens: string[];
  segments: number[];
  wordOf: number[];
  words: string[];
}

interface Exemplar extends Tokens {
  layer: number;
  head: number;
  pattern: string;
  rank: number;
  score: number;
  pair: string;
  gaps: number[];
  weights: number[];
}

/** Numbers as 16-bit integers in base64, and the unit that they count. */
interface Packed {
  unit: number;
  values: string;
}

interface PairData extends Shaped, Tokens {
  /** What is shown: a pair, or a sentence on its own. */
  sampled: string;
  headColors: string[];
  headSize: number;
  rotated: boolean;
  terms: number;
  vectors: { queries: Packed; keys: Packed; offsets?: (number | null)[][]; positions?: Packed[] }[];
}

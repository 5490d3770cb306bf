// Opens the data and starts the app for its kind.

import { knowColors } from "./color.js";
import { ComparisonApp } from "./comparison.js";
import { elementNamed, openData } from "./data.js";
import { h, render } from "./dom.js";
import { PairApp } from "./pair.js";
import { PoolApp } from "./pool.js";
import { ReportApp } from "./report.js";

/** @type {Record<string, Component<any>>} */
const APPS = { report: ReportApp, pair: PairApp, comparison: ComparisonApp, pool: PoolApp };

async function start() {
  const root = elementNamed("app");
  if (typeof DecompressionStream === "undefined") {
    root.textContent = "This page needs a browser of 2023 or newer: it unpacks its data with DecompressionStream.";
    return;
  }
  const data = await openData();
  root.textContent = "";
  knowColors(data);
  render(h(APPS[data.app], { data }), root);
  document.documentElement.dataset.ready = "yes";
}

start();

// Opens the data and starts the view that it asks for.

const APPS = { report: ReportApp, pair: PairApp, comparison: ComparisonApp };

async function start() {
  const root = document.getElementById("app");
  if (typeof DecompressionStream === "undefined") {
    root.textContent = "This page needs a browser of 2023 or newer: it unpacks its data with DecompressionStream.";
    return;
  }
  const data = await openData();
  root.textContent = "";
  knowSigns(data.patterns || []);
  render(h(APPS[data.app], { data }), root);
  document.documentElement.dataset.ready = "yes";
}

start();

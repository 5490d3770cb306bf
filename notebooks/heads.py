"""What the notebooks share: a run's tables, and how heads and maps are drawn."""

import json
import os
from pathlib import Path

import duckdb
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.colors import LinearSegmentedColormap

INK, FAINT, ACCENT = "#1f2430", "#d9dce3", "#c2410c"
SEQUENTIAL = LinearSegmentedColormap.from_list("share", ["#f7f8fa", "#9cc3d5", "#2a7f9e", "#0b3954"])
# Okabe and Ito's colours, which colour-blind readers can tell apart.
COLORS = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000"]

plt.rcParams.update({
    "figure.dpi": 110, "font.size": 9, "axes.edgecolor": "#8a90a0", "axes.labelcolor": INK, "text.color": INK,
    "axes.titlesize": 10, "axes.titlelocation": "left", "axes.spines.top": False, "axes.spines.right": False,
    "legend.frameon": False, "axes.prop_cycle": plt.cycler(color=COLORS),
})
pd.options.display.float_format = "{:.3f}".format


class Run:
    """A run directory: its manifest, and its tables as data frames."""

    def __init__(self, variable, default):
        self.path = Path(os.environ.get(variable, default))
        if not (self.path / "run.json").exists():
            raise FileNotFoundError(f"{self.path} is no run directory; name one in {variable}")
        self.manifest = json.loads((self.path / "run.json").read_text())
        self.name = self.manifest["model"]["name"]

    def parquet(self, table):
        return str(self.path / table / "*.parquet")

    def has(self, table):
        return any(self.path.glob(f"{table}/*.parquet"))

    def table(self, table, where="true"):
        return duckdb.execute(f"select * from '{self.parquet(table)}' where {where}").df()

    def catalogue(self, kind):
        """What the keys of a kind (pattern, part, null, stratum, unit) are called, by key, in the order of the report."""
        return self.table("catalogue", f"kind = '{kind}'").sort_values("place").set_index("key")

    def scores(self, pattern, part=None):
        """One row a head, over all pairs, in tokens; of the part that stands for the pattern where none is named."""
        of = "headline" if part is None else f"part = '{part}'"
        rows = self.table("head_patterns", f"pattern = '{pattern}' and {of} and stratum = 'all' and unit = 'token'")
        return rows.sort_values(["layer", "head"], ignore_index=True)


def grid(rows, column):
    """A layers x heads matrix of a column."""
    return rows.pivot(index="layer", columns="head", values=column).to_numpy(dtype=float)


def heat_map(ax, rows, column, title, most=1.0, least=0.0, cmap=SEQUENTIAL, ring=None, bar=True):
    """Layers down, heads across; a dot marks the heads that exhibit the pattern, a ring one head of interest."""
    matrix = grid(rows, column)
    image = ax.imshow(matrix, cmap=cmap, vmin=least, vmax=most)
    if "exhibits" in rows:
        marked = rows[rows.exhibits]
        dark = (matrix[marked.layer, marked["head"]] - least) / (most - least) > 0.5
        ax.scatter(marked["head"], marked.layer, s=7, c=np.where(dark, "white", INK), linewidths=0)
    if ring is not None:
        ax.scatter(ring[1], ring[0], s=150, facecolors="none", edgecolors=ACCENT, linewidths=1.6)
    ax.set(title=title, xlabel="head", ylabel="layer",
           xticks=range(0, matrix.shape[1], 2), yticks=range(0, matrix.shape[0], 2))
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0)
    if bar:
        ax.figure.colorbar(image, ax=ax, fraction=0.046, pad=0.03).outline.set_visible(False)


def attention(ax, tokens, weights, title):
    """A map as BertViz draws it: lines from the position that is updated, left, to those that it attends to."""
    n = len(tokens)
    weights = np.asarray(weights).reshape(n, n)
    for query in range(n):
        for key in range(n):
            if weights[query, key] > 0.02:
                ax.plot([0, 1], [query, key], color=COLORS[0], alpha=float(weights[query, key]), linewidth=1.6)
    for i, token in enumerate(tokens):
        ax.text(-0.04, i, token, ha="right", va="center", fontsize=7, parse_math=False)
        ax.text(1.04, i, token, ha="left", va="center", fontsize=7, parse_math=False)
    ax.set(xlim=(-0.5, 1.5), ylim=(n - 0.5, -0.5), title=title)
    ax.axis("off")

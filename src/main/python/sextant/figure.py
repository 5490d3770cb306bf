"""How heads and attention maps are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import matplotlib.axes
    import matplotlib.colors
    import pandas

INK, FAINT, ACCENT = "#1c1e21", "#dcdfe2", "#d04400"
#: The report's colours of heads; a test compares them and the scales with the report's.
COLORS = ["#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#ee7733", "#117733"]
COLORS += ["#882255", "#44aa99", "#999933", "#332288", "#cc6677", "#997700", "#6699cc", "#777777"]
#: The report's scale of shares, from chance to 1.
SHARES = ("#f0f4eb", "#bae2c1", "#76cfb4", "#29b5b5", "#0095b6", "#0e74a9", "#1c5592", "#1c3a75", "#162351")
#: The report's scale of differences and correlations, around 0.
DIFFERENCES: tuple[str, ...] = ("#2b1e66", "#494394", "#696db8", "#8e9ad3", "#bbc7e5", "#f2f3f3")
DIFFERENCES += ("#e2c6a4", "#cf995d", "#b86b0c", "#924500", "#642908")
_LEAST_LINE = 0.02


def style() -> None:
    """Makes matplotlib draw and pandas print as the report does."""
    import matplotlib
    import pandas
    from cycler import cycler

    matplotlib.rcParams.update(
        {
            "figure.dpi": 110,
            "font.size": 9,
            "axes.edgecolor": "#8a90a0",
            "axes.labelcolor": INK,
            "text.color": INK,
            "axes.titlesize": 10,
            "axes.titlelocation": "left",
            "axes.spines.top": False,
            "axes.spines.right": False,
            "legend.frameon": False,
            "axes.prop_cycle": cycler(color=COLORS),
        }
    )
    pandas.options.display.float_format = "{:.3f}".format


def color_map(points: Sequence[str]) -> matplotlib.colors.Colormap:
    """A colour map of matplotlib between evenly spaced colours, such as ``SHARES`` or ``DIFFERENCES``."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("sextant", points)


def axes(ax: matplotlib.axes.Axes | None) -> matplotlib.axes.Axes:
    """The given axes, or new ones."""
    if ax is not None:
        return ax
    import matplotlib.pyplot

    new: matplotlib.axes.Axes = matplotlib.pyplot.subplots(figsize=(5.2, 4.2))[1]
    return new


def heat_map(
    ax: matplotlib.axes.Axes,
    rows: pandas.DataFrame,
    column: str,
    *,
    title: str = "",
    least: float = 0.0,
    most: float = 1.0,
    cmap: Any = None,
    ring: tuple[int, int] | None = None,
    bar: bool = True,
) -> matplotlib.axes.Axes:
    """Draws a column over all heads: layers down, heads across.

    Args:
        rows: A row a head, with the columns ``layer`` and ``head``; heads whose ``exhibits`` is true get a dot.
        column: What is drawn.
        least: The value of the lightest colour.
        most: The value of the darkest colour.
        cmap: Another colour map of matplotlib.
        ring: The layer and the head of one that gets a ring.
        bar: Whether a bar explains the colours.
    """
    import numpy

    colors = color_map(SHARES) if cmap is None else cmap
    matrix = rows.pivot(index="layer", columns="head", values=column).to_numpy(dtype=float)
    image = ax.imshow(matrix, cmap=colors, vmin=least, vmax=most)
    if "exhibits" in rows:
        marked = rows[rows["exhibits"].fillna(False).astype(bool)]
        shades = image.cmap(image.norm(matrix[marked["layer"], marked["head"]]))
        dark = shades[:, :3] @ (0.2126, 0.7152, 0.0722) < 0.5
        ax.scatter(marked["head"], marked["layer"], s=7, c=numpy.where(dark, "white", INK), linewidths=0)
    if ring is not None:
        ax.scatter(ring[1], ring[0], s=150, facecolors="none", edgecolors=ACCENT, linewidths=1.6)
    ax.set(
        title=title,
        xlabel="head",
        ylabel="layer",
        xticks=range(0, matrix.shape[1], 2),
        yticks=range(0, matrix.shape[0], 2),
    )
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0)
    if bar:
        ax.figure.colorbar(image, ax=ax, fraction=0.046, pad=0.03).outline.set_visible(False)
    return ax


def attention_map(
    ax: matplotlib.axes.Axes, tokens: Sequence[str], weights: Any, *, title: str = "", color: str = COLORS[0]
) -> matplotlib.axes.Axes:
    """Draws a map of one head: lines from the position that is updated, left, to those that it attends to.

    Args:
        tokens: The pair's tokens.
        weights: The attention of every token to every token, row by row: tokens × tokens values.
    """
    import numpy

    n = len(tokens)
    matrix = numpy.asarray(weights).reshape(n, n)
    for query, key in zip(*numpy.nonzero(matrix > _LEAST_LINE)):
        ax.plot([0, 1], [query, key], color=color, alpha=float(matrix[query, key]), linewidth=1.6)
    for i, token in enumerate(tokens):
        ax.text(-0.04, i, token, ha="right", va="center", fontsize=7, parse_math=False)
        ax.text(1.04, i, token, ha="left", va="center", fontsize=7, parse_math=False)
    ax.set(xlim=(-0.5, 1.5), ylim=(n - 0.5, -0.5), title=title)
    ax.axis("off")
    return ax

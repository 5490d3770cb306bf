"""Sextant measures which attention heads of a BERT-like encoder show which patterns, over a corpus.

>>> import pandas
>>> pairs = pandas.DataFrame({"sentence_a": ["the cat sat ."], "sentence_b": ["the dog slept ."]})
>>> run = sextant.profile(pairs, model=MODEL, progress=False)
>>> run.heads("next").shape[0] == run.layers * run.heads_per_layer
True
"""

from sextant import figure
from sextant._command import view
from sextant._dry_run import DryRun
from sextant._error import SextantError
from sextant._page import Page
from sextant._profile import dry_run, profile
from sextant._several import Comparison, Pool, compare, pool
from sextant._spark import jar, start
from sextant._version import __version__
from sextant.run import Run, open

__all__ = [
    "Comparison",
    "DryRun",
    "Page",
    "Pool",
    "Run",
    "SextantError",
    "__version__",
    "compare",
    "dry_run",
    "figure",
    "jar",
    "open",
    "pool",
    "profile",
    "start",
    "view",
]

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sextant import _job, _keywords, _model, _rows
from sextant._error import SextantError
from sextant._options import EFFECTS_SETTINGS

if TYPE_CHECKING:
    from sextant.run import Run

_DATASET = "dataset:"


@dataclass(frozen=True)
class Where:
    """Where the model and the pairs are; as for :func:`sextant.profile`."""

    model: str | os.PathLike[str] | None
    staging: str | os.PathLike[str] | None
    download: bool


def measure(run: Run, pairs: Any, where: Where, progress: bool, options: Mapping[str, Any]) -> list[str]:
    """Measures the effects of a run's heads, and returns what the job said."""
    given = _keywords.settings("Run.effects", EFFECTS_SETTINGS, options)
    if where.model is not None:
        given["model"] = _model.folder(where.model, where.download)
    with _read(run, pairs, where) as rows:
        named = rows.named if rows.dataset is None else {}
        _, log = _job.follow(
            lambda: rows.java.effects(rows.session, rows.dataset, str(run.path), given | named),
            progress=progress,
            resume="the same call continues",
        )
    return log


def _read(run: Run, pairs: Any, where: Where) -> Any:
    given = run.pairs if pairs is None else pairs
    if given is not None:
        return _rows.read(given, where.staging)
    paths = run.manifest["configuration"]["input.paths"]
    if paths[0].startswith(_DATASET):
        raise SextantError(
            f"the run's pairs were a {paths[0][len(_DATASET):]}, and a run keeps no sentences: give them, effects(pairs)"
        )
    return nullcontext(_rows.files(paths))

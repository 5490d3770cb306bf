"""Keywords, turned into settings."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from sextant._error import SextantError


def settings(function: str, known: Mapping[str, tuple[str, object]], given: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that keywords set; switches that are False, and options that are None, are left out.

    Args:
        function: The name of the function that takes the keywords, for messages.
        known: The setting that each keyword sets, and its value if the keyword is a switch.
        given: The keywords' values.

    Raises:
        SextantError: A keyword is not known, or two set the same.

    >>> known = {"quiet": ("log.lines", False), "pairs": ("input.pairs", None)}
    >>> settings("f", known, {"quiet": True, "pairs": None})
    {'log.lines': False}
    """
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"; did you mean {near[0]}?" if near else f": help(sextant.{function}) lists them"
            raise SextantError(f"{function} has no option {name}{hint}")
        if value is None or value is False:
            continue
        key, fixed = known[name]
        if key in values:
            raise SextantError(f"{name} contradicts another option: give one")
        values[key] = _plain(value) if fixed is None else fixed
    return values


def _plain(value: Any) -> Any:
    """A value that Py4J sends: sequences are lists of text, and numbers of NumPy are Python's."""
    if isinstance(value, (list, tuple, set)):
        return [str(item) for item in value]
    return value.item() if hasattr(value, "item") else value

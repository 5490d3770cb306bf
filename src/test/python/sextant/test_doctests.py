"""The examples in the docstrings."""

import doctest
import importlib
import pkgutil

import pytest
import sextant

MODULES = ["sextant", *(f"sextant.{module.name}" for module in pkgutil.iter_modules(sextant.__path__))]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name, run, model):
    shared = {"MODEL": model, "RUN": run, "sextant": sextant}
    result = doctest.testmod(
        importlib.import_module(name), extraglobs=shared, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    assert result.failed == 0


def test_there_are_examples():
    found = [test for name in MODULES for test in doctest.DocTestFinder().find(importlib.import_module(name)) if test.examples]
    assert len(found) > 12

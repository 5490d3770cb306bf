"""The tests run against the installed wheel, with tiny checkpoints: SEXTANT_TEST_MODEL, SEXTANT_TEST_MASKED_LM."""

import os
import random

import matplotlib
import pandas
import pytest

matplotlib.use("Agg")
import sextant  # noqa: E402

WORDS = "the a cat cats dog dogs sat sits on mat was not tired and it slept all day".split()


@pytest.fixture(scope="session")
def model():
    return os.environ["SEXTANT_TEST_MODEL"]


@pytest.fixture(scope="session")
def masked_lm():
    """A checkpoint with a masked-LM head."""
    return os.environ["SEXTANT_TEST_MASKED_LM"]


@pytest.fixture(scope="session")
def pairs():
    """40 pairs, some of whose words are the same."""
    draw = random.Random(3)
    sentence = lambda: " ".join(draw.choices(WORDS, k=draw.randint(3, 8))) + " ."  # noqa: E731
    return pandas.DataFrame({"sentence_a": [sentence() for _ in range(40)], "sentence_b": [sentence() for _ in range(40)]})


@pytest.fixture(scope="session")
def run(pairs, model, tmp_path_factory):
    return sextant.profile(pairs, model=model, output=tmp_path_factory.mktemp("runs") / "pandas", progress=False)

import sys
import types

import pytest
import sextant
from sextant import _model


@pytest.fixture
def asked(monkeypatch):
    """Stands for huggingface_hub, with a cache that is empty, and a hub that has every model."""
    calls = []

    def snapshot_download(name, *, local_files_only, allow_patterns):
        calls.append((name, local_files_only))
        if local_files_only:
            raise FileNotFoundError("the snapshot is not cached")
        return f"/cache/{name}"

    monkeypatch.setitem(sys.modules, "huggingface_hub", types.SimpleNamespace(snapshot_download=snapshot_download))
    monkeypatch.setattr(_model, "find_spec", lambda name: name)
    return calls


def test_a_name_is_looked_for_in_the_cache_and_fetched_only_when_asked(asked):
    with pytest.raises(sextant.SextantError, match="not in Hugging Face's cache: download=True fetches it"):
        _model.folder("org/bert", download=False)
    assert _model.folder("org/bert", download=True) == "/cache/org/bert"
    assert asked == [("org/bert", True), ("org/bert", False)]


def test_a_folder_or_an_address_is_no_name(asked, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org").mkdir()
    for place in ("org", str(tmp_path), "./absent", "hdfs://host/bert"):
        assert _model.folder(place, download=True) == place
    assert asked == []

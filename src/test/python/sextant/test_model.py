"""Names of models in a cache that is laid out as huggingface_hub documents it."""

import os
import shutil

import huggingface_hub
import pytest
import sextant
from sextant import _model

COMMIT = "5c38ec7c405ec4b44b94cc5a9bb96e735b38267a"


@pytest.fixture
def cache(model, tmp_path, monkeypatch):
    """A cache with the model org/bert: blobs, a snapshot of links to them, and a reference to the snapshot."""
    repository = tmp_path / "hub" / "models--org--bert"
    snapshot = repository / "snapshots" / COMMIT
    for folder in (repository / "blobs", repository / "refs", snapshot):
        folder.mkdir(parents=True)
    (repository / "refs" / "main").write_text(COMMIT)
    for i, file in enumerate(sorted(os.listdir(model))):
        shutil.copy(os.path.join(model, file), repository / "blobs" / f"{i:040x}")
        (snapshot / file).symlink_to(f"../../blobs/{i:040x}")
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    return snapshot


def test_a_name_is_found_in_the_cache(cache, run, pairs, tmp_path):
    assert _model.folder("org/bert", download=False) == str(cache)
    named = sextant.profile(pairs, model="org/bert", output=tmp_path / "run", progress=False)
    assert named.arrow("head_patterns") == run.arrow("head_patterns")
    assert named.manifest["model"]["name"] == "org/bert"


def test_a_name_that_is_not_there_is_fetched_only_when_asked(cache, monkeypatch):
    with pytest.raises(sextant.SextantError, match="org/other is no folder and is not in Hugging Face's cache: download=True"):
        _model.folder("org/other", download=False)
    asked = []
    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda name, **how: asked.append((name, how)) or "/fetched")
    assert _model.folder("org/other", download=True) == "/fetched"
    assert [(name, how["local_files_only"]) for name, how in asked] == [("org/other", False)]


def test_a_hub_that_cannot_be_reached_is_one_line(cache, monkeypatch):
    monkeypatch.setattr(huggingface_hub.constants, "ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(sextant.SextantError, match="could not be fetched") as raised:
        _model.folder("org/other", download=True)
    assert len(str(raised.value).splitlines()) == 1


def test_a_folder_or_an_address_is_no_name(cache, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org").mkdir()
    for place in ("org", str(tmp_path), "./absent", "hdfs://host/bert"):
        assert _model.folder(place, download=True) == place

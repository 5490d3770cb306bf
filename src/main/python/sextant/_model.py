from __future__ import annotations

import os
from importlib.util import find_spec

from sextant._error import SextantError

# What a checkpoint needs; a repository may also hold the same weights in other frameworks' formats.
_FILES = ["*.json", "*.txt", "*.model", "*.safetensors", "*/config.json"]


def folder(model: str | os.PathLike[str], download: bool) -> str:
    """The place of a model: a path or address as it is, or a name on Hugging Face's hub in its local cache.

    Args:
        model: A path, an address, or a name such as ``google-bert/bert-base-uncased``.
        download: Whether a model that is not in the cache is fetched from the hub.

    Raises:
        SextantError: It is to be fetched and cannot be.

    >>> folder("s3a://bucket/bert", download=False)
    's3a://bucket/bert'
    """
    place = os.path.expanduser(os.fspath(model))
    if "://" in place or os.path.exists(place) or os.path.isabs(place) or place.startswith("."):
        return place
    if find_spec("huggingface_hub") is None:
        if download:
            raise SextantError("download=True needs huggingface_hub: pip install huggingface_hub")
        # Java looks into the cache too.
        return place
    from huggingface_hub import snapshot_download

    try:
        path: str = snapshot_download(place, local_files_only=not download, allow_patterns=_FILES)
        return path
    except Exception as error:
        what = "could not be fetched" if download else "is no folder and is not in Hugging Face's cache"
        hint = str(error).strip().splitlines()[0] if download else "download=True fetches it"
        raise SextantError(f"the model {place} {what}: {hint}") from error

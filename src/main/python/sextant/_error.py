from __future__ import annotations


class SextantError(Exception):
    """A setting, the input, the model or a folder cannot be used; the message says what to do."""

from __future__ import annotations

import html
import webbrowser
from pathlib import Path

_HEIGHT = 720


class Page:
    """A page of HTML that needs no other file. Jupyter and VS Code show it in the notebook.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def html(self) -> str:
        """The page's text."""
        return self.path.read_text(encoding="utf-8")

    def open(self) -> None:
        """Shows the page in the browser."""
        webbrowser.open(self.path.resolve().as_uri())

    def __repr__(self) -> str:
        return f"Page({str(self.path)!r})"

    def _repr_html_(self) -> str:
        # A frame keeps the page's styles and scripts from the notebook's.
        return (
            f'<iframe srcdoc="{html.escape(self.html())}" width="100%" height="{_HEIGHT}" '
            'style="border: 0" sandbox="allow-scripts allow-downloads"></iframe>'
        )

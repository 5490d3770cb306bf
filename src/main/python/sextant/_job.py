"""A job in the JVM, followed from here."""

from __future__ import annotations

import signal
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sextant._error import SextantError

_POLL_MILLISECONDS = 200


class Interrupt:
    """How often Ctrl-C was pressed."""

    presses = 0


@contextmanager
def interrupt() -> Iterator[Interrupt]:
    """Notes Ctrl-C instead of raising it, because Py4J's connection does not survive a call that is cut off.

    When the block ends, KeyboardInterrupt is raised if Ctrl-C was pressed and nothing else is raised.
    """
    seen = Interrupt()
    if threading.current_thread() is not threading.main_thread():
        # Python runs handlers of signals in the main thread only.
        yield seen
        return

    def note(*_: Any) -> None:
        seen.presses += 1

    before = signal.signal(signal.SIGINT, note)
    try:
        yield seen
    finally:
        signal.signal(signal.SIGINT, before)
    if seen.presses:
        raise KeyboardInterrupt


def follow(start: Any, *, progress: bool, resume: str) -> tuple[str, list[str]]:
    """Starts a job, shows how far it is, and returns its result and what it said, line by line.

    Args:
        start: Starts the job and returns it.
        progress: Whether a bar shows it.
        resume: What to do to continue a job that was interrupted.

    Raises:
        SextantError: The job failed.
        KeyboardInterrupt: Ctrl-C was pressed. The job has stopped, and its folder is free.
    """
    log: list[str] = []
    with _bar(progress) as bar, interrupt() as seen:
        job = start()
        while not job.hasEnded(_POLL_MILLISECONDS):
            log += _show(bar, job)
            if seen.presses > 1:
                raise KeyboardInterrupt("pressed twice: the job is still stopping, and its folder is in use until then")
            if seen.presses:
                job.cancel()
        log += _show(bar, job)
        fault, result = job.fault(), job.result()
        if seen.presses and result is None:
            raise KeyboardInterrupt(f"the job has stopped: {resume}")
    if fault is not None:
        raise SextantError(fault)
    return str(result), log


def _bar(progress: bool) -> Any:
    """A bar: a widget in a notebook with ipywidgets, and otherwise text, without tqdm's advice to install these."""
    from tqdm import TqdmWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", TqdmWarning)
        from tqdm.auto import tqdm
    return tqdm(unit=" pairs", disable=not progress)


def _show(bar: Any, job: Any) -> list[str]:
    """Shows the news of a job on a bar, and returns its new lines."""
    lines: list[str] = job.news().splitlines()
    if lines:
        bar.set_description_str(lines[-1][:60], refresh=False)
    total = job.total()
    if total:
        if bar.total != total:
            # Not an assignment, which a notebook's widget does not see. The clock starts again, so speed is that of pairs.
            bar.reset(total)
        bar.n = job.done()
    bar.refresh()
    return lines

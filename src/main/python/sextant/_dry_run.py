from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, repr=False)
class DryRun:
    """What a run would take. It prints as ``sextant profile --dry-run`` does.

    Attributes:
        pairs: Rows of the input.
        mean_tokens: Mean number of tokens of a pair.
        longest: Tokens of the longest pair.
        pairs_per_second: Pairs that a core profiles in a second here.
        besides: Seconds on one core of each thing that a run does besides its chunks, by name.
        cores: Cores of this session.
        seconds: Seconds of wall time by number of cores, each as fast as those here; ``seconds[cores]`` is here.
        executor_memory: Bytes of ``spark.executor.memory`` for an executor of four cores.
        executor_overhead: Bytes of ``spark.executor.memoryOverhead`` for it.
        lines: The same in words.
    """

    pairs: int
    mean_tokens: float
    longest: int
    pairs_per_second: float
    besides: dict[str, float]
    cores: int
    seconds: dict[int, float]
    executor_memory: int
    executor_overhead: int
    lines: list[str]

    @classmethod
    def of(cls, text: str) -> DryRun:
        """Reads the JSON of the JVM."""
        said = json.loads(text)
        return cls(
            pairs=said["pairs"],
            mean_tokens=said["tokens"]["mean"],
            longest=said["tokens"]["longest"],
            pairs_per_second=said["pairsPerSecond"],
            besides=said["besides"],
            cores=said["cores"],
            seconds={int(cores): seconds for cores, seconds in said["seconds"].items()},
            executor_memory=said["executor"]["memory"],
            executor_overhead=said["executor"]["overhead"],
            lines=said["lines"],
        )

    def __repr__(self) -> str:
        return "\n".join(self.lines)

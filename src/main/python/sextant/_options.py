# Generated from the flags of the commands: mvn test -Dtest=PythonOptionsTest -Ddocuments.write=true
"""The keywords of :func:`sextant.profile` and of :meth:`sextant.Run.effects`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict


class Options(TypedDict, total=False):
    """What a run may be told; docs/settings.md says more of each."""

    ablation: str
    """What replaces the output of an ablated head: mean (its mean over the sampled pairs), or zero. Default: mean."""
    backend: str
    """The backend that runs the model: onednn (the fast backend), or nd4j (the reference backend on Deeplearning4j, float32). Default: onednn."""
    by_prediction: bool
    """Also divide the pairs by the class that the model's task head predicts, each a stratum with its own scores."""
    effect_outcome: str
    """The head whose answers effects are measured by: auto (the masked-LM head, or else the task head), masked-lm, or task. Default: auto."""
    effect_pairs: int
    """The number of pairs, sampled by a hash, on which effects are measured; 0 measures none."""
    effects: str
    """The heads whose patterns are knocked out: labelled (those that exhibit the pattern), or all. Default: labelled."""
    encoding: str
    """The encoding of text files without a byte-order mark: UTF-8 by default."""
    format: str
    """parquet, csv, tsv, jsonl; conllu; documents (one per file), document-lines (one per line); gap, mentions; a corpus by name (mnli, snli, qqp, mrpc, stsb, rte, wnli, qnli, ax, paws, sst2, cola, anli, boolq, sick, paws-x); or auto: by the extensions of the files' names, which must all indicate one format. Default: auto."""
    group: str
    """The column of groups, such as documents: the pairs of a group are one cluster in the intervals."""
    id: str
    """The column with the pairs' ids; without it, the id is a hash of the pair's text."""
    isa: str
    """The instruction set of the backend's kernels, which determines how they round: auto (the best that every machine of the run has; when a run is resumed, the one it started with), or sse41, avx2, avx2_vnni, avx512 (avx512_core), avx512_core_vnni, avx512_core_bf16, avx512_core_fp16, avx512_core_amx. Default: auto."""
    keep_chunks: bool
    """Keep the mergeable states in _chunks after a run has succeeded."""
    language: str
    """The language of the pairs as an ISO 639-1 code, which decides which words are function words. Default: en."""
    max_chunks: int
    """Stop after this many chunks, with status partial; --resume continues."""
    max_reject_rate: float
    """The run fails, after writing its tables, if a larger fraction of the rows, 0 to 1, is rejected. Default: 0.05."""
    max_tokens: int
    """The maximum length of the input in tokens; longer pairs are truncated, longest sentence first."""
    mlm_pairs: int
    """The number of pairs, sampled by a hash, on which predictive_mlm is measured, with hundreds of forward passes each; 0 is none."""
    name: str
    """The model's name in run.json, the report and comparisons; by default org/name from Hugging Face's cache, or the folder's name."""
    no_cooccurrence: bool
    """Do not count words for predictive_cooccurrence."""
    null_models: int
    """The number of untrained models whose heads are measured beside those of the model; 0 is none."""
    overwrite: bool
    """Delete the run in the output directory first."""
    pair_scores: bool
    """Also write every pair's own scores for each head to the table pair_scores, which is large."""
    patterns: Sequence[str]
    """The keys of the patterns to measure; empty is all of them."""
    pipeline: str
    """The folder of a saved, fitted Spark NLP pipeline, which provides lemmas, parts of speech and dependencies."""
    precision: str
    """The precision: auto, f32, bf16 or bf16x3; it must be supported by the backend and the processor. Default: auto."""
    quote: str
    """The quote around fields of CSV and TSV: one character, none, or \\"; by default " for CSV, none for TSV."""
    resume: bool
    """Resume the run in the output directory."""
    sentence_a: str
    """The column of the first sentence; by default sentence_a, or as published."""
    sentence_b: str
    """The column of the second sentence; by default sentence_b, if the data has it, or as published."""
    separator: str
    """The separator between fields of CSV and TSV: one character, or tab; by default a comma for CSV and a tab for TSV."""
    singles: bool
    """Profile the sentences alone: each distinct sentence of the input once, wherever it occurs."""
    text: str
    """The column of documents, which are split into pairs of adjacent sentences."""
    units: Sequence[str]
    """The units that are queries and keys: token (tokens), and word, where attention to a word is the sum over its tokens and attention from a word the mean over its tokens. Default: token."""
    until_half_width: float
    """Stop, with status succeeded, when the share that every head is judged by is known within plus or minus this (the half-width of its 95 % interval)."""
    until_patterns: Sequence[str]
    """The keys of the patterns whose shares until-half-width applies to; empty is all that carry a label."""


class EffectsOptions(TypedDict, total=False):
    """What the measurement of effects may be told."""

    ablation: str
    """What replaces the output of an ablated head: mean (its mean over the sampled pairs), or zero. Default: mean."""
    effect_outcome: str
    """The head whose answers effects are measured by: auto (the masked-LM head, or else the task head), masked-lm, or task. Default: auto."""
    effect_pairs: int
    """The number of pairs, sampled by a hash; 64 by default."""
    effects: str
    """The heads whose patterns are knocked out: labelled (those that exhibit the pattern), or all. Default: labelled."""


SETTINGS: dict[str, tuple[str, object]] = {
    "ablation": ("effects.ablation", None),
    "backend": ("attention.backend", None),
    "by_prediction": ("by-prediction", None),
    "effect_outcome": ("effects.outcome", None),
    "effect_pairs": ("effects.pairs", None),
    "effects": ("effects.heads", None),
    "encoding": ("input.encoding", None),
    "format": ("input.format", None),
    "group": ("input.group", None),
    "id": ("input.id", None),
    "isa": ("attention.isa", None),
    "keep_chunks": ("output.keep-chunks", None),
    "language": ("linguistics.language", None),
    "max_chunks": ("max-chunks", None),
    "max_reject_rate": ("input.max-reject-rate", None),
    "max_tokens": ("attention.max-tokens", None),
    "mlm_pairs": ("mlm.pairs", None),
    "name": ("model-name", None),
    "no_cooccurrence": ("cooccurrence.enabled", False),
    "null_models": ("untrained.models", None),
    "overwrite": ("output.existing", "overwrite"),
    "pair_scores": ("pair-scores", None),
    "patterns": ("patterns", None),
    "pipeline": ("input.pipeline", None),
    "precision": ("attention.precision", None),
    "quote": ("input.quote", None),
    "resume": ("output.existing", "resume"),
    "sentence_a": ("input.sentence-a", None),
    "sentence_b": ("input.sentence-b", None),
    "separator": ("input.separator", None),
    "singles": ("input.singles", None),
    "text": ("input.text", None),
    "units": ("units", None),
    "until_half_width": ("until-half-width", None),
    "until_patterns": ("until-patterns", None),
}
"""The setting that each keyword sets, and its value if the keyword is a switch; None for the keyword's own."""

EFFECTS_SETTINGS: dict[str, tuple[str, object]] = {
    "ablation": ("effects.ablation", None),
    "effect_outcome": ("effects.outcome", None),
    "effect_pairs": ("effects.pairs", None),
    "effects": ("effects.heads", None),
}
"""The same for the keywords of effects."""

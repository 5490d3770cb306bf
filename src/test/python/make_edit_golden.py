"""Makes the golden files that the tests hold edits of heads against.

For every checkpoint of make_golden.py with a masked-LM head or a task head: edits.json, with what
Hugging Face transformers makes of some inputs when hooks ablate heads or knock keys out, in
float64. An ablation replaces a head's part of what enters the output projection, by zero or by its
mean over all positions of all inputs (without masks), which the file has too. A knock-out sets
weights of a head's softmax to 0 and divides the rest of the row by its sum; where nothing is left, the
row is spread evenly over the other keys.

The outcomes of a masked-LM head are the mean cross-entropy of every third token, which is masked,
and the mean of KL(intact || edited) over the vocabulary; that of a task head is KL(intact ||
edited) of its classes or labels, or the mean absolute difference of its scores.

    venv/bin/python src/test/python/make_edit_golden.py src/test/resources/io/sextant/attention/golden

It needs what make_golden.py needs. The installed version of transformers decides which checkpoints
are asked, as it decides there which are made.
"""

import json
import sys
from contextlib import contextmanager
from pathlib import Path

import torch
import transformers
from torch.nn import functional
from transformers import AutoTokenizer

from make_golden import BY_4, BY_5, JUDGES, inputs_of, token_types

# The last part of the name of the output projection of an attention, which no other layer has.
PROJECTIONS = (
    "attention.output.dense",
    "attention.out_lin",
    "attention.attn.o",
    "attention.dense",
    "attn.Wo",
    "attn.o_proj",
    "attention.o_proj",
)


class Hooks:
    """Hooks into the layers of a model, which are told apart by the order in which they run."""

    def __init__(self, model):
        self.layers = model.config.num_hidden_layers
        self.heads = model.config.num_attention_heads
        self.contexts = None
        self.weights = []
        self.change_contexts = lambda layer, contexts: contexts
        self.change_weights = lambda layer, weights: weights
        found = [m for name, m in model.named_modules() if name.endswith(PROJECTIONS)]
        assert len(found) in (self.layers, 1), [name for name, _ in model.named_modules()]
        for module in found:
            module.register_forward_pre_hook(self.before_projection)

    def before_projection(self, module, arguments):
        layer = len(self.contexts)
        self.contexts.append(arguments[0])
        assert self.softmaxes == len(self.contexts)
        return (self.change_contexts(layer, arguments[0]),)

    @contextmanager
    def around_softmax(self):
        plain = functional.softmax

        def softmax(scores, *arguments, **options):
            weights = plain(scores, *arguments, **options)
            if weights.dim() != 4:
                return weights
            self.softmaxes += 1
            self.weights.append(weights[0])
            return self.change_weights(self.softmaxes - 1, weights)

        functional.softmax = softmax
        try:
            yield
        finally:
            functional.softmax = plain

    def run(self, model, tensors):
        self.contexts = []
        self.weights = []
        self.softmaxes = 0
        with torch.no_grad(), self.around_softmax():
            logits = model(**tensors).logits[0]
        assert self.softmaxes == len(self.contexts) == self.layers
        return logits

    def edited(self, model, tensors, edit, means):
        """Runs the model with an edit."""

        def ablate(layer, contexts):
            contexts = contexts.clone()
            width = contexts.shape[-1] // self.heads
            for of_layer, head in edit["heads"]:
                if of_layer == layer:
                    part = slice(head * width, (head + 1) * width)
                    contexts[..., part] = means[layer][part] if edit["kind"] == "mean" else 0
            return contexts

        def knock(layer, weights):
            ((of_layer, head),) = edit["heads"]
            if of_layer != layer:
                return weights
            weights = weights.clone()
            for query, keys in enumerate(edit["removed"]):
                if keys:
                    row = weights[0, head, query]
                    row[keys] = 0
                    if row.sum() == 0:
                        row[:] = 1
                        row[keys] = 0
                    row /= row.sum()
            return weights

        plain = (self.change_contexts, self.change_weights)
        if edit["kind"] == "knockout":
            self.change_weights = knock
        else:
            self.change_contexts = ablate
        try:
            return self.run(model, tensors)
        finally:
            self.change_contexts, self.change_weights = plain


def removed(n, head):
    """Two keys of every other query; none of them is the query itself."""
    keys = lambda query: {(query + 1 + head) % n, (2 * query + 3) % n} - {query}
    return [sorted(keys(query)) if query % 2 == head % 2 else [] for query in range(n)]


def emptied(weights):
    """For each query that gives all its attention to one key, that key: nothing is left of its row."""
    return [[row.argmax().item()] if (row > 0).sum() == 1 else [] for row in weights]


def emptying(weights):
    """The knock-outs of heads with such rows; [layers][heads, n, n]."""
    return [
        dict(kind="knockout", heads=[[layer, head]], removed=emptied(of_head))
        for layer, of_layer in enumerate(weights)
        for head, of_head in enumerate(of_layer)
        if any(emptied(of_head))
    ]


def edits_of(n, layers, heads):
    edits = []
    for layer in range(layers):
        for head in range(heads):
            edits.append(dict(kind="zero", heads=[[layer, head]]))
            edits.append(dict(kind="mean", heads=[[layer, head]]))
            edits.append(dict(kind="knockout", heads=[[layer, head]], removed=removed(n, head)))
    edits.append(dict(kind="mean", heads=[[layer, layer % heads] for layer in range(layers)]))
    every = [[layer, head] for layer in range(layers) for head in range(heads)]
    edits.append(dict(kind="zero", heads=every))
    return edits


def divergence(before, after):
    p, q = torch.log_softmax(before, -1), torch.log_softmax(after, -1)
    return (p.exp() * (p - q)).sum(-1).mean().item()


def outcomes(model, before, after, positions, answers):
    if positions:
        before, after = before[positions], after[positions]
        loss = functional.cross_entropy(after, torch.tensor(answers)).item()
        return [loss, divergence(before, after)]
    problem = model.config.problem_type
    if model.config.num_labels == 1 or problem == "regression":
        return [(after - before).abs().mean().item()]
    if problem == "multi_label_classification":
        pairs = [torch.stack([logits, torch.zeros_like(logits)], -1) for logits in (before, after)]
        return [divergence(*pairs) * model.config.num_labels]
    return [divergence(before, after)]


def golden(directory):
    name = json.loads((directory / "config.json").read_text())["architectures"][0]
    options = dict(attn_implementation="eager")
    model = getattr(transformers, name).from_pretrained(directory, **options).double().eval()
    tokenizer = AutoTokenizer.from_pretrained(directory, use_fast=True)
    hooks = Hooks(model)
    inputs = inputs_of(directory)
    encodings = [
        tokenizer(a, b, return_special_tokens_mask=True, **token_types(model)) for a, b in inputs
    ]
    names = [name for name in ("input_ids", "token_type_ids") if name in encodings[0]]
    tensors = [{name: torch.tensor([e[name]]) for name in names} for e in encodings]
    sums = 0
    for some in tensors:
        hooks.run(model, some)
        sums = sums + torch.stack([context[0].sum(0) for context in hooks.contexts])
    means = sums / sum(some["input_ids"].shape[1] for some in tensors)
    results = []
    for i in (0, len(inputs) - 1):
        special = encodings[i]["special_tokens_mask"]
        positions = []
        if "MaskedLM" in name:
            positions = [p for p in range(1, len(special), 3) if not special[p]]
        answers = [encodings[i]["input_ids"][p] for p in positions]
        tensors[i]["input_ids"][0, positions] = tokenizer.mask_token_id
        before = hooks.run(model, tensors[i])
        of = lambda after: outcomes(model, before, after, positions, answers)
        edits = emptying(hooks.weights) + edits_of(len(special), hooks.layers, hooks.heads)
        for edit in edits:
            edit["outcomes"] = of(hooks.edited(model, tensors[i], edit, means))
        results.append(dict(input=i, positions=positions, intact=of(before), edits=edits))
    texts = [dict(a=a, b=b) for a, b in inputs]
    file = dict(inputs=texts, means=means.tolist(), results=results)
    text = json.dumps(file, ensure_ascii=False, separators=(",", ":")).replace('{"kind"', '\n{"kind"')
    (directory / "edits.json").write_text(text, encoding="utf-8")
    print(name, len(text), results[0]["intact"], results[0]["edits"][0]["outcomes"])


def main(root, *only):
    for make in BY_5 if transformers.__version__.startswith("5.") else BY_4:
        name = make.__name__.replace("_", "-")
        folder = next((kind for kind in JUDGES if name.startswith(kind + "-")), None)
        if folder and (not only or name in only):
            golden(root / folder / name.removeprefix(folder + "-"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])

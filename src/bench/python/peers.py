"""What people run today: an encoder with every attention map out, and the same metrics in numpy.

    python peers.py MODEL_DIR SETS_JSON WORK_DIR

MODEL_DIR is a Hugging Face directory, SETS_JSON maps a set's name to its pairs' "ids", "types", "delimiters" and "masked". Reads lines
"ENGINE SET" from standard input; answers each with one line of JSON: the seconds that the set took, by the clock and
on the processor, and the shares that it found. Batches of 8 in the order of arrival, padded to the longest; one thread.
"""

import inspect
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
import onnxruntime
import torch
import transformers

BATCH = 8

# The id of [MASK] in the vocabulary of BERT, uncased.
MASK = 103

# The number of heads of a layer of which one is ablated, as in EffectEngine.
APART = 3


class Metrics:
    """Sums over queries of a head's attention: next, previous, self, delimiters, entropy. [layers, heads] each."""

    NAMES = ("next", "previous", "self", "delimiter", "entropy")

    def __init__(self, layers, heads):
        self.sums = np.zeros((len(self.NAMES), layers, heads))
        self.queries = np.zeros(len(self.NAMES))

    def add(self, maps, lengths, delimiters):
        """maps: [layers][batch, heads, T, T]; lengths: [batch]; delimiters: a list of positions per pair."""
        for b, n in enumerate(lengths):
            content = np.ones(n, dtype=bool)
            content[delimiters[b]] = False
            positions = np.flatnonzero(content)
            following = positions[np.isin(positions + 1, positions)]
            leading = positions[np.isin(positions - 1, positions)]
            for layer, layer_maps in enumerate(maps):
                a = layer_maps[b, :, :n, :n]
                self.sums[0, layer] += a[:, following, following + 1].sum(axis=1)
                self.sums[1, layer] += a[:, leading, leading - 1].sum(axis=1)
                self.sums[2, layer] += a[:, positions, positions].sum(axis=1)
                rows = a[:, positions]
                self.sums[3, layer] += rows[:, :, delimiters[b]].sum(axis=(1, 2))
                self.sums[4, layer] -= (rows * np.log(np.maximum(rows, 1e-30))).sum(axis=(1, 2))
            self.queries += (len(following), len(leading)) + (len(positions),) * 3

    def shares(self):
        return {
            name: (self.sums[k] / max(1, self.queries[k])).round(6).tolist() for k, name in enumerate(self.NAMES)
        }


class Torch:
    def __init__(self, directory, dtype):
        self.model = transformers.AutoModel.from_pretrained(
            directory, attn_implementation="eager", dtype=dtype
        ).eval()
        if hasattr(self.model, "pooler"):
            self.model.pooler = None
        self.takes_types = "token_type_ids" in inspect.signature(self.model.forward).parameters

    @torch.inference_mode()
    def maps(self, ids, types, mask):
        more = dict(token_type_ids=torch.from_numpy(types)) if self.takes_types else dict()
        out = self.model(
            **more,
            input_ids=torch.from_numpy(ids),
            attention_mask=torch.from_numpy(mask),
            output_attentions=True,
        )
        return [attention.float().numpy() for attention in out.attentions]


class OnnxRuntime:
    """The same graph, exported once, with the softmax outputs exposed."""

    def __init__(self, directory, work):
        path = os.path.join(work, "bert.onnx")
        if not os.path.exists(path):
            self.export(directory, path)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    @staticmethod
    def export(directory, path):
        class Attentions(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.bert = Torch(directory, torch.float32).model

            def forward(self, ids, types, mask):
                out = self.bert(
                    input_ids=ids, token_type_ids=types, attention_mask=mask, output_attentions=True
                )
                return out.attentions

        example = torch.ones((2, 9), dtype=torch.int64)
        model = Attentions()
        names = [f"attention_{k}" for k in range(model.bert.config.num_hidden_layers)]
        axes = {0: "batch", 1: "tokens"}
        torch.onnx.export(
            model,
            (example, example * 0, example),
            path,
            input_names=["ids", "types", "mask"],
            output_names=names,
            dynamic_axes={
                "ids": axes,
                "types": axes,
                "mask": axes,
                **{name: {0: "batch", 2: "tokens", 3: "keys"} for name in names},
            },
            opset_version=17,
            dynamo=False,
        )

    def maps(self, ids, types, mask):
        return self.session.run(None, {"ids": ids, "types": types, "mask": mask})


class Ablations:
    """The effects of heads: with a hook, each is ablated by zero in a pass of its own. The logits are computed
    at the masked positions only."""

    def __init__(self, directory):
        self.model = transformers.AutoModelForMaskedLM.from_pretrained(directory).eval()
        self.ablated = None
        for layer, module in enumerate(self.model.bert.encoder.layer):
            module.attention.output.dense.register_forward_pre_hook(self.hook(layer))

    def hook(self, layer):
        def ablate(module, arguments):
            if self.ablated is None or self.ablated[0] != layer:
                return None
            contexts = arguments[0].clone()
            width = contexts.shape[-1] // self.model.config.num_attention_heads
            contexts[..., self.ablated[1] * width : (self.ablated[1] + 1) * width] = 0
            return (contexts,)

        return ablate

    @torch.inference_mode()
    def logs(self, ids, types, mask, rows, positions):
        states = self.model.bert(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        return torch.log_softmax(self.model.cls(states[rows, positions]), dim=-1)

    def effects(self, ids, types, mask, masked):
        """The sums over the pairs of the loss and of the divergence that each head costs. [layers, heads] each."""
        rows = torch.tensor([row for row, some in enumerate(masked) for _ in some])
        positions = torch.tensor([position for some in masked for position in some])
        weights = torch.tensor([1 / len(some) for some in masked for _ in some])
        ids, types, mask = (torch.from_numpy(array) for array in (ids, types, mask))
        answers = ids[rows, positions]
        ids[rows, positions] = MASK
        self.ablated = None
        before = self.logs(ids, types, mask, rows, positions)
        config = self.model.config
        loss = np.zeros((config.num_hidden_layers, config.num_attention_heads))
        divergence = np.zeros_like(loss)
        for layer, head in np.ndindex(loss.shape):
            if head % APART:
                continue
            self.ablated = (layer, head)
            after = self.logs(ids, types, mask, rows, positions)
            change = (before - after).gather(1, answers[:, None])[:, 0]
            loss[layer, head] = (weights * change).sum()
            divergence[layer, head] = (weights * (before.exp() * (before - after)).sum(-1)).sum()
        return loss, divergence


class Effects:
    """Sums over pairs of the effects of heads. [layers, heads] each."""

    def __init__(self):
        self.sums = 0
        self.pairs = 0

    def add(self, effects, pairs):
        self.sums = self.sums + np.stack(effects)
        self.pairs += pairs

    def shares(self):
        return dict(zip(("effect", "kl"), (self.sums / self.pairs).round(6).tolist()))


def run(engine, pairs, shape):
    ablates = isinstance(engine, Ablations)
    metrics = Effects() if ablates else Metrics(*shape)
    start, start_on_processor = time.perf_counter(), time.process_time()
    for first in range(0, len(pairs), BATCH):
        batch = pairs[first : first + BATCH]
        lengths = [len(pair["ids"]) for pair in batch]
        ids = np.zeros((len(batch), max(lengths)), dtype=np.int64)
        types, mask = np.zeros_like(ids), np.zeros_like(ids)
        for row, pair in enumerate(batch):
            ids[row, : lengths[row]] = pair["ids"]
            types[row, : lengths[row]] = pair["types"]
            mask[row, : lengths[row]] = 1
        if ablates:
            metrics.add(engine.effects(ids, types, mask, [pair["masked"] for pair in batch]), len(batch))
        else:
            metrics.add(engine.maps(ids, types, mask), lengths, [pair["delimiters"] for pair in batch])
    return {
        "seconds": time.perf_counter() - start,
        "processor_seconds": time.process_time() - start_on_processor,
        "shares": metrics.shares(),
    }


def main():
    directory, sets_file, work = sys.argv[1:4]
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    transformers.utils.logging.set_verbosity_error()
    config = transformers.AutoConfig.from_pretrained(directory)
    shape = (config.num_hidden_layers, config.num_attention_heads)
    with open(sets_file, encoding="utf-8") as file:
        sets = json.load(file)
    makers = {
        "torch-f32": lambda: Torch(directory, torch.float32),
        "torch-bf16": lambda: Torch(directory, torch.bfloat16),
        "onnxruntime-f32": lambda: OnnxRuntime(directory, work),
        "torch-ablations": lambda: Ablations(directory),
    }
    versions = {"torch": torch.__version__, "transformers": transformers.__version__,
                "onnxruntime": onnxruntime.__version__, "numpy": np.__version__}
    print(json.dumps(versions), flush=True)
    engines = {}
    for line in sys.stdin:
        name, chosen = line.split()
        if name not in engines:
            engines[name] = makers[name]()
        print(json.dumps(run(engines[name], sets[chosen], shape)), flush=True)


if __name__ == "__main__":
    main()

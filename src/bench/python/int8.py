"""Fake-quantized (u8 x s8) BERT-Base: how far do the heads' mean attention shares move?

Needs what a benchmark with --python leaves in its folder (BENCH, by default target/bench): hugging-face/ and sets.json.

    python int8.py check            our f32 forward against transformers' attentions, and against float64
    python int8.py run NAME...      measures the named schemes (see scheme()), appends to int8.jsonl
    python int8.py table            the results as a table

A scheme's name: parts joined by "+":
  t8 | r8            int8, activations u8 asymmetric per tensor (one pair) | per row (token); weights s8 per channel
  bf16 | f32         no int8
  w8 | a8            diagnostics: only the weights, only the activations (per row), quantized
  kN                 the N input columns of greatest calibrated |x| in bf16 (KN: the same, 4N for FFN2's 3072)
  n=x:8,o:0,f1:8,f2:128   the number of bf16 columns by input (x: that of q, k, v)
  by=max|rms|wmax    how they're ranked: greatest |x|; root mean square; greatest |x| times greatest |w|
  bc                 bias correction: (W - Wq) mean(x), from calibration, goes into the bias
  sA                 SmoothQuant with exponent A/100
  only=f1,f2         kinds in int8 (q,k,v,o,f1,f2); the rest bf16 (rest f32 with "restf32")
  skipL              the first L layers in bf16;  lastL: only the last L layers in int8
"""
import json, os, sys, time
os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np, torch
import torch.nn.functional as F
from safetensors.torch import load_file
torch.set_num_threads(1); torch.set_num_interop_threads(1); torch.set_grad_enabled(False)

BENCH = os.environ.get("BENCH", "target/bench")
DIR = BENCH + "/hugging-face"
PAIRS = json.load(open(BENCH + "/sets.json"))["mixed"]
CALIBRATION = 16
if os.environ.get("ROTATE"): PAIRS = PAIRS[int(os.environ["ROTATE"]):] + PAIRS[:int(os.environ["ROTATE"])]  # other calibration pairs
OUT = os.environ.get("OUT", BENCH + "/int8.jsonl")
KINDS = ("q", "k", "v", "o", "f1", "f2")
UNITS = {"q": 1, "k": 1, "v": 1, "o": 1, "f1": 4, "f2": 4}
NAMES = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
         "o": "attention.output.dense", "f1": "intermediate.dense", "f2": "output.dense"}
INPUT = {"q": "x", "k": "x", "v": "x", "o": "o", "f1": "f1", "f2": "f2"}  # q, k, v read the same input
L, H, D = 12, 12, 64

raw = load_file(DIR + "/model.safetensors")
P = {(n[5:] if n.startswith("bert.") else n): v.float() for n, v in raw.items()}
W = {(l, k): P[f"encoder.layer.{l}.{NAMES[k]}.weight"] for l in range(L) for k in KINDS}
B = {(l, k): P[f"encoder.layer.{l}.{NAMES[k]}.bias"] for l in range(L) for k in KINDS}
bf = lambda x: x.bfloat16().float()

def ln(x, n, p):
    return F.layer_norm(x, (768,), p[n + ".weight"], p[n + ".bias"], 1e-12)

def forward(pair, linear, p=P):
    """[L] of [H, T, T]; linear(l, kind, x). The last layer's v, o, f1, f2 touch no attention: not computed."""
    ids, types = torch.tensor(pair["ids"]), torch.tensor(pair["types"])
    T = len(ids)
    x = (p["embeddings.word_embeddings.weight"][ids] + p["embeddings.token_type_embeddings.weight"][types]
         + p["embeddings.position_embeddings.weight"][:T])
    x = ln(x, "embeddings.LayerNorm", p)
    maps = []
    for l in range(L):
        q, k = (linear(l, n, x).view(T, H, D).transpose(0, 1) for n in "qk")
        a = torch.softmax(q @ k.transpose(1, 2) / 8, -1)
        maps.append(a)
        if l == L - 1:
            break
        v = linear(l, "v", x).view(T, H, D).transpose(0, 1)
        c = (a @ v).transpose(0, 1).reshape(T, 768)
        x = ln(x + linear(l, "o", c), f"encoder.layer.{l}.attention.output.LayerNorm", p)
        x = ln(x + linear(l, "f2", F.gelu(linear(l, "f1", x))), f"encoder.layer.{l}.output.LayerNorm", p)
    return torch.stack(maps)

METRICS = ("next", "previous", "self", "delimiter", "entropy")

def sums(a, delimiters):
    """a: [L, H, T, T] -> sums [5, L, H], queries [5]; as peers.py."""
    a = a.double().numpy(); n = a.shape[-1]
    content = np.ones(n, bool); content[delimiters] = False
    pos = np.flatnonzero(content)
    fol, lead = pos[np.isin(pos + 1, pos)], pos[np.isin(pos - 1, pos)]
    rows = a[:, :, pos]
    s = np.stack([a[:, :, fol, fol + 1].sum(2), a[:, :, lead, lead - 1].sum(2), a[:, :, pos, pos].sum(2),
                  rows[..., delimiters].sum((2, 3)), -(rows * np.log(np.maximum(rows, 1e-30))).sum((2, 3))])
    return s, np.array([len(fol), len(lead)] + [len(pos)] * 3, float)

def plain(l, k, x):
    return F.linear(x, W[l, k], B[l, k])

def calibrate():
    m = {}
    def linear(l, k, x):
        key = (l, INPUT[k]); c = x.abs().amax(0)
        m[key] = torch.maximum(m[key], c) if key in m else c
        if k not in "kv":
            for name, c in (("rms", (x * x).sum(0)), ("mean", x.sum(0))):
                m[key + (name,)] = m.get(key + (name,), 0) + c
        return plain(l, k, x)
    for pair in PAIRS[:CALIBRATION]:
        forward(pair, linear)
    n = sum(len(pair["ids"]) for pair in PAIRS[:CALIBRATION])
    for key in [key for key in m if len(key) == 3]:
        m[key] = (m[key] / n).sqrt() if key[2] == "rms" else m[key] / n
    return m

def quant_w(w):
    s = w.abs().amax(1, keepdim=True).clamp_min(1e-12) / 127
    return (w / s).round().clamp(-127, 127) * s

def quant_x(x, per_row):
    lo, hi = (x.amin(1, keepdim=True), x.amax(1, keepdim=True)) if per_row else (x.min(), x.max())
    lo, hi = lo.clamp_max(0), hi.clamp_min(0)
    s = (hi - lo).clamp_min(1e-12) / 255
    z = (-lo / s).round()
    return ((x / s).round() + z).clamp(0, 255).sub(z) * s

def scheme(name, cal):
    parts = name.split("+")
    act = {"t8": "t", "r8": "r", "w8": None, "a8": "r"}.get(parts[0])
    int8 = parts[0] in ("t8", "r8", "w8", "a8")
    k, k4, alpha, only, skip, rest = 0, False, None, KINDS, range(L), "bf16"
    first, stop = 0, L
    by_input, by, bc = {}, "max", False
    for q in parts[1:]:
        if q.startswith("only="): only = q[5:].split(",")
        elif q.startswith("skip"): first = int(q[4:])
        elif q.startswith("upto"): stop = int(q[4:])
        elif q.startswith("n="): by_input = {a.split(":")[0]: int(a.split(":")[1]) for a in q[2:].split(",")}
        elif q.startswith("by="): by = q[3:]
        elif q == "bc": bc = True
        elif q == "restf32": rest = "f32"
        elif q[0] in "kK": k, k4 = int(q[1:]), q[0] == "K"
        elif q[0] == "s": alpha = int(q[1:]) / 100
        else: raise ValueError(q)
    ops, total, in8 = {}, 0., 0.
    for l in range(L):
        for kind in KINDS:
            if l == L - 1 and kind not in "qk": continue
            w, units = W[l, kind], UNITS[kind]; total += units
            if not (int8 and kind in only and first <= l < stop):
                mode = rest if int8 else parts[0]
                ops[l, kind] = ("bf16", bf(w)) if mode == "bf16" else ("f32", w)
                continue
            m = cal[l, INPUT[kind]]
            kk = k * 4 if k4 and kind == "f2" else k
            hot = torch.zeros(w.shape[1], dtype=torch.bool)
            kk = by_input.get(INPUT[kind], kk)
            rank = {"max": m, "rms": cal[l, INPUT[kind], "rms"], "wmax": m * w.abs().amax(0)}[by]
            if kk: hot[rank.topk(kk).indices] = True
            s = None
            if alpha is not None:
                mates = [j for j in KINDS if INPUT[j] == INPUT[kind]]
                wm = torch.stack([W[l, j].abs().amax(0) for j in mates]).amax(0)
                s = (m.clamp_min(1e-5) ** alpha / wm.clamp_min(1e-5) ** (1 - alpha)).clamp_min(1e-5)
                w = w * s
            wq = w if parts[0] == "a8" else torch.where(hot, bf(w), quant_w(w.masked_fill(hot, 0)))
            bias = B[l, kind]
            if bc:
                mean = cal[l, INPUT[kind], "mean"]
                bias = bias + W[l, kind] @ mean - wq @ (mean if s is None else mean / s)
            ops[l, kind] = ("int8", wq, hot, s, bias)
            in8 += units * (1 - kk / w.shape[1])
    def linear(l, kind, x):
        op = ops[l, kind]
        if op[0] == "f32": return F.linear(x, op[1], B[l, kind])
        if op[0] == "bf16": return F.linear(bf(x), op[1], B[l, kind])
        _, wq, hot, s, bias = op
        if s is not None: x = x / s
        if act is not None:
            x = torch.where(hot, bf(x), quant_x(x.masked_fill(hot, 0), act == "r"))
        return F.linear(x, wq, bias)
    return linear, in8 / total

def measure(name, cal, ref):
    t = time.time()
    linear, fraction = scheme(name, cal)
    S, Q, R, worst = [], [], [], (0, None)
    for i, pair in enumerate(PAIRS):
        a = forward(pair, linear)
        e = (a - ref[i][0]).abs(); v = e.max().item()
        if v > worst[0]:
            w = np.unravel_index(e.argmax().item(), e.shape); worst = (v, [i] + [int(z) for z in w])
        s, q = sums(a, pair["delimiters"]); S.append(s); Q.append(q); R.append(ref[i][1])
    S, Q, R = np.array(S), np.array(Q), np.array(R)
    out = {"scheme": name, "fraction": fraction, "weight": worst}
    for label, sel in (("all", slice(0, None)), ("held", slice(CALIBRATION, None))):
        d = np.abs((S - R)[sel].sum(0) / Q[sel].sum(0)[:, None, None])
        out[label] = {m: {"worst": d[j].max(), "at": [int(z) + 1 for z in np.unravel_index(d[j].argmax(), (L, H))],
                          "over": int((d[j] > 5e-3).sum()), "median": float(np.median(d[j]))} for j, m in enumerate(METRICS)}
        out[label]["over_shares"] = int((d[:4] > 5e-3).any(0).sum())
        out[label]["over_any"] = int((d > 5e-3).any(0).sum())
        out[label]["by_layer_shares"] = d[:4].max((0, 2)).tolist()
        out[label]["by_layer_entropy"] = d[4].max(1).tolist()
    per = np.abs((S - R) / Q[:, :, None, None])
    out["one_pair"] = [float(per[:, :4].max()), float(per[:, 4].max())]
    out["seconds"] = time.time() - t
    return out

def check():
    import transformers
    m = transformers.BertModel.from_pretrained(DIR, attn_implementation="eager", dtype=torch.float32, add_pooling_layer=False).eval()
    P64 = {n: v.double() for n, v in P.items()}
    def linear64(l, k, x):
        return F.linear(x, P64[f"encoder.layer.{l}.{NAMES[k]}.weight"], P64[f"encoder.layer.{l}.{NAMES[k]}.bias"])
    e1 = e2 = 0; S = []
    for pair in PAIRS:
        a = forward(pair, plain)
        o = m(input_ids=torch.tensor([pair["ids"]]), token_type_ids=torch.tensor([pair["types"]]), output_attentions=True)
        e1 = max(e1, (a - torch.cat(o.attentions)).abs().max().item())
        b = forward(pair, linear64, P64)
        assert b.dtype == torch.float64
        e2 = max(e2, (a - b).abs().max().item())
        sa, q = sums(a, pair["delimiters"]); sb, _ = sums(b, pair["delimiters"]); S.append((sa - sb, q))
    d = np.abs(sum(s for s, _ in S) / sum(q for _, q in S)[:, None, None])
    print("ours f32 against transformers, all 64 pairs, greatest weight difference", e1)
    print("ours f32 against float64: weight", e2, "shares", dict(zip(METRICS, d.max((1, 2)).tolist())))

def table():
    rows = {}
    for line in open(OUT):
        r = json.loads(line); rows[r["scheme"]] = r
    print("scheme | int8 fraction | next prev self delim entropy (worst, layer.head) | heads over n/p/s/d/e, any share, any | worst weight | held-out worst share, entropy | one pair share, entropy")
    for r in rows.values():
        a, h = r["all"], r["held"]
        print(f"{r['scheme']:28s} {r['fraction']:.3f} | " + " ".join(f"{a[m]['worst']:.4f}({a[m]['at'][0]}.{a[m]['at'][1]})" for m in METRICS)
              + " | " + "/".join(str(a[m]["over"]) for m in METRICS) + f" {a['over_shares']} {a['over_any']} | {r['weight'][0]:.3f} | "
              + f"{max(h[m]['worst'] for m in METRICS[:4]):.4f} {h['entropy']['worst']:.4f} | {r['one_pair'][0]:.3f} {r['one_pair'][1]:.3f}", flush=True)

def main():
    if sys.argv[1] == "check": return check()
    if sys.argv[1] == "table": return table()
    cal = calibrate()
    ref = []
    for pair in PAIRS:
        a = forward(pair, plain); ref.append((a, sums(a, pair["delimiters"])[0]))
    for name in sys.argv[2:]:
        r = measure(name, cal, ref)
        with open(OUT, "a") as f: f.write(json.dumps(r) + "\n")
        a = r["all"]
        print(name, round(r["fraction"], 3), {m: round(float(a[m]["worst"]), 5) for m in METRICS}, a["over_shares"], a["over_any"], round(r["weight"][0], 3), round(r["seconds"], 1), flush=True)

main()

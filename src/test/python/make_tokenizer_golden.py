"""Makes the golden file that the tests hold Sextant's reading of tokenizers' files against.

For every case the files of a folder that decide its tokenizer, and what AutoTokenizer of Hugging
Face transformers makes of some sentences with it: tokens and ids. No weights and no torch.

    python -m venv venv && venv/bin/pip install transformers==5.24.0
    venv/bin/python src/test/python/make_tokenizer_golden.py \
        src/test/resources/io/sextant/bert/tokenizers.json

transformers 4.57.6 makes the same of all but "added_tokens.json": there it looks for special tokens in
the text as it stands, transformers 5 in the lower-cased text. The tests do not need Python.
"""

import json
import sys
import tempfile
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import AutoTokenizer

WORDS = "the cat sat on a mat The Cat café cafe Café Cafe CAFÉ é e ä a ok OK ##s ##k ##K . , ! < > [ ] 苹 果 苹果 [unused1] ##e1 1 new"
VOCABULARY = list(dict.fromkeys(
    ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS.split()]
    + [c for c in "abcdefghijklmnopqrstuvwxyz"] + ["##" + c for c in "abcdefghijklmnopqrstuvwxyz"]
))  # fmt: skip
SIZE = len(VOCABULARY)

SENTENCES = [
    ("The cat sat on a mat.", "Café cafe CAFÉ!"),
    ("the <e1> cat, The<e2> mat", "a <E1>< e1 > <e1>s NEW new"),
    ("苹果 ok OKs", "the [unused1]cat [NEW][new] cats"),
    ("e\u0301 é ä", None),
]

BERT = {"model_type": "bert"}
ADDED = {"lstrip": False, "rstrip": False, "single_word": False, "normalized": False, "special": True}


def vocabulary():
    return "".join(token + "\n" for token in VOCABULARY)


def special(tokenizer):
    tokenizer.add_special_tokens(VOCABULARY[:5])
    return tokenizer


def token(lowercase, strip_accents=None, chinese=True):
    tokenizer = Tokenizer(models.WordPiece({p: i for i, p in enumerate(VOCABULARY)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(
        lowercase=lowercase, strip_accents=strip_accents, handle_chinese_chars=chinese
    )
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS]:0 $A:0 [SEP]:0",
        pair="[CLS]:0 $A:0 [SEP]:0 $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    return special(tokenizer).to_str()


def byte_level(prefix_space):
    tokens = ["<s>", "<pad>", "</s>", "<unk>", "<mask>", *sorted(pre_tokenizers.ByteLevel.alphabet())]
    tokens += ["he", "Ġt", "Ġthe", "at"]
    tokenizer = Tokenizer(models.BPE({p: i for i, p in enumerate(tokens)}, [("h", "e"), ("Ġ", "t"), ("Ġt", "he"), ("a", "t")]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=prefix_space)
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), True, prefix_space)
    tokenizer.add_special_tokens(tokens[:5])
    return tokenizer.to_str()


def vocab_only(config=None, **files):
    named = {name.replace("__", "."): value for name, value in files.items()}
    if config is not None:
        named["tokenizer_config.json"] = config
    return {"config.json": BERT, "vocab.txt": vocabulary(), **named}


def given(tokenizer, config=None, model=BERT):
    files = {"config.json": model, "tokenizer.json": json.loads(tokenizer)}
    if config is not None:
        files["tokenizer_config.json"] = config
    return files


CASES = {
    "vocab.txt alone is lower-cased": vocab_only(),
    "vocab.txt, no do_lower_case": vocab_only({"model_max_length": 512}),
    "vocab.txt, cased": vocab_only({"do_lower_case": False}),
    "vocab.txt, lower-cased with accents": vocab_only({"do_lower_case": True, "strip_accents": False}),
    "vocab.txt, cased without accents": vocab_only({"do_lower_case": False, "strip_accents": True}),
    "vocab.txt, Chinese characters are not parted": vocab_only({"tokenize_chinese_chars": False}),
    "vocab.txt, class in config.json": {
        **vocab_only(), "config.json": {**BERT, "tokenizer_class": "BertTokenizerFast"},
    },
    "vocab.txt, DistilBERT": {**vocab_only({"tokenizer_class": "DistilBertTokenizer"}), "config.json": {"model_type": "distilbert"}},
    "vocab.txt, ELECTRA": {**vocab_only({"do_lower_case": False}), "config.json": {"model_type": "electra"}},
    "added_tokens.json": vocab_only(
        {"tokenizer_class": "BertTokenizer"},
        added_tokens__json={"<e1>": SIZE, "[NEW]": SIZE + 1, "<e2>": SIZE + 2},
        special_tokens_map__json={"additional_special_tokens": ["<e1>", "[NEW]"]},
    ),
    "additional special tokens, one a token, one new": vocab_only(
        {}, special_tokens_map__json={"additional_special_tokens": ["[unused1]", "<e1>"]}
    ),
    "additional special tokens of tokenizer_config.json": vocab_only(
        {"additional_special_tokens": ["<e1>"], "do_lower_case": False}
    ),
    "added_tokens_decoder": vocab_only(
        {
            "added_tokens_decoder": {
                str(SIZE): {"content": "<e1>", **ADDED},
                str(SIZE + 1): {"content": "<e2>", **ADDED, "lstrip": True, "rstrip": True},
                str(SIZE + 2): {"content": "[new]", **ADDED, "normalized": True, "special": False},
                str(SIZE + 3): {"content": "cats", **ADDED, "single_word": True},
            }
        }
    ),
    "tokenizer.json cased, no tokenizer_config.json: lower-cased": given(token(False)),
    "tokenizer.json lower-cased, do_lower_case false": given(token(True), {"do_lower_case": False}),
    "tokenizer.json cased, class of no model": given(
        token(False), {"tokenizer_class": "PreTrainedTokenizerFast"}
    ),
    "tokenizer.json as its settings say": given(
        token(False, True, False),
        {"do_lower_case": False, "strip_accents": True, "tokenize_chinese_chars": False},
    ),
    "tokenizer.json, strip_accents of tokenizer_config.json": given(
        token(True), {"do_lower_case": True, "strip_accents": False, "tokenizer_class": "BertTokenizer"}
    ),
    "tokenizer.json, tokenize_chinese_chars of tokenizer_config.json": given(
        token(True), {"tokenize_chinese_chars": False}
    ),
    "tokenizer.json of RoBERTa, a leading space in the file only": given(
        byte_level(True), {}, {"model_type": "roberta"}
    ),
    "tokenizer.json of RoBERTa, a leading space in tokenizer_config.json only": given(
        byte_level(False), {"add_prefix_space": True}, {"model_type": "roberta"}
    ),
    "tokenizer.json of RoBERTa": given(byte_level(False), None, {"model_type": "roberta"}),
}


def main(target):
    cases = []
    for name, files in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            for file, content in files.items():
                text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
                (Path(folder) / file).write_text(text, encoding="utf-8")
            tokenizer = AutoTokenizer.from_pretrained(folder)
            inputs = []
            for a, b in SENTENCES:
                ids = tokenizer(a, b)["input_ids"]
                inputs.append(dict(a=a, b=b, tokens=tokenizer.convert_ids_to_tokens(ids), ids=ids))
            cases.append(dict(name=name, files=files, rows=len(tokenizer), inputs=inputs))
    text = "[\n" + ",\n".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) for case in cases) + "\n]\n"
    Path(target).write_text(text, encoding="utf-8")
    print(len(cases), "cases")


if __name__ == "__main__":
    main(sys.argv[1])

"""Writes an encoder of the size of a published base model, with random weights.

    python random_encoder.py MODEL_TYPE VOCAB_TXT DIRECTORY

All have BERT's vocabulary and 512 positions, so that all can be given the same pairs.
"""

import json
import shutil
import sys
from pathlib import Path

import torch
import transformers

BASE = dict(hidden_size=768, num_hidden_layers=12, num_attention_heads=12, max_position_embeddings=512)

CONFIGS = {
    "bert": lambda words: transformers.BertConfig(vocab_size=words, **BASE),
    "mpnet": lambda words: transformers.MPNetConfig(
        vocab_size=words, **(BASE | dict(max_position_embeddings=514))
    ),
    "modernbert": lambda words: transformers.ModernBertConfig(
        vocab_size=words, **(BASE | dict(num_hidden_layers=22, intermediate_size=1152)),
        pad_token_id=0, cls_token_id=0, sep_token_id=0, bos_token_id=0, eos_token_id=0,
    ),
    "deberta-v2": lambda words: transformers.DebertaV2Config(
        vocab_size=words, intermediate_size=3072, relative_attention=True, position_buckets=256,
        pos_att_type=["p2c", "c2p"], share_att_key=True, norm_rel_ebd="layer_norm",
        position_biased_input=False, **BASE,
    ),
}


def main(kind, vocabulary, directory):
    words = len(Path(vocabulary).read_text(encoding="utf-8").splitlines())
    torch.manual_seed(1)
    model = transformers.AutoModel.from_config(CONFIGS[kind](words), attn_implementation="eager")
    model.save_pretrained(directory)
    shutil.copy(vocabulary, Path(directory) / "vocab.txt")
    settings = dict(tokenizer_class="BertTokenizer", do_lower_case=True)
    (Path(directory) / "tokenizer_config.json").write_text(json.dumps(settings))


if __name__ == "__main__":
    main(*sys.argv[1:])

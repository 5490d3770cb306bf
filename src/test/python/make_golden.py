"""Makes the golden files that the tests hold Sextant's models against.

For every architecture a tiny random checkpoint, as save_pretrained writes it, and beside it what
Hugging Face transformers makes of a few hard inputs: golden.json (tokens, ids, token types, special
tokens, words, character spans) and attention.f32.gz (every attention map, computed in float64 and
kept as little-endian float32, [layer][head][query][key], input after input). In masked-lm/ other
checkpoints, with a masked-LM head each, and beside it masked_lm.json: with every third token of an
input masked, the natural logarithms of the probabilities of some tokens there, in float64. In task/
checkpoints of ...ForSequenceClassification, and beside it task.json: the logits of every input.

    python -m venv venv && venv/bin/pip install -r src/test/python/requirements.txt
    venv/bin/python src/test/python/make_golden.py src/test/resources/io/sextant/attention/golden

The installed version of transformers decides which checkpoints are made: those of BY_4 with
requirements.txt, those of BY_5 with requirements-5.txt. Names after the directory, such as
masked-lm-mpnet, make only these.

The tests do not need Python: the files are kept in the repository.
"""

import gzip
import io
import json
import shutil
import sys
import tempfile
from pathlib import Path

import torch
import transformers
from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (
    AlbertConfig,
    AlbertForMaskedLM,
    AlbertForSequenceClassification,
    AlbertModel,
    AlbertTokenizerFast,
    BertConfig,
    BertForMaskedLM,
    BertForSequenceClassification,
    BertModel,
    BertTokenizer,
    BertTokenizerFast,
    CamembertConfig,
    CamembertForMaskedLM,
    CamembertForSequenceClassification,
    CamembertTokenizerFast,
    DistilBertConfig,
    DistilBertForMaskedLM,
    DistilBertForSequenceClassification,
    DistilBertTokenizerFast,
    ElectraConfig,
    ElectraForMaskedLM,
    ElectraForSequenceClassification,
    ElectraTokenizerFast,
    RobertaConfig,
    RobertaForMaskedLM,
    RobertaForSequenceClassification,
    RobertaTokenizerFast,
    XLMRobertaConfig,
    XLMRobertaForMaskedLM,
    XLMRobertaForSequenceClassification,
    XLMRobertaModel,
    XLMRobertaTokenizerFast,
)

if transformers.__version__.startswith("5."):
    from transformers import (
        DebertaV2Config,
        DebertaV2ForMaskedLM,
        DebertaV2ForSequenceClassification,
        DebertaV2Model,
        DebertaV2TokenizerFast,
        GteConfig,
        GteForMaskedLM,
        GteForSequenceClassification,
        GteModel,
        ModernBertConfig,
        ModernBertForMaskedLM,
        ModernBertForSequenceClassification,
        ModernBertModel,
        MPNetConfig,
        MPNetForMaskedLM,
        MPNetForSequenceClassification,
        MPNetModel,
        MPNetTokenizerFast,
        NomicBertConfig,
        NomicBertForMaskedLM,
        NomicBertForSequenceClassification,
        NomicBertModel,
        PreTrainedTokenizerFast,
    )

INPUTS = [
    ("I went to the store.", "At the store, I bought fresh strawberries."),
    ("Café, cafe\u0301 RÉSUMÉS don't  pay $5+3 — “now”…", None),
    ("日本語 ok𠀀x", "Ünïcödé 😀👍🏽 end"),
    ("a\u200bb\u00a0c\td", "x"),
    ("Donaudampfschifffahrtsgesellschaft" * 2, "!?!"),
    ("?", "."),
    ("كلب и кошка", "naïve  co-operation, e.g. www.a-b.org/x_y"),
]

# For encoders that treat distant tokens otherwise than near ones.
LONG = ("The cats sat on the mat, and " * 6 + "slept.", "The dogs went to the store! " * 8)

# About half of it, for an encoder whose distances end sooner.
HALF = ("the cats sat on the mat, and " * 3 + "slept.", "the dogs went to the store! " * 4)

TRAINING = [text for pair in INPUTS for text in pair if text] + [
    "the cat sat on the mat .", "the dogs sat on the mats , and the cats slept all day !",
    "I bought a store of fresh berries at the store now", "we went to the end and it is ok",
    "straw berries strawberries went going bought buying fresh fresher",
]  # fmt: skip

SHAPE = dict(num_hidden_layers=2, intermediate_size=40, max_position_embeddings=96, initializer_range=0.4)

# With weights twice as large, transformers' own float32 is 1.8e-5 off its float64, and 2.8e-5 after
# ALBERT's three layers.
MASKED_LM = SHAPE | dict(hidden_size=16, num_attention_heads=2, initializer_range=0.2)


def token(lowercase, size=260):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=lowercase)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    trainer = trainers.WordPieceTrainer(
        vocab_size=size, special_tokens=special, limit_alphabet=90, show_progress=False
    )
    tokenizer.train_from_iterator(TRAINING, trainer)
    return [token for token, _ in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])]


def vocab_file(directory, tokens):
    path = directory / "vocab.txt"
    path.write_text("".join(token + "\n" for token in tokens), encoding="utf-8")
    return str(path)


def byte_level():
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), True, False)
    trainer = trainers.BpeTrainer(
        vocab_size=360,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(TRAINING, trainer)
    tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True)])
    return RobertaTokenizerFast(tokenizer_object=tokenizer)


def unigram():
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=220,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>"],
        unk_token="<unk>",
        show_progress=False,
    )
    tokenizer.train_from_iterator(TRAINING * 3, trainer)
    tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True)])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    return XLMRobertaTokenizerFast(tokenizer_object=tokenizer)


def charsmap():
    """SentencePiece's character map of a few rules, instead of nmt_nfkc's 240 KB."""
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2

    rules = {"e\u0301": "é", "…": "...", "\u00a0": " ", "\u200b": " ", "“": '"', "”": '"'}
    lines = [
        "\t".join(" ".join(f"{ord(c):X}" for c in side) for side in rule) for rule in rules.items()
    ]
    model = io.BytesIO()
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(TRAINING), model_writer=model, vocab_size=200,
            hard_vocab_limit=False, normalization_rule_tsv=file.name, minloglevel=2,
        )  # fmt: skip
    proto = sentencepiece_model_pb2.ModelProto.FromString(model.getvalue())
    return proto.normalizer_spec.precompiled_charsmap


def sentence_piece(directory, tokenizer_class, special, unknown, normalizer, split=True):
    """A Unigram tokenizer.json with the steps of its class, as transformers saves it."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizer
    before = [pre_tokenizers.WhitespaceSplit()] if split else []
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        before + [pre_tokenizers.Metaspace(prepend_scheme="always")]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=220, special_tokens=special, unk_token=unknown, show_progress=False
    )
    tokenizer.train_from_iterator(TRAINING * 3, trainer)
    if "<s>" in special:
        tokenizer.add_special_tokens([AddedToken("<mask>", lstrip=True)])
        start, end = "<s>", "</s>"
        pair = "<s> $A </s> </s> $B </s>"
    else:
        start, end = "[CLS]", "[SEP]"
        pair = "[CLS]:0 $A:0 [SEP]:0 $B:1 [SEP]:1"
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}",
        pair=pair,
        special_tokens=[(name, tokenizer.token_to_id(name)) for name in (start, end)],
    )
    tokenizer.save(str(directory / "tokenizer.json"))
    return tokenizer_class.from_pretrained(directory)


def xlm_r_tokenizer(directory):
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    return sentence_piece(
        directory, XLMRobertaTokenizerFast, special, "<unk>", normalizers.Precompiled(charsmap())
    )


def camembert_tokenizer(directory):
    """The first five ids are those of fairseq's dictionary, most of which are not used."""
    unused = ["<s>NOTUSED", "<pad>", "</s>NOTUSED", "<unk>", "<unk>NOTUSED"]
    return sentence_piece(
        directory, CamembertTokenizerFast, unused + ["<s>", "</s>"], "<unk>",
        normalizers.Precompiled(charsmap()),
    )  # fmt: skip


def albert_tokenizer(directory):
    steps = [
        normalizers.Replace("``", '"'), normalizers.Replace("''", '"'), normalizers.NFKD(),
        normalizers.StripAccents(), normalizers.Lowercase(), normalizers.Precompiled(charsmap()),
    ]  # fmt: skip
    special = ["<pad>", "<unk>", "[CLS]", "[SEP]", "[MASK]"]
    return sentence_piece(
        directory, AlbertTokenizerFast, special, "<unk>", normalizers.Sequence(steps)
    )


def randomise(model):
    """Random biases and norms too: transformers starts them at 0 and 1, which hides mistakes."""
    for name, parameter in model.named_parameters():
        with torch.no_grad():
            if name.endswith("norm.weight") or name.endswith("Norm.weight"):
                parameter.normal_(1, 0.2)
            elif parameter.dim() == 1:
                parameter.normal_(0, 0.1)
    return model.eval()


def bert(directory):
    """With prefix, masked-LM head and tokenizer.json; an odd size of heads."""
    tokenizer = BertTokenizerFast(vocab_file(directory, token(True)), do_lower_case=True)
    config = BertConfig(vocab_size=len(tokenizer), hidden_size=30, num_attention_heads=3, **SHAPE)
    return tokenizer, randomise(BertForMaskedLM(config)), dict()


def bert_cased(directory):
    """Without prefix, vocab.txt only, float16, in shards, gelu_new, a table padded to 8 rows."""
    tokens = token(False)[:253]
    tokenizer = BertTokenizer(vocab_file(directory, tokens), do_lower_case=False)
    config = BertConfig(
        vocab_size=256, hidden_size=32, num_attention_heads=2, hidden_act="gelu_new", **SHAPE
    )
    return tokenizer, randomise(BertModel(config)).half(), dict(max_shard_size="20KB")


def distilbert(directory):
    """A classifier in bfloat16, with relu."""
    tokenizer = DistilBertTokenizerFast(vocab_file(directory, token(True)), do_lower_case=True)
    config = DistilBertConfig(
        vocab_size=len(tokenizer),
        dim=32,
        n_heads=4,
        n_layers=2,
        hidden_dim=40,
        max_position_embeddings=96,
        initializer_range=0.4,
        activation="relu",
    )
    return tokenizer, randomise(DistilBertForSequenceClassification(config)).bfloat16(), dict()


def electra(directory):
    """Embeddings narrower than the hidden states."""
    tokenizer = ElectraTokenizerFast(vocab_file(directory, token(True)), do_lower_case=True)
    config = ElectraConfig(
        vocab_size=len(tokenizer), embedding_size=20, hidden_size=32, num_attention_heads=4, **SHAPE
    )
    return tokenizer, randomise(ElectraForMaskedLM(config)), dict()


def roberta(directory):
    """Byte-level BPE, positions after the padding's, its own epsilon, masked-LM head."""
    tokenizer = byte_level()
    config = RobertaConfig(
        vocab_size=len(tokenizer), hidden_size=24, num_attention_heads=2, type_vocab_size=1,
        layer_norm_eps=1e-5, **(SHAPE | dict(max_position_embeddings=162)),
    )  # fmt: skip
    return tokenizer, randomise(RobertaForMaskedLM(config)), dict()


def xlm_roberta(directory):
    """Unigram with metaspaces."""
    tokenizer = unigram()
    config = XLMRobertaConfig(
        vocab_size=len(tokenizer), hidden_size=24, num_attention_heads=2, type_vocab_size=1,
        layer_norm_eps=1e-5, **(SHAPE | dict(max_position_embeddings=162)),
    )  # fmt: skip
    return tokenizer, randomise(XLMRobertaModel(config)), dict()


def bert_xlm_r(directory):
    """XLM-R's tokenizer: no token types, padding that is not token 0, positions from 0."""
    tokenizer = xlm_r_tokenizer(directory)
    config = BertConfig(
        vocab_size=len(tokenizer), hidden_size=24, num_attention_heads=2, pad_token_id=1,
        tokenizer_class="XLMRobertaTokenizer", **SHAPE,
    )  # fmt: skip
    return tokenizer, randomise(BertModel(config)), dict()


def camembert(directory):
    """A classifier, whose encoder is named roberta."""
    tokenizer = camembert_tokenizer(directory)
    config = CamembertConfig(
        vocab_size=len(tokenizer), hidden_size=24, num_attention_heads=2, type_vocab_size=1,
        layer_norm_eps=1e-5, bos_token_id=5, eos_token_id=6,
        **(SHAPE | dict(max_position_embeddings=162)),
    )  # fmt: skip
    return tokenizer, randomise(CamembertForSequenceClassification(config)), dict()


def albert(directory):
    """One layer's weights for three layers, embeddings narrower than the hidden states."""
    tokenizer = albert_tokenizer(directory)
    config = AlbertConfig(
        vocab_size=len(tokenizer), embedding_size=20, hidden_size=32, num_attention_heads=2,
        **(SHAPE | dict(num_hidden_layers=3, initializer_range=0.3)),
    )  # fmt: skip
    return tokenizer, randomise(AlbertModel(config)), dict()


def mpnet_tokenizer(directory):
    """BERT's WordPiece with RoBERTa's delimiters."""
    names = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}
    tokens = [names.get(name, name) for name in token(True)]
    order = ["<s>", "<pad>", "</s>", "[UNK]"]
    tokens = order + [name for name in tokens if name not in order]
    return MPNetTokenizerFast(vocab={name: i for i, name in enumerate(tokens)})


def mpnet_shape(tokenizer):
    return dict(vocab_size=len(tokenizer), layer_norm_eps=1e-5, max_position_embeddings=200)


def spread(model, part):
    """Draws the parameters with a part of a name from N(0, 1), as large as the scores they change."""
    for name, parameter in model.named_parameters():
        if part in name:
            with torch.no_grad():
                parameter.normal_(0, 1)
    return model


def random_bias(model):
    return spread(model, "relative_attention_bias")


def mpnet(directory):
    """A bias of relative positions, whose last bucket begins at 91 tokens."""
    tokenizer = mpnet_tokenizer(directory)
    config = MPNetConfig(
        hidden_size=24, num_attention_heads=2, **(SHAPE | mpnet_shape(tokenizer))
    )
    return tokenizer, random_bias(randomise(MPNetModel(config))), dict()


def masked_lm_mpnet(directory):
    """Always the gelu."""
    tokenizer = mpnet_tokenizer(directory)
    config = MPNetConfig(hidden_act="relu", **(MASKED_LM | mpnet_shape(tokenizer)))
    return tokenizer, random_bias(randomise(MPNetForMaskedLM(config))), dict()


def bracketed_bytes(directory):
    """ModernBERT's tokenizer: byte-level BPE with BERT's delimiters."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=360,
        special_tokens=["[UNK]", "[CLS]", "[SEP]", "[PAD]"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(TRAINING, trainer)
    tokenizer.add_special_tokens([AddedToken("[MASK]", lstrip=True)])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B [SEP]",
        special_tokens=[("[CLS]", 1), ("[SEP]", 2)],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]",
        pad_token="[PAD]", mask_token="[MASK]", model_input_names=["input_ids", "attention_mask"],
    )  # fmt: skip


def modernbert_config(tokenizer, **more):
    shape = dict(
        num_hidden_layers=3, num_attention_heads=2, hidden_size=24, intermediate_size=32,
        initializer_range=0.4,
    )  # fmt: skip
    return ModernBertConfig(
        vocab_size=len(tokenizer), max_position_embeddings=200,
        pad_token_id=3, cls_token_id=1, sep_token_id=2, bos_token_id=None, eos_token_id=None,
        **(shape | more),
    )  # fmt: skip


def modernbert(directory):
    """Windows of 5 positions to each side, narrower than most inputs, with the masked-LM head."""
    tokenizer = bracketed_bytes(directory)
    config = modernbert_config(tokenizer, local_attention=10)
    return tokenizer, randomise(ModernBertForMaskedLM(config)), dict()


def modernbert_64(directory):
    """Windows of 64 positions as they are in the published models, and an input that is longer."""
    tokenizer = bracketed_bytes(directory)
    config = modernbert_config(tokenizer, num_hidden_layers=2)
    return tokenizer, randomise(ModernBertModel(config)), dict()


def nomic_shape(tokenizer):
    return dict(vocab_size=len(tokenizer), num_attention_heads=2, hidden_size=24)


def nomic_bert(directory):
    """With the names of transformers 5, and an activation that is not NomicBERT's own."""
    tokenizer = BertTokenizerFast(vocab_file(directory, token(True)), do_lower_case=True)
    config = NomicBertConfig(hidden_act="gelu_pytorch_tanh", **(SHAPE | nomic_shape(tokenizer)))
    return tokenizer, randomise(NomicBertModel(config)), dict(save_original_format=False)


def gte(directory):
    """With the names of transformers 5, and angles as extended as those of the published models."""
    tokenizer = xlm_r_tokenizer(directory)
    config = GteConfig(
        vocab_size=len(tokenizer), num_attention_heads=2, hidden_size=24,
        rope_parameters=dict(rope_type="linear", rope_theta=160000.0, factor=8 ** (2 / 12)),
        **SHAPE,
    )  # fmt: skip
    return tokenizer, randomise(GteModel(config)), dict(save_original_format=False)


def deberta_tokenizer(directory):
    """With the delimiters of BERT, and the steps that the class itself has."""
    special = ["[PAD]", "[CLS]", "[SEP]", "[UNK]", "[MASK]"]
    return sentence_piece(
        directory, DebertaV2TokenizerFast, special, "[UNK]", normalizers.NFC(), split=False
    )


def deberta_config(tokenizer, **more):
    return DebertaV2Config(
        vocab_size=len(tokenizer), relative_attention=True,
        **(SHAPE | dict(max_position_embeddings=160) | more),
    )  # fmt: skip


def random_positions(model):
    return spread(model, "rel_embeddings")


def deberta_v2(directory):
    """As version 3: the projections of the content for the positions; an input beyond the buckets."""
    tokenizer = deberta_tokenizer(directory)
    config = deberta_config(
        tokenizer, hidden_size=24, num_attention_heads=2, pos_att_type="p2c|c2p",
        position_buckets=8, max_relative_positions=40, share_att_key=True,
        norm_rel_ebd="layer_norm", position_biased_input=False,
    )  # fmt: skip
    return tokenizer, random_positions(randomise(DebertaV2Model(config))), dict()


def deberta_v2_own(directory):
    """Projections for the positions alone, no logarithms, and embeddings that a v3 lacks."""
    tokenizer = deberta_tokenizer(directory)
    config = deberta_config(
        tokenizer, hidden_size=30, num_attention_heads=3, pos_att_type=["c2p", "p2c"],
        max_relative_positions=20, type_vocab_size=2,
    )  # fmt: skip
    return tokenizer, random_positions(randomise(DebertaV2ForMaskedLM(config))), dict()


def masked_lm_deberta_v2(directory):
    """BERT's head; positions do not attend to content."""
    tokenizer = deberta_tokenizer(directory)
    config = deberta_config(
        tokenizer, hidden_act="gelu_new", pos_att_type=["c2p"], position_buckets=16,
        share_att_key=True, **(MASKED_LM | dict(max_position_embeddings=160)),
    )  # fmt: skip
    return tokenizer, randomise(DebertaV2ForMaskedLM(config)), dict()


def masked_lm_deberta_v2_own(directory):
    """The head of DeBERTa's authors; content does not attend to positions."""
    tokenizer = deberta_tokenizer(directory)
    config = deberta_config(
        tokenizer, legacy=False, pos_att_type=["p2c"], position_biased_input=False,
        **(MASKED_LM | dict(max_position_embeddings=160)),
    )  # fmt: skip
    return tokenizer, randomise(DebertaV2ForMaskedLM(config)), dict()


def masked_lm_modernbert(directory):
    """A head without biases but that of the scores."""
    tokenizer = bracketed_bytes(directory)
    config = modernbert_config(
        tokenizer, hidden_size=16, local_attention=10, initializer_range=0.3
    )
    return tokenizer, randomise(ModernBertForMaskedLM(config)), dict()


def masked_lm_nomic_bert(directory):
    """With the names of its own code; the head has the encoder's activation."""
    tokenizer = BertTokenizerFast(vocab_file(directory, token(True)), do_lower_case=True)
    config = NomicBertConfig(vocab_size=len(tokenizer), **MASKED_LM)
    return tokenizer, randomise(NomicBertForMaskedLM(config)), dict()


def masked_lm_gte(directory):
    """With the names of its own code, without token types, and always the gelu."""
    tokenizer = xlm_r_tokenizer(directory)
    config = GteConfig(
        vocab_size=len(tokenizer), type_vocab_size=0, hidden_act="silu", **MASKED_LM
    )
    return tokenizer, randomise(GteForMaskedLM(config)), dict()


def masked_lm_bert(directory):
    """The decoder is the word embeddings; gelu_new."""
    tokenizer = BertTokenizerFast(vocab_file(directory, token(True)), do_lower_case=True)
    config = BertConfig(vocab_size=len(tokenizer), hidden_act="gelu_new", **MASKED_LM)
    return tokenizer, randomise(BertForMaskedLM(config)), dict()


def masked_lm_bert_sharp(directory):
    """A head with queries so large that each gives all its attention to one key and exactly 0 to others."""
    tokenizer, model, options = masked_lm_bert(directory)
    query = model.bert.encoder.layer[1].attention.self.query
    with torch.no_grad():
        query.weight[: query.out_features // model.config.num_attention_heads] *= 1e6
    return tokenizer, model, options


def masked_lm_bert_untied(directory):
    """A decoder of its own, relu, vocab.txt only."""
    tokenizer = BertTokenizer(vocab_file(directory, token(True)), do_lower_case=True)
    config = BertConfig(
        vocab_size=len(tokenizer), hidden_act="relu", tie_word_embeddings=False, **MASKED_LM
    )
    return tokenizer, randomise(BertForMaskedLM(config)), dict()


def masked_lm_distilbert(directory):
    """Its head has other names and its encoder's activation."""
    tokenizer = DistilBertTokenizerFast(vocab_file(directory, token(True)), do_lower_case=True)
    config = DistilBertConfig(
        vocab_size=len(tokenizer),
        dim=16,
        n_heads=2,
        n_layers=2,
        hidden_dim=40,
        max_position_embeddings=96,
        initializer_range=0.2,
    )
    return tokenizer, randomise(DistilBertForMaskedLM(config)), dict()


def masked_lm_electra(directory):
    """A generator: the head is as narrow as the embeddings, and always has the gelu."""
    tokenizer = ElectraTokenizerFast(vocab_file(directory, token(True)), do_lower_case=True)
    config = ElectraConfig(
        vocab_size=len(tokenizer), embedding_size=10, hidden_act="relu", **MASKED_LM
    )
    return tokenizer, randomise(ElectraForMaskedLM(config)), dict()


def roberta_shape(tokenizer):
    positions = dict(max_position_embeddings=162, layer_norm_eps=1e-5)
    return dict(vocab_size=len(tokenizer), type_vocab_size=1, **(MASKED_LM | positions))


def masked_lm_roberta(directory):
    """Another mask, and always the gelu."""
    tokenizer = byte_level()
    config = RobertaConfig(hidden_act="relu", **roberta_shape(tokenizer))
    return tokenizer, randomise(RobertaForMaskedLM(config)), dict()


def masked_lm_xlm_roberta(directory):
    """In float16."""
    tokenizer = unigram()
    config = XLMRobertaConfig(**roberta_shape(tokenizer))
    return tokenizer, randomise(XLMRobertaForMaskedLM(config)).half(), dict()


def masked_lm_camembert(directory):
    """The mask is the last token, and the gelu is RoBERTa's."""
    tokenizer = camembert_tokenizer(directory)
    config = CamembertConfig(
        hidden_act="relu", bos_token_id=5, eos_token_id=6, **roberta_shape(tokenizer)
    )
    return tokenizer, randomise(CamembertForMaskedLM(config)), dict()


def masked_lm_albert(directory):
    """The head is as narrow as the embeddings, and has the encoder's activation."""
    tokenizer = albert_tokenizer(directory)
    config = AlbertConfig(vocab_size=len(tokenizer), embedding_size=10, **MASKED_LM)
    return tokenizer, randomise(AlbertForMaskedLM(config)), dict()


NLI = dict(id2label={0: "contradiction", 1: "neutral", 2: "entailment"})


def saved_tokenizer(directory, name):
    """The tokenizer of a checkpoint that transformers 4 made."""
    from transformers import AutoTokenizer

    kept = Path(__file__).parents[1] / "resources/io/sextant/attention/golden" / name
    return AutoTokenizer.from_pretrained(kept)


def task_bert(directory):
    """One label, as a cross-encoder of sentence-transformers, which says what it applies to it."""
    tokenizer = saved_tokenizer(directory, "bert")
    config = BertConfig(
        vocab_size=len(tokenizer),
        num_labels=1,
        sentence_transformers=dict(activation_fn="torch.nn.modules.linear.Identity"),
        **MASKED_LM,
    )
    return tokenizer, randomise(BertForSequenceClassification(config)), dict()


def task_distilbert(directory):
    """Named labels, relu before the classifier."""
    tokenizer = saved_tokenizer(directory, "distilbert")
    config = DistilBertConfig(
        vocab_size=len(tokenizer), dim=16, n_heads=2, n_layers=2, hidden_dim=40,
        max_position_embeddings=96, initializer_range=0.2, **NLI,
    )  # fmt: skip
    return tokenizer, randomise(DistilBertForSequenceClassification(config)), dict()


def task_electra(directory):
    """The usual two labels, which need no name; gelu before the classifier, relu in the encoder."""
    tokenizer = saved_tokenizer(directory, "electra")
    config = ElectraConfig(
        vocab_size=len(tokenizer), embedding_size=10, hidden_act="relu", **MASKED_LM
    )
    return tokenizer, randomise(ElectraForSequenceClassification(config)), dict()


def task_roberta(directory):
    """Named labels, tanh before the classifier."""
    tokenizer = saved_tokenizer(directory, "roberta")
    config = RobertaConfig(**NLI, **roberta_shape(tokenizer))
    return tokenizer, randomise(RobertaForSequenceClassification(config)), dict()


def task_xlm_roberta(directory):
    """Labels that do not exclude each other."""
    tokenizer = xlm_r_tokenizer(directory)
    config = XLMRobertaConfig(
        num_labels=4, problem_type="multi_label_classification", **roberta_shape(tokenizer)
    )
    return tokenizer, randomise(XLMRobertaForSequenceClassification(config)), dict()


def task_camembert(directory):
    """In bfloat16."""
    tokenizer = camembert_tokenizer(directory)
    config = CamembertConfig(bos_token_id=5, eos_token_id=6, **NLI, **roberta_shape(tokenizer))
    return tokenizer, randomise(CamembertForSequenceClassification(config)).bfloat16(), dict()


def task_albert(directory):
    """The pooler is one layer, named pooler."""
    tokenizer = albert_tokenizer(directory)
    config = AlbertConfig(vocab_size=len(tokenizer), embedding_size=10, num_labels=5, **MASKED_LM)
    return tokenizer, randomise(AlbertForSequenceClassification(config)), dict()


def task_deberta_v2(directory):
    """A pooler outside the encoder, gelu before the classifier, as the NLI models of version 3."""
    tokenizer = deberta_tokenizer(directory)
    config = deberta_config(
        tokenizer, pos_att_type=["p2c", "c2p"], position_buckets=16, share_att_key=True,
        norm_rel_ebd="layer_norm", position_biased_input=False,
        **NLI, **(MASKED_LM | dict(max_position_embeddings=160)),
    )  # fmt: skip
    return tokenizer, randomise(DebertaV2ForSequenceClassification(config)), dict()


def task_gte(directory):
    """A pooler and a classifier as BERT has them, with the names of the model's own code."""
    tokenizer = xlm_r_tokenizer(directory)
    config = GteConfig(vocab_size=len(tokenizer), type_vocab_size=0, num_labels=1, **MASKED_LM)
    return tokenizer, randomise(GteForSequenceClassification(config)), dict()


def task_modernbert(directory):
    """The first token's state, a norm after gelu, and no biases but the classifier's."""
    tokenizer = bracketed_bytes(directory)
    config = modernbert_config(tokenizer, local_attention=10, num_hidden_layers=2, **NLI)
    return tokenizer, randomise(ModernBertForSequenceClassification(config)), dict()


def task_modernbert_mean(directory):
    """The mean of all states, another activation, and every bias."""
    tokenizer = bracketed_bytes(directory)
    config = modernbert_config(
        tokenizer, num_hidden_layers=2, num_labels=1, classifier_pooling="mean",
        classifier_activation="silu", classifier_bias=True, norm_bias=True,
    )  # fmt: skip
    return tokenizer, randomise(ModernBertForSequenceClassification(config)), dict()


def task_mpnet(directory):
    """Named labels, tanh before the classifier."""
    tokenizer = mpnet_tokenizer(directory)
    config = MPNetConfig(**NLI, **(MASKED_LM | mpnet_shape(tokenizer)))
    return tokenizer, random_bias(randomise(MPNetForSequenceClassification(config))), dict()


def task_nomic_bert(directory):
    """A pooler and a classifier as BERT has them, in an encoder without biases."""
    tokenizer = BertTokenizerFast(vocab_file(directory, token(True)), do_lower_case=True)
    config = NomicBertConfig(vocab_size=len(tokenizer), **NLI, **MASKED_LM)
    return tokenizer, randomise(NomicBertForSequenceClassification(config)), dict()


def inputs_of(directory):
    inputs = {
        "deberta-v2": INPUTS + [HALF],
        "deberta-v2-own": [INPUTS[0], HALF],
        "modernbert-64": [INPUTS[0], LONG],
        "mpnet": INPUTS + [LONG],
    }
    return inputs.get(directory.name, INPUTS)


def token_types(model):
    """What to ask a tokenizer for: transformers 5 no longer gives ALBERT's token types unasked."""
    return dict(return_token_type_ids=True) if model.config.model_type == "albert" else dict()


def golden(directory, model_class):
    """What transformers makes of the inputs with the checkpoint as it was written."""
    from transformers import AutoTokenizer

    model = model_class.from_pretrained(directory, attn_implementation="eager").double().eval()
    tokenizer = AutoTokenizer.from_pretrained(directory, use_fast=True)
    inputs = []
    maps = b""
    for a, b in inputs_of(directory):
        encoding = tokenizer(
            a, b, return_special_tokens_mask=True, return_offsets_mapping=True, **token_types(model)
        )
        names = [name for name in ("input_ids", "token_type_ids") if name in encoding]
        tensors = {name: torch.tensor([encoding[name]]) for name in names}
        with torch.no_grad():
            output = model(**tensors, output_attentions=True)
        maps += torch.cat(output.attentions).float().numpy().astype("<f4").tobytes()
        inputs.append(
            dict(
                a=a,
                b=b,
                tokens=tokenizer.convert_ids_to_tokens(encoding["input_ids"]),
                ids=encoding["input_ids"],
                token_types=encoding.get("token_type_ids"),
                special=encoding["special_tokens_mask"],
                words=encoding.word_ids(),
                spans=encoding["offset_mapping"],
            )
        )
    text = json.dumps(inputs, ensure_ascii=False, separators=(",", ":")).replace('{"a"', '\n{"a"')
    (directory / "golden.json").write_text(text, encoding="utf-8")
    with open(directory / "attention.f32.gz", "wb") as file:
        with gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as zipped:
            zipped.write(maps)


def golden_masked_lm(directory, model_class):
    """What the masked-LM head of the checkpoint says of the inputs, with every third token masked."""
    from transformers import AutoTokenizer

    model = model_class.from_pretrained(directory, attn_implementation="eager").double().eval()
    tokenizer = AutoTokenizer.from_pretrained(directory, use_fast=True)
    inputs = []
    for a, b in inputs_of(directory):
        encoding = tokenizer(a, b, return_special_tokens_mask=True, **token_types(model))
        special = encoding["special_tokens_mask"]
        positions = [i for i in range(1, len(special), 3) if not special[i]]
        names = [name for name in ("input_ids", "token_type_ids") if name in encoding]
        tensors = {name: torch.tensor([encoding[name]]) for name in names}
        tensors["input_ids"][0, positions] = tokenizer.mask_token_id
        with torch.no_grad():
            logs = torch.log_softmax(model(**tensors).logits[0], dim=-1)
        tokens = [[encoding["input_ids"][i], 0, 7, logs.shape[1] - 1] for i in positions]
        inputs.append(
            dict(
                a=a,
                b=b,
                ids=tensors["input_ids"][0].tolist(),
                mask=tokenizer.mask_token_id,
                positions=positions,
                tokens=tokens,
                logs=[logs[i, some].tolist() for i, some in zip(positions, tokens)],
            )
        )
    text = json.dumps(inputs, ensure_ascii=False, separators=(",", ":")).replace('{"a"', '\n{"a"')
    (directory / "masked_lm.json").write_text(text, encoding="utf-8")


def golden_task(directory, model_class):
    """The logits of the task head of the checkpoint."""
    from transformers import AutoTokenizer

    model = model_class.from_pretrained(directory, attn_implementation="eager").double().eval()
    tokenizer = AutoTokenizer.from_pretrained(directory, use_fast=True)
    labels = [model.config.id2label[i] for i in range(model.config.num_labels)]
    inputs = []
    for a, b in INPUTS:
        encoding = tokenizer(a, b, **token_types(model))
        names = [name for name in ("input_ids", "token_type_ids") if name in encoding]
        with torch.no_grad():
            logits = model(**{name: torch.tensor([encoding[name]]) for name in names}).logits[0]
        inputs.append(dict(a=a, b=b, ids=encoding["input_ids"], logits=logits.tolist()))
    golden = dict(labels=labels, inputs=inputs)
    text = json.dumps(golden, ensure_ascii=False, separators=(",", ":")).replace('{"a"', '\n{"a"')
    (directory / "task.json").write_text(text, encoding="utf-8")


def write(directory, make, judge):
    """Writes a checkpoint, its tokenizer, and what the judge makes of them."""
    torch.manual_seed(7)
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    tokenizer, model, options = make(directory)
    model.save_pretrained(directory, **options)
    tokenizer.save_pretrained(directory)
    judge(directory, type(model))
    print(make.__doc__, sum(file.stat().st_size for file in directory.iterdir()), "bytes")


BY_4 = (
    bert,
    bert_cased,
    distilbert,
    electra,
    roberta,
    xlm_roberta,
    masked_lm_bert,
    masked_lm_bert_sharp,
    masked_lm_bert_untied,
    masked_lm_distilbert,
    masked_lm_electra,
    masked_lm_roberta,
    masked_lm_xlm_roberta,
)

BY_5 = (
    bert_xlm_r,
    camembert,
    albert,
    deberta_v2,
    deberta_v2_own,
    gte,
    modernbert,
    modernbert_64,
    mpnet,
    nomic_bert,
    masked_lm_camembert,
    masked_lm_albert,
    masked_lm_deberta_v2,
    masked_lm_deberta_v2_own,
    masked_lm_gte,
    masked_lm_modernbert,
    masked_lm_mpnet,
    masked_lm_nomic_bert,
    task_albert,
    task_bert,
    task_camembert,
    task_deberta_v2,
    task_distilbert,
    task_electra,
    task_gte,
    task_modernbert,
    task_modernbert_mean,
    task_mpnet,
    task_nomic_bert,
    task_roberta,
    task_xlm_roberta,
)

JUDGES = {"masked-lm": golden_masked_lm, "task": golden_task}


def main(root, *only):
    for make in BY_5 if transformers.__version__.startswith("5.") else BY_4:
        name = make.__name__.replace("_", "-")
        if only and name not in only:
            continue
        folder = next((kind for kind in JUDGES if name.startswith(kind + "-")), None)
        if folder is None:
            write(root / name, make, golden)
        else:
            write(root / folder / name.removeprefix(folder + "-"), make, JUDGES[folder])


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])

package io.sextant.bert.huggingface;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.bert.Activation;
import io.sextant.bert.BertConfig;
import io.sextant.bert.DistanceBuckets;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderDesign;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import io.sextant.bert.files.JsonFile;
import io.sextant.fault.BadInputException;
import java.util.Locale;
import java.util.Map;

/**
 * The content of Hugging Face's {@code config.json}.
 *
 * @param architecture the architecture of the encoder
 * @param encoder the shape of the encoder; its {@code lowerCase} is not set, since the tokenizer
 *     determines it
 * @param embeddingSize the width of the embeddings
 * @param firstPosition the row of the position embedding table for the first position
 * @param tied whether the masked-LM head's decoder is the table of word embeddings, even if the
 *     checkpoint contains another
 */
public record HuggingFaceConfig(
    Architecture architecture,
    BertConfig encoder,
    int embeddingSize,
    int firstPosition,
    boolean tied) {

  static final String FILE = "config.json";

  /** The epsilon that is a constant in DistilBERT's code and is not in its configuration. */
  private static final double DISTILBERT_EPSILON = 1e-12;

  /** The padding's id, which is a constant in MPNet's code. */
  private static final int MPNET_PADDING = 1;

  /** The buckets of MPNet's relative positions, which are constants in its code. */
  private static final DistanceBuckets MPNET_BUCKETS = new DistanceBuckets(32, 128);

  private static final Map<String, String> DISTILBERT_NAMES =
      Map.of(
          "hidden_size", "dim", "num_attention_heads", "n_heads", "num_hidden_layers", "n_layers");

  public static HuggingFaceConfig of(JsonFile json) {
    Architecture architecture = Architecture.of(json);
    refuseWhatChangesTheEncoder(json);
    if (architecture == Architecture.DISTILBERT) {
      return distilBert(HuggingFaceDefaults.fill(architecture, ownNames(json)));
    }
    return bert(architecture, HuggingFaceDefaults.fill(architecture, json));
  }

  private static HuggingFaceConfig bert(Architecture architecture, JsonFile json) {
    if (architecture.sharesLayers()) {
      requireOne(json, "num_hidden_groups");
      requireOne(json, "inner_group_num");
    }
    int hidden = json.positive("hidden_size");
    int rows = json.positive("max_position_embeddings");
    int firstPosition = firstPosition(architecture, json, rows);
    BertConfig shape =
        new BertConfig(
            new EncoderShape(
                json.positive("num_hidden_layers"),
                heads(json, "num_attention_heads", hidden),
                hidden,
                json.positive("intermediate_size")),
            new EmbeddingShape(
                json.positive("vocab_size"),
                rows - firstPosition,
                architecture.hasTokenTypeTable() ? json.positive("type_vocab_size") : 1),
            json.nonNegative("layer_norm_eps"),
            activation(json, "hidden_act"),
            false,
            !architecture.hasTokenTypes() || json.positive("type_vocab_size") > 1);
    if (architecture == Architecture.MPNET) {
      shape = shape.withDesign(mpnet(json, shape.layers()));
    }
    int embeddingSize = architecture.hasEmbeddingSize() ? json.positive("embedding_size") : hidden;
    return new HuggingFaceConfig(architecture, shape, embeddingSize, firstPosition, tied(json));
  }

  /** Returns the row of the position embedding table for the first position. */
  private static int firstPosition(Architecture architecture, JsonFile json, int rows) {
    if (!architecture.positionsFollowPadding()) {
      return 0;
    }
    int padding = architecture == Architecture.MPNET ? MPNET_PADDING : json.natural("pad_token_id");
    if (padding >= rows - 1) {
      throw architecture == Architecture.MPNET
          ? json.wrong("max_position_embeddings", "at least " + (MPNET_PADDING + 2))
          : json.wrong("pad_token_id", "less than max_position_embeddings - 1");
    }
    return padding + 1;
  }

  /** MPNet's code has 32 buckets, whatever the configuration says. */
  private static EncoderDesign mpnet(JsonFile json, int layers) {
    if (json.positive("relative_attention_num_buckets") != MPNET_BUCKETS.count()) {
      throw json.wrong(
          "relative_attention_num_buckets",
          MPNET_BUCKETS.count() + ", which is a constant in MPNet's code");
    }
    return new EncoderDesign(new Position.Bias(MPNET_BUCKETS), NormPlacement.AFTER, false, layers);
  }

  private static void requireOne(JsonFile json, String key) {
    if (json.positive(key) != 1) {
      throw json.wrong(
          key, "1: an ALBERT whose layers do not all have the same weights is not supported");
    }
  }

  private static HuggingFaceConfig distilBert(JsonFile json) {
    int hidden = json.positive("dim");
    BertConfig shape =
        new BertConfig(
            new EncoderShape(
                json.positive("n_layers"),
                heads(json, "n_heads", hidden),
                hidden,
                json.positive("hidden_dim")),
            new EmbeddingShape(
                json.positive("vocab_size"), json.positive("max_position_embeddings"), 1),
            DISTILBERT_EPSILON,
            activation(json, "activation"),
            false,
            true);
    return new HuggingFaceConfig(Architecture.DISTILBERT, shape, hidden, 0, tied(json));
  }

  /** Renames keys of BERT, which a configuration of DistilBERT may use, to DistilBERT's own. */
  private static JsonFile ownNames(JsonFile json) {
    ObjectNode renamed = json.object().deepCopy();
    DISTILBERT_NAMES.forEach(
        (bert, own) -> {
          if (renamed.has(bert) && !renamed.has(own)) {
            renamed.set(own, renamed.get(bert));
          }
        });
    return new JsonFile(json.where(), renamed);
  }

  private static int heads(JsonFile json, String key, int hidden) {
    int heads = json.positive(key);
    if (hidden % heads != 0) {
      throw new BadInputException(
          json.where()
              + ": width "
              + hidden
              + " is not a multiple of "
              + heads
              + " heads ("
              + key
              + ")");
    }
    return heads;
  }

  private static Activation activation(JsonFile json, String key) {
    return switch (json.text(key)) {
      case "gelu", "gelu_python" -> Activation.GELU;
      case "gelu_new", "gelu_fast", "gelu_accurate", "gelu_pytorch_tanh", "gelu_python_tanh" ->
          Activation.GELU_TANH;
      case "relu" -> Activation.RELU;
      case "silu", "swish" -> Activation.SILU;
      default ->
          throw json.wrong(
              key,
              "gelu, gelu_new (or another name of GELU's approximation by tanh), relu or silu");
    };
  }

  private static boolean tied(JsonFile json) {
    return !json.has("tie_word_embeddings") || json.flag("tie_word_embeddings");
  }

  private static void refuseWhatChangesTheEncoder(JsonFile json) {
    if (json.has("quantization_config")) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s: the weights are quantized (quantization_config: %s), which is not supported: give the model in float32, float16 or bfloat16",
              json.where(),
              json.object().path("quantization_config").path("quant_method").asText("unnamed")));
    }
    if (json.has("position_embedding_type")) {
      json.require("position_embedding_type", "absolute");
    }
    for (String key : new String[] {"is_decoder", "is_encoder_decoder"}) {
      if (json.has(key) && json.flag(key)) {
        throw json.wrong(key, "false: a decoder's tokens do not attend to later tokens");
      }
    }
  }
}

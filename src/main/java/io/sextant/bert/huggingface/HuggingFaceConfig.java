package io.sextant.bert.huggingface;

import io.sextant.bert.Activation;
import io.sextant.bert.BertConfig;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.files.JsonFile;
import io.sextant.fault.BadInputException;
import java.util.Locale;

/**
 * The content of Hugging Face's {@code config.json}.
 *
 * @param architecture the architecture of the encoder
 * @param encoder the shape of the encoder; its {@code lowerCase} is not set, since the tokenizer
 *     determines it
 * @param embeddingSize the width of the embeddings
 * @param firstPosition the row of the position embedding table for the first position; {@link
 *     #NO_POSITIONS} if a design that may have such a table has none
 * @param tokenTypes whether there is a table of token type embeddings
 * @param biases the parts that have biases
 * @param headActivation the activation of the masked-LM head, and of ModernBERT's task head
 * @param tied whether the masked-LM head's decoder is the table of word embeddings, even if the
 *     checkpoint contains another
 */
public record HuggingFaceConfig(
    Architecture architecture,
    BertConfig encoder,
    int embeddingSize,
    int firstPosition,
    boolean tokenTypes,
    Biases biases,
    Activation headActivation,
    boolean tied) {

  static final String FILE = "config.json";

  /** The value of {@code firstPosition} if there is no position embedding table. */
  static final int NO_POSITIONS = -1;

  public static HuggingFaceConfig of(JsonFile json) {
    Architecture architecture = Architecture.of(json);
    refuseWhatChangesTheEncoder(json);
    return switch (architecture) {
      case DEBERTA_V2 -> DebertaSettings.read(json);
      case DISTILBERT -> DistilBertSettings.read(json);
      case GTE, NEW -> GteSettings.read(architecture, json);
      case MODERNBERT -> ModernBertSettings.read(json);
      case NOMIC_BERT -> NomicBertSettings.read(json);
      case ALBERT, BERT, CAMEMBERT, ELECTRA, MPNET, ROBERTA, XLM_ROBERTA ->
          BertSettings.read(architecture, HuggingFaceDefaults.fill(architecture, json));
    };
  }

  /** Returns the shape that most types state under the same keys. */
  static EncoderShape shape(JsonFile json) {
    int hidden = json.positive("hidden_size");
    return new EncoderShape(
        json.positive("num_hidden_layers"),
        heads(json, "num_attention_heads", hidden),
        hidden,
        json.positive("intermediate_size"));
  }

  /** Returns the number of heads, which divides the width of the hidden states. */
  static int heads(JsonFile json, String key, int hidden) {
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

  static Activation activation(JsonFile json, String key) {
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

  static boolean tied(JsonFile json) {
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
    for (String key : new String[] {"is_decoder", "is_encoder_decoder"}) {
      if (json.has(key) && json.flag(key)) {
        throw json.wrong(key, "false: a decoder's tokens do not attend to later tokens");
      }
    }
  }
}

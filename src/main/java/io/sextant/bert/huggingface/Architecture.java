package io.sextant.bert.huggingface;

import io.sextant.bert.Activation;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.tokenizer.TokenizerClass;
import io.sextant.fault.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The architectures that share BERT's encoder, by Hugging Face's {@code model_type}. */
public enum Architecture {
  ALBERT("albert", "Albert", EncoderNames.ALBERT, MaskedLmNames.ALBERT),
  BERT("bert", "Bert", EncoderNames.BERT, MaskedLmNames.BERT),
  CAMEMBERT("camembert", "Camembert", EncoderNames.BERT, MaskedLmNames.ROBERTA),
  DISTILBERT("distilbert", "DistilBert", EncoderNames.DISTILBERT, MaskedLmNames.DISTILBERT),
  ELECTRA("electra", "Electra", EncoderNames.BERT, MaskedLmNames.ELECTRA),
  ROBERTA("roberta", "Roberta", EncoderNames.BERT, MaskedLmNames.ROBERTA),
  XLM_ROBERTA("xlm-roberta", "XLMRoberta", EncoderNames.BERT, MaskedLmNames.ROBERTA);

  /** The part of a class's name after its architecture's prefix. */
  private static final String CLASS_ENDING = "(Model|LMHeadModel|PreTrainedModel|For[A-Z]\\w*)";

  private final String modelType;
  private final String classPrefix;
  private final EncoderNames names;
  private final MaskedLmNames maskedLm;

  Architecture(String modelType, String classPrefix, EncoderNames names, MaskedLmNames maskedLm) {
    this.modelType = modelType;
    this.classPrefix = classPrefix;
    this.names = names;
    this.maskedLm = maskedLm;
  }

  /**
   * Returns the architecture that a configuration names by its {@code model_type} or, without that
   * key, by the first class in {@code architectures}.
   */
  static Architecture of(JsonFile config) {
    if (!config.object().has("model_type") && config.has("architectures")) {
      return ofClass(config, config.object().path("architectures").path(0).asText());
    }
    String type = config.text("model_type");
    return Arrays.stream(values())
        .filter(architecture -> architecture.modelType.equals(type))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    String.format(
                        Locale.ROOT,
                        "%s: model_type \"%s\" is not supported; supported are %s",
                        config.where(),
                        type,
                        Arrays.stream(values())
                            .map(architecture -> architecture.modelType)
                            .collect(Collectors.joining(", ")))));
  }

  private static Architecture ofClass(JsonFile config, String name) {
    return Arrays.stream(values())
        .filter(architecture -> name.matches(architecture.classPrefix + CLASS_ENDING))
        .findFirst()
        .orElseThrow(
            () ->
                config.wrong(
                    "architectures",
                    "a class of BERT, ALBERT, CamemBERT, DistilBERT, ELECTRA, RoBERTa or XLM-R, since there is no model_type"));
  }

  /** Returns transformers' {@code model_type}. */
  String modelType() {
    return modelType;
  }

  /** Returns the names of the encoder's tensors. */
  EncoderNames names() {
    return names;
  }

  /** Returns the names of the masked-LM head's parts. */
  MaskedLmNames maskedLm() {
    return maskedLm;
  }

  /**
   * Returns the activation of the masked-LM head: the encoder's in ALBERT, BERT and DistilBERT,
   * else GELU.
   */
  Activation maskedLmActivation(Activation encoder) {
    return this == ALBERT || this == BERT || this == DISTILBERT ? encoder : Activation.GELU;
  }

  /** Returns whether the first position has the embedding after the padding's instead of row 0. */
  boolean positionsFollowPadding() {
    return this == CAMEMBERT || this == ROBERTA || this == XLM_ROBERTA;
  }

  /** Returns whether token type embeddings distinguish the sentences of a pair. */
  boolean hasTokenTypes() {
    return this == ALBERT || this == BERT || this == ELECTRA;
  }

  /** Returns whether all layers have the weights of one (Lan et al. 2020, section 3.1). */
  boolean sharesLayers() {
    return this == ALBERT;
  }

  /** Returns whether the configuration has a width of the embeddings, as embedding_size. */
  boolean hasEmbeddingSize() {
    return this == ALBERT || this == ELECTRA;
  }

  /**
   * Returns the name of the linear layer from the embeddings to the hidden states; null if the
   * encoder has none. ALBERT has one for any width, ELECTRA where the widths differ.
   */
  String embeddingProjection(int embeddingSize, int hidden) {
    return switch (this) {
      case ALBERT -> "encoder.embedding_hidden_mapping_in";
      case ELECTRA -> embeddingSize == hidden ? null : "embeddings_project";
      default -> null;
    };
  }

  /** Returns the class of the tokenizer if the files name none. */
  TokenizerClass tokenizer() {
    return switch (this) {
      case BERT, DISTILBERT, ELECTRA -> TokenizerClass.BERT;
      case ROBERTA -> TokenizerClass.ROBERTA;
      case ALBERT, CAMEMBERT, XLM_ROBERTA -> TokenizerClass.OTHER;
    };
  }
}

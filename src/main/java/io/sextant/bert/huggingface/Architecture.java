package io.sextant.bert.huggingface;

import io.sextant.bert.Activation;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.tokenizer.TokenizerClass;
import io.sextant.fault.BadInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The architectures of encoders that can be read, by Hugging Face's {@code model_type}. */
public enum Architecture {
  ALBERT("albert", "Albert", new TensorNames(EncoderNames.ALBERT, MaskedLmNames.ALBERT)),
  BERT("bert", "Bert", new TensorNames(EncoderNames.BERT, MaskedLmNames.BERT)),
  CAMEMBERT("camembert", "Camembert", new TensorNames(EncoderNames.BERT, MaskedLmNames.ROBERTA)),
  DEBERTA_V2(
      "deberta-v2",
      "DebertaV2",
      new TensorNames(EncoderNames.DEBERTA, MaskedLmNames.DEBERTA),
      new TensorNames(EncoderNames.DEBERTA, MaskedLmNames.BERT)),
  DISTILBERT(
      "distilbert",
      "DistilBert",
      new TensorNames(EncoderNames.DISTILBERT, MaskedLmNames.DISTILBERT)),
  ELECTRA("electra", "Electra", new TensorNames(EncoderNames.BERT, MaskedLmNames.ELECTRA)),
  GTE(
      "gte",
      "Gte",
      new TensorNames(EncoderNames.LLAMA, MaskedLmNames.ROBERTA),
      new TensorNames(EncoderNames.NEW, MaskedLmNames.NEW)),
  MODERNBERT(
      "modernbert",
      "ModernBert",
      new TensorNames(EncoderNames.MODERNBERT, MaskedLmNames.MODERNBERT)),
  MPNET("mpnet", "MPNet", new TensorNames(EncoderNames.MPNET, MaskedLmNames.ROBERTA)),
  /** GTE as its own code calls it. */
  NEW("new", "New", new TensorNames(EncoderNames.NEW, MaskedLmNames.NEW)),
  NOMIC_BERT(
      "nomic_bert",
      "NomicBert",
      new TensorNames(EncoderNames.LLAMA, MaskedLmNames.NOMIC),
      new TensorNames(EncoderNames.NOMIC, MaskedLmNames.NOMIC)),
  ROBERTA("roberta", "Roberta", new TensorNames(EncoderNames.BERT, MaskedLmNames.ROBERTA)),
  XLM_ROBERTA(
      "xlm-roberta", "XLMRoberta", new TensorNames(EncoderNames.BERT, MaskedLmNames.ROBERTA));

  /** The part of a class's name after its architecture's prefix. */
  private static final String CLASS_ENDING = "(Model|LMHeadModel|PreTrainedModel|For[A-Z]\\w*)";

  private final String modelType;
  private final String classPrefix;
  private final List<TensorNames> names;

  Architecture(String modelType, String classPrefix, TensorNames... names) {
    this.modelType = modelType;
    this.classPrefix = classPrefix;
    this.names = List.of(names);
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
                    "a class of BERT, ALBERT, CamemBERT, DeBERTa, DistilBERT, ELECTRA, GTE, ModernBERT, MPNet, NomicBERT, RoBERTa or XLM-R, since there is no model_type"));
  }

  /** Returns transformers' {@code model_type}. */
  String modelType() {
    return modelType;
  }

  /** Returns the sets of names that the architecture's tensors may have. */
  List<TensorNames> names() {
    return names;
  }

  /**
   * Returns the activation of the masked-LM head: the encoder's in ALBERT, BERT, DeBERTa,
   * DistilBERT, NomicBERT and GTE's own code, else GELU.
   */
  Activation maskedLmActivation(Activation encoder) {
    return switch (this) {
      case ALBERT, BERT, DEBERTA_V2, DISTILBERT, NEW, NOMIC_BERT -> encoder;
      case CAMEMBERT, ELECTRA, GTE, MODERNBERT, MPNET, ROBERTA, XLM_ROBERTA -> Activation.GELU;
    };
  }

  /** Returns whether the first position has the embedding after the padding's instead of row 0. */
  boolean positionsFollowPadding() {
    return this == CAMEMBERT || this == ROBERTA || this == XLM_ROBERTA;
  }

  /** Returns whether only token type embeddings distinguish the sentences of a pair. */
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
      case BERT, DISTILBERT, ELECTRA, NOMIC_BERT -> TokenizerClass.BERT;
      case ROBERTA -> TokenizerClass.ROBERTA;
      case MPNET -> TokenizerClass.MPNET;
      case ALBERT, CAMEMBERT, DEBERTA_V2, GTE, MODERNBERT, NEW, XLM_ROBERTA -> TokenizerClass.OTHER;
    };
  }
}

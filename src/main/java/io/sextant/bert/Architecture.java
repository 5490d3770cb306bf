package io.sextant.bert;

import io.sextant.fault.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The architectures that share BERT's encoder, by Hugging Face's {@code model_type}. */
enum Architecture {
  BERT("bert", EncoderNames.BERT, MaskedLmNames.BERT),
  DISTILBERT("distilbert", EncoderNames.DISTILBERT, MaskedLmNames.DISTILBERT),
  ELECTRA("electra", EncoderNames.BERT, MaskedLmNames.ELECTRA),
  ROBERTA("roberta", EncoderNames.BERT, MaskedLmNames.ROBERTA),
  XLM_ROBERTA("xlm-roberta", EncoderNames.BERT, MaskedLmNames.ROBERTA);

  private final String modelType;
  private final EncoderNames names;
  private final MaskedLmNames maskedLm;

  Architecture(String modelType, EncoderNames names, MaskedLmNames maskedLm) {
    this.modelType = modelType;
    this.names = names;
    this.maskedLm = maskedLm;
  }

  /** The architecture that a configuration names. */
  static Architecture of(JsonFile config) {
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

  /** What its tensors are called. */
  EncoderNames names() {
    return names;
  }

  /** What the parts of its masked-LM head are called. */
  MaskedLmNames maskedLm() {
    return maskedLm;
  }

  /** What its masked-LM head applies: the encoder's activation, or always the GELU. */
  Activation maskedLmActivation(Activation encoder) {
    return this == BERT || this == DISTILBERT ? encoder : Activation.GELU;
  }

  /** Whether the first position's embedding is not row 0 but the one after the padding's. */
  boolean positionsFollowPadding() {
    return this == ROBERTA || this == XLM_ROBERTA;
  }

  /** Whether it tells the sentences of a pair apart by token type embeddings. */
  boolean hasTokenTypes() {
    return this == BERT || this == ELECTRA;
  }

  /** Whether BERT's WordPiece tokenizer is its own, so that a {@code vocab.txt} is enough. */
  boolean hasWordPieces() {
    return this == BERT || this == DISTILBERT || this == ELECTRA;
  }
}

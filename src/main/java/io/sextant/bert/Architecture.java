package io.sextant.bert;

import io.sextant.fault.BadInputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The architectures that share BERT's encoder, by Hugging Face's {@code model_type}. */
enum Architecture {
  BERT("bert", EncoderNames.BERT),
  DISTILBERT("distilbert", EncoderNames.DISTILBERT),
  ELECTRA("electra", EncoderNames.BERT),
  ROBERTA("roberta", EncoderNames.BERT),
  XLM_ROBERTA("xlm-roberta", EncoderNames.BERT);

  private final String modelType;
  private final EncoderNames names;

  Architecture(String modelType, EncoderNames names) {
    this.modelType = modelType;
    this.names = names;
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
                    "%s: model_type \"%s\" is not supported; supported are %s"
                        .formatted(
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

package io.sextant.table.row;

import java.util.Locale;

/** Why an input row was not profiled; the {@code reason} column of {@code rejects}. */
public enum RejectReason {
  /** The row cannot be read as the format says. */
  MALFORMED_ROW,
  /** A sentence is null. */
  NULL_SENTENCE,
  /** A sentence is empty or only white space. */
  EMPTY_SENTENCE,
  /** An id column was named, and the row has none. */
  NULL_ID,
  /** A sentence has more than a million characters, or a document's more words than allowed. */
  SENTENCE_TOO_LONG,
  /** Another row with the same id has been profiled. */
  DUPLICATE_ID,
  /** The tokenizer leaves nothing of a sentence: control characters only, for instance. */
  NO_CONTENT,
  /** The tokenizer cannot cut a sentence: it is too long for its patterns, or takes too long. */
  NOT_TOKENIZED,
  /** A document has less than two sentences. */
  NO_PAIR,
  /** The annotation is not what its format says. */
  MALFORMED_ANNOTATION,
  /** The dependencies are no tree: they run in a circle, or have no root. */
  NOT_A_TREE,
  /** Too many words of the annotation are not words of the text. */
  MISALIGNED_ANNOTATION,
  /**
   * A row of some attention map does not sum to 1 within 1e-4, or some attention, or norm of what
   * it moves, is not a finite number.
   */
  ATTENTION_NOT_NORMALISED;

  /** As it stands in the table. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.sextant.table.row;

import java.util.Locale;

/**
 * The reason why an input row was not profiled: the values of the column {@code reason} of {@code
 * rejects}.
 */
public enum RejectReason {
  /** The row does not conform to its format. */
  MALFORMED_ROW,
  /** A sentence is null. */
  NULL_SENTENCE,
  /** A sentence is empty or consists of white space. */
  EMPTY_SENTENCE,
  /** An id column was specified, and the row has no id. */
  NULL_ID,
  /**
   * A sentence has more than a million characters, or a document has a sentence of more words than
   * allowed.
   */
  SENTENCE_TOO_LONG,
  /** Another row with the same id has been profiled. */
  DUPLICATE_ID,
  /** A sentence has no tokens, for instance because it consists of control characters. */
  NO_CONTENT,
  /**
   * The tokenizer cannot tokenize a sentence, because it is too long for its patterns or takes too
   * long.
   */
  NOT_TOKENIZED,
  /** A document has fewer than two sentences. */
  NO_PAIR,
  /** The annotation does not conform to its format. */
  MALFORMED_ANNOTATION,
  /** The dependencies are not a tree: they have a cycle, or no root. */
  NOT_A_TREE,
  /** Too many words of the annotation cannot be aligned with the text. */
  MISALIGNED_ANNOTATION,
  /**
   * A row of an attention map does not sum to 1 within 1e-4, or an attention weight or a norm is
   * not finite.
   */
  ATTENTION_NOT_NORMALISED;

  /** Returns the reason's value in the table. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

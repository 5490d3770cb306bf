package io.sextant.table;

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
  /** A sentence has more than a million characters. */
  SENTENCE_TOO_LONG,
  /** Another row with the same id has been profiled. */
  DUPLICATE_ID,
  /** The tokenizer leaves nothing of a sentence: control characters only, for instance. */
  NO_CONTENT,
  /** A row of some attention map does not sum to 1 within 1e-4. */
  ATTENTION_NOT_NORMALISED;

  /** As it stands in the table. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

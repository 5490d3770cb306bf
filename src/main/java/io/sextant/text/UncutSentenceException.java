package io.sextant.text;

import io.sextant.fault.BadInputException;

/** Says that the tokenizer cannot cut a sentence, and why: its pair cannot be measured. */
public final class UncutSentenceException extends BadInputException {
  private static final long serialVersionUID = 1L;

  /** A sentence that is not cut. */
  UncutSentenceException(String message, Throwable cause) {
    super(message, cause);
  }
}

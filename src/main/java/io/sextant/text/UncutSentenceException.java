package io.sextant.text;

import io.sextant.fault.BadInputException;

/**
 * Thrown when the tokenizer cannot encode a sentence, so that its pair cannot be measured. The
 * message says why.
 */
public final class UncutSentenceException extends BadInputException {
  private static final long serialVersionUID = 1L;

  UncutSentenceException(String message, Throwable cause) {
    super(message, cause);
  }
}

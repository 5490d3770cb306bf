package io.sextant.text;

/**
 * Creates the exception of a tokenizer that cannot tokenize a sentence, for tests of its callers.
 */
public final class Uncut {
  private Uncut() {}

  public static UncutSentenceException sentence() {
    return new UncutSentenceException("the tokenizer fails", null);
  }
}

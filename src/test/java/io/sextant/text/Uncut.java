package io.sextant.text;

/** What a tokenizer throws that cannot cut a sentence, for tests of those who meet it. */
public final class Uncut {
  private Uncut() {}

  public static UncutSentenceException sentence() {
    return new UncutSentenceException("the tokenizer fails", null);
  }
}

package io.sextant.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.sextant.fault.BadInputException;
import io.sextant.text.guard.TokenizerBounds;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tokenizer whose use cannot end the process or take unlimited time. A sentence that is too long
 * for the tokenizer's patterns is refused, and one that may take long has a time limit. Native code
 * cannot be interrupted, so a sentence over its time limit continues in a thread of its own. After
 * a few such sentences, all further long ones are refused.
 */
final class BoundedTokenizer implements AutoCloseable {
  private static final int SECONDS = 20;
  private static final int MOST_LATE = 3;

  /** A sentence with more characters, or with more steps of the patterns, has a time limit. */
  private static final int LONG = 5_000;

  private static final double MANY_STEPS = 1e8;

  private final HuggingFaceTokenizer tokenizer;
  private final TokenizerBounds bounds;
  private final AtomicInteger late = new AtomicInteger();

  /**
   * Creates a tokenizer with bounds.
   *
   * @param bounds null for a tokenizer that Sextant has built, whose time is linear
   */
  BoundedTokenizer(HuggingFaceTokenizer tokenizer, TokenizerBounds bounds) {
    this.tokenizer = tokenizer;
    this.bounds = bounds;
  }

  HuggingFaceTokenizer unbounded() {
    return tokenizer;
  }

  /**
   * Tokenizes a sentence.
   *
   * @throws UncutSentenceException if the sentence is too long or takes too long, or the tokenizer
   *     fails
   * @throws BadInputException if too many sentences have taken too long
   */
  Encoding encode(String text) {
    if (bounds == null) {
      return tokenizer.encode(text);
    }
    if (text.length() > bounds.longestSentence()) {
      throw new UncutSentenceException(
          String.format(
              Locale.ROOT,
              "a sentence has %s characters; the patterns of tokenizer.json allow %s",
              Integer.toString(text.length()),
              Integer.toString(bounds.longestSentence())),
          null);
    }
    try {
      boolean quick = text.length() <= LONG && bounds.steps(text.length()) <= MANY_STEPS;
      return quick ? tokenizer.encode(text) : inTime(text);
    } catch (BadInputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UncutSentenceException("the tokenizer fails: " + e.getMessage(), e);
    }
  }

  private Encoding inTime(String text) {
    if (late.get() >= MOST_LATE) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "tokenizer.json: %s sentences have taken more than %s seconds each: it is damaged or hostile",
              Integer.toString(MOST_LATE),
              Integer.toString(SECONDS)));
    }
    CompletableFuture<Encoding> encoding = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                encoding.complete(tokenizer.encode(text));
              } catch (RuntimeException | Error e) {
                encoding.completeExceptionally(e);
              }
            },
            "sextant-tokenizer");
    thread.setDaemon(true);
    thread.start();
    try {
      return encoding.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      late.incrementAndGet();
      throw new UncutSentenceException(
          "the tokenizer takes more than " + SECONDS + " seconds for a sentence", e);
    } catch (ExecutionException e) {
      throw new UncutSentenceException("the tokenizer fails: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      late.incrementAndGet();
      throw new IllegalStateException("interrupted while a sentence was tokenized", e);
    }
  }

  /** Frees the tokenizer, unless a thread may still be using it. */
  @Override
  public void close() {
    if (late.get() == 0) {
      tokenizer.close();
    }
  }
}

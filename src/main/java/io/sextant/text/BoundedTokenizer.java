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
 * A tokenizer that a sentence cannot make end the process, or run without an end: one that is too
 * long for the tokenizer's patterns is not given to it, and one that may take long is given a time.
 * Native code cannot be interrupted: a sentence that is over its time goes on in a thread of its
 * own, so after a few of them the tokenizer gives up.
 */
final class BoundedTokenizer implements AutoCloseable {
  private static final int SECONDS = 20;
  private static final int MOST_LATE = 3;

  /** Longer sentences, or such that take more steps of the patterns, are given a time. */
  private static final int LONG = 5_000;

  private static final double MANY_STEPS = 1e8;

  private final HuggingFaceTokenizer tokenizer;
  private final TokenizerBounds bounds;
  private final AtomicInteger late = new AtomicInteger();

  /**
   * A tokenizer within bounds.
   *
   * @param bounds null for a tokenizer of our own making, whose time is linear
   */
  BoundedTokenizer(HuggingFaceTokenizer tokenizer, TokenizerBounds bounds) {
    this.tokenizer = tokenizer;
    this.bounds = bounds;
  }

  HuggingFaceTokenizer unbounded() {
    return tokenizer;
  }

  /**
   * A sentence in tokens.
   *
   * @throws UncutSentenceException if it is too long for the tokenizer, takes too long, or the
   *     tokenizer fails at it
   * @throws BadInputException if too many have taken too long
   */
  Encoding encode(String text) {
    if (bounds == null) {
      return tokenizer.encode(text);
    }
    if (text.length() > bounds.longestSentence()) {
      throw new UncutSentenceException(
          String.format(
              Locale.ROOT,
              "a sentence has %s characters; the patterns of tokenizer.json bear %s",
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
      throw new IllegalStateException("interrupted while a sentence was cut", e);
    }
  }

  /** Frees the tokenizer, unless a thread may still be in it. */
  @Override
  public void close() {
    if (late.get() == 0) {
      tokenizer.close();
    }
  }
}

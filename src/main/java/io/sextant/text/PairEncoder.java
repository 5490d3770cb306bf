package io.sextant.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Cuts sentence pairs into the word pieces of one model. Safe for use by many threads; close it
 * when all are done. It reaches no network: its native library comes out of its own jar, and is
 * kept below {@code ~/.djl.ai}, or the temporary directory where that cannot be written.
 */
public final class PairEncoder implements AutoCloseable {

  /** The least maximum length: room for one piece of each sentence. */
  public static final int MIN_LENGTH = 5;

  private static final Map<String, String> AS_IS =
      Map.of(
          "addSpecialTokens", "false",
          "truncation", "DO_NOT_TRUNCATE",
          "padding", "DO_NOT_PAD");

  private final HuggingFaceTokenizer tokenizer;
  private final int maxLength;
  private final int cls;
  private final int sep;

  /**
   * An encoder for a model.
   *
   * @param maxLength the longest input in pieces, delimiters included; the model's own number of
   *     positions where that is less
   * @throws BadInputException if the maximum is below {@link #MIN_LENGTH}
   */
  public PairEncoder(BertModel model, int maxLength) {
    this.maxLength = Math.min(maxLength, model.config().positions());
    if (this.maxLength < MIN_LENGTH) {
      throw new BadInputException(
          "maximum length " + this.maxLength + " is too short: give at least " + MIN_LENGTH);
    }
    this.cls = model.vocabulary().pieces().indexOf("[CLS]");
    this.sep = model.vocabulary().pieces().indexOf("[SEP]");
    // DJL would otherwise report its use to its makers, and fetch a library where it finds a GPU.
    System.setProperty("ai.djl.offline", "true");
    try {
      this.tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(TokenizerJson.of(model)), AS_IS);
    } catch (IOException e) {
      throw new UncheckedIOException("loading the tokenizer", e);
    }
  }

  /**
   * The model's input for a pair, cut to the maximum length from the ends, the longer sentence
   * first. A sentence of blanks and control characters only has no pieces: see {@link
   * EncodedPair#hasContent(int)}.
   */
  public EncodedPair encode(SentencePair pair) {
    TokenizedSentence a = tokenize(pair.sentenceA());
    if (pair.sentenceB() == null) {
      int kept = Math.min(a.size(), maxLength - 2);
      PairAssembler input = new PairAssembler(kept + 2);
      input.addDelimiter("[CLS]", cls, 0);
      input.addSentence(a, kept, 0);
      input.addDelimiter("[SEP]", sep, 0);
      return input.build(pair, kept + 1, a.size() - kept);
    }
    TokenizedSentence b = tokenize(pair.sentenceB());
    Truncation kept = Truncation.longestFirst(a.size(), b.size(), maxLength - 3);
    int total = kept.keptA() + kept.keptB();
    PairAssembler input = new PairAssembler(total + 3);
    input.addDelimiter("[CLS]", cls, 0);
    input.addSentence(a, kept.keptA(), 0);
    input.addDelimiter("[SEP]", sep, 0);
    input.addSentence(b, kept.keptB(), 1);
    input.addDelimiter("[SEP]", sep, 1);
    return input.build(pair, kept.keptA() + 1, a.size() + b.size() - total);
  }

  private TokenizedSentence tokenize(String sentence) {
    String text = WellFormed.of(sentence);
    return TokenizedSentence.of(text, tokenizer.encode(text));
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}

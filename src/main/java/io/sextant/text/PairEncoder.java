package io.sextant.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import io.sextant.text.guard.TokenizerBounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Encodes sentence pairs with the tokenizer of a model. A model's own {@code tokenizer.json} is
 * restricted to safe bounds, and {@link io.sextant.text.guard.TokenizerTrial} must have tried it
 * before. Instances are safe for use by several threads, and must be closed after use. The encoder
 * does not use the network: its native library comes from its own jar, and is cached below {@code
 * ~/.djl.ai}, or in the temporary directory if that cannot be written.
 */
public final class PairEncoder implements AutoCloseable {

  private static final Map<String, String> AS_IS =
      Map.of(
          "addSpecialTokens", "false",
          "truncation", "DO_NOT_TRUNCATE",
          "padding", "DO_NOT_PAD");

  private final BoundedTokenizer tokenizer;
  private final InputTemplate template;
  private final int unknownId;
  private final int maxLength;
  private final int tokenTypes;
  private final boolean takesPairs;

  /**
   * Creates an encoder for a model.
   *
   * @param maxLength the greatest number of tokens of an input, delimiters included; limited by the
   *     model's number of positions
   * @throws BadInputException if the tokenizer cannot be read, or does not put delimiters around
   *     sentences
   * @throws UsageException if the maximum leaves no room for a token of each of two sentences
   */
  public PairEncoder(BertModel model, int maxLength) {
    this.maxLength = Math.min(maxLength, model.config().positions());
    this.tokenTypes = model.config().tokenTypes();
    this.takesPairs = model.config().takesPairs();
    // Otherwise DJL would report its use to its authors, and download a library if it finds a GPU.
    System.setProperty("ai.djl.offline", "true");
    this.tokenizer = open(model);
    try {
      this.template = InputTemplate.of(tokenizer.unbounded());
      this.unknownId = UnknownToken.id(model.vocabulary());
      int least = template.aroundTwo() + 2;
      if (this.maxLength < least) {
        throw new UsageException(
            "maximum length " + this.maxLength + " is too short: give at least " + least);
      }
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  private static BoundedTokenizer open(BertModel model) {
    String given = model.vocabulary().tokenizerJson();
    byte[] json = given == null ? TokenizerJson.of(model) : given.getBytes(StandardCharsets.UTF_8);
    TokenizerBounds bounds = null;
    if (given != null) {
      TokenizerSteps.of(model.vocabulary()).requireKnown(model.name());
      bounds = TokenizerBounds.of(given, "tokenizer.json of model " + model.name());
    }
    try {
      return new BoundedTokenizer(
          HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), AS_IS), bounds);
    } catch (IOException e) {
      throw new UncheckedIOException("loading the tokenizer", e);
    } catch (RuntimeException e) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "tokenizer.json of model %s cannot be read: %s",
              model.name(),
              e.getMessage()),
          e);
    }
  }

  /** Returns the id of the token for unknown text; negative if the tokenizer has none. */
  public int unknownId() {
    return unknownId;
  }

  /**
   * Encodes a pair. An input over the maximum length is truncated at the ends of its sentences, the
   * longer sentence first. A sentence of blanks and control characters has no tokens in BERT: see
   * {@link EncodedPair#hasContent(int)}.
   *
   * <p>If the text of a sentence contains a delimiter such as "[SEP]", the tokenizer of a {@code
   * vocab.txt} treats it as text. A {@code tokenizer.json} may give it the delimiter's id, as
   * Hugging Face does; it is still a word of the sentence.
   *
   * @throws BadInputException if the pair has two sentences and the model takes one only
   * @throws UncutSentenceException if the tokenizer cannot encode a sentence
   */
  public EncodedPair encode(SentencePair pair) {
    TokenizedSentence a = tokenize(pair.sentenceA());
    if (pair.sentenceB() == null) {
      int kept = Math.min(a.size(), maxLength - InputTemplate.AROUND_ONE);
      int size = kept + InputTemplate.AROUND_ONE;
      PairAssembler input = new PairAssembler(size, tokenTypes);
      input.addDelimiter(template.start());
      input.addSentence(a, kept, 0, template.typeA());
      input.addDelimiter(template.endOfOne());
      return input.build(pair, new SentenceBounds(size - 1, size, a.size() - kept));
    }
    if (!takesPairs) {
      throw new BadInputException(
          "the model has one token type (type_vocab_size is 1), so it cannot distinguish sentence A"
              + " from B: give it single sentences");
    }
    TokenizedSentence b = tokenize(pair.sentenceB());
    Truncation kept = Truncation.longestFirst(a.size(), b.size(), maxLength - template.aroundTwo());
    int total = kept.keptA() + kept.keptB();
    PairAssembler input = new PairAssembler(total + template.aroundTwo(), tokenTypes);
    input.addDelimiter(template.start());
    input.addSentence(a, kept.keptA(), 0, template.typeA());
    int firstSep = input.size();
    template.between().forEach(input::addDelimiter);
    int secondStart = input.size();
    input.addSentence(b, kept.keptB(), 1, template.typeB());
    input.addDelimiter(template.end());
    return input.build(
        pair, new SentenceBounds(firstSep, secondStart, a.size() + b.size() - total));
  }

  /**
   * Encodes a pair as {@link #encode} does; returns empty if the tokenizer cannot encode a sentence
   * of it, so that the pair is rejected.
   */
  public Optional<EncodedPair> encodeIfCut(SentencePair pair) {
    try {
      return Optional.of(encode(pair));
    } catch (UncutSentenceException e) {
      return Optional.empty();
    }
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

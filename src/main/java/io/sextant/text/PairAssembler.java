package io.sextant.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Assembles delimiters and sentences to an {@link EncodedPair}. */
final class PairAssembler {

  private final String[] tokens;
  private final int[] ids;
  private final int[] tokenTypes;
  private final int[] wordOf;
  private final int[] begins;
  private final int[] ends;
  private final int mostTypes;
  private final List<Word> words = new ArrayList<>();
  private int size;

  /**
   * Creates an assembler for an input of {@code size} tokens to a model with {@code mostTypes}
   * types.
   */
  PairAssembler(int size, int mostTypes) {
    this.tokens = new String[size];
    this.ids = new int[size];
    this.tokenTypes = new int[size];
    this.wordOf = new int[size];
    this.begins = new int[size];
    this.ends = new int[size];
    this.mostTypes = mostTypes;
  }

  void addDelimiter(SpecialToken delimiter) {
    begins[size] = -1;
    ends[size] = -1;
    add(delimiter.token(), delimiter.id(), delimiter.tokenType(), -1);
  }

  /**
   * Adds the first {@code kept} tokens of a sentence. A word that is truncated keeps its whole text
   * and its first tokens.
   */
  void addSentence(TokenizedSentence sentence, int kept, int segment, int tokenType) {
    int firstWord = words.size();
    for (int i = 0; i < kept; i++) {
      int word = firstWord + sentence.wordOf()[i];
      if (word == words.size()) {
        words.add(word(sentence, i, kept, segment));
      }
      begins[size] = sentence.spans().begin(i);
      ends[size] = sentence.spans().end(i);
      add(sentence.tokens()[i], sentence.ids()[i], tokenType, word);
    }
  }

  /** Returns the position of the next token. */
  int size() {
    return size;
  }

  private Word word(TokenizedSentence sentence, int first, int kept, int segment) {
    int end = first + 1;
    while (end < kept && sentence.wordOf()[end] == sentence.wordOf()[first]) {
      end++;
    }
    TokenizedSentence.Span span = sentence.words().get(sentence.wordOf()[first]);
    return new Word(
        span.text(),
        segment,
        span.begin(),
        span.end(),
        size,
        size + end - first,
        span.text().isBlank() || Punctuation.is(span.text()));
  }

  private void add(String token, int id, int tokenType, int word) {
    tokens[size] = token;
    ids[size] = id;
    tokenTypes[size] = Math.min(tokenType, mostTypes - 1);
    wordOf[size++] = word;
  }

  EncodedPair build(SentencePair pair, SentenceBounds bounds) {
    return new EncodedPair(
        pair,
        Arrays.asList(tokens),
        ids,
        tokenTypes,
        wordOf,
        List.copyOf(words),
        bounds,
        new CharacterSpans(begins, ends));
  }
}

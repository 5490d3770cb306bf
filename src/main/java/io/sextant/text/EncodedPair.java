package io.sextant.text;

import java.util.List;

/**
 * The model's input for one pair: {@code [CLS] A [SEP] B [SEP]} or, for a single sentence, {@code
 * [CLS] A [SEP]}; RoBERTa's {@code <s> A </s></s> B </s>} has two separators in the middle. All
 * arrays have one entry per position and must not be changed.
 *
 * @param pair where it came from
 * @param tokens the tokens
 * @param ids the tokens' ids
 * @param tokenTypes in BERT 0 up to and including the first [SEP], 1 after it; all 0 in models that
 *     have one token type
 * @param wordOf index into {@code words} of the word that a position belongs to; -1 for delimiters
 * @param words the words of both sentences, in order
 * @param bounds where the sentences lie among the tokens
 * @param spans the characters that each position stands for; null where no more is known than the
 *     words' places
 */
public record EncodedPair(
    SentencePair pair,
    List<String> tokens,
    int[] ids,
    int[] tokenTypes,
    int[] wordOf,
    List<Word> words,
    SentenceBounds bounds,
    CharacterSpans spans) {

  /** Input of which no more is known than the words' places. */
  public EncodedPair(
      SentencePair pair,
      List<String> tokens,
      int[] ids,
      int[] tokenTypes,
      int[] wordOf,
      List<Word> words,
      SentenceBounds bounds) {
    this(pair, tokens, ids, tokenTypes, wordOf, words, bounds, null);
  }

  /** Position of the delimiter after sentence A. */
  public int firstSep() {
    return bounds.firstSep();
  }

  /** Position of the first token of sentence B; the size where there is none. */
  public int secondStart() {
    return bounds.secondStart();
  }

  /** Number of tokens cut off to fit the model. */
  public int truncated() {
    return bounds.truncated();
  }

  /**
   * The same input with another token's id at some positions; {@code tokens} stay what they were.
   */
  public EncodedPair with(int id, int... positions) {
    int[] changed = ids.clone();
    for (int position : positions) {
      changed[position] = id;
    }
    return new EncodedPair(pair, tokens, changed, tokenTypes, wordOf, words, bounds, spans);
  }

  /** Index of the first character of a position, which is no delimiter; its word's at least. */
  public int begin(int position) {
    return spans == null ? words.get(wordOf[position]).begin() : spans.begins()[position];
  }

  /** Index after the last character of a position, which is no delimiter; its word's at most. */
  public int end(int position) {
    return spans == null ? words.get(wordOf[position]).end() : spans.ends()[position];
  }

  /** Number of positions, delimiters included. */
  public int size() {
    return ids.length;
  }

  /** Whether there is a second sentence. */
  public boolean hasSecondSentence() {
    return bounds.secondStart() < size();
  }

  /**
   * Whether a sentence (segment 0 or 1) has any token. It has none if it is not there, or is blank
   * to BERT: white space, control characters, or nothing.
   */
  public boolean hasContent(int segment) {
    return sentenceStart(segment) < sentenceEnd(segment);
  }

  /** Whether the position is a delimiter: [CLS], [SEP], or what the tokenizer has for them. */
  public boolean isDelimiter(int position) {
    return wordOf[position] < 0;
  }

  /** Whether the position belongs to a punctuation mark. */
  public boolean isPunctuation(int position) {
    return wordOf[position] >= 0 && words.get(wordOf[position]).punctuation();
  }

  /** 0 in sentence A, 1 in sentence B, -1 on a delimiter. */
  public int segment(int position) {
    return isDelimiter(position) ? -1 : side(position);
  }

  /**
   * The sentence that a position stands with, delimiters too: 0 up to the last delimiter before
   * sentence B, 1 from its first token on.
   */
  public int side(int position) {
    return position < bounds.secondStart() ? 0 : 1;
  }

  /** First position of a sentence's content (segment 0 or 1). */
  public int sentenceStart(int segment) {
    return segment == 0 ? 1 : bounds.secondStart();
  }

  /** Position after the last of a sentence's content: that of its [SEP]. */
  public int sentenceEnd(int segment) {
    return segment == 0 ? bounds.firstSep() : size() - 1;
  }
}

package io.sextant.text;

import java.util.List;

/**
 * The model's input for one pair: {@code [CLS] A [SEP] B [SEP]} or, for a single sentence, {@code
 * [CLS] A [SEP]}. RoBERTa's {@code <s> A </s></s> B </s>} has two separators between the sentences.
 * All arrays have one entry per position and must not be changed.
 *
 * @param pair the pair that was encoded
 * @param tokens the tokens
 * @param ids the ids of the tokens
 * @param tokenTypes the token types; in BERT 0 up to and including the first [SEP] and 1 after it,
 *     and all 0 in models with one token type
 * @param wordOf the index into {@code words} of each position's word; -1 for delimiters
 * @param words the words of both sentences, in order
 * @param bounds the bounds of the sentences among the tokens
 * @param spans the spans of characters of the positions; null if only the words' spans are known
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

  /** Creates an input for which only the spans of the words are known. */
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

  /** Returns the position of the first delimiter after sentence A. */
  public int firstSep() {
    return bounds.firstSep();
  }

  /** Returns the position of the first token of sentence B; the size if there is none. */
  public int secondStart() {
    return bounds.secondStart();
  }

  /** Returns the number of tokens that were truncated to fit the model. */
  public int truncated() {
    return bounds.truncated();
  }

  /**
   * Returns a copy with another id at some positions. The component {@code tokens} is not changed.
   */
  public EncodedPair with(int id, int... positions) {
    int[] changed = ids.clone();
    for (int position : positions) {
      changed[position] = id;
    }
    return new EncodedPair(pair, tokens, changed, tokenTypes, wordOf, words, bounds, spans);
  }

  /**
   * Returns the index of the first character of a position, or of its word if only words' spans are
   * known. The position must not be a delimiter.
   */
  public int begin(int position) {
    return spans == null ? words.get(wordOf[position]).begin() : spans.begins()[position];
  }

  /**
   * Returns the index after the last character of a position, or of its word if only words' spans
   * are known. The position must not be a delimiter.
   */
  public int end(int position) {
    return spans == null ? words.get(wordOf[position]).end() : spans.ends()[position];
  }

  /** Returns the number of positions, delimiters included. */
  public int size() {
    return ids.length;
  }

  /** Returns whether there is a second sentence. */
  public boolean hasSecondSentence() {
    return bounds.secondStart() < size();
  }

  /**
   * Returns whether a sentence (segment 0 or 1) has tokens. It has none if there is no such
   * sentence, or if it consists of characters that BERT removes, such as white space and control
   * characters.
   */
  public boolean hasContent(int segment) {
    return sentenceStart(segment) < sentenceEnd(segment);
  }

  /** Returns whether the position is a delimiter: [CLS], [SEP] or the tokenizer's equivalent. */
  public boolean isDelimiter(int position) {
    return wordOf[position] < 0;
  }

  /** Returns whether the position belongs to a punctuation mark. */
  public boolean isPunctuation(int position) {
    return wordOf[position] >= 0 && words.get(wordOf[position]).punctuation();
  }

  /** Returns 0 in sentence A, 1 in sentence B, and -1 for a delimiter. */
  public int segment(int position) {
    return isDelimiter(position) ? -1 : side(position);
  }

  /**
   * Returns the sentence to which a position belongs if delimiters are assigned too: 0 up to the
   * last delimiter before sentence B, and 1 from its first token on.
   */
  public int side(int position) {
    return position < bounds.secondStart() ? 0 : 1;
  }

  /** Returns the first position of a sentence's content (segment 0 or 1). */
  public int sentenceStart(int segment) {
    return segment == 0 ? 1 : bounds.secondStart();
  }

  /** Returns the position after a sentence's content, which is that of its [SEP]. */
  public int sentenceEnd(int segment) {
    return segment == 0 ? bounds.firstSep() : size() - 1;
  }
}

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
 * @param firstSep position of the delimiter after sentence A
 * @param secondStart position of the first token of sentence B; the size where there is none
 * @param truncated number of tokens cut off to fit the model
 * @param begins index of each position's first character (UTF-16 unit) in its sentence, -1 for
 *     delimiters; null where no more is known than the words' places
 * @param ends index after its last; of a token that stands for no character, the same as its begin
 */
public record EncodedPair(
    SentencePair pair,
    List<String> tokens,
    int[] ids,
    int[] tokenTypes,
    int[] wordOf,
    List<Word> words,
    int firstSep,
    int secondStart,
    int truncated,
    int[] begins,
    int[] ends) {

  /** Input of which no more is known than the words' places. */
  public EncodedPair(
      SentencePair pair,
      List<String> tokens,
      int[] ids,
      int[] tokenTypes,
      int[] wordOf,
      List<Word> words,
      int firstSep,
      int secondStart,
      int truncated) {
    this(
        pair, tokens, ids, tokenTypes, wordOf, words, firstSep, secondStart, truncated, null, null);
  }

  /** The same with one separator between the sentences, as BERT's. */
  public EncodedPair(
      SentencePair pair,
      List<String> tokens,
      int[] ids,
      int[] tokenTypes,
      int[] wordOf,
      List<Word> words,
      int firstSep,
      int truncated) {
    this(pair, tokens, ids, tokenTypes, wordOf, words, firstSep, firstSep + 1, truncated);
  }

  /**
   * The same input with another token's id at some positions; {@code tokens} stay what they were.
   */
  public EncodedPair with(int id, int... positions) {
    int[] changed = ids.clone();
    for (int position : positions) {
      changed[position] = id;
    }
    return new EncodedPair(
        pair,
        tokens,
        changed,
        tokenTypes,
        wordOf,
        words,
        firstSep,
        secondStart,
        truncated,
        begins,
        ends);
  }

  /** Index of the first character of a position, which is no delimiter; its word's at least. */
  public int begin(int position) {
    return begins == null ? words.get(wordOf[position]).begin() : begins[position];
  }

  /** Index after the last character of a position, which is no delimiter; its word's at most. */
  public int end(int position) {
    return ends == null ? words.get(wordOf[position]).end() : ends[position];
  }

  /** Number of positions, delimiters included. */
  public int size() {
    return ids.length;
  }

  /** Whether there is a second sentence. */
  public boolean hasSecondSentence() {
    return secondStart < size();
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
    return position < secondStart ? 0 : 1;
  }

  /** First position of a sentence's content (segment 0 or 1). */
  public int sentenceStart(int segment) {
    return segment == 0 ? 1 : secondStart;
  }

  /** Position after the last of a sentence's content: that of its [SEP]. */
  public int sentenceEnd(int segment) {
    return segment == 0 ? firstSep : size() - 1;
  }
}

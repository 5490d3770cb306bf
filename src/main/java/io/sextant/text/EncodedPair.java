package io.sextant.text;

import java.util.List;

/**
 * The model's input for one pair: {@code [CLS] A [SEP] B [SEP]}, or {@code [CLS] A [SEP]} for a
 * single sentence. All arrays have one entry per position and must not be changed.
 *
 * @param pair where it came from
 * @param pieces the word pieces
 * @param ids the pieces' ids
 * @param tokenTypes 0 up to and including the first [SEP], 1 after it
 * @param wordOf index into {@code words} of the word that a position belongs to; -1 for delimiters
 * @param words the words of both sentences, in order
 * @param firstSep position of the first [SEP]
 * @param truncated number of pieces cut off to fit the model
 */
public record EncodedPair(
    SentencePair pair,
    List<String> pieces,
    int[] ids,
    int[] tokenTypes,
    int[] wordOf,
    List<Word> words,
    int firstSep,
    int truncated) {

  /** Number of positions, delimiters included. */
  public int size() {
    return ids.length;
  }

  /** Whether there is a second sentence. */
  public boolean hasSecondSentence() {
    return firstSep < size() - 1;
  }

  /**
   * Whether a sentence (segment 0 or 1) has any piece. It has none if it is not there, or is blank
   * to BERT: white space, control characters, or nothing.
   */
  public boolean hasContent(int segment) {
    return sentenceStart(segment) < sentenceEnd(segment);
  }

  /** Whether the position is [CLS] or [SEP]. */
  public boolean isDelimiter(int position) {
    return wordOf[position] < 0;
  }

  /** Whether the position belongs to a punctuation mark. */
  public boolean isPunctuation(int position) {
    return wordOf[position] >= 0 && words.get(wordOf[position]).punctuation();
  }

  /** 0 in sentence A, 1 in sentence B, -1 on a delimiter. */
  public int segment(int position) {
    return isDelimiter(position) ? -1 : tokenTypes[position];
  }

  /** First position of a sentence's content (segment 0 or 1). */
  public int sentenceStart(int segment) {
    return segment == 0 ? 1 : firstSep + 1;
  }

  /** Position after the last of a sentence's content: that of its [SEP]. */
  public int sentenceEnd(int segment) {
    return segment == 0 ? firstSep : size() - 1;
  }
}

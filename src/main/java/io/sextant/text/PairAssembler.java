package io.sextant.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays delimiters and sentences side by side into one {@link EncodedPair}. */
final class PairAssembler {

  private final String[] pieces;
  private final int[] ids;
  private final int[] tokenTypes;
  private final int[] wordOf;
  private final List<Word> words = new ArrayList<>();
  private int size;

  PairAssembler(int size) {
    this.pieces = new String[size];
    this.ids = new int[size];
    this.tokenTypes = new int[size];
    this.wordOf = new int[size];
  }

  void addDelimiter(String piece, int id, int segment) {
    add(piece, id, segment, -1);
  }

  /**
   * Adds the first pieces of a sentence; a word that is cut keeps its text and its first pieces.
   */
  void addSentence(TokenizedSentence sentence, int kept, int segment) {
    int firstWord = words.size();
    for (int i = 0; i < kept; i++) {
      int word = firstWord + sentence.wordOf()[i];
      if (word == words.size()) {
        words.add(word(sentence, i, kept, segment));
      }
      add(sentence.pieces()[i], sentence.ids()[i], segment, word);
    }
  }

  private Word word(TokenizedSentence sentence, int first, int kept, int segment) {
    int end = first + 1;
    while (end < kept && sentence.wordOf()[end] == sentence.wordOf()[first]) {
      end++;
    }
    String text = sentence.words().get(sentence.wordOf()[first]);
    int begin = sentence.begins().get(sentence.wordOf()[first]);
    return new Word(
        text,
        segment,
        begin,
        begin + text.length(),
        size,
        size + end - first,
        Punctuation.is(text));
  }

  private void add(String piece, int id, int segment, int word) {
    pieces[size] = piece;
    ids[size] = id;
    tokenTypes[size] = segment;
    wordOf[size++] = word;
  }

  EncodedPair build(SentencePair pair, int firstSep, int truncated) {
    return new EncodedPair(
        pair,
        Arrays.asList(pieces),
        ids,
        tokenTypes,
        wordOf,
        List.copyOf(words),
        firstSep,
        truncated);
  }
}

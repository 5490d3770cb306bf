package io.sextant.linguistics;

import io.sextant.bert.Vocabulary;
import io.sextant.text.TokenSpelling;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimates the frequency of a vocabulary's words by their rank. A checkpoint has no counts. But
 * after special tokens and single characters, a vocabulary lists its words roughly by their
 * frequency in the training text: WordPiece and Unigram by counts, BPE in the order of its merges.
 * So a token's rank is its place counted from the first whole word, which has rank 1; tokens before
 * that have rank 1 too. The rank is a poor estimate for parts of words, and meaningless for single
 * characters, which are ordered by code point.
 *
 * <p>Ranks are binned by their base-2 logarithm. The 63 words with ranks under 64 share the first
 * bin.
 */
final class VocabularyRanks {
  private static final int FIRST_BIN_BITS = 6;

  private final Vocabulary vocabulary;
  private final TokenSpelling spelling;
  private final int firstWord;

  VocabularyRanks(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.spelling = TokenSpelling.of(vocabulary);
    int first = 0;
    while (first < vocabulary.tokens().size() && !isWholeWord(first)) {
      first++;
    }
    this.firstWord = first;
  }

  /** Returns the number of bins. */
  int bins() {
    return bin(vocabulary.tokens().size() - 1) + 1;
  }

  /** Returns the bin of a token, which is 0 for the most frequent tokens. */
  int bin(int id) {
    int rank = Math.max(1, id - firstWord + 1);
    return Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(rank) - FIRST_BIN_BITS);
  }

  /**
   * Returns the ids of the whole words in each bin: tokens that begin a word and consist of two or
   * more letters, marks and numbers, by Unicode's general category (L, M, N).
   */
  List<List<Integer>> wholeWords() {
    List<List<Integer>> words = new ArrayList<>();
    for (int bin = 0; bin < bins(); bin++) {
      words.add(new ArrayList<>());
    }
    for (int id = firstWord; id < vocabulary.tokens().size(); id++) {
      if (isWholeWord(id)) {
        words.get(bin(id)).add(id);
      }
    }
    return words;
  }

  private boolean isWholeWord(int id) {
    String token = vocabulary.tokens().get(id);
    String text = spelling.text(token);
    return spelling.beginsWord(token)
        && text.codePointCount(0, text.length()) > 1
        && text.codePoints().allMatch(VocabularyRanks::isLetterMarkOrNumber);
  }

  private static boolean isLetterMarkOrNumber(int character) {
    return switch (Character.getType(character)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }
}

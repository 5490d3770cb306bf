package io.sextant.profile.pair;

import io.sextant.text.EncodedPair;
import io.sextant.text.SentenceBounds;
import io.sextant.text.Word;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A pair whose positions are its delimiters and its words, or every token. Words keep their order
 * and so their indices: what relates the words of the pair relates those of the view. A word's id
 * is its greatest token's, for a word is at most as frequent as its rarest token.
 *
 * @param pair the view
 * @param firstToken by position of the view: its first token in the pair; one more entry than
 *     positions, so that a position ends where the next one begins
 * @param positions by token: the position of the view that it is a token of
 * @param split positions of several tokens
 */
public record WordView(EncodedPair pair, int[] firstToken, int[] positions, int[] split) {

  /** A view in which every token is a position of its own. */
  public static WordView ofTokens(EncodedPair tokens) {
    int[] firstToken = IntStream.rangeClosed(0, tokens.size()).toArray();
    int[] positions = IntStream.range(0, tokens.size()).toArray();
    return new WordView(tokens, firstToken, positions, new int[0]);
  }

  public static WordView of(EncodedPair tokens) {
    int[] starts =
        IntStream.range(0, tokens.size()).filter(i -> startsPosition(tokens, i)).toArray();
    int size = starts.length;
    int[] firstToken = Arrays.copyOf(starts, size + 1);
    firstToken[size] = tokens.size();
    String[] texts = new String[size];
    int[] ids = new int[size];
    int[] tokenTypes = new int[size];
    int[] wordOf = new int[size];
    int[] positions = new int[tokens.size()];
    Word[] words = new Word[tokens.words().size()];
    int firstSep = 0;
    for (int position = 0; position < size; position++) {
      int first = firstToken[position];
      Arrays.fill(positions, first, firstToken[position + 1], position);
      tokenTypes[position] = tokens.tokenTypes()[first];
      wordOf[position] = tokens.wordOf()[first];
      ids[position] =
          IntStream.range(first, firstToken[position + 1])
              .map(i -> tokens.ids()[i])
              .max()
              .getAsInt();
      if (first == tokens.firstSep()) {
        firstSep = position;
      }
      texts[position] = tokens.tokens().get(first);
      if (!tokens.isDelimiter(first)) {
        Word word = tokens.words().get(wordOf[position]);
        boolean split = firstToken[position + 1] > first + 1;
        texts[position] = split ? word.text() : texts[position];
        words[wordOf[position]] =
            new Word(
                word.text(),
                word.segment(),
                word.begin(),
                word.end(),
                position,
                position + 1,
                word.punctuation());
      }
    }
    return new WordView(
        new EncodedPair(
            tokens.pair(),
            List.of(texts),
            ids,
            tokenTypes,
            wordOf,
            List.of(words),
            new SentenceBounds(
                firstSep, firstSep + tokens.secondStart() - tokens.firstSep(), tokens.truncated())),
        firstToken,
        positions,
        IntStream.range(0, size).filter(i -> firstToken[i + 1] > firstToken[i] + 1).toArray());
  }

  /** Number of positions. */
  int size() {
    return firstToken.length - 1;
  }

  /** Number of tokens of the pair. */
  int tokens() {
    return firstToken[size()];
  }

  /** Number of tokens of a position. */
  int tokens(int position) {
    return firstToken[position + 1] - firstToken[position];
  }

  private static boolean startsPosition(EncodedPair tokens, int i) {
    return tokens.isDelimiter(i) || tokens.words().get(tokens.wordOf()[i]).firstToken() == i;
  }
}

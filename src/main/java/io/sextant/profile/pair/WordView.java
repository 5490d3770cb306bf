package io.sextant.profile.pair;

import io.sextant.text.EncodedPair;
import io.sextant.text.SentenceBounds;
import io.sextant.text.Word;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A view of a pair whose positions are its delimiters and words, or its tokens. Words keep their
 * order and so their indices, so that relations between the words of the pair are valid for the
 * view. The id of a word is the greatest id of its tokens, because a word is at most as frequent as
 * its rarest token.
 *
 * @param pair the view
 * @param firstToken for each position of the view, its first token in the pair; a further entry is
 *     the number of tokens
 * @param positions for each token, the position of the view that it belongs to
 * @param split the positions that have several tokens
 */
public record WordView(EncodedPair pair, int[] firstToken, int[] positions, int[] split) {

  /** Returns a view in which every token is a position. */
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

  /** Returns the number of positions. */
  int size() {
    return firstToken.length - 1;
  }

  /** Returns the number of tokens of the pair. */
  int tokens() {
    return firstToken[size()];
  }

  /** Returns the number of tokens of a position. */
  int tokens(int position) {
    return firstToken[position + 1] - firstToken[position];
  }

  private static boolean startsPosition(EncodedPair tokens, int i) {
    return tokens.isDelimiter(i) || tokens.words().get(tokens.wordOf()[i]).firstToken() == i;
  }
}

package io.sextant.bert.tokenizer;

import java.util.List;

/**
 * The settings of BERT's own tokenizer if they differ from Google's code.
 *
 * @param stripAccents whether accents are removed; Google's code does so if it lower-cases text
 * @param partChinese whether every Chinese character is a word, as in Google's code
 * @param tokens the number of tokens that WordPiece uses, which are those of {@code vocab.txt}
 * @param added the tokens that are matched as a whole, by id; Google's code has none
 */
public record WordPieceSettings(
    boolean stripAccents, boolean partChinese, int tokens, List<AddedToken> added) {

  public WordPieceSettings {
    added = List.copyOf(added);
  }

  /** Returns the settings as text, which is equal for equal settings. */
  public String text() {
    StringBuilder text = new StringBuilder("tokens ");
    text.append(stripAccents).append(' ').append(partChinese).append(' ').append(tokens);
    for (AddedToken token : added) {
      text.append('\n').append(token.id()).append(' ').append(token.singleWord());
      text.append(' ').append(token.lstrip()).append(' ').append(token.rstrip());
      text.append(' ').append(token.normalized()).append(' ').append(token.special());
      text.append(' ').append(token.content().length()).append(' ').append(token.content());
    }
    return text.append('\n').toString();
  }
}

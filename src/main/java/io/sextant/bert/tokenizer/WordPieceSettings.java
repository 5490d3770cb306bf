package io.sextant.bert.tokenizer;

import java.util.List;

/**
 * Settings of BERT's own tokenizer that differ from Google's code.
 *
 * @param stripAccents whether accents are taken off; Google's code does so where it lower-cases
 * @param partChinese whether every Chinese character is a word; in Google's code it is
 * @param tokens number of the tokens that WordPiece uses, those of {@code vocab.txt}
 * @param added tokens that are found as a whole, by id; Google's code has none
 */
public record WordPieceSettings(
    boolean stripAccents, boolean partChinese, int tokens, List<AddedToken> added) {

  public WordPieceSettings {
    added = List.copyOf(added);
  }

  /** All of it as a text that is the same for the same settings. */
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

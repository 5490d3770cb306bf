package io.sextant.bert.tokenizer;

import io.sextant.bert.files.ModelFiles;
import io.sextant.fault.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * BERT's own tokenizer, read from a {@code vocab.txt} and the files beside it.
 *
 * @param tokens the tokens of the vocabulary, then the added ones
 * @param settings how the tokenizer differs from Google's code; null if it does not
 */
public record WordPieceFiles(List<String> tokens, WordPieceSettings settings) {

  /**
   * Reads the tokenizer, which equals transformers' BertTokenizer with one exception: its five own
   * tokens are treated as text where they occur in a sentence.
   *
   * @param usual the class if no file names one
   * @param vocabulary the tokens of {@code vocab.txt}
   * @throws BadInputException if the files have settings that BertTokenizer does not support
   */
  public static WordPieceFiles of(
      ModelFiles files, TokenizerConfig config, TokenizerClass usual, List<String> vocabulary) {
    config.requireBertsOwn(usual);
    NamedTokens.requireBertsNames(files, config);
    List<String> tokens = new ArrayList<>(vocabulary);
    List<AddedToken> added = added(NamedTokens.read(files, config), tokens);
    boolean usualAccents = config.stripAccents() == config.lowerCase();
    if (added.isEmpty() && usualAccents && config.partChinese()) {
      return new WordPieceFiles(vocabulary, null);
    }
    return new WordPieceFiles(
        tokens,
        new WordPieceSettings(
            config.stripAccents(), config.partChinese(), vocabulary.size(), added));
  }

  /** Returns the added tokens. Those that the vocabulary lacks get the next ids. */
  private static List<AddedToken> added(NamedTokens named, List<String> tokens) {
    List<AddedToken> added = new ArrayList<>();
    for (NamedTokens.Numbered numbered : named.numbered()) {
      AddedToken token = numbered.token();
      int id = idOf(token.content(), tokens);
      if (token.id() != id) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s gives the token %s the id %s, but transformers gives it %s: save the tokenizer again with transformers",
                numbered.where(),
                token.content(),
                Integer.toString(token.id()),
                Integer.toString(id)));
      }
      if (!NamedTokens.isBerts(token.content())) {
        added.add(token);
      }
    }
    for (String content : named.extra().keySet()) {
      if (!NamedTokens.isBerts(content)) {
        int id = idOf(content, tokens);
        added.add(new AddedToken(id, content, false, false, false, false, true));
      }
    }
    return added;
  }

  /** Returns the id of a token, which is appended if it has none. */
  private static int idOf(String content, List<String> tokens) {
    int id = tokens.indexOf(content);
    if (id < 0) {
      id = tokens.size();
      tokens.add(content);
    }
    return id;
  }
}

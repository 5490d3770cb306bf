package io.sextant.bert.tokenizer;

import io.sextant.bert.files.ModelFiles;
import io.sextant.fault.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * BERT's own tokenizer from a {@code vocab.txt} and the files beside it.
 *
 * @param tokens those of the vocabulary, then added ones
 * @param settings what differs from Google's code; null for nothing
 */
public record WordPieceFiles(List<String> tokens, WordPieceSettings settings) {

  /**
   * The tokenizer that transformers' BertTokenizer is, but for its five own tokens: spelled in a
   * sentence, they are text here.
   *
   * @param vocabulary the tokens of {@code vocab.txt}
   * @throws BadInputException if the files ask for what is none of it
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

  /** The added tokens by id; those that are no tokens yet become the next ones. */
  private static List<AddedToken> added(NamedTokens named, List<String> tokens) {
    List<AddedToken> added = new ArrayList<>();
    for (NamedTokens.Numbered numbered : named.numbered()) {
      AddedToken token = numbered.token();
      int id = idOf(token.content(), tokens);
      if (token.id() != id) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s gives the token %s the id %s, but transformers gives it %s: save the tokenizer anew with it",
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

  /** The id of a token; it is put behind all others if it has none. */
  private static int idOf(String content, List<String> tokens) {
    int id = tokens.indexOf(content);
    if (id < 0) {
      id = tokens.size();
      tokens.add(content);
    }
    return id;
  }
}

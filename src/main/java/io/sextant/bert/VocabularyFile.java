package io.sextant.bert;

import io.sextant.bert.files.ModelFiles;
import io.sextant.bert.files.SmallText;
import io.sextant.fault.BadInputException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads BERT's {@code vocab.txt}. The file is UTF-8 with one token per line, and a token's id is
 * the number of its line, counted from 0.
 */
public final class VocabularyFile {

  /** A token that stands for no text, such as [UNK] or Chinese BERT's &lt;S&gt;. */
  private static final Pattern SPECIAL = Pattern.compile("\\[.+]|<.+>");

  /** A vocabulary with a smaller part of tokens with upper-case letters counts as lower-case. */
  private static final double UPPER_CASE = .01;

  private static final List<String> REQUIRED = List.of("[UNK]", "[CLS]", "[SEP]");

  private VocabularyFile() {}

  public static Vocabulary read(ModelFiles files, String name) {
    List<String> tokens = SmallText.read(files, name).lines().toList();
    Map<String, Integer> lines = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      Integer earlier = lines.put(tokens.get(i), i);
      if (tokens.get(i).isEmpty()) {
        throw new BadInputException(files.where(name) + ": line " + (i + 1) + " is empty");
      }
      if (earlier != null) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s: \"%s\" is on line %d and again on line %d",
                files.where(name),
                tokens.get(i),
                earlier + 1,
                i + 1));
      }
    }
    for (String token : REQUIRED) {
      if (!lines.containsKey(token)) {
        throw new BadInputException(
            files.where(name) + " has no " + token + ": it is not a BERT vocabulary");
      }
    }
    return new Vocabulary(tokens);
  }

  /** Refuses a vocabulary whose size is not the number of word embeddings. */
  public static void checkSize(Vocabulary vocabulary, BertConfig config, String where) {
    if (vocabulary.tokens().size() != config.vocabularySize()) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has %d tokens, but the model has %d word embeddings: they belong to different models",
              where,
              vocabulary.tokens().size(),
              config.vocabularySize()));
    }
  }

  /**
   * Returns whether the vocabulary is that of lower-cased text: fewer than one in a hundred of the
   * tokens that stand for text have an upper-case letter. In BERT's cased vocabularies, more than
   * one in four have.
   */
  public static boolean isLowerCase(Vocabulary vocabulary) {
    List<String> text =
        vocabulary.tokens().stream().filter(token -> !SPECIAL.matcher(token).matches()).toList();
    long upperCase =
        text.stream().filter(token -> !token.equals(token.toLowerCase(Locale.ROOT))).count();
    return upperCase == 0 || upperCase < UPPER_CASE * text.size();
  }
}

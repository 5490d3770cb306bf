package io.sextant.syntax;

import io.sextant.profile.UnfitPairException;
import io.sextant.table.row.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a sentence in CoNLL-U (https://universaldependencies.org/format.html), which is a block of
 * comment lines and lines with ten columns separated by tabs.
 *
 * <ul>
 *   <li>Empty nodes (8.1) and enhanced dependencies are ignored.
 *   <li>If the forms of the words of a multiword token (1-2) together are the token (do + n't),
 *       each word has its own part of the token. Otherwise each has the whole token (du: de + le).
 *   <li>The heads of all words may be missing ({@code _}); then there is no tree. Several roots are
 *       allowed.
 * </ul>
 */
public final class Conllu {
  private static final int COLUMNS = 10;

  private Conllu() {}

  /** Returns the value of a comment {@code # key = value}, in which the spaces may be missing. */
  public static Optional<String> comment(String block, String key) {
    return block
        .lines()
        .filter(line -> line.startsWith("#") && line.indexOf('=') > 0)
        .filter(line -> line.substring(1, line.indexOf('=')).strip().equals(key))
        .map(line -> line.substring(line.indexOf('=') + 1).strip())
        .findFirst();
  }

  /**
   * Returns the sentence's text. It is the comment {@code # text}, or else the tokens, with a space
   * after each unless it has {@code SpaceAfter=No}.
   *
   * @throws UnfitPairException if the block is malformed
   */
  public static String text(String block) {
    Optional<String> text = comment(block, "text");
    if (text.isPresent()) {
      return text.get();
    }
    StringBuilder rebuilt = new StringBuilder();
    for (SurfaceToken token : read(block).surface) {
      rebuilt.append(token.form()).append(token.spaceAfter() ? " " : "");
    }
    return rebuilt.toString().strip();
  }

  /**
   * Returns the annotation of a text.
   *
   * @throws UnfitPairException if the block is malformed, or its dependencies are not a tree
   */
  public static AnnotatedSentence parse(String block, String text) {
    Lines lines = read(block);
    int[][] spans = Spans.find(lines, text);
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < lines.words.size(); i++) {
      String[] word = lines.words.get(i);
      int head = head(word, lines.words.size());
      tokens.add(
          new Token(
              word[1],
              lines.surfaceOf.get(i),
              spans[i][0],
              spans[i][1],
              given(word[2], word[1]),
              given(word[3], null),
              Math.max(-1, head - 1),
              head < 0 ? null : word[7]));
    }
    Trees.check(tokens);
    return new AnnotatedSentence(text, tokens);
  }

  /** A token as it is in the text. */
  record SurfaceToken(String form, boolean spaceAfter) {}

  /** The lines of a block by kind. */
  static final class Lines {
    final List<SurfaceToken> surface = new ArrayList<>();

    /** The columns of every syntactic word. */
    final List<String[]> words = new ArrayList<>();

    /** The index of the surface token of every syntactic word. */
    final List<Integer> surfaceOf = new ArrayList<>();
  }

  private static Lines read(String block) {
    Lines lines = new Lines();
    int lastOfRange = 0;
    for (String line : (Iterable<String>) block.lines()::iterator) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      if (columns.length != COLUMNS) {
        throw malformed(line, columns.length + " columns separated by tabs, not 10");
      }
      String id = columns[0];
      int next = lines.words.size() + 1;
      if (id.indexOf('.') > 0) {
        continue;
      }
      boolean isRange = id.indexOf('-') > 0;
      if (isRange) {
        int dash = id.indexOf('-');
        if (number(line, id.substring(0, dash)) != next || next <= lastOfRange) {
          throw malformed(line, "a range that does not begin at word " + next);
        }
        lastOfRange = number(line, id.substring(dash + 1));
      } else if (number(line, id) != next) {
        throw malformed(line, "an ID that is not " + next);
      }
      if (isRange || next > lastOfRange) {
        lines.surface.add(new SurfaceToken(columns[1], !columns[9].contains("SpaceAfter=No")));
      }
      if (!isRange) {
        lines.words.add(columns);
        lines.surfaceOf.add(lines.surface.size() - 1);
      }
    }
    if (lines.words.isEmpty() || lastOfRange > lines.words.size()) {
      throw new UnfitPairException(
          RejectReason.MALFORMED_ANNOTATION, "the block ends before its words do");
    }
    return lines;
  }

  private static int head(String[] word, int words) {
    if (word[6].equals("_")) {
      return -1;
    }
    int head = number(String.join("\t", word), word[6]);
    if (head > words) {
      throw malformed(String.join("\t", word), "a HEAD beyond the " + words + " words");
    }
    return head;
  }

  private static String given(String value, String form) {
    return value.equals("_") && !value.equals(form) ? null : value;
  }

  private static int number(String line, String digits) {
    if (!digits.matches("[0-9]{1,6}")) {
      throw malformed(line, "'" + digits + "' where a number should be");
    }
    return Integer.parseInt(digits);
  }

  private static UnfitPairException malformed(String line, String what) {
    String excerpt = line.length() > 60 ? line.substring(0, 60) + "..." : line;
    return new UnfitPairException(
        RejectReason.MALFORMED_ANNOTATION, "not CoNLL-U: '" + excerpt + "' has " + what);
  }
}

package io.sextant.linguistics.document;

import io.sextant.linguistics.FunctionWords;
import io.sextant.linguistics.Language;
import io.sextant.linguistics.Lexicon;
import io.sextant.text.Unspaced;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the lines of a paragraph with a space, or without one between two characters of Chinese or
 * Japanese. If a line ends in a hyphen between letters or digits:
 *
 * <ul>
 *   <li>A soft hyphen is removed and the word is joined.
 *   <li>Before "and", "or" and similar words, the hyphen and a space are kept (pre- and post-war).
 *   <li>The hyphen is kept without a space if the document contains the hyphenated word within a
 *       line, and before a capital or a digit (Anglo-Saxon).
 *   <li>The hyphen is removed if the document contains the word without it, or if that is an
 *       English word (re-mained).
 *   <li>In all other cases the hyphen is kept without a space.
 * </ul>
 */
final class BrokenLines {
  private static final String SOFT_HYPHEN = "\u00AD";

  /** The greatest length at which a word before a line break is looked for. */
  private static final int LONGEST_WORD = 100;

  private static final Pattern BROKEN =
      Pattern.compile("(?:[\\p{L}\\p{M}\\p{N}]+[-\u2010])*[\\p{L}\\p{M}\\p{N}]+[-\u2010]$");

  private static final Pattern REST = Pattern.compile("^[\\p{L}\\p{M}\\p{N}]+");

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[-\u2010][\\p{L}\\p{M}\\p{N}]+)*");

  private static final Pattern COORDINATED =
      Pattern.compile(
          "^(?:and|or|nor|to|und|oder|bis|sowie|et|ou|y|o|e|en|of|och|eller|og|i|lub)(?![\\p{L}\\p{M}\\p{N}'’-])");

  private final List<String> lines;
  private Set<String> words;

  /**
   * Creates an instance for a document.
   *
   * @param lines all lines of the document, without white space around them
   */
  BrokenLines(List<String> lines) {
    this.lines = lines;
  }

  /** Appends a line to the beginning of a paragraph. Neither may be empty. */
  void join(StringBuilder open, String line) {
    Matcher broken = BROKEN.matcher(lastWord(open));
    Matcher rest = REST.matcher(line);
    if (isEastAsian(open.codePointBefore(open.length())) && isEastAsian(line.codePointAt(0))) {
      open.append(line);
    } else if (lastWord(open).endsWith(SOFT_HYPHEN)) {
      open.setLength(open.length() - 1);
      open.append(line);
    } else if (!broken.find() || !rest.find() || COORDINATED.matcher(line).find()) {
      open.append(' ').append(line);
    } else {
      if (!keepsHyphen(broken.group(), rest.group())) {
        open.setLength(open.length() - 1);
      }
      open.append(line);
    }
  }

  private boolean keepsHyphen(String broken, String rest) {
    String begin = broken.substring(0, broken.length() - 1).replace('\u2010', '-');
    int before = begin.codePointBefore(begin.length());
    int after = rest.codePointAt(0);
    boolean newName = Character.isUpperCase(after) && !Character.isUpperCase(before);
    String last = begin.substring(begin.lastIndexOf('-') + 1);
    return newName
        || !Character.isLetter(before)
        || !Character.isLetter(after)
        || isInDocument(begin + "-" + rest)
        || !(isInDocument(last + rest) || isEnglish(last + rest));
  }

  private boolean isInDocument(String word) {
    if (words == null) {
      words = new HashSet<>();
      for (String line : lines) {
        WORD.matcher(line)
            .results()
            .forEach(found -> words.add(lowerCase(found.group()).replace('\u2010', '-')));
      }
    }
    return words.contains(lowerCase(word));
  }

  private static boolean isEnglish(String word) {
    String lower = lowerCase(word);
    return English.FUNCTION_WORDS.contains(lower)
        || !Lexicon.instance().look(List.of(lower))[0].lemmas().isEmpty();
  }

  private static String lowerCase(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String lastWord(StringBuilder open) {
    int begin = open.length();
    while (begin > Math.max(0, open.length() - LONGEST_WORD)
        && !Character.isWhitespace(open.charAt(begin - 1))) {
      begin--;
    }
    return open.substring(begin);
  }

  /** Returns whether a character or mark belongs to Chinese or Japanese, which use no spaces. */
  private static boolean isEastAsian(int codePoint) {
    return Unspaced.isEastAsian(codePoint)
        || (codePoint >= 0x3000 && codePoint <= 0x303F)
        || (codePoint >= 0xFF01 && codePoint <= 0xFF65);
  }

  /** Holds the English function words, which are loaded when a word is looked up. */
  private static final class English {
    static final FunctionWords FUNCTION_WORDS = FunctionWords.of(Language.ENGLISH);
  }
}

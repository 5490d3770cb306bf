package io.sextant.linguistics.document;

import io.sextant.text.Unspaced;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits text at the ends of sentences that {@link SentenceSplitter}, which is made for English,
 * does not recognise: after the characters of Unicode's property Sentence_Terminal (。 ！ ？ । ؟ ։ ። and
 * others), and after {@code . ! ?} between Chinese or Japanese characters. No white space needs to
 * follow.
 *
 * <ul>
 *   <li>Consecutive marks and the closing brackets and quotation marks after them stay together.
 *   <li>No sentence ends before a comma, a colon or a dash, or after a quotation that is followed
 *       by Japanese と or って.
 *   <li>A full-width full stop between Latin letters or digits is a decimal point (３．５).
 * </ul>
 */
final class SentenceMarks {
  /**
   * The characters of the property in Unicode 16, for use in a regular expression. The characters
   * of ASCII are left out, because they have other uses too, and so are the one dot leader and
   * Myanmar's little section, which is a comma.
   */
  static final String CHARACTERS =
      "\u0589\u061D-\u061F\u06D4\u0700-\u0702\u07F9\u0837\u0839\u083D\u083E\u0964\u0965\u104B"
          + "\u1362\u1367\u1368\u166E\u1735\u1736\u17D4\u17D5\u1803\u1809\u1944\u1945\u1AA8-\u1AAB"
          + "\u1B4E\u1B4F\u1B5A\u1B5B\u1B5E\u1B5F\u1B7D-\u1B7F\u1C3B\u1C3C\u1C7E\u1C7F\u203C\u203D"
          + "\u2047-\u2049\u2CF9-\u2CFB\u2E2E\u2E3C\u2E53\u2E54\u3002\uA4FF\uA60E\uA60F\uA6F3\uA6F7"
          + "\uA876\uA877\uA8CE\uA8CF\uA92F\uA9C8\uA9C9\uAA5D-\uAA5F\uAAF0\uAAF1\uABEB\uFE12\uFE15"
          + "\uFE16\uFE52\uFE56\uFE57\uFF01\uFF0E\uFF1F\uFF61"
          + "\\x{10A56}\\x{10A57}\\x{10F55}-\\x{10F59}\\x{10F86}-\\x{10F89}\\x{11047}\\x{11048}"
          + "\\x{110BE}-\\x{110C1}\\x{11141}-\\x{11143}\\x{111C5}\\x{111C6}\\x{111CD}\\x{111DE}"
          + "\\x{111DF}\\x{11238}\\x{11239}\\x{1123B}\\x{1123C}\\x{112A9}\\x{113D4}\\x{113D5}"
          + "\\x{1144B}\\x{1144C}\\x{115C2}\\x{115C3}\\x{115C9}-\\x{115D7}\\x{11641}\\x{11642}"
          + "\\x{1173C}-\\x{1173E}\\x{11944}\\x{11946}\\x{11A42}\\x{11A43}\\x{11A9B}\\x{11A9C}"
          + "\\x{11C41}\\x{11C42}\\x{11EF7}\\x{11EF8}\\x{11F43}\\x{11F44}\\x{16A6E}\\x{16A6F}"
          + "\\x{16AF5}\\x{16B37}\\x{16B38}\\x{16B44}\\x{16D6E}\\x{16D6F}\\x{16E98}\\x{1BC9F}"
          + "\\x{1DA88}";

  private static final Pattern MARKS =
      Pattern.compile("([" + CHARACTERS + ".!?][" + CHARACTERS + ".!?…]*)([\\p{Pe}\\p{Pf}\"'＂＇]*)");

  private static final Pattern KNOWN = Pattern.compile("[" + CHARACTERS + "]");
  private static final Pattern GOES_ON = Pattern.compile("\\s*[,:;،؛՝၊、，：；﹐﹑﹔﹕]|[–—―-]");
  private static final Pattern TAKEN_UP = Pattern.compile("と|って");
  private static final String FULL_STOPS = "．﹒";

  private SentenceMarks() {}

  /** Returns the parts of a text in order. Their concatenation is the text. */
  static List<String> cut(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    Matcher marks = MARKS.matcher(text);
    while (marks.find()) {
      int end = end(marks, from, text);
      if (end > 0) {
        parts.add(text.substring(from, end));
        from = end;
      }
    }
    if (from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  /** Returns the index at which the sentence ends after some marks; 0 if it does not end there. */
  private static int end(Matcher marks, int from, String text) {
    int end = marks.end();
    // A straight quotation mark closes an open quotation, or else opens one in the next sentence.
    boolean opens = marks.group(2).endsWith("\"") && isBalanced(text.substring(from, marks.end(1)));
    if (opens) {
      end--;
    }
    if (end == text.length() || !endsSentence(marks, text, end) || isBefore(GOES_ON, text, end)) {
      return end == text.length() ? end : 0;
    }
    boolean quotes = end > marks.end(1);
    return quotes && isBefore(TAKEN_UP, text, end) ? 0 : end;
  }

  private static boolean endsSentence(Matcher marks, String text, int end) {
    String group = marks.group(1);
    int before = marks.start() > 0 ? text.codePointBefore(marks.start()) : ' ';
    int after = text.codePointAt(end);
    if (group.length() == 1 && FULL_STOPS.contains(group)) {
      return !(isLatin(before) && isLatin(after));
    }
    if (KNOWN.matcher(group).find()) {
      return true;
    }
    boolean stop = group.startsWith(".");
    return Unspaced.isEastAsian(after) && (!stop || Unspaced.isEastAsian(before));
  }

  private static boolean isLatin(int codePoint) {
    return Character.isDigit(codePoint)
        || Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
  }

  private static boolean isBalanced(String text) {
    return text.chars().filter(c -> c == '"').count() % 2 == 0;
  }

  private static boolean isBefore(Pattern what, String text, int at) {
    return what.matcher(text).region(at, text.length()).lookingAt();
  }
}

package io.sextant.linguistics.document;

import io.sextant.text.Unspaced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Splits the plain text of documents into sentences, first with {@link SentenceMarks} and then with
 * {@link SentenceSplitter}. {@link BrokenLines} joins lines. Blank lines separate paragraphs, and a
 * sentence ends with its paragraph. The exception is a paragraph that is interrupted, as at the end
 * of a page: it ends without a mark, and the next begins in lower case. In texts of several lines,
 * page furniture is left out: lines without a letter, and running titles, which are lines of up to
 * twelve words without a mark at the end that occur at least three times if numbers are ignored.
 */
public final class DocumentText {
  private static final int RUNNING_TITLE_TIMES = 3;
  private static final int RUNNING_TITLE_WORDS = 12;

  /** The length over which a part is divided before sentences are looked for. */
  private static final int LONGEST_PART = 100_000;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern LINE_BREAK = Pattern.compile("[\\f\\x0B\\x85\u2028]");
  private static final Pattern MARK_AT_END =
      Pattern.compile("[.!?:;…：；" + SentenceMarks.CHARACTERS + "][\\p{Pe}\\p{Pf}\"']*$");

  private DocumentText() {}

  /** Returns the sentences of a text in order. */
  public static List<String> sentences(String text, SentenceSplitter splitter) {
    List<String> sentences = new ArrayList<>();
    for (String paragraph : paragraphs(text)) {
      for (String part : SentenceMarks.cut(paragraph)) {
        for (int from = 0; from < part.length(); ) {
          int to = cut(part, from);
          sentences.addAll(splitter.split(part.substring(from, to)));
          from = to;
        }
      }
    }
    return sentences;
  }

  /**
   * Returns the end of the piece that begins at an index. A part that is too long is divided at a
   * space if possible.
   */
  private static int cut(String part, int from) {
    if (part.length() - from <= LONGEST_PART) {
      return part.length();
    }
    int to = from + LONGEST_PART;
    int space = part.lastIndexOf(' ', to);
    int whole = Character.isLowSurrogate(part.charAt(to)) ? to - 1 : to;
    return space > from ? space : whole;
  }

  /**
   * Returns whether a text is empty or has only white space, spaces of all kinds and byte-order
   * marks.
   */
  public static boolean isBlank(String text) {
    return bare(text).isEmpty();
  }

  /**
   * Returns the number of words, which are separated by white space. In scripts without spaces
   * between words, every character counts.
   */
  public static int words(String sentence) {
    int words = 0;
    for (String word : sentence.split("\\s+")) {
      words += Math.max(1, (int) word.codePoints().filter(Unspaced::is).count());
    }
    return words;
  }

  /** Returns a line without the white space around it. */
  private static String bare(String line) {
    int begin = 0;
    int end = line.length();
    while (begin < end && isSpace(line.charAt(begin))) {
      begin++;
    }
    while (end > begin && isSpace(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(begin, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }

  /** Returns the paragraphs, each on one line, without page furniture. */
  static List<String> paragraphs(String text) {
    String broken = LINE_BREAK.matcher(text).replaceAll("\n").replace("\u2029", "\n\n");
    List<String> lines = broken.lines().map(DocumentText::bare).toList();
    BrokenLines breaks = new BrokenLines(lines);
    Map<String, Integer> times = new HashMap<>();
    lines.forEach(line -> times.merge(numbersAside(line), 1, Integer::sum));
    List<String> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : lines) {
      if (line.isEmpty()) {
        close(open, paragraphs, breaks);
      } else if (lines.size() > 1 && isFurniture(line, times)) {
        continue;
      } else if (open.isEmpty()) {
        open.append(line);
      } else {
        breaks.join(open, line);
      }
    }
    close(open, paragraphs, breaks);
    return paragraphs;
  }

  private static void close(StringBuilder open, List<String> paragraphs, BrokenLines breaks) {
    if (open.isEmpty()) {
      return;
    }
    String paragraph = open.toString();
    open.setLength(0);
    int last = paragraphs.size() - 1;
    if (last >= 0
        && Character.isLowerCase(paragraph.codePointAt(0))
        && !MARK_AT_END.matcher(paragraphs.get(last)).find()) {
      StringBuilder before = new StringBuilder(paragraphs.get(last));
      breaks.join(before, paragraph);
      paragraphs.set(last, before.toString());
    } else {
      paragraphs.add(paragraph);
    }
  }

  private static boolean isFurniture(String line, Map<String, Integer> times) {
    return !LETTER.matcher(line).find()
        || (times.get(numbersAside(line)) >= RUNNING_TITLE_TIMES
            && line.split("\\s+").length <= RUNNING_TITLE_WORDS
            && !MARK_AT_END.matcher(line).find());
  }

  private static String numbersAside(String line) {
    return DIGITS.matcher(line).replaceAll("#");
  }
}

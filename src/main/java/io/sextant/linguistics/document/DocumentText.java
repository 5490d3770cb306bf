package io.sextant.linguistics.document;

import io.sextant.text.Unspaced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Plain text of documents, in sentences: {@link SentenceMarks} cuts first, then Spark NLP's rules.
 * Lines are joined by {@link BrokenLines}. Blank lines part paragraphs, and a sentence ends with
 * its paragraph, unless that stops in the middle (without a mark, where the next begins in lower
 * case), as at the end of a page. Page furniture is left out: in texts of several lines, lines
 * without a letter, and running titles, that is, lines of up to twelve words without a mark at the
 * end that stand at least three times, numbers aside.
 */
public final class DocumentText {
  private static final int RUNNING_TITLE_TIMES = 3;
  private static final int RUNNING_TITLE_WORDS = 12;

  /** Longer parts are cut before sentences are looked for. */
  private static final int LONGEST_PART = 100_000;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern LINE_BREAK = Pattern.compile("[\\f\\x0B\\x85\u2028]");
  private static final Pattern MARK_AT_END =
      Pattern.compile("[.!?:;…：；" + SentenceMarks.CHARACTERS + "][\\p{Pe}\\p{Pf}\"']*$");

  private DocumentText() {}

  /** The sentences, in order. */
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

  /** Where a part that begins there is cut if it is too long: at a space, if it has one. */
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
   * Whether a text is blank: white space and spaces of all kinds, a byte-order mark, or nothing.
   */
  public static boolean isBlank(String text) {
    return bare(text).isEmpty();
  }

  /**
   * The number of words: what white space parts, and where a script puts no spaces between words,
   * every character.
   */
  public static int words(String sentence) {
    int words = 0;
    for (String word : sentence.split("\\s+")) {
      words += Math.max(1, (int) word.codePoints().filter(Unspaced::is).count());
    }
    return words;
  }

  /** A line without the white space around it. */
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

  /** Paragraphs in one line each, without page furniture. */
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

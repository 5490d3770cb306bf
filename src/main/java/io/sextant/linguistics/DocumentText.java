package io.sextant.linguistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Plain text of documents, in sentences. Empty lines part paragraphs, and a sentence ends with its
 * paragraph, unless that stops in the middle (without a mark, where the next begins in lower case),
 * as at the end of a page. Page furniture is left out: in texts of several lines, lines without a
 * letter, and running titles, that is, lines of up to twelve words without a mark at the end that
 * stand at least three times, numbers aside.
 */
public final class DocumentText {
  private static final int RUNNING_TITLE_TIMES = 3;
  private static final int RUNNING_TITLE_WORDS = 12;

  /** Longer stretches without an empty line are cut at spaces before sentences are looked for. */
  private static final int LONGEST_PARAGRAPH = 100_000;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern MARK_AT_END = Pattern.compile("[.!?:;…。！？][\\p{Pe}\\p{Pf}\"']*$");

  private DocumentText() {}

  /** The sentences, in order. */
  public static List<String> sentences(String text, SentenceSplitter splitter) {
    List<String> sentences = new ArrayList<>();
    for (String paragraph : paragraphs(text)) {
      for (int from = 0; from < paragraph.length(); ) {
        int to = Math.min(paragraph.length(), from + LONGEST_PARAGRAPH);
        int space = to < paragraph.length() ? paragraph.lastIndexOf(' ', to) : to;
        to = space > from ? space : to;
        sentences.addAll(splitter.split(paragraph.substring(from, to)));
        from = to;
      }
    }
    return sentences;
  }

  /** Paragraphs in one line each, without page furniture. */
  static List<String> paragraphs(String text) {
    List<String> lines = text.replace('\f', '\n').lines().map(String::strip).toList();
    Map<String, Integer> times = new HashMap<>();
    lines.forEach(line -> times.merge(numbersAside(line), 1, Integer::sum));
    List<String> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : lines) {
      if (line.isEmpty()) {
        close(open, paragraphs);
      } else if (lines.size() == 1 || !isFurniture(line, times)) {
        open.append(open.isEmpty() ? "" : " ").append(line);
      }
    }
    close(open, paragraphs);
    return paragraphs;
  }

  private static void close(StringBuilder open, List<String> paragraphs) {
    if (open.isEmpty()) {
      return;
    }
    String paragraph = open.toString();
    open.setLength(0);
    int last = paragraphs.size() - 1;
    if (last >= 0
        && Character.isLowerCase(paragraph.codePointAt(0))
        && !MARK_AT_END.matcher(paragraphs.get(last)).find()) {
      paragraphs.set(last, paragraphs.get(last) + " " + paragraph);
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

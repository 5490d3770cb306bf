package io.sextant.syntax;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the spans of an annotation's words in their text. */
final class Spans {
  /** The greatest number of characters between two words that belong to no word. */
  private static final int GAP = 10;

  private static final int[] NOWHERE = {-1, -1};

  private Spans() {}

  /**
   * Returns begin and end of every syntactic word; -1 for a word that is not found in its place.
   */
  static int[][] find(Conllu.Lines lines, String text) {
    int[][] spans = new int[lines.words.size()][];
    int cursor = 0;
    int word = 0;
    for (int s = 0; s < lines.surface.size(); s++) {
      String form = lines.surface.get(s).form();
      int first = word;
      while (word < spans.length && lines.surfaceOf.get(word) == s) {
        word++;
      }
      int begin = text.indexOf(form, cursor);
      int end = begin + form.length();
      if (begin < 0 && form.indexOf(' ') > 0) {
        Matcher found = withAnySpace(form).matcher(text);
        begin = found.find(cursor) ? found.start() : -1;
        end = begin < 0 ? -1 : found.end();
      }
      if (form.isEmpty() || begin < 0 || begin - cursor > GAP) {
        Arrays.fill(spans, first, word, NOWHERE);
      } else {
        cursor = end;
        divide(lines.words.subList(first, word), form, begin, end, spans, first);
      }
    }
    return spans;
  }

  /**
   * Returns a pattern for a form whose spaces may be any white space in the text, because numbers
   * such as 10 000 are often written with a no-break space.
   */
  private static Pattern withAnySpace(String form) {
    return Pattern.compile(
        Arrays.stream(form.split(" +")).map(Pattern::quote).collect(joining("[\\s\\p{Z}]+")));
  }

  private static void divide(
      List<String[]> words, String surface, int begin, int end, int[][] spans, int first) {
    StringBuilder whole = new StringBuilder();
    words.forEach(word -> whole.append(word[1]));
    boolean inParts = words.size() > 1 && whole.toString().equalsIgnoreCase(surface);
    int from = begin;
    for (int i = 0; i < words.size(); i++) {
      if (inParts) {
        int to = from + words.get(i)[1].length();
        spans[first + i] = new int[] {from, to};
        from = to;
      } else {
        spans[first + i] = new int[] {begin, end};
      }
    }
  }
}

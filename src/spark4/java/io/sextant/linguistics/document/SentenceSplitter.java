package io.sextant.linguistics.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits text into sentences with the JDK's BreakIterator, which knows no abbreviations. An
 * instance may be used by one thread at a time.
 */
public final class SentenceSplitter {
  private final BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);

  /**
   * Returns the sentences of a text in order, without white space around them; none if the text is
   * blank.
   */
  public List<String> split(String text) {
    List<String> sentences = new ArrayList<>();
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String sentence = text.substring(from, to).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      from = to;
    }
    return sentences;
  }
}

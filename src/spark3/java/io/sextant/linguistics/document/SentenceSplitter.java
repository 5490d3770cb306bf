package io.sextant.linguistics.document;

import com.johnsnowlabs.nlp.AnnotatorType;
import com.johnsnowlabs.nlp.annotators.sbd.pragmatic.SentenceDetector;
import io.sextant.linguistics.Annotators;
import java.util.List;

/**
 * Splits text into sentences by the rules of Spark NLP's SentenceDetector. An instance may be used
 * by one thread at a time.
 */
public final class SentenceSplitter {
  private final SentenceDetector detector = new SentenceDetector();

  /**
   * Returns the sentences of a text in order, without white space around them; none if the text is
   * blank.
   */
  public List<String> split(String text) {
    return Annotators.annotate(detector, AnnotatorType.DOCUMENT(), text).stream()
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }
}

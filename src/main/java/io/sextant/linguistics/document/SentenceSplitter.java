package io.sextant.linguistics.document;

import com.johnsnowlabs.nlp.AnnotatorType;
import com.johnsnowlabs.nlp.annotators.sbd.pragmatic.SentenceDetector;
import io.sextant.linguistics.Annotators;
import java.util.List;

/**
 * Cuts text into sentences by the rules of Spark NLP's SentenceDetector. For use by one thread at a
 * time.
 */
public final class SentenceSplitter {
  private final SentenceDetector detector = new SentenceDetector();

  /**
   * The sentences of a text, in order, without the white space around them; none if it is blank.
   */
  public List<String> split(String text) {
    return Annotators.annotate(detector, AnnotatorType.DOCUMENT(), text).stream()
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }
}

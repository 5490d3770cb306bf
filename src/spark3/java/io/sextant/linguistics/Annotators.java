package io.sextant.linguistics;

import com.johnsnowlabs.nlp.Annotation;
import com.johnsnowlabs.nlp.HasSimpleAnnotate;
import java.util.List;
import scala.collection.JavaConverters;

/** Calls Spark NLP's annotators as functions, without a session, a pipeline or columns. */
public final class Annotators {
  private Annotators() {}

  /** Returns an annotator's results on a text, which is passed as an annotation of a type. */
  public static List<String> annotate(HasSimpleAnnotate<?> annotator, String type, String text) {
    Annotation input =
        new Annotation(
            type,
            0,
            text.length() - 1,
            text,
            scala.collection.immutable.Map$.MODULE$.empty(),
            new float[0]);
    return JavaConverters.seqAsJavaList(
            annotator.annotate(JavaConverters.asScalaBuffer(List.of(input)).toSeq()))
        .stream()
        .map(Annotation::result)
        .toList();
  }
}

package io.sextant.linguistics;

import com.johnsnowlabs.nlp.Annotation;
import com.johnsnowlabs.nlp.HasSimpleAnnotate;
import java.util.List;
import scala.collection.JavaConverters;

/** Calls Spark NLP's annotators as plain functions: no session, no pipeline, no column. */
public final class Annotators {
  private Annotators() {}

  /** The results of an annotator on one text, given to it as an annotation of that type. */
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

package io.sextant.linguistics;

import com.johnsnowlabs.nlp.AnnotatorType;
import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.HasOutputAnnotationCol;
import com.johnsnowlabs.nlp.HasOutputAnnotatorType;
import com.johnsnowlabs.nlp.annotators.LemmatizerModel;
import io.sextant.fault.BadInputException;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;

/**
 * A fitted and saved pipeline of Spark NLP, and the names of its columns. A column that the
 * pipeline does not write is null.
 *
 * @param model the pipeline
 * @param input the column of text that it reads
 * @param tokens the column of words
 * @param lemmas the column of the words' lemmas
 * @param tags the column of the words' parts of speech
 * @param heads the column of the words' syntactic heads
 * @param relations the column of the relations to the heads
 */
public record SavedPipeline(
    PipelineModel model,
    String input,
    String tokens,
    String lemmas,
    String tags,
    String heads,
    String relations) {

  /**
   * Loads a pipeline. Spark must be running in this JVM.
   *
   * @throws BadInputException if there is no pipeline, or it lacks a DocumentAssembler or a
   *     tokenizer
   */
  public static SavedPipeline load(String directory) {
    PipelineModel model;
    try {
      model = PipelineModel.load(directory);
    } catch (Exception e) {
      // Spark is written in Scala, whose methods may throw checked exceptions without declaring
      // them.
      throw new BadInputException(
          "cannot load a pipeline from " + directory + ": " + e.getMessage(), e);
    }
    String input = null;
    String tokens = null;
    String lemmas = null;
    String tags = null;
    String heads = null;
    String relations = null;
    for (Transformer stage : model.stages()) {
      if (stage instanceof DocumentAssembler assembler) {
        input = assembler.getInputCol();
      } else if (stage instanceof LemmatizerModel lemmatizer) {
        lemmas = lemmatizer.getOutputCol();
      } else if (stage instanceof HasOutputAnnotatorType typed
          && stage instanceof HasOutputAnnotationCol out) {
        String type = typed.outputAnnotatorType();
        if (type.equals(AnnotatorType.TOKEN()) && tokens == null) {
          tokens = out.getOutputCol();
        } else if (type.equals(AnnotatorType.POS())) {
          tags = out.getOutputCol();
        } else if (type.equals(AnnotatorType.DEPENDENCY())) {
          heads = out.getOutputCol();
        } else if (type.equals(AnnotatorType.LABELED_DEPENDENCY())) {
          relations = out.getOutputCol();
        }
      }
    }
    if (input == null || tokens == null) {
      throw new BadInputException(
          "the pipeline in "
              + directory
              + " needs a DocumentAssembler and a tokenizer: annotations are matched by their characters");
    }
    return new SavedPipeline(model, input, tokens, lemmas, tags, heads, relations);
  }
}

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
 * A pipeline of Spark NLP that was fitted and saved, and the columns that it writes; null for what
 * it does not have.
 *
 * @param model what Spark runs
 * @param input the column of text that it reads
 * @param tokens column of its words
 * @param lemmas column of their lemmas
 * @param tags column of their parts of speech
 * @param heads column of their syntactic heads
 * @param relations column of the relations to these
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
   * Loads a pipeline; Spark runs in this JVM.
   *
   * @throws BadInputException if none is there, or it has no DocumentAssembler or no tokenizer
   */
  public static SavedPipeline load(String directory) {
    PipelineModel model;
    try {
      model = PipelineModel.load(directory);
    } catch (Exception e) {
      // Spark is written in Scala, whose methods throw what they do not declare.
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
              + " needs a DocumentAssembler and a tokenizer: words are joined by their characters");
    }
    return new SavedPipeline(model, input, tokens, lemmas, tags, heads, relations);
  }
}

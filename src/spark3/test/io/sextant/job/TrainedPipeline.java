package io.sextant.job;

import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.annotators.Lemmatizer;
import com.johnsnowlabs.nlp.annotators.Tokenizer;
import com.johnsnowlabs.nlp.annotators.pos.perceptron.PerceptronApproach;
import com.johnsnowlabs.nlp.annotators.pos.perceptron.PerceptronModel;
import com.johnsnowlabs.nlp.annotators.sbd.pragmatic.SentenceDetector;
import com.johnsnowlabs.nlp.training.CoNLLU;
import io.sextant.job.input.InputRequest;
import io.sextant.job.row.InputRow;
import io.sextant.job.row.PairReader;
import io.sextant.syntax.Conllu;
import io.sextant.syntax.Token;
import io.sextant.testing.Inputs;
import io.sextant.text.Annotation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** Trains pipelines with Spark NLP, saves them and runs them on sentences. */
public final class TrainedPipeline {
  private TrainedPipeline() {}

  /** Trains a tagger of universal parts of speech on a treebank. */
  public static PerceptronModel tagger(SparkSession spark, Path treebank) {
    Dataset<?> training =
        new CoNLLU("text", "document", "sentence", "form", "upos", "xpos", "lemma", true)
            .readDataset(spark, treebank.toString(), "TEXT");
    PerceptronApproach approach = new PerceptronApproach();
    approach.setInputCols(new String[] {"sentence", "form"});
    approach.setOutputCol("pos");
    approach.setPosColumn("upos");
    approach.setNIterations(5);
    PerceptronModel model = (PerceptronModel) approach.fit(training);
    model.setInputCols(new String[] {"sentence", "token"});
    return model;
  }

  /**
   * Returns a lemmatizer with a dictionary of lines {@code lemma->form}, in which forms are
   * separated by tabs.
   */
  public static Lemmatizer lemmatizer(Path dictionary) {
    Lemmatizer lemmatizer = new Lemmatizer();
    lemmatizer.setInputCols(new String[] {"token"});
    lemmatizer.setOutputCol("lemma");
    lemmatizer.setDictionary(
        dictionary.toString(),
        "->",
        "\t",
        lemmatizer.setDictionary$default$4(),
        lemmatizer.setDictionary$default$5());
    return lemmatizer;
  }

  /** Saves the stages after a sentence detector and a tokenizer. */
  public static void save(SparkSession spark, Path directory, PipelineStage... models)
      throws IOException {
    DocumentAssembler document = new DocumentAssembler();
    document.setInputCol("text");
    document.setOutputCol("document");
    SentenceDetector sentence = new SentenceDetector();
    sentence.setInputCols(new String[] {"document"});
    sentence.setOutputCol("sentence");
    Tokenizer token = new Tokenizer();
    token.setInputCols(new String[] {"sentence"});
    token.setOutputCol("token");
    List<PipelineStage> stages = new ArrayList<>(List.of(document, sentence, token));
    stages.addAll(List.of(models));
    PipelineModel model =
        new Pipeline()
            .setStages(stages.toArray(PipelineStage[]::new))
            .fit(spark.sql("select 'A sentence.' as text"));
    model.write().overwrite().save(directory.toString());
  }

  /** Saves a saved pipeline again, behind another stage. */
  static void saveBehind(PipelineStage first, SparkSession spark, Path pipeline, Path directory)
      throws IOException {
    List<PipelineStage> stages = new ArrayList<>(List.of(first));
    stages.addAll(List.of(PipelineModel.load(pipeline.toString()).stages()));
    new Pipeline()
        .setStages(stages.toArray(PipelineStage[]::new))
        .fit(spark.sql("select 'A sentence.' as text"))
        .write()
        .overwrite()
        .save(directory.toString());
  }

  /** Returns the rows of an input, annotated by a saved pipeline. */
  static List<InputRow> rows(SparkSession spark, Path input, Path pipeline) {
    PairReader reader =
        new PairReader(
            InputRequest.of(spark, Inputs.of(input.toString(), "pipeline", pipeline.toString())));
    return reader.rows(reader.read()).collect();
  }

  /**
   * Returns the part of the tags of the rows' first sentences that agree with the gold annotation
   * of the same text.
   */
  static double accuracy(List<InputRow> rows, List<String> gold) {
    Map<String, List<Token>> goldByText = new HashMap<>();
    for (String block : gold) {
      String text = Conllu.text(block);
      goldByText.put(text, Conllu.parse(block, text).tokens());
    }
    int right = 0;
    int aligned = 0;
    for (InputRow row : rows) {
      for (Token token : tokens(row.pair().annotation(), row.sentenceA())) {
        for (Token other : goldByText.get(row.sentenceA())) {
          if (other.begin() == token.begin() && other.end() == token.end()) {
            aligned++;
            right += other.tag().equals(token.tag()) ? 1 : 0;
          }
        }
      }
    }
    return (double) right / aligned;
  }

  private static List<Token> tokens(Annotation annotation, String sentence) {
    return Conllu.parse(annotation.sentenceA(), sentence).tokens();
  }
}

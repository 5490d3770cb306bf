package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.annotators.Lemmatizer;
import com.johnsnowlabs.nlp.annotators.Tokenizer;
import com.johnsnowlabs.nlp.annotators.parser.dep.DependencyParserApproach;
import com.johnsnowlabs.nlp.annotators.pos.perceptron.PerceptronApproach;
import com.johnsnowlabs.nlp.annotators.pos.perceptron.PerceptronModel;
import com.johnsnowlabs.nlp.annotators.sbd.pragmatic.SentenceDetector;
import com.johnsnowlabs.nlp.training.CoNLLU;
import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.syntax.AnnotatedSentence;
import io.sextant.syntax.Conllu;
import io.sextant.syntax.Token;
import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Spark NLP's models, trained, saved, loaded and used. */
class PipelineTest {
  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    spark = SparkTest.session("local[2]");
  }

  @AfterAll
  static void close() {
    spark.stop();
  }

  @Test
  void aTrainedPipelineGivesTagsLemmasAndTrees() throws IOException {
    Path treebank =
        Files.writeString(
            folder.resolve("train.conllu"), String.join("\n", Treebank.sentences(150, 2)) + "\n");
    Path lemmas =
        Files.writeString(folder.resolve("lemmas.txt"), "cat->cats\tcat\nsit->sat\tsits\n");
    Lemmatizer lemmatizer = new Lemmatizer();
    lemmatizer.setInputCols(new String[] {"token"});
    lemmatizer.setOutputCol("lemma");
    lemmatizer.setDictionary(
        lemmas.toString(),
        "->",
        "\t",
        lemmatizer.setDictionary$default$4(),
        lemmatizer.setDictionary$default$5());
    DependencyParserApproach parser = new DependencyParserApproach();
    parser.setInputCols(new String[] {"sentence", "pos", "token"});
    parser.setOutputCol("dependency");
    parser.setConllU(
        treebank.toString(), parser.setConllU$default$2(), parser.setConllU$default$3());
    parser.setNumberOfIterations(8);
    save(folder.resolve("pipeline"), tagger(treebank), lemmatizer, parser);

    Path pairs =
        Files.writeString(
            folder.resolve("p.tsv"),
            "sentence_a\tsentence_b\nThe cats sat on the mat.\tit sits and a can slept.\n");
    InputRow row = rows(pairs, folder.resolve("pipeline")).get(0);
    AnnotatedSentence a = Conllu.parse(row.annotation().sentenceA(), row.sentenceA());
    assertThat(a.tokens())
        .extracting(Token::form)
        .containsExactly("The", "cats", "sat", "on", "the", "mat", ".");
    assertThat(a.tokens()).extracting(Token::begin).containsExactly(0, 4, 9, 13, 16, 20, 23);
    assertThat(a.tokens().subList(1, 7))
        .extracting(Token::tag)
        .containsExactly("NOUN", "VERB", "ADP", "DET", "NOUN", "PUNCT");
    assertThat(a.tokens().get(1).lemma()).isEqualTo("cat");
    assertThat(a.tokens().get(2).lemma()).isEqualTo("sit");
    assertThat(a.tokens()).filteredOn(token -> token.relation() != null).hasSize(7);
    AnnotatedSentence b = Conllu.parse(row.annotation().sentenceB(), row.sentenceB());
    assertThat(b.tokens().get(1).lemma()).isEqualTo("sit");
  }

  @Test
  void aFolderWithoutAPipelineIsRefused() throws IOException {
    Path pairs = Files.writeString(folder.resolve("p.tsv"), "sentence_a\tsentence_b\nA\tB\n");
    assertThatThrownBy(() -> rows(pairs, folder.resolve("nothing")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("cannot load a pipeline from");
  }

  /** SEXTANT_EWT names the folder of UD English EWT's files: train on dev, judge on test. */
  @Test
  @EnabledIfEnvironmentVariable(named = "SEXTANT_EWT", matches = ".+")
  void aTaggerTrainedOnEwtTagsItsTestSet() throws IOException {
    Path ewt = Path.of(System.getenv("SEXTANT_EWT"));
    save(folder.resolve("pipeline"), tagger(ewt.resolve("en_ewt-ud-dev.conllu")));
    StringBuilder lines = new StringBuilder("sentence_a\n");
    List<AnnotatedSentence> gold = new ArrayList<>();
    for (String block :
        Files.readString(ewt.resolve("en_ewt-ud-test.conllu")).strip().split("\n\n")) {
      gold.add(Conllu.parse(block, Conllu.text(block)));
      lines.append(Conllu.text(block)).append('\n');
    }
    Map<String, AnnotatedSentence> goldByText = new HashMap<>();
    gold.forEach(sentence -> goldByText.put(sentence.text(), sentence));
    int right = 0;
    int aligned = 0;
    for (InputRow row :
        rows(Files.writeString(folder.resolve("ewt.tsv"), lines), folder.resolve("pipeline"))) {
      AnnotatedSentence of = goldByText.get(row.sentenceA());
      for (Token token : Conllu.parse(row.annotation().sentenceA(), row.sentenceA()).tokens()) {
        for (Token other : of.tokens()) {
          if (other.begin() == token.begin() && other.end() == token.end()) {
            aligned++;
            right += other.tag().equals(token.tag()) ? 1 : 0;
          }
        }
      }
    }
    System.out.printf("EWT test: %d of %d aligned tags right%n", right, aligned);
    assertThat((double) right / aligned).isGreaterThan(.85);
  }

  private static PerceptronModel tagger(Path treebank) {
    Dataset<?> training =
        new CoNLLU("text", "document", "sentence", "form", "upos", "xpos", "lemma", true)
            .readDataset(spark, treebank.toString(), "TEXT");
    PerceptronApproach approach = new PerceptronApproach();
    approach.setInputCols(new String[] {"sentence", "form"});
    approach.setOutputCol("pos");
    approach.setPosColumn("upos");
    approach.setNIterations(3);
    PerceptronModel model = (PerceptronModel) approach.fit(training);
    model.setInputCols(new String[] {"sentence", "token"});
    return model;
  }

  private static void save(Path directory, PipelineStage... models) throws IOException {
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

  private static List<InputRow> rows(Path pairs, Path pipeline) {
    PairReader reader =
        new PairReader(
            spark,
            new InputSettings(
                List.of(pairs.toString()),
                "auto",
                null,
                null,
                null,
                null,
                null,
                400,
                pipeline.toString(),
                1));
    return reader.rows(reader.read()).collect();
  }
}

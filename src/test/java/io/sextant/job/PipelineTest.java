package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.johnsnowlabs.nlp.annotators.parser.dep.DependencyParserApproach;
import io.sextant.fault.BadInputException;
import io.sextant.syntax.AnnotatedSentence;
import io.sextant.syntax.Conllu;
import io.sextant.syntax.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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
    DependencyParserApproach parser = new DependencyParserApproach();
    parser.setInputCols(new String[] {"sentence", "pos", "token"});
    parser.setOutputCol("dependency");
    parser.setConllU(
        treebank.toString(), parser.setConllU$default$2(), parser.setConllU$default$3());
    parser.setNumberOfIterations(8);
    TrainedPipeline.save(
        spark,
        folder.resolve("pipeline"),
        TrainedPipeline.tagger(spark, treebank),
        TrainedPipeline.lemmatizer(lemmas),
        parser);

    Path pairs =
        Files.writeString(
            folder.resolve("p.tsv"),
            "sentence_a\tsentence_b\nThe cats sat on the mat.\tit sits and a can slept.\n");
    InputRow row = TrainedPipeline.rows(spark, pairs, folder.resolve("pipeline")).get(0);
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
    assertThatThrownBy(() -> TrainedPipeline.rows(spark, pairs, folder.resolve("nothing")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("cannot load a pipeline from");
  }

  /** SEXTANT_EWT names the folder of UD English EWT's files: train on dev, judge on test. */
  @Test
  @EnabledIfEnvironmentVariable(named = "SEXTANT_EWT", matches = ".+")
  void aTaggerTrainedOnEwtTagsItsTestSet() throws IOException {
    Path ewt = Path.of(System.getenv("SEXTANT_EWT"));
    TrainedPipeline.save(
        spark,
        folder.resolve("pipeline"),
        TrainedPipeline.tagger(spark, ewt.resolve("en_ewt-ud-dev.conllu")));
    List<String> gold =
        List.of(Files.readString(ewt.resolve("en_ewt-ud-test.conllu")).strip().split("\n\n"));
    String lines = gold.stream().map(Conllu::text).collect(Collectors.joining("\n"));
    Path input = Files.writeString(folder.resolve("ewt.tsv"), "sentence_a\n" + lines + "\n");
    List<InputRow> rows = TrainedPipeline.rows(spark, input, folder.resolve("pipeline"));
    double accuracy = TrainedPipeline.accuracy(rows, gold);
    System.out.printf("EWT test: %.3f of the tags are right%n", accuracy);
    assertThat(accuracy).isGreaterThan(.85);
  }
}

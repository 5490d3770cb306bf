package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sextant.bert.ModelSource;
import io.sextant.bert.TinyCheckpoint;
import io.sextant.syntax.Conllu;
import io.sextant.syntax.Token;
import io.sextant.table.HeadPos;
import io.sextant.table.PairScore;
import io.sextant.table.Reject;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.text.PairEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tagger and lemmas that Spark NLP learnt from a treebank, from their training to the tables. */
class TrainedPipelineTest extends SparkTest {
  private static final int TO_LEARN = 60;

  /** A token that BERT does not see: a zero-width space, which to Spark NLP is no white space. */
  private static final String UNSEEN = "\u200b";

  private List<String> learnt;
  private List<String> judged;
  private Path pipeline;

  @BeforeEach
  void train() throws IOException {
    try (InputStream treebank = TrainedPipelineTest.class.getResourceAsStream("english.conllu")) {
      String text = new String(treebank.readAllBytes(), StandardCharsets.UTF_8);
      List<String> blocks = List.of(text.strip().split("\n\n"));
      learnt = blocks.subList(0, TO_LEARN);
      judged = blocks.subList(TO_LEARN, blocks.size());
    }
    pipeline = folder.resolve("pipeline");
    Path training =
        Corpus.write(folder.resolve("train.conllu"), String.join("\n\n", learnt) + "\n\n");
    Path lemmas = Corpus.write(folder.resolve("lemmas.txt"), dictionary() + "glim->glamen\n");
    try (SparkSession spark = session(TWO_CORES)) {
      TrainedPipeline.save(
          spark,
          pipeline,
          TrainedPipeline.tagger(spark, training),
          TrainedPipeline.lemmatizer(lemmas));
    }
  }

  @Test
  void itTagsSentencesThatItHasNotSeen() {
    String lines = judged.stream().map(Conllu::text).collect(Collectors.joining("\n"));
    Path input = Corpus.write(folder.resolve("in.tsv"), "sentence_a\n" + lines + "\n");
    try (SparkSession spark = session(TWO_CORES)) {
      List<InputRow> rows = TrainedPipeline.rows(spark, input, pipeline);
      assertThat(rows).hasSize(judged.size());
      assertThat(TrainedPipeline.accuracy(rows, judged)).isGreaterThan(.9);
      Map<String, String> lemmas = new TreeMap<>();
      for (InputRow row : rows) {
        tokens(row.annotation().sentenceA(), row.sentenceA())
            .forEach(token -> lemmas.put(token.form(), token.lemma()));
      }
      assertThat(lemmas)
          .containsEntry("bought", "buy")
          .containsEntry("wolves", "wolf")
          .containsEntry("mice", "mouse");
    }
  }

  @Test
  void theWholeJobTakesItsTagsAndLemmasAndCountsWhatDoesNotFit() throws IOException {
    StringBuilder lines = new StringBuilder("id\tsentence_a\tsentence_b\n");
    for (int i = 0; i < judged.size(); i += 2) {
      lines.append("p-" + i + "\t" + Conllu.text(judged.get(i)) + "\t");
      lines.append(Conllu.text(judged.get(i + 1)) + "\n");
    }
    lines.append("lemma\tThe glim was here .\tTwo glamen fell .\n");
    lines.append("unseen\tThe cat sat " + UNSEEN + " on the mat .\tIt slept .\n");
    lines.append("unfit\t" + UNSEEN + " A " + UNSEEN + " dog .\tIt slept .\n");
    Path input = Corpus.write(folder.resolve("in.tsv"), lines.toString());
    Map<String, Object> flags =
        Map.of("input.id", "id", "pair-scores", true, "input.max-reject-rate", .1);
    Map<String, Object> annotated = new TreeMap<>(flags);
    annotated.put("input.pipeline", pipeline.toString());
    RunManifest run = run(TWO_CORES, input, "run", annotated);
    run(TWO_CORES, input, "plain", flags);

    assertThat(run.counts().profiled()).isEqualTo(12);
    assertThat(directory("run").read(Table.REJECTS))
        .extracting(Reject::pairId, Reject::reason)
        .containsExactly(tuple("unfit", "misaligned_annotation"));
    List<Token> tokens = new ArrayList<>();
    int pieces = 0;
    try (SparkSession spark = session(TWO_CORES);
        PairEncoder encoder =
            new PairEncoder(ModelSource.open(model()), TinyCheckpoint.POSITIONS)) {
      for (InputRow row : TrainedPipeline.rows(spark, input, pipeline)) {
        if (!row.id().equals("unfit")) {
          tokens.addAll(tokens(row.annotation().sentenceA(), row.sentenceA()));
          tokens.addAll(tokens(row.annotation().sentenceB(), row.sentenceB()));
          pieces += encoder.encode(row.pair()).size() - 3;
        }
      }
    }
    assertThat(run.annotation()).isEqualTo(new RunManifest.Annotation(tokens.size(), 1));

    Map<String, Long> tagged =
        directory("run").read(Table.HEAD_POS).stream()
            .filter(row -> row.layer() == 1 && row.head() == 0)
            .collect(Collectors.toMap(HeadPos::tag, HeadPos::n));
    assertThat(tagged.values().stream().mapToLong(n -> n).sum()).isEqualTo(pieces);
    assertThat(tagged.keySet())
        .isEqualTo(
            tokens.stream()
                .filter(token -> !token.form().equals(UNSEEN))
                .map(Token::tag)
                .collect(Collectors.toSet()));
    assertThat(tagged.get("PUNCT"))
        .isEqualTo(tokens.stream().filter(token -> token.form().matches("[.,?!]")).count());
    assertThat(directory("plain").read(Table.HEAD_POS)).isEmpty();

    assertThat(relatedPairs("run")).contains("lemma").containsAll(relatedPairs("plain"));
    assertThat(relatedPairs("plain")).isNotEmpty().doesNotContain("lemma");
  }

  /** The pairs whose sentences have related content words. */
  private Set<String> relatedPairs(String output) {
    return directory(output).read(Table.PAIR_SCORES).stream()
        .filter(row -> row.pattern().equals("related_other") && row.part().equals("content_words"))
        .map(PairScore::pairId)
        .collect(Collectors.toSet());
  }

  /** For each form of the sentences to learn from: {@code lemma->form}. */
  private String dictionary() {
    return learnt.stream()
        .flatMap(block -> tokens(block, Conllu.text(block)).stream())
        .map(token -> token.lemma() + "->" + token.form() + "\n")
        .distinct()
        .collect(Collectors.joining());
  }

  private static List<Token> tokens(String block, String sentence) {
    return Conllu.parse(block, sentence).tokens();
  }

  private RunDirectory directory(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration());
  }
}

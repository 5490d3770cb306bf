package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.johnsnowlabs.nlp.annotators.parser.dep.DependencyParserApproach;
import io.sextant.attention.GoldenModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.job.row.InputRow;
import io.sextant.syntax.AnnotatedSentence;
import io.sextant.syntax.Conllu;
import io.sextant.syntax.Token;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.HeadPos;
import io.sextant.table.row.Reject;
import io.sextant.testing.CountedFiles;
import io.sextant.text.PairEncoder;
import io.sextant.text.Word;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trains, saves, loads and uses models of Spark NLP. All tests share one session, because Spark NLP
 * always uses the first session of a JVM.
 */
class PipelineTest extends SparkTest {
  /**
   * The environment variable with the folder of UD English EWT, if there is one. Models are trained
   * on its dev part and tested on its test part.
   */
  private static final String EWT = "SEXTANT_EWT";

  private static final List<String> TREEBANK = treebank();
  private static final List<String> LEARNT = TREEBANK.subList(0, 60);
  private static final List<String> JUDGED = TREEBANK.subList(60, TREEBANK.size());

  /** A token that BERT removes: a zero-width space, which is not white space for Spark NLP. */
  private static final String UNSEEN = "\u200b";

  private static final int LONGEST = 96;

  /** The bytes of a file's beginning that are looked at. */
  private static final long BEGINNING = 1 << 16;

  @TempDir static Path saved;

  private static SparkSession spark;

  @BeforeAll
  static void train() throws IOException {
    Path english =
        Corpus.write(saved.resolve("english.conllu"), String.join("\n\n", LEARNT) + "\n\n");
    Path forms = Corpus.write(saved.resolve("forms.txt"), dictionary() + "glim->glamen\n");
    Path made =
        Corpus.write(
            saved.resolve("made.conllu"), String.join("\n", Treebank.sentences(150, 2)) + "\n");
    Path lemmas = Corpus.write(saved.resolve("lemmas.txt"), "cat->cats\tcat\nsit->sat\tsits\n");
    DependencyParserApproach parser = new DependencyParserApproach();
    parser.setInputCols(new String[] {"sentence", "pos", "token"});
    parser.setOutputCol("dependency");
    parser.setConllU(made.toString(), parser.setConllU$default$2(), parser.setConllU$default$3());
    parser.setNumberOfIterations(8);
    spark = session(TWO_CORES);
    TrainedPipeline.save(
        spark,
        saved.resolve("english"),
        TrainedPipeline.tagger(spark, english),
        TrainedPipeline.lemmatizer(forms));
    TrainedPipeline.save(
        spark,
        saved.resolve("made"),
        TrainedPipeline.tagger(spark, made),
        TrainedPipeline.lemmatizer(lemmas),
        parser);
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void aTrainedPipelineGivesTagsLemmasAndTrees() {
    Path pairs =
        Corpus.write(
            folder.resolve("p.tsv"),
            "sentence_a\tsentence_b\nThe cats sat on the mat.\tit sits and a can slept.\n");
    InputRow row = rows(pairs, "made").get(0);
    AnnotatedSentence a = Conllu.parse(row.pair().annotation().sentenceA(), row.sentenceA());
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
    AnnotatedSentence b = Conllu.parse(row.pair().annotation().sentenceB(), row.sentenceB());
    assertThat(b.tokens().get(1).lemma()).isEqualTo("sit");
  }

  @Test
  void aFolderWithoutAPipelineIsRefused() {
    Path pairs = Corpus.write(folder.resolve("p.tsv"), "sentence_a\tsentence_b\nA\tB\n");
    assertThatThrownBy(() -> rows(pairs, "nothing"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("cannot load a pipeline from");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = EWT, matches = ".+")
  void aTaggerTrainedOnEwtTagsItsTestSet() throws IOException {
    TrainedPipeline.save(
        spark, saved.resolve("ewt"), TrainedPipeline.tagger(spark, ewt("en_ewt-ud-dev.conllu")));
    List<String> gold =
        List.of(Files.readString(ewt("en_ewt-ud-test.conllu")).strip().split("\n\n"));
    String lines = gold.stream().map(Conllu::text).collect(Collectors.joining("\n"));
    Path input = Corpus.write(folder.resolve("ewt.tsv"), "sentence_a\n" + lines + "\n");
    double accuracy = TrainedPipeline.accuracy(rows(input, "ewt"), gold);
    System.out.printf("EWT test: %.3f of the tags are right%n", accuracy);
    assertThat(accuracy).isGreaterThan(.85);
  }

  @Test
  void aTaggerTagsSentencesThatItHasNotSeen() {
    String lines = JUDGED.stream().map(Conllu::text).collect(Collectors.joining("\n"));
    Path input = Corpus.write(folder.resolve("in.tsv"), "sentence_a\n" + lines + "\n");
    List<InputRow> rows = rows(input, "english");
    assertThat(rows).hasSize(JUDGED.size());
    assertThat(TrainedPipeline.accuracy(rows, JUDGED)).isGreaterThan(.8);
    Map<String, String> lemmas = new TreeMap<>();
    for (InputRow row : rows) {
      tokens(row.pair().annotation().sentenceA(), row.sentenceA())
          .forEach(token -> lemmas.put(token.form(), token.lemma()));
    }
    assertThat(lemmas)
        .containsEntry("bought", "buy")
        .containsEntry("wolves", "wolf")
        .containsEntry("mice", "mouse");
  }

  @Test
  void theWholeJobTakesItsTagsAndLemmasAndCountsWhatDoesNotFit() {
    StringBuilder lines = new StringBuilder("id\tsentence_a\tsentence_b\n");
    for (int i = 0; i < JUDGED.size(); i += 2) {
      lines.append("p-" + i + "\t" + Conllu.text(JUDGED.get(i)) + "\t");
      lines.append(Conllu.text(JUDGED.get(i + 1)) + "\n");
    }
    lines.append("lemma\tThe glim was here .\tTwo glamen fell .\n");
    lines.append("unseen\tThe cat sat " + UNSEEN + " on the mat .\tIt slept .\n");
    lines.append("unfit\t" + UNSEEN + " A " + UNSEEN + " dog .\tIt slept .\n");
    Path input = Corpus.write(folder.resolve("in.tsv"), lines.toString());
    Path electra = GoldenModel.ELECTRA.directory();
    Map<String, Object> flags =
        Map.of(
            "model",
            electra.toString(),
            "input.id",
            "id",
            "pair-scores",
            true,
            "input.max-reject-rate",
            .1);
    Map<String, Object> annotated = new TreeMap<>(flags);
    annotated.put("input.pipeline", saved.resolve("english").toString());
    RunManifest run = run(spark, input, "run", annotated);
    run(spark, input, "plain", flags);

    assertThat(run.counts().profiled()).isEqualTo(12);
    assertThat(run.counts().truncated()).isZero();
    assertThat(directory("run").read(Table.REJECTS))
        .extracting(Reject::pairId, Reject::reason)
        .containsExactly(tuple("unfit", "misaligned_annotation"));
    long words = 0;
    Map<String, Long> counts = new TreeMap<>();
    try (PairEncoder encoder = new PairEncoder(ModelLayouts.open(electra), LONGEST)) {
      for (InputRow row : rows(input, "english")) {
        if (!row.sentenceA().startsWith(UNSEEN)) {
          List<List<Token>> tokens =
              List.of(
                  tokens(row.pair().annotation().sentenceA(), row.sentenceA()),
                  tokens(row.pair().annotation().sentenceB(), row.sentenceB()));
          words += tokens.get(0).size() + tokens.get(1).size();
          for (Word word : encoder.encode(row.pair()).words()) {
            String tag = tagAt(tokens.get(word.segment()), word.begin());
            counts.merge(tag, (long) word.endToken() - word.firstToken(), Long::sum);
          }
        }
      }
    }
    assertThat(run.annotation()).isEqualTo(new RunManifest.Annotation(words, 1));
    assertThat(directory("run").read(Table.HEAD_POS))
        .filteredOn(row -> row.layer() == 1 && row.head() == 0)
        .extracting(HeadPos::tag, HeadPos::n)
        .containsExactlyInAnyOrderElementsOf(
            counts.entrySet().stream().map(tag -> tuple(tag.getKey(), tag.getValue())).toList());
    assertThat(counts).containsKeys("NOUN", "VERB", "DET", "PUNCT");
    assertThat(directory("plain").read(Table.HEAD_POS)).isEmpty();

    // WordNet does not know that glamen is the plural of glim.
    assertThat(pairsOfOneLemma("run")).isEqualTo(pairsOfOneLemma("plain") + 1);
  }

  @Test
  void everyRowIsReadAndAnnotatedOnce() throws IOException {
    CountedFiles.register(spark.sparkContext().hadoopConfiguration());
    TrainedPipeline.saveBehind(
        new CountingStage("counting"), spark, saved.resolve("english"), saved.resolve("counting"));
    int pairs = 4_000;
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(pairs));
    long bytes = Files.size(input);
    long read = CountedFiles.bytesRead();
    CountingStage.TEXTS.set(0);
    Map<String, Object> flags =
        Map.of(
            "input.paths",
            List.of(CountedFiles.address(input)),
            "input.id",
            "id",
            "input.pipeline",
            saved.resolve("counting").toString(),
            "mlm.pairs",
            0,
            "max-chunks",
            1);
    assertThatThrownBy(() -> run(spark, input, "once", flags))
        .isInstanceOf(PartialRunException.class);
    assertThat(CountingStage.TEXTS).hasValue(2L * pairs);
    // The beginning of a file is read before, for its kind, its line break and its header.
    assertThat(CountedFiles.bytesRead() - read).isBetween(bytes, bytes + 4 * BEGINNING);

    Map<String, Object> resumed = new TreeMap<>(flags);
    resumed.put("output.existing", "resume");
    resumed.put("max-chunks", 2);
    assertThatThrownBy(() -> run(spark, input, "once", resumed))
        .isInstanceOf(PartialRunException.class);
    assertThat(CountingStage.TEXTS).hasValue(2L * pairs);
    assertThat(CountedFiles.bytesRead() - read).isBetween(bytes, bytes + 4 * BEGINNING);
  }

  private static String tagAt(List<Token> tokens, int place) {
    return tokens.stream()
        .filter(token -> token.begin() <= place && place < token.end())
        .map(Token::tag)
        .findFirst()
        .orElseThrow();
  }

  /** Returns the number of pairs whose sentences share a lemma in different forms. */
  private long pairsOfOneLemma(String output) {
    return directory(output).read(Table.HEAD_PATTERNS).stream()
        .filter(row -> row.pattern().equals("related_other") && row.part().equals("lemma"))
        .filter(row -> row.stratum().equals("all"))
        .mapToLong(HeadPattern::nClusters)
        .max()
        .orElse(0);
  }

  /** Returns {@code lemma->form} for each form in the training sentences. */
  private static String dictionary() {
    return LEARNT.stream()
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

  private static List<InputRow> rows(Path input, String pipeline) {
    return TrainedPipeline.rows(spark, input, saved.resolve(pipeline));
  }

  private static Path ewt(String file) {
    return Path.of(System.getenv(EWT), file);
  }

  private static List<String> treebank() {
    try (InputStream treebank = PipelineTest.class.getResourceAsStream("english.conllu")) {
      String text = new String(treebank.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.strip().split("\n\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

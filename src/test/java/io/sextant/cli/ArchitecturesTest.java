package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.GoldenModel;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.Exemplar;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.HeadRelation;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs whole jobs on tiny checkpoints of all architectures and tokenizers other than BERT's. */
class ArchitecturesTest {
  private static final int SENTENCES = 24;

  /** The models whose tokenizers have RoBERTa's delimiters. */
  private static final Set<GoldenModel> ROBERTAS =
      Set.of(
          GoldenModel.BERT_XLM_R,
          GoldenModel.CAMEMBERT,
          GoldenModel.GTE,
          GoldenModel.MPNET,
          GoldenModel.ROBERTA,
          GoldenModel.XLM_ROBERTA);

  @TempDir Path folder;

  private final PrintStream systemOut = System.out;

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    System.setProperty("spark.ui.enabled", "false");
    System.setProperty("spark.driver.bindAddress", "127.0.0.1");
    System.setProperty("spark.driver.host", "127.0.0.1");
  }

  @AfterEach
  void release() {
    System.setOut(systemOut);
    System.clearProperty("spark.ui.enabled");
    System.clearProperty("spark.driver.bindAddress");
    System.clearProperty("spark.driver.host");
  }

  /** A test that is run for the golden model of every kind of encoder. */
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @EnumSource(
      names = {
        "ALBERT",
        "BERT_XLM_R",
        "CAMEMBERT",
        "DEBERTA_V2",
        "DISTILBERT",
        "ELECTRA",
        "GTE",
        "MODERNBERT",
        "MPNET",
        "NOMIC_BERT",
        "ROBERTA",
        "XLM_ROBERTA"
      })
  private @interface ForEachEncoder {}

  @ForEachEncoder
  void pairs(GoldenModel golden) throws IOException {
    StringBuilder lines = new StringBuilder("sentence_a\tsentence_b\n");
    for (int i = 0; i < SENTENCES; i++) {
      lines.append("I went to the " + i + " stores.\tAt the store, I bought strawberries.\n");
    }
    RunDirectory run = profile(golden, "pairs.tsv", lines.toString());
    assertThat(run.manifest().counts().profiled()).isEqualTo(SENTENCES);
    List<HeadPattern> patterns = run.read(Table.HEAD_PATTERNS);
    assertMeasured(patterns, "next", "previous", "delimiter", "own_sentence", "other_sentence");
    assertThat(run.read(Table.HEAD_PROFILE))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.cls().value()).isBetween(0.0, 1.0);
              assertThat(row.firstSep().value()).isBetween(0.0, 1.0);
              assertThat(row.secondSep().value()).isBetween(0.0, 1.0);
              assertThat(row.entropy().value()).isPositive();
              assertThat(row.delimiter().value())
                  .isCloseTo(
                      row.cls().value() + row.firstSep().value() + row.secondSep().value(),
                      within(1e-9));
            });
    String separator = separator(golden);
    boolean two = separator.equals("</s>");
    assertThat(run.read(Table.EXEMPLARS))
        .isNotEmpty()
        .allSatisfy(
            exemplar -> {
              List<String> delimiters = new ArrayList<>(List.of(start(golden), separator));
              delimiters.addAll(two ? List.of(separator, separator) : List.of(separator));
              assertThat(delimiters(exemplar)).isEqualTo(delimiters);
              int border = exemplar.pair().tokens().indexOf(separator) + (two ? 1 : 0);
              assertThat(exemplar.pair().segments())
                  .isEqualTo(
                      IntStream.range(0, exemplar.pair().tokens().size())
                          .map(i -> i > border ? 1 : 0)
                          .toArray());
              assertThat(exemplar.pair().words()).startsWith("I", "went", "to", "the");
              assertThat(exemplar.pair().words())
                  .endsWith("At", "the", "store", ",", "I", "bought", "strawberries", ".");
            });
  }

  @ForEachEncoder
  void treebanks(GoldenModel golden) throws IOException {
    List<String> blocks = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      blocks.add(sentence(i));
    }
    RunDirectory run = profile(golden, "gold.conllu", String.join("\n", blocks));
    assertThat(run.manifest().counts().profiled()).isEqualTo(SENTENCES);
    assertThat(run.manifest().annotation())
        .isEqualTo(new RunManifest.Annotation(12 * SENTENCES, 0));
    assertMeasured(run.read(Table.HEAD_PATTERNS), "next", "previous", "self", "delimiter");
    List<HeadRelation> relations = run.read(Table.HEAD_RELATIONS);
    assertThat(relations)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.accuracy().value())
                  .isBetween(row.accuracy().low(), row.accuracy().high());
              assertThat(row.baselineAccuracy()).isBetween(0.0, 1.0);
            });
    for (String relation : List.of("det", "obj", "case", "nmod:poss")) {
      assertThat(relations)
          .filteredOn(row -> row.relation().equals(relation))
          .filteredOn(row -> row.direction().equals("dependent_to_head"))
          .hasSize(heads(run))
          .allSatisfy(
              row ->
                  assertThat(row.n())
                      .isEqualTo(relation.equals("det") ? 2 * SENTENCES : SENTENCES));
    }
    // No tokenizer separates do and n't, whose tags differ.
    List<String> tags = List.of("ADP", "DET", "NOUN", "NUM", "PRON", "PUNCT", "VERB");
    assertThat(run.read(Table.HEAD_POS))
        .hasSize(tags.size() * heads(run))
        .allSatisfy(
            row -> {
              assertThat(row.tag()).isIn(tags);
              assertThat(row.shareContent().value()).isBetween(0.0, 1.0);
              assertThat(row.lift()).isPositive();
            });
    assertThat(run.read(Table.EXEMPLARS))
        .isNotEmpty()
        .allSatisfy(
            exemplar ->
                assertThat(delimiters(exemplar)).containsExactly(start(golden), separator(golden)));
  }

  /**
   * Returns a sentence that the tokenizers split in different ways: capitals, a contraction,
   * numbers and a long word.
   */
  private static String sentence(int i) {
    String[] words = {
      "1 My PRON 2 nmod:poss",
      "2 dogs NOUN 5 nsubj",
      "3-4 don't",
      "3 do AUX 5 aux",
      "4 n't PART 5 advmod",
      "5 eat VERB 0 root",
      "6 the DET 8 det",
      "7 " + i + " NUM 8 nummod",
      "8 strawberries NOUN 5 obj",
      "9 at ADP 11 case",
      "10 the DET 11 det",
      "11 store NOUN 5 obl",
      "12 . PUNCT 5 punct"
    };
    StringBuilder block =
        new StringBuilder("# text = My dogs don't eat the " + i + " strawberries at the store.\n");
    for (String word : words) {
      String[] c = word.split(" ");
      String tag = c.length > 2 ? c[2] + "\t_\t_\t" + c[3] + "\t" + c[4] : "_\t_\t_\t_\t_";
      block.append(c[0] + "\t" + c[1] + "\t_\t" + tag + "\t_\t_\n");
    }
    return block.toString();
  }

  private RunDirectory profile(GoldenModel golden, String file, String text) throws IOException {
    String model = golden.directory().toString();
    String input = Files.writeString(folder.resolve(file), text).toString();
    String run = folder.resolve("run").toString();
    assertThat(
            Cli.run(
                "profile",
                "--model",
                model,
                "--input",
                input,
                "--output",
                run,
                "--set",
                "grades.min-pairs=10",
                "--set",
                "grades.min-queries=10"))
        .isEqualTo(ExitCode.OK);
    assertThat(Cli.run("report", "--run", run)).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("run/report/index.html")).isNotEmptyFile();
    String page = folder.resolve("view.html").toString();
    assertThat(
            Cli.run(
                "view",
                "--model",
                model,
                "--output",
                page,
                "--pictures",
                "png",
                "The cats.",
                "It sat."))
        .isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("view-head-view.png")).isNotEmptyFile();
    return RunDirectory.at(run, new Configuration());
  }

  private static int heads(RunDirectory run) {
    return run.manifest().model().layers() * run.manifest().model().heads();
  }

  private static String start(GoldenModel golden) {
    return isRoberta(golden) ? "<s>" : "[CLS]";
  }

  private static String separator(GoldenModel golden) {
    return isRoberta(golden) ? "</s>" : "[SEP]";
  }

  private static boolean isRoberta(GoldenModel golden) {
    return ROBERTAS.contains(golden);
  }

  private static List<String> delimiters(Exemplar exemplar) {
    return IntStream.range(0, exemplar.pair().tokens().size())
        .filter(i -> exemplar.pair().wordOf()[i] < 0)
        .mapToObj(exemplar.pair().tokens()::get)
        .toList();
  }

  /** Checks that values are not NaN, which stands for null in the table. */
  private static void assertMeasured(List<HeadPattern> rows, String... patterns) {
    for (String pattern : patterns) {
      assertThat(rows)
          .filteredOn(row -> row.pattern().equals(pattern) && row.part().equals("all"))
          .filteredOn(row -> row.stratum().equals("all"))
          .isNotEmpty()
          .allSatisfy(
              row -> {
                assertThat(row.share().value()).isBetween(0.0, 1.0);
                assertThat(row.share().low()).isLessThanOrEqualTo(row.share().value());
                assertThat(row.normShare().value()).isBetween(0.0, 1.0);
                assertThat(row.lift().value()).isPositive();
              });
    }
  }
}

package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.Cooccurrence;
import io.sextant.table.row.HeadPattern;
import io.sextant.text.SentencePair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class CooccurrenceTest extends SparkTest {
  private static final Map<String, Object> ONE_PATTERN =
      Map.of("patterns", List.of("predictive_cooccurrence"));

  @Test
  void plantedWordsAreKeptAndWordsThatAreMerelyFrequentAreNot() {
    List<String> lines = planted(600);
    run(TWO_CORES, tsv("in", lines), "run", ONE_PATTERN);

    List<Cooccurrence> kept = directory("run").read(Table.COOCCURRENCE);
    assertThat(kept).hasSize(1);
    Cooccurrence pair = kept.get(0);
    assertThat(pair.word() + " " + pair.other()).isEqualTo("mat tired");
    List<String> counted = lines.stream().filter(CooccurrenceTest::isCounted).toList();
    double pairs = counted.size();
    double together = counted.stream().filter(line -> holds(line, "mat")).count();
    assertThat(pair.jointCount()).isEqualTo((long) together);
    // The words only occur together. If p is the part of the pairs with both, G2 = 2 n entropy(p).
    double p = together / pairs;
    double entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    assertThat(pair.llr()).isCloseTo(2 * pairs * entropy, within(1e-9));
    assertThat(pair.npmi()).isCloseTo(1, within(1e-12));
    // These were counted but not kept: pairs that are frequent, of one lemma, or significant but
    // rare.
    assertThat(counted)
        .filteredOn(line -> holds(line, "cat") && holds(line, "dog"))
        .hasSizeGreaterThan(50);
    assertThat(counted)
        .filteredOn(line -> holds(line, "sat") && holds(line, "sits"))
        .hasSizeGreaterThan(20);
    assertThat(counted)
        .filteredOn(line -> holds(line, "slept") && holds(line, "day"))
        .hasSizeBetween(5, 9);
  }

  @Test
  void thePatternIsMeasuredOnTheOtherHalfOnly() {
    List<String> lines = planted(600);
    run(TWO_CORES, tsv("in", lines), "run", ONE_PATTERN);
    long expected = lines.stream().filter(line -> !isCounted(line) && holds(line, "mat")).count();
    assertThat(expected).isBetween(20L, 100L);
    assertThat(patterns("run"))
        .filteredOn(row -> row.stratum().equals("all"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.nClusters()).isEqualTo(expected);
              assertThat(row.nQueries()).isEqualTo(2 * expected);
              assertThat(row.nullName()).isIn("offset", "matched");
              assertThat(row.top1Null()).isBetween(0.0, 1.0);
            });
  }

  @Test
  void thePairsOfTheMeasuredHalfChangeNothingInTheTable() {
    List<String> lines = planted(600);
    run(TWO_CORES, tsv("all", lines), "all", ONE_PATTERN);
    List<String> replaced =
        lines.stream()
            .map(line -> isCounted(line) ? line : line.split("\t")[0] + "\tcat day slept .")
            .toList();
    run(TWO_CORES, tsv("replaced", replaced), "replaced", ONE_PATTERN);
    assertThat(words("replaced")).isEqualTo(words("all")).hasSize(1);
  }

  @Test
  void theTableIsTheSameOnOneCoreOrTwoAndInAnySplits() {
    List<String> lines = planted(300);
    Map<String, Object> lenient =
        Map.of(
            "patterns", List.of("predictive_cooccurrence"),
            "cooccurrence.min-count", 2,
            "cooccurrence.min-llr", 0,
            "cooccurrence.max-pairs", 5);
    run("local[1]", tsv("one", lines), "one", lenient);
    Collections.shuffle(lines, new Random(5));
    for (int part = 0; part < 7; part++) {
      Corpus.write(
          folder.resolve("parts/part-" + part + ".tsv"),
          text(lines.subList(part * 300 / 7, (part + 1) * 300 / 7)));
    }
    run(TWO_CORES, folder.resolve("parts/*.tsv"), "split", lenient);
    assertThat(words("one")).hasSize(5).contains("mat tired");
    assertThat(tables("split")).isEqualTo(tables("one"));
  }

  @Test
  void theVocabularyIsTheMostFrequentWords() {
    Map<String, Object> two =
        Map.of(
            "patterns", List.of("predictive_cooccurrence"),
            "cooccurrence.min-llr", 0,
            "cooccurrence.max-words", 2);
    run(TWO_CORES, tsv("in", planted(600)), "run", two);
    assertThat(List.of("cat dog")).containsAll(words("run"));
  }

  @Test
  void nothingFrequentGivesAnEmptyTableAndNoRows() {
    run(TWO_CORES, tsv("in", planted(30)), "run", Map.of());
    assertThat(words("run")).isEmpty();
    assertThat(patterns("run")).isNotEmpty();
    assertThat(patterns("run"))
        .extracting(HeadPattern::pattern)
        .doesNotContain("predictive_cooccurrence");
  }

  @Test
  void isNotCountedWhenSwitchedOffAndNotAskedForThen() {
    Path input = tsv("in", planted(100));
    run(TWO_CORES, input, "off", Map.of("cooccurrence.enabled", false));
    assertThat(words("off")).isEmpty();
    assertThat(directory("off").manifest().stages()).doesNotContainKey("cooccurrence");
    assertThatThrownBy(
            () ->
                run(
                    TWO_CORES,
                    input,
                    "both",
                    Map.of(
                        "patterns",
                        List.of("predictive_cooccurrence"),
                        "cooccurrence.enabled",
                        false)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("cooccurrence.enabled is false");
  }

  /** Returns lines of a unique sentence A and a sentence B. */
  private static List<String> planted(int pairs) {
    Random random = new Random(17);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      StringBuilder a = new StringBuilder("the ").append(name(random));
      StringBuilder b = new StringBuilder("it");
      a.append(random.nextInt(10) < 6 ? " cat" : "");
      b.append(random.nextInt(10) < 6 ? " dog" : "");
      boolean together = random.nextInt(100) < 15;
      a.append(together ? " mat" : "");
      b.append(together ? " was not tired" : "");
      a.append(random.nextInt(100) < 20 ? " sat and sits" : "");
      b.append(i % 35 == 1 ? " slept all day" : "");
      lines.add(a + " .\t" + b + " .");
    }
    return lines;
  }

  private static String name(Random random) {
    return random
        .ints(6, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isCounted(String line) {
    return new SentencePair(null, null, line.split("\t")[0], null).isCounted();
  }

  private static boolean holds(String line, String word) {
    return Arrays.asList(line.split("[\t ]")).contains(word);
  }

  private Path tsv(String name, List<String> lines) {
    return Corpus.write(folder.resolve(name + ".tsv"), text(lines));
  }

  private static String text(List<String> lines) {
    return "sentence_a\tsentence_b\n" + String.join("\n", lines) + "\n";
  }

  private List<String> words(String output) {
    return directory(output).read(Table.COOCCURRENCE).stream()
        .map(row -> row.word() + " " + row.other())
        .toList();
  }

  private List<HeadPattern> patterns(String output) {
    return directory(output).read(Table.HEAD_PATTERNS);
  }

  private RunDirectory directory(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration());
  }
}

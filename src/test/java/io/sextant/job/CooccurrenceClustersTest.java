package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.linguistics.Association;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.Cooccurrence;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/**
 * Tests words that occur together in the rows of one cluster: in text whose words are independent
 * by construction no word pairs may be kept, even if rows repeat each other.
 */
class CooccurrenceClustersTest extends SparkTest {
  private static final int WORDS = 300;
  private static final int PREMISE = 7;
  private static final int HYPOTHESIS = 4;

  private final Random random = new Random(23);
  private final List<String> names = names();

  @Test
  void hypothesesThatRepeatAPremiseDoNotMakeItsWordsPredictEachOther() {
    List<String> lines = new ArrayList<>();
    for (int premise = 0; premise < 1400; premise++) {
      String a = sentence(PREMISE);
      for (int row = 0; row < 3; row++) {
        lines.add(a + "\t" + sentence(HYPOTHESIS));
      }
    }
    // If rows were counted, repetitions of the premise would look like association.
    assertThat(keptIfRowsWereCounted(lines)).isGreaterThan(10);
    assertThat(kept("premises", "sentence_a\tsentence_b", lines)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void groupsOfDifferentSizesDoNotMakeTheirWordsPredictEachOther() {
    IntSupplier size = () -> random.nextInt(10) == 0 ? 30 : 1;
    List<String> lines = new ArrayList<>();
    for (int group = 0; group < 1000; group++) {
      int rows = size.getAsInt();
      for (int row = 0; row < rows; row++) {
        lines.add(sentence(PREMISE) + "\t" + sentence(HYPOTHESIS) + "\tg" + group);
      }
    }
    assertThat(kept("groups", "sentence_a\tsentence_b\tgroup", lines)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void wordsOfTheSamePremiseAreCountedOnceHoweverManyHypothesesItHas() {
    List<String> lines = new ArrayList<>();
    for (int premise = 0; premise < 300; premise++) {
      String a = sentence(2) + (premise % 4 == 0 ? " mat tired " : " ") + premise;
      for (int row = 0; row <= premise % 3; row++) {
        lines.add(a + "\t" + sentence(2));
      }
    }
    List<Cooccurrence> kept = kept("planted", "sentence_a\tsentence_b", lines);
    assertThat(kept).extracting(pair -> pair.word() + " " + pair.other()).contains("mat tired");
    long premises =
        lines.stream()
            .filter(CooccurrenceClustersTest::isCounted)
            .map(line -> line.split("\t")[0])
            .distinct()
            .filter(a -> a.contains("mat tired"))
            .count();
    assertThat(kept)
        .filteredOn(pair -> pair.word().equals("mat") && pair.other().equals("tired"))
        .extracting(Cooccurrence::jointCount)
        .containsExactly(premises);
  }

  private List<Cooccurrence> kept(String name, String header, List<String> lines) {
    Map<String, Object> flags =
        new HashMap<>(Map.of("patterns", List.of("predictive_cooccurrence")));
    if (header.endsWith("group")) {
      flags.put("input.group", "group");
    }
    run(
        TWO_CORES,
        Corpus.write(
            folder.resolve(name + ".tsv"), header + "\n" + String.join("\n", lines) + "\n"),
        name,
        flags);
    return RunDirectory.at(folder.resolve(name).toString(), new Configuration())
        .read(Table.COOCCURRENCE);
  }

  /** Returns the word pairs that would be kept if each row of the counted half were a trial. */
  private static long keptIfRowsWereCounted(List<String> lines) {
    List<Set<String>> rows =
        lines.stream()
            .filter(CooccurrenceClustersTest::isCounted)
            .<Set<String>>map(line -> new TreeSet<>(Arrays.asList(line.split("[\t ]"))))
            .toList();
    Map<String, Long> words = counts(rows.stream().flatMap(Set::stream));
    Map<String, Long> pairs = counts(rows.stream().flatMap(CooccurrenceClustersTest::pairs));
    return pairs.entrySet().stream()
        .filter(pair -> pair.getValue() >= 10)
        .map(
            pair -> {
              String[] two = pair.getKey().split(" ");
              return new Association(
                  rows.size(), words.get(two[0]), words.get(two[1]), pair.getValue());
            })
        .filter(pair -> pair.isAttraction() && pair.logLikelihoodRatio() >= 15.1)
        .count();
  }

  private static Stream<String> pairs(Set<String> row) {
    return row.stream()
        .flatMap(
            word ->
                row.stream()
                    .filter(other -> word.compareTo(other) < 0)
                    .map(other -> word + " " + other));
  }

  private static Map<String, Long> counts(Stream<String> all) {
    return all.collect(Collectors.groupingBy(one -> one, Collectors.counting()));
  }

  private static boolean isCounted(String line) {
    return new SentencePair(null, null, line.split("\t")[0], null).isCounted();
  }

  /** Returns independent words, whose probability decreases with their rank. */
  private String sentence(int words) {
    return Stream.generate(() -> (int) (WORDS * Math.pow(random.nextDouble(), 3)))
        .limit(words)
        .map(names::get)
        .collect(Collectors.joining(" "));
  }

  private List<String> names() {
    return Stream.generate(
            () ->
                random
                    .ints(7, 'a', 'z' + 1)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString())
        .limit(WORDS)
        .toList();
  }
}

package io.sextant.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.testing.RealRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the queries of {@code conf/sql} on two real runs in DuckDB. */
class QueriesIT {
  private static final int HEADS = 144;

  @TempDir static Path folder;

  private static String first;
  private static Connection duck;

  @BeforeAll
  static void export() throws SQLException {
    Path file = folder.resolve("runs.duckdb");
    try (Destination destination = Destination.open("duckdb:" + file)) {
      destination.put(new RunTables(RealRuns.first()));
      destination.put(new RunTables(RealRuns.second()));
    }
    first = RealRuns.first().manifest().runId();
    duck = DriverManager.getConnection("jdbc:duckdb:" + file);
  }

  @AfterAll
  static void close() throws SQLException {
    if (duck != null) {
      duck.close();
    }
  }

  static List<Path> questions() {
    return Answers.questions();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aQuestionIsWrittenOnTopAndHasAnAnswer(Path question) throws IOException {
    assertThat(Files.readAllLines(question).get(0)).startsWith("-- ").endsWith("?");
    assertThat(Answers.ask(duck, question)).isNotEmpty();
  }

  @Test
  void theHeadsThatLookAtTheNextWord() {
    List<Map<String, Object>> heads = ofFirst("next-word-heads");
    assertThat(heads.subList(0, 2))
        .extracting(QueriesIT::head)
        .containsExactlyInAnyOrder("2-0", "2-9");
    assertThat(heads.get(0)).containsEntry("grade", "dominant");
  }

  @Test
  void theStrongestHeadOfEveryPattern() {
    List<Map<String, Object>> heads = ofFirst("strongest-heads");
    assertThat(heads)
        .filteredOn(
            row -> row.get("pattern").equals("previous") && row.get("place").equals("1.00000000"))
        .extracting(QueriesIT::head)
        .containsExactly("3-5");
    assertThat(heads)
        .extracting(row -> row.get("pattern"))
        .contains("related_other", "delimiter", "self");
  }

  @Test
  void everyHeadHasOneProfileAndOneKind() {
    assertThat(ofFirst("head-profile")).hasSize(HEADS);
    List<Map<String, Object>> kinds = ofFirst("position-or-content");
    assertThat(kinds).hasSize(HEADS);
    assertThat(kinds)
        .filteredOn(row -> List.of("2-0", "3-5").contains(head(row)))
        .extracting(row -> row.get("kind"))
        .containsExactly("positional", "positional");
    assertThat(kinds).extracting(row -> row.get("kind")).contains("content", "neither");
  }

  @Test
  void labelsOfAllLayersAreAllHeads() {
    assertThat(
            ofFirst("labels-by-layer").stream()
                .mapToDouble(row -> Double.parseDouble((String) row.get("heads")))
                .sum())
        .isEqualTo(HEADS);
  }

  @Test
  void wordsThatAreTheSameAreFewerAccidentsThanNeighboursInTheEmbeddings() {
    List<Map<String, Object>> tiers = ofFirst("accidental-relations");
    assertThat(accidents(tiers, "surface"))
        .isLessThan(accidents(tiers, "embedding"))
        .isBetween(0.0, .5);
  }

  @Test
  void theStrongestHeadOfTheNextWordKeepsItInLongerPairs() {
    assertThat(ofFirst("by-length"))
        .filteredOn(row -> row.get("pattern").equals("next"))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            row -> assertThat(Double.parseDouble((String) row.get("score"))).isGreaterThan(.8));
  }

  @Test
  void runsOfOneModelDifferLessThanAHeadFromAnother() {
    assertThat(Answers.ask(duck, Answers.QUESTIONS.resolve("compare-runs.sql")))
        .allSatisfy(
            row ->
                assertThat(Math.abs(Double.parseDouble((String) row.get("difference"))))
                    .isLessThan(.5));
  }

  @Test
  void rejectedRowsOfARunThatRejectedNoneAreNone() {
    assertThat(ofFirst("rejected-rows")).hasSize(1).first().asString().contains("reason=null");
  }

  private static double accidents(List<Map<String, Object>> tiers, String tier) {
    return tiers.stream()
        .filter(row -> row.get("words").equals("content_words") && row.get("tier").equals(tier))
        .mapToDouble(row -> Double.parseDouble((String) row.get("accidents")))
        .findFirst()
        .orElseThrow();
  }

  private static List<Map<String, Object>> ofFirst(String question) {
    return Answers.ask(duck, Answers.QUESTIONS.resolve(question + ".sql")).stream()
        .filter(row -> row.get("run_id").equals(first))
        .toList();
  }

  private static String head(Map<String, Object> row) {
    return integer(row.get("layer")) + "-" + integer(row.get("head"));
  }

  private static long integer(Object number) {
    return Math.round(Double.parseDouble((String) number));
  }
}

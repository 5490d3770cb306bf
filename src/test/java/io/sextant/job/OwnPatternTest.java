package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.bert.TinyCheckpoint;
import io.sextant.catalogue.Catalogue;
import io.sextant.cli.Cli;
import io.sextant.pattern.Patterns;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/**
 * A pattern that is added on the class path as a class and a catalogue entry appears in the tables,
 * the page, the pictures and the queries of SQL and dashboards, none of which name it.
 */
class OwnPatternTest {
  private static final Path DASHBOARDS = Path.of("conf", "dashboards");

  @TempDir static Path folder;

  private static Connection duck;
  private static Map<String, String> variables;

  /** The program of the child, which runs the three commands in one process. */
  static final class Commands {
    private Commands() {}

    public static void main(String[] arguments) {
      Path of = Path.of(arguments[0]);
      String run = of.resolve("run").toString();
      check(
          Cli.run(
              "profile",
              "--model",
              of.resolve("model").toString(),
              "--input",
              of.resolve("pairs.tsv").toString(),
              "--id",
              "id",
              "--output",
              run,
              "--set",
              "grades.min-pairs=10",
              "--set",
              "grades.min-queries=10"));
      check(Cli.run("report", "--run", run));
      check(Cli.run("export", "--run", run, "--to", "duckdb:" + of.resolve("runs.duckdb")));
    }

    private static void check(int code) {
      if (code != 0) {
        throw new IllegalStateException("exit code " + code);
      }
    }
  }

  @BeforeAll
  static void profile() throws IOException, SQLException {
    TinyCheckpoint.write(folder.resolve("model"));
    Corpus.tsv(folder.resolve("pairs.tsv"), Corpus.lines(40));
    List<String> command = new ArrayList<>(Javas.sextant(folder.toString()));
    int classPath = command.indexOf("-cp") + 1;
    Path own = Path.of("src/test/resources/io/sextant/job/own-pattern").toAbsolutePath();
    command.set(classPath, own + File.pathSeparator + command.get(classPath));
    command.set(classPath + 1, Commands.class.getName());
    try (Child child = Child.start(folder.resolve("log"), Map.of(), command)) {
      assertThat(child.exit()).as(child.said()).isZero();
    }
    duck = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("runs.duckdb"));
    String runId = (String) ask("select run_id from runs").get(0);
    variables =
        Map.of(
            "run",
            runId,
            "other",
            runId,
            "pattern",
            "first_token",
            "part",
            "all",
            "stratum",
            "all");
  }

  @AfterAll
  static void close() throws SQLException {
    if (duck != null) {
      duck.close();
    }
  }

  @Test
  void itIsNoneOfOurs() {
    assertThat(Patterns.all()).noneMatch(pattern -> pattern.key().equals("first_token"));
  }

  @Test
  void theTablesHaveIt() {
    assertThat(
            ask(
                "select distinct judged_by || ' ' || null_name || ' ' || headline from head_patterns"
                    + " where pattern = 'first_token' and score = share and n_queries > 100"))
        .containsExactly("share uniform true");
    for (String table : List.of("label_stability", "label_sensitivity", "exemplars")) {
      assertThat(ask("select pattern from " + table + " where pattern = 'first_token'"))
          .as(table)
          .isNotEmpty();
    }
    assertThat(ask("select title from catalogue where kind = 'pattern' and key = 'first_token'"))
        .containsExactly("First of the sentence");
  }

  @Test
  void thePageAndThePicturesShowItByItsTitleAndColour() throws IOException {
    assertShown(folder.resolve("run/report"));
  }

  @Test
  void aReportThatIsDrawnWithoutItOnTheClassPathShowsItAsTheRunSays() throws IOException {
    assertThat(Catalogue.all().find("first_token")).isEmpty();
    Path report = folder.resolve("elsewhere");
    String run = folder.resolve("run").toString();
    assertThat(Cli.run("report", "--run", run, "--output", report.toString())).isZero();
    assertShown(report);
  }

  private static void assertShown(Path report) throws IOException {
    assertThat(report.resolve("first_token.png")).exists();
    assertThat(report.resolve("first_token.svg")).content().contains("First of the sentence");
    assertThat(report.resolve("first_token.lift.svg")).exists();
    assertThat(report.resolve("overview.svg")).content().contains("First of the sentence");
    JsonNode pattern =
        StreamSupport.stream(data(report).get("patterns").spliterator(), false)
            .filter(some -> some.get("key").asText().equals("first_token"))
            .findFirst()
            .orElseThrow();
    assertThat(pattern.get("title").asText()).isEqualTo("First of the sentence");
    assertThat(pattern.get("color").asText()).isEqualTo("#123456");
    assertThat(pattern.get("score").asText()).isEqualTo("share");
  }

  @ParameterizedTest
  @ValueSource(strings = {"strongest-heads", "by-length"})
  void theQuestionsThatGoByPatternAnswerForIt(String question) throws IOException {
    String sql = Files.readString(Path.of("conf", "sql", question + ".sql")).strip();
    assertThat(
            ask(
                "select pattern from ("
                    + sql.substring(0, sql.length() - 1)
                    + ") where pattern = 'first_token'"))
        .isNotEmpty();
  }

  @Test
  void everyPanelAndVariableOfGrafanaThatGoesByPatternAnswersForIt() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(DASHBOARDS.resolve("grafana.json").toFile());
    int panels = 0;
    for (JsonNode panel : dashboard.get("panels")) {
      for (JsonNode target : panel.get("targets")) {
        String sql = target.get("rawSql").asText();
        if (sql.contains("${pattern:")) {
          assertThat(ask(filled(sql))).as(panel.get("title").asText()).isNotEmpty();
          panels++;
        }
      }
    }
    assertThat(panels).isGreaterThan(2);
    for (JsonNode variable : dashboard.get("templating").get("list")) {
      if (variable.get("name").asText().equals("pattern")) {
        String choices = filled(variable.get("query").asText());
        assertThat(ask("select __value from (" + choices + ")")).contains("first_token", "next");
        assertThat(ask("select __text from (" + choices + ")")).contains("First of the sentence");
      }
    }
  }

  @Test
  void theScoresOfSupersetHaveIt() throws IOException {
    Map<String, Object> dataset =
        new Yaml()
            .load(Files.readString(DASHBOARDS.resolve("superset/datasets/Sextant/scores.yaml")));
    assertThat(ask("select score from (" + dataset.get("sql") + ") where pattern = 'first_token'"))
        .isNotEmpty()
        .doesNotContainNull();
  }

  private static String filled(String sql) {
    String filled = sql;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      filled =
          filled.replace("${" + variable.getKey() + ":sqlstring}", "'" + variable.getValue() + "'");
    }
    return filled;
  }

  /** Returns the first column of a query's result. */
  private static List<Object> ask(String sql) {
    try (ResultSet rows = duck.createStatement().executeQuery(sql)) {
      List<Object> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getObject(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + " in\n" + sql, e);
    }
  }

  private static JsonNode data(Path report) throws IOException {
    Matcher packed =
        Pattern.compile("id=\"data\">([^<]*)<")
            .matcher(Files.readString(report.resolve("index.html"), StandardCharsets.UTF_8));
    assertThat(packed.find()).isTrue();
    byte[] gzipped = Base64.getDecoder().decode(packed.group(1).strip());
    try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
      return new ObjectMapper().readTree(json);
    }
  }
}

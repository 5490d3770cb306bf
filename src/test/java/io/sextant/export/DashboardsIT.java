package io.sextant.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.testing.PostgreSqlServer;
import io.sextant.testing.RealRuns;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * Runs the dashboards' queries on two real runs in PostgreSQL, and in DuckDB where the SQL allows
 * it.
 */
class DashboardsIT {
  private static final Path DASHBOARDS = Path.of("conf", "dashboards");
  private static final Path SUPERSET = DASHBOARDS.resolve("superset");

  @TempDir static Path folder;

  private static PostgreSqlServer server;
  private static Connection postgres;
  private static Connection duck;
  private static Map<String, String> variables;

  @BeforeAll
  static void export() throws SQLException {
    server = PostgreSqlServer.start();
    String url =
        server.url()
            + "?user=sextant&password="
            + URLEncoder.encode(PostgreSqlServer.PASSWORD, StandardCharsets.UTF_8);
    Path file = folder.resolve("runs.duckdb");
    for (String place : List.of(url, "duckdb:" + file)) {
      try (Destination destination = Destination.open(place)) {
        destination.put(new RunTables(RealRuns.first()));
        destination.put(new RunTables(RealRuns.second()));
      }
    }
    postgres = server.connect();
    duck = DriverManager.getConnection("jdbc:duckdb:" + file);
    variables =
        Map.of(
            "run", RealRuns.first().manifest().runId(),
            "other", RealRuns.second().manifest().runId(),
            "pattern", "next",
            "part", "all",
            "stratum", "all");
  }

  @AfterAll
  static void close() throws SQLException {
    if (postgres != null) {
      postgres.close();
      duck.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theQuestionsHaveTheSameAnswersInBoth() {
    for (Path question : Answers.questions()) {
      assertThat(Answers.ask(postgres, question))
          .as(question.toString())
          .containsExactlyInAnyOrderElementsOf(Answers.ask(duck, question));
    }
  }

  @Test
  void everyPanelAndVariableOfGrafanaHasAnAnswer() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(DASHBOARDS.resolve("grafana.json").toFile());
    assertThat(dashboard.get("panels")).hasSizeGreaterThan(5);
    for (JsonNode panel : dashboard.get("panels")) {
      for (JsonNode target : panel.get("targets")) {
        List<Map<String, Object>> rows = grafana(target.get("rawSql").asText());
        assertThat(rows).as(panel.get("title").asText()).isNotEmpty();
      }
    }
    Set<String> names = new HashSet<>();
    for (JsonNode variable : dashboard.get("templating").get("list")) {
      names.add(variable.get("name").asText());
      if (variable.get("type").asText().equals("query")) {
        assertThat(grafana(variable.get("query").asText()))
            .as(variable.get("name").asText())
            .hasSizeGreaterThan(1);
      }
    }
    assertThat(names).containsAll(variables.keySet()).contains("datasource");
  }

  @Test
  void grafanaShowsTheArticlesHead() throws IOException {
    JsonNode panels =
        new ObjectMapper().readTree(DASHBOARDS.resolve("grafana.json").toFile()).get("panels");
    Map<String, Object> strongest =
        grafana(panels.get(2).get("targets").get(0).get("rawSql").asText()).get(0);
    assertThat(strongest).containsEntry("layer", "2.00000000").containsEntry("grade", "dominant");
    assertThat(grafana(panels.get(1).get("targets").get(0).get("rawSql").asText())).hasSize(144);
  }

  @Test
  @SuppressWarnings("unchecked")
  void everyDatasetOfSupersetHasItsColumnsAndMetricsInBoth() throws IOException {
    for (Map<String, Object> dataset : yaml("datasets/Sextant")) {
      String from = " from (" + dataset.get("sql") + ") as dataset";
      List<Map<String, Object>> metrics = (List<Map<String, Object>>) dataset.get("metrics");
      for (Connection connection : List.of(postgres, duck)) {
        List<Map<String, Object>> rows = Answers.ask(connection, "select *" + from + " limit 5");
        assertThat(rows).as((String) dataset.get("table_name")).isNotEmpty();
        assertThat(rows.get(0).keySet())
            .containsExactlyElementsOf(names(dataset, "columns", "column_name"));
        for (Map<String, Object> metric : metrics) {
          assertThat(Answers.ask(connection, "select " + metric.get("expression") + " as m" + from))
              .allSatisfy(row -> assertThat(row.get("m")).isNotNull());
        }
      }
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void everyChartOfSupersetUsesWhatItsDatasetHas() throws IOException {
    List<Map<String, Object>> datasets = yaml("datasets/Sextant");
    List<Map<String, Object>> charts = yaml("charts");
    for (Map<String, Object> chart : charts) {
      Map<String, Object> dataset =
          datasets.stream()
              .filter(each -> each.get("uuid").equals(chart.get("dataset_uuid")))
              .findFirst()
              .orElseThrow();
      Set<String> known = new HashSet<>(names(dataset, "columns", "column_name"));
      known.addAll(names(dataset, "metrics", "metric_name"));
      Map<String, Object> params = (Map<String, Object>) chart.get("params");
      Stream.of("all_columns", "metrics", "metric", "groupby", "x_axis")
          .map(params::get)
          .flatMap(
              value -> value instanceof List<?> list ? list.stream() : Stream.ofNullable(value))
          .forEach(
              name ->
                  assertThat(known).as((String) chart.get("slice_name")).contains((String) name));
      assertThat(known).contains("run");
    }
    Map<String, Object> dashboard = yaml("dashboards").get(0);
    assertThat(dashboard.get("position").toString())
        .contains(charts.stream().map(chart -> (String) chart.get("uuid")).toList());
    assertThat(Files.readString(SUPERSET.resolve("databases/Sextant.yaml")))
        .contains("sqlalchemy_uri: ${SEXTANT_DATABASE_URI}");
  }

  private static List<Map<String, Object>> grafana(String sql) {
    String filled = sql;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      filled =
          filled.replace("${" + variable.getKey() + ":sqlstring}", "'" + variable.getValue() + "'");
    }
    assertThat(filled).doesNotContain("$");
    return Answers.ask(postgres, filled);
  }

  @SuppressWarnings("unchecked")
  private static List<String> names(Map<String, Object> dataset, String list, String key) {
    return ((List<Map<String, Object>>) dataset.get(list))
        .stream().map(each -> (String) each.get(key)).toList();
  }

  private static List<Map<String, Object>> yaml(String below) throws IOException {
    List<Map<String, Object>> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(SUPERSET.resolve(below))) {
      for (Path file : files.sorted().toList()) {
        documents.add(new Yaml().load(Files.readString(file)));
      }
    }
    return documents;
  }
}

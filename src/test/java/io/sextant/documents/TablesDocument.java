package io.sextant.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Generates {@code docs/tables.md} from the column descriptions in {@code schema/}. */
final class TablesDocument {
  private static final Path SCHEMA = Path.of("src/main/resources/schema");

  private TablesDocument() {}

  /** Returns the document's text. */
  static String text() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Tables

        A run is a folder with `run.json`, a folder of Parquet files for each table, and `report/` after `sextant report`. Layers
        and heads are counted from 0. A null means that a value was not measured or does not apply.

        This page is generated from [src/main/resources/schema](../src/main/resources/schema), whose descriptions are also in
        the files' own metadata.

        | table | what a row is |
        |---|---|
        """);
    List<JsonNode> tables = tables();
    for (JsonNode table : tables) {
      String name = table.get("table").asText();
      text.append("| [`%s`](#%s) | %s |%n".formatted(name, name, cell(table)));
    }
    for (JsonNode table : tables) {
      text.append("%n## %s%n%n".formatted(table.get("table").asText()));
      text.append("%s%n%n".formatted(table.get("description").asText()));
      text.append("| column | type | description |%n|---|---|---|%n".formatted());
      for (JsonNode column : table.get("columns")) {
        String type =
            column.get("type").asText() + (column.get("nullable").asBoolean() ? ", nullable" : "");
        text.append(
            "| `%s` | %s | %s |%n"
                .formatted(column.get("name").asText(), type.replace("<", "&lt;"), cell(column)));
      }
    }
    return text.toString();
  }

  private static List<JsonNode> tables() throws IOException {
    List<JsonNode> tables = new ArrayList<>();
    try (Stream<Path> files = Files.list(SCHEMA)) {
      for (Path file : files.sorted().toList()) {
        tables.add(new ObjectMapper().readTree(file.toFile()));
      }
    }
    // The main table comes first.
    tables.sort(
        Comparator.comparing(table -> !table.get("table").asText().equals("head_patterns")));
    return tables;
  }

  /** Returns a description as a cell of a Markdown table. */
  private static String cell(JsonNode described) {
    return described.get("description").asText().replace("|", "\\|").replace("<", "&lt;");
  }
}

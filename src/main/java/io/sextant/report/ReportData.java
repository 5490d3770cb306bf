package io.sextant.report;

import io.sextant.catalogue.Catalogue;
import io.sextant.catalogue.Null;
import io.sextant.report.draw.ColorScale;
import io.sextant.report.draw.HeadColors;
import io.sextant.report.figure.PatternGroup;
import io.sextant.report.figure.PatternWords;
import io.sextant.report.page.CatalogueData;
import io.sextant.report.page.ExemplarData;
import io.sextant.report.page.HeadColumns;
import io.sextant.report.page.Json;
import io.sextant.report.page.Shape;
import io.sextant.report.page.Slices;
import io.sextant.report.page.SyntaxData;
import io.sextant.table.Frame;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadDistance;
import io.sextant.table.row.HeadOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Converts a run's tables to the data that the report's scripts read ({@code data.js}). */
public final class ReportData {
  private static final String EVERY_PAIR = "all";

  /** The columns of a slice for every stratum. */
  private static final List<String> SCORES =
      List.of(
          "n_clusters",
          "n_queries",
          "norm_share",
          "norm_share_low",
          "norm_share_high",
          "null_share",
          "null_name",
          "lift",
          "lift_low",
          "lift_high",
          "grade",
          "score",
          "score_low",
          "score_high",
          "exhibits");

  /** The columns that the slice for all pairs has in addition. */
  private static final List<String> DETAILS =
      Stream.concat(
              Catalogue.all().nulls().stream().map(Null::column),
              Stream.of(
                  "top1",
                  "top1_low",
                  "top1_high",
                  "auc",
                  "auc_low",
                  "auc_high",
                  "consistency",
                  "consistency_low",
                  "consistency_high",
                  "q_value",
                  "share_untrained",
                  "excess",
                  "untrained_rank"))
          .toList();

  private final RunManifest.Model model;
  private final RunTables tables;
  private final List<PatternGroup> groups;
  private final CatalogueData catalogue;

  ReportData(
      RunManifest.Model model, RunTables tables, List<PatternGroup> groups, PatternWords words) {
    this.model = model;
    this.tables = tables;
    this.groups = groups;
    this.catalogue = new CatalogueData(words);
  }

  /** Returns all data except the title, the lead and the warning. */
  public Map<String, Object> all() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("app", "report");
    data.put("shape", Shape.of(model));
    data.put("scales", ColorScale.all());
    data.put("headColors", HeadColors.all());
    data.put("catalogue", catalogue.all());
    data.put("patterns", groups.stream().map(catalogue::pattern).toList());
    data.put("strata", Slices.values(tables.scores(), "stratum"));
    data.put("units", Slices.values(tables.scores(), "unit"));
    data.put("slices", new Slices(tables.scores(), model.grid()).all(ReportData::columns));
    data.put("profiles", profiles());
    data.put("offsets", offsets());
    data.put("distances", tables.distances().isEmpty() ? null : distances());
    SyntaxRows syntax = tables.syntax();
    data.put(
        "syntax", SyntaxData.of(model, syntax.relations(), syntax.coreference(), syntax.tags()));
    data.putAll(new ExemplarData(tables.exemplars()).all());
    return data;
  }

  private static List<String> columns(String stratum) {
    return stratum.equals(EVERY_PAIR)
        ? Stream.concat(SCORES.stream(), DETAILS.stream()).toList()
        : SCORES;
  }

  /** Returns the columns of {@code head_profile} for the unit token, by stratum. */
  private Map<String, Object> profiles() {
    Frame profiles = tables.profiles();
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < profiles.size(); row++) {
      if ("word".equals(profiles.value("unit", row))) {
        continue;
      }
      rows.computeIfAbsent(profiles.text("stratum", row), absent -> new ArrayList<>()).add(row);
    }
    List<String> names =
        profiles.columns().stream()
            .filter(name -> !List.of("run_id", "layer", "head", "unit", "stratum").contains(name))
            .toList();
    HeadColumns columns = new HeadColumns(profiles, model.grid());
    Map<String, Object> strata = new LinkedHashMap<>();
    rows.forEach((stratum, some) -> strata.put(stratum, columns.of(some, names)));
    return strata;
  }

  /**
   * The attention of every head at each offset, in the same and in the other sentence.
   *
   * @param same by head and offset
   * @param other likewise
   */
  private record OffsetProfiles(List<Integer> offsets, Object[][] same, Object[][] other) {}

  private OffsetProfiles offsets() {
    List<HeadOffset> rows =
        tables.offsets().stream().filter(row -> row.unit().equals("token")).toList();
    List<Integer> offsets = rows.stream().map(HeadOffset::offset).distinct().sorted().toList();
    HeadGrid grid = model.grid();
    Object[][] same = new Object[grid.heads()][offsets.size()];
    Object[][] other = new Object[grid.heads()][offsets.size()];
    for (HeadOffset row : rows) {
      int head = grid.number(row.layer(), row.head());
      (row.sameSentence() ? same : other)[head][offsets.indexOf(row.offset())] =
          Json.number(row.share());
    }
    return new OffsetProfiles(offsets, same, other);
  }

  private Object[][] distances() {
    HeadGrid grid = model.grid();
    Object[][] distances = new Object[grid.heads()][grid.heads()];
    for (HeadDistance row : tables.distances()) {
      int head = grid.number(row.layer(), row.head());
      int other = grid.number(row.otherLayer(), row.otherHead());
      distances[head][other] = Json.number(row.distance().value());
    }
    return distances;
  }
}

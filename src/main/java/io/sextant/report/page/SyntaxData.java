package io.sextant.report.page;

import io.sextant.catalogue.Score;
import io.sextant.catalogue.Title;
import io.sextant.report.draw.Printable;
import io.sextant.report.figure.RelationGrid;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadCoreference;
import io.sextant.table.row.HeadPos;
import io.sextant.table.row.HeadRelation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Converts the tables of dependencies, coreference and parts of speech to the data that the page's
 * scripts draw like patterns. A relation is a pattern whose parts are the directions; its main part
 * is the direction in which a head leads most over the best fixed offset.
 */
public final class SyntaxData {
  /** The least number of tagged words with which a part of speech is shown. */
  private static final long FEWEST = 100;

  private static final String ALL = "all";
  private static final List<Score> SCORES =
      List.of(
          new Score(
              "accuracy",
              "share",
              "accuracy",
              "accuracy",
              "accuracy; colour starts at the baseline"),
          new Score(
              "tag_share",
              "share",
              "share",
              "share of the attention to tagged words",
              "share of the attention to tagged words; colour starts at the part's frequency"));

  /** A part of a relation over all pairs, by words. */
  private record Slice(
      String pattern, String part, String unit, String stratum, Map<String, Object> columns) {}

  private final RunManifest.Model model;
  private final HeadGrid grid;
  private final List<CatalogueData.Pattern> patterns = new ArrayList<>();
  private final List<Slice> slices = new ArrayList<>();

  private SyntaxData(RunManifest.Model model) {
    this.model = model;
    this.grid = model.grid();
  }

  /**
   * Returns the data: the relations by their lead, coreference, and the parts of speech by
   * frequency; null if the run has none of them.
   */
  public static Map<String, Object> of(
      RunManifest.Model model,
      List<HeadRelation> relations,
      List<HeadCoreference> coreference,
      List<HeadPos> tags) {
    SyntaxData data = new SyntaxData(model);
    data.addRelations(relations);
    data.addCoreference(coreference);
    data.addTags(tags);
    if (data.patterns.isEmpty()) {
      return null;
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("patterns", data.patterns);
    all.put("slices", data.slices);
    all.put("scores", SCORES);
    return all;
  }

  private void addRelations(List<HeadRelation> rows) {
    for (RelationGrid shown : RelationGrid.of(model, rows)) {
      String relation = shown.best().relation();
      Map<String, List<HeadRelation>> directions =
          rows.stream()
              .filter(row -> row.relation().equals(relation))
              .collect(
                  Collectors.groupingBy(
                      HeadRelation::direction, LinkedHashMap::new, Collectors.toList()));
      String key = "relation " + relation;
      add(
          key,
          relation,
          "How often the word that a word attends to most stands in this dependency to it, by the"
              + " annotation of the input; delimiters and the word itself are left out. The"
              + " baseline is the fixed offset that is correct most often.",
          SCORES.get(0),
          shown.best().direction(),
          List.copyOf(directions.keySet()));
      directions.forEach(
          (direction, some) -> {
            SyntaxColumns columns = new SyntaxColumns(grid);
            for (HeadRelation row : some) {
              String offset =
                  String.format(Locale.ROOT, "best fixed offset %+d", row.baselineOffset());
              int head = grid.number(row.layer(), row.head());
              columns.set(head, row.n(), row.accuracy(), row.baselineAccuracy(), offset);
            }
            slices.add(new Slice(key, direction, "word", ALL, columns.all()));
          });
    }
  }

  private void addCoreference(List<HeadCoreference> rows) {
    if (rows.isEmpty()) {
      return;
    }
    SyntaxColumns columns = new SyntaxColumns(grid);
    for (HeadCoreference row : rows) {
      int head = grid.number(row.layer(), row.head());
      columns.set(head, row.n(), row.accuracy(), row.nearestAccuracy(), "nearest candidate");
    }
    String key = "coreference";
    add(
        key,
        "Coreference",
        "How often the candidate that a mention attends to most refers to the same entity. The"
            + " baseline is the nearest candidate.",
        SCORES.get(0),
        ALL,
        List.of(ALL));
    slices.add(new Slice(key, ALL, "word", ALL, columns.all()));
  }

  private void addTags(List<HeadPos> rows) {
    Map<String, List<HeadPos>> tags =
        rows.stream()
            .filter(row -> row.n() >= FEWEST)
            .collect(Collectors.groupingBy(HeadPos::tag, LinkedHashMap::new, Collectors.toList()));
    tags.entrySet().stream()
        .sorted(Comparator.comparingDouble(tag -> -tag.getValue().get(0).frequency()))
        .forEach(tag -> addTag(tag.getKey(), tag.getValue()));
  }

  private void addTag(String tag, List<HeadPos> rows) {
    SyntaxColumns columns = new SyntaxColumns(grid);
    for (HeadPos row : rows) {
      int head = grid.number(row.layer(), row.head());
      columns.set(head, row.n(), row.shareContent(), row.frequency(), "frequency of the tag");
    }
    String key = "tag " + tag;
    add(
        key,
        "Part of speech " + tag,
        "How much of the attention to tagged words goes to words with this tag. The baseline is the"
            + " frequency of the tag, which even attention would give.",
        SCORES.get(1),
        ALL,
        List.of(ALL));
    slices.add(new Slice(key, ALL, "word", ALL, columns.all()));
  }

  private void add(
      String key, String title, String meaning, Score score, String main, List<String> parts) {
    patterns.add(
        new CatalogueData.Pattern(
            key,
            Printable.cut(title, 60),
            meaning,
            score.column(),
            "#777777",
            "?",
            main,
            parts.stream().map(part -> new Title(part, part.replace('_', ' '))).toList()));
  }
}

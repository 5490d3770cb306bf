package io.sextant.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.math.Interval;
import io.sextant.report.EffectRows;
import io.sextant.report.Pictures;
import io.sextant.report.Report;
import io.sextant.report.RunTables;
import io.sextant.report.SyntaxRows;
import io.sextant.report.SyntheticRun;
import io.sextant.report.Xml;
import io.sextant.table.Frame;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.HeadRelation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationPictureTest {
  @TempDir Path directory;

  @Test
  void theBestHeadsAreNamedByTheirLeadOverTheBestOffset() throws IOException {
    SyntheticRun run = SyntheticRun.of(3, 4);
    List<HeadRelation> rows = new ArrayList<>();
    for (int layer = 0; layer < 3; layer++) {
      for (int head = 0; head < 4; head++) {
        boolean second = layer == 2 && head == 1;
        rows.add(row(layer, head, "det", "dependent_to_head", 900, second ? .94 : .2, .51));
        rows.add(row(layer, head, "det", "head_to_dependent", 900, second ? .5 : .3, .51));
        rows.add(row(layer, head, "obj", "dependent_to_head", 400, head == 3 ? .87 : .1, .4));
        rows.add(row(layer, head, "rare", "dependent_to_head", 9, .99, .1));
        rows.add(row(layer, head, "all", "dependent_to_head", 9000, .99, .1));
      }
    }
    Report.write(run.manifest(), with(run, rows), EffectRows.NONE, directory, Pictures.ALL);
    assertThat(directory.resolve("relations.png")).isNotEmptyFile();
    assertThat(directory.resolve("relations.pdf")).isNotEmptyFile();
    assertThat(Xml.texts(Files.readString(directory.resolve("relations.svg"))))
        .anyMatch(text -> text.contains("det: dependent to head"))
        .anyMatch(text -> text.contains("layer 2 head 1 leads: .94"))
        .noneMatch(text -> text.contains("rare"))
        .containsSubsequence("obj: dependent to head", "det: dependent to head");
  }

  @Test
  void aRunWithoutDependenciesHasNoSuchPicture() throws IOException {
    SyntheticRun run = SyntheticRun.of(2, 2);
    Report.write(
        run.manifest(),
        with(run, List.of()),
        EffectRows.NONE,
        directory,
        Pictures.named(List.of("svg")));
    assertThat(directory.resolve("relations.svg")).doesNotExist();
  }

  private static RunTables with(SyntheticRun run, List<HeadRelation> relations) {
    return new RunTables(
        run.patterns(),
        Frame.of(run.patterns()),
        Frame.of(run.profiles()),
        List.of(),
        List.of(),
        List.of(),
        new SyntaxRows(relations, List.of(), List.of()),
        List.of());
  }

  private static HeadRelation row(
      int layer,
      int head,
      String relation,
      String direction,
      long n,
      double accuracy,
      double baseline) {
    return new HeadRelation(
        new HeadKey("run", layer, head),
        relation,
        direction,
        n,
        new Interval(accuracy, accuracy - .02, accuracy + .02),
        1,
        baseline);
  }
}

package io.sextant.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.fault.BadInputException;
import io.sextant.math.Interval;
import io.sextant.table.Manifests;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.CatalogueRow;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PatternKey;
import io.sextant.table.row.PooledShare;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolTest {
  private static final Map<String, Object> CUTS =
      Map.of(
          "grades.position.present.share", .1,
          "grades.position.strong.share", .3,
          "grades.position.dominant.share", .5);

  @TempDir Path folder;

  @Test
  void aLabelHoldsIfEveryRunGivesItAndTheNextOneClearsTheCut() {
    List<RunDirectory> runs =
        List.of(
            run("a", shares(.80, .62, .35, .4), "dominant", "dominant", "strong", "none"),
            run("b", shares(.81, .66, .36, .4), "dominant", "dominant", "strong", "strong"),
            run("c", shares(.79, .58, .34, .4), "dominant", "dominant", "strong", "strong"),
            run("d", shares(.80, .64, .35, .4), "dominant", "dominant", "strong", "strong"));
    List<PooledShare> rows = Pool.of(runs);
    assertThat(rows).hasSize(4);
    PooledShare steady = rows.get(0);
    assertThat(steady.runIds()).containsExactly("a", "b", "c", "d");
    assertThat(steady.pooled().value()).isEqualTo(.8, within(1e-9));
    assertThat(steady.tau2()).isZero();
    assertThat(steady.least()).isEqualTo(.79);
    assertThat(steady.greatest()).isEqualTo(.81);
    assertThat(rows).extracting(PooledShare::exhibitedBy).containsExactly(4L, 4L, 4L, 3L);
    assertThat(rows)
        .extracting(PooledShare::grade)
        .containsExactly("dominant", "dominant", "strong", "none");
    assertThat(rows.get(1).predictionLow()).as("corpora differ").isBetween(.3, .5);
    assertThat(rows)
        .extracting(PooledShare::holds)
        .containsExactly("dominant", "strong", "strong", "none");
  }

  @Test
  void theOrderOfRunsDoesNotMatter() {
    RunDirectory a = run("a", shares(.1, .2), "present", "present");
    RunDirectory b = run("b", shares(.15, .25), "present", "present");
    RunDirectory c = run("c", shares(.12, .4), "present", "strong");
    assertThat(Pool.of(List.of(a, b, c))).isEqualTo(Pool.of(List.of(c, a, b)));
  }

  @Test
  void aScoreThatOnlyTwoRunsHaveIsLeftOut() {
    RunDirectory a = run("a", shares(.1, .2), "present", "present");
    RunDirectory b = run("b", shares(.15, .25), "present", "insufficient");
    RunDirectory c = run("c", shares(.12), "present");
    assertThat(Pool.of(List.of(a, b, c))).extracting(PooledShare::head).containsExactly(0);
    RunDirectory d = run("d", shares(.12, .3), "present", "present");
    List<PooledShare> rows = Pool.of(List.of(a, b, c, d));
    assertThat(rows).extracting(PooledShare::nRuns).containsExactly(4, 3);
    assertThat(rows.get(1).holds()).as("b has too few pairs").isEqualTo("insufficient");
  }

  @Test
  void otherModelsTheSameCorpusOtherCutsAndTooFewRunsAreRefusedByName() {
    RunDirectory a = run("a", shares(.1), "none");
    RunDirectory b = run("b", shares(.1), "none");
    RunDirectory c = run("c", shares(.1), "none");
    assertThatThrownBy(() -> Pool.of(List.of(a, b)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("2 runs cannot be pooled");
    assertThatThrownBy(() -> Pool.of(List.of(a, b, c, b)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("same rows")
        .hasMessageContaining(b.root().toString());
    RunDirectory other = run("other", "f2", CUTS, shares(.1), "none");
    assertThatThrownBy(() -> Pool.of(List.of(a, b, other)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("only runs of one model")
        .hasMessageContaining(other.root().toString());
    RunDirectory strict =
        run(
            "strict",
            "f",
            Map.of(
                "grades.position.present.share", .2,
                "grades.position.strong.share", .3,
                "grades.position.dominant.share", .5),
            shares(.1),
            "none");
    assertThatThrownBy(() -> Pool.of(List.of(a, b, strict)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("grades.position.present.share is 0.1 in")
        .hasMessageContaining("0.2 in " + strict.root());
  }

  private static double[] shares(double... shares) {
    return shares;
  }

  private RunDirectory run(String name, double[] shares, String... grades) {
    return run(name, "f", CUTS, shares, grades);
  }

  private RunDirectory run(
      String name,
      String model,
      Map<String, Object> configuration,
      double[] shares,
      String... grades) {
    RunDirectory run = RunDirectory.at(folder.resolve(name).toString(), new Configuration());
    run.write(
        Manifests.small()
            .runId(name)
            .model(new RunManifest.Model("m", "/m", model, null, null, 1, 12, 768))
            .input(new RunManifest.Input(List.of(name + ".tsv"), "tsv", "of " + name, "0c"))
            .configuration(configuration)
            .build());
    List<HeadPattern> rows = new ArrayList<>();
    for (int head = 0; head < shares.length; head++) {
      rows.add(row(head, shares[head], grades[head]));
    }
    run.write(Table.HEAD_PATTERNS, rows.iterator());
    run.write(
        Table.CATALOGUE,
        List.of(
                new CatalogueRow(
                    name, "pattern", "next", 0, "Next", "It looks on.", "position", "#777777", "N"))
            .iterator());
    return run;
  }

  private static HeadPattern row(int head, double share, String grade) {
    Interval score = new Interval(share, share - .02, share + .02);
    return Table.HEAD_PATTERNS
        .row()
        .set(new PatternKey("r", 0, head, "next", "all", "token", "all"))
        .set("n_clusters", 201L)
        .set("n_queries", 5000L)
        .set("share", score)
        .set("score", score)
        .set("score_se", .01)
        .set("judged_by", "share")
        .set("grade", grade)
        .set("exhibits", List.of("present", "strong", "dominant").contains(grade))
        .set("headline", true)
        .build();
  }
}

package io.sextant.report;

import io.sextant.math.Interval;
import io.sextant.table.Frame;
import io.sextant.table.Table;
import io.sextant.table.row.Exemplar;
import io.sextant.table.row.HeadDistance;
import io.sextant.table.row.HeadOffset;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PatternKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A synthetic run with every column and table that the page can show. */
public final class RichRun {
  /** The offsets of a run: single ones, and the bins that begin at 11, 16, 24 and 32. */
  private static final int[] OFFSETS =
      IntStream.concat(IntStream.rangeClosed(-11, 11), IntStream.of(-32, -24, -16, 16, 24, 32))
          .toArray();

  private RichRun() {}

  /** Returns only the tables that every run has, without norms, distances and words. */
  static RunTables plain(SyntheticRun run) {
    return new RunTables(
        run.patterns(),
        without(Frame.of(run.patterns()), "norm_share"),
        without(Frame.of(run.profiles()), "norm_delimiter", "noop_index", "map_x", "map_y"),
        List.of(),
        List.of(),
        run.exemplars(),
        SyntaxRows.NONE,
        List.of());
  }

  private static Frame without(Frame frame, String... columns) {
    Frame less = frame;
    for (String column : columns) {
      less = less.with(column, Collections.nCopies(frame.size(), null));
    }
    return less;
  }

  /**
   * Returns all tables. In the stratum {@code n<=16} the score of next is halved; between words it
   * is .01 higher; the norm-weighted share is half the share, the share of untrained models a
   * quarter of it, which two of their heads reach; head i has the no-op index i / 100 and the
   * position (i mod 12, i / 12).
   */
  static RunTables full(SyntheticRun run) {
    List<HeadPattern> rows =
        Stream.of(
                run.patterns().stream(),
                run.patterns().stream()
                    .map(row -> with(row, "token", "n<=16", row.share().value() / 2)),
                run.patterns().stream()
                    .map(row -> with(row, "word", "all", row.share().value() + .01)))
            .flatMap(some -> some)
            .toList();
    int count = run.profiles().size();
    int heads = run.manifest().model().heads();
    return new RunTables(
        run.patterns(),
        Frame.of(rows)
            .with("norm_share", rows.stream().map(row -> row.share().value() / 2).toList())
            .with("share_untrained", rows.stream().map(row -> row.share().value() / 4).toList())
            .with("excess", rows.stream().map(row -> row.share().value() * 3 / 4).toList())
            .with("untrained_rank", Collections.nCopies(rows.size(), 2L)),
        Frame.of(run.profiles())
            .with("noop_index", IntStream.range(0, count).mapToObj(i -> i / 100.).toList())
            .with("map_x", IntStream.range(0, count).mapToObj(i -> (double) (i % heads)).toList())
            .with("map_y", IntStream.range(0, count).mapToObj(i -> (double) (i / heads)).toList()),
        offsets(run),
        distances(count, heads),
        run.exemplars(),
        SyntaxRows.NONE,
        List.of());
  }

  /**
   * Returns the tables that every run has and predictive_mlm between words, where head i has the
   * rank correlation i / 1000.
   */
  public static RunTables withMaskedLm(SyntheticRun run) {
    List<HeadPattern> next =
        run.patterns().stream()
            .filter(row -> row.pattern().equals("next") && row.part().equals("all"))
            .toList();
    int heads = run.manifest().model().heads();
    List<HeadPattern> rows =
        Stream.concat(
                run.patterns().stream(),
                next.stream().map(row -> maskedLm(row, (row.layer() * heads + row.head()) / 1000.)))
            .toList();
    RunTables plain = plain(run);
    return new RunTables(
        rows,
        Frame.of(rows),
        plain.profiles(),
        List.of(),
        List.of(),
        List.of(),
        SyntaxRows.NONE,
        List.of());
  }

  private static HeadPattern maskedLm(HeadPattern row, double correlation) {
    Interval interval = new Interval(correlation, correlation - .02, correlation + .02);
    return Table.HEAD_PATTERNS
        .row()
        .set(new PatternKey("run", row.layer(), row.head(), "predictive_mlm", "all", "word", "all"))
        .set("n_clusters", 40L)
        .set("n_queries", 300L)
        .set("top1", .4)
        .set("top1_null", .3)
        .set("rank_correlation", interval)
        .set("score", interval)
        .set("judged_by", "rank_correlation")
        .set("exhibits", false)
        .set("headline", false)
        .build();
  }

  /** Returns the tables that every run has, with too few pairs for any grade. */
  static RunTables tooFew(SyntheticRun run) {
    List<HeadPattern> rows =
        run.patterns().stream()
            .map(
                row ->
                    Table.HEAD_PATTERNS
                        .row()
                        .set(row)
                        .set("grade", row.grade() == null ? null : "insufficient")
                        .set("exhibits", false)
                        .build())
            .toList();
    RunTables plain = plain(run);
    return new RunTables(
        rows,
        Frame.of(rows),
        plain.profiles(),
        List.of(),
        List.of(),
        List.of(),
        SyntaxRows.NONE,
        List.of());
  }

  static List<Exemplar> exemplarsOf(SyntheticRun run, int layer, int head) {
    return run.exemplars().stream()
        .filter(exemplar -> exemplar.layer() == layer && exemplar.head() == head)
        .toList();
  }

  private static HeadPattern with(HeadPattern row, String unit, String stratum, double share) {
    Interval interval = new Interval(share, share - .01, share + .01);
    return Table.HEAD_PATTERNS
        .row()
        .set(row)
        .set("unit", unit)
        .set("stratum", stratum)
        .set("share", interval)
        .set("share_macro", share)
        .set("share_content", interval)
        .set("score", interval)
        .build();
  }

  /**
   * Returns rows in which every head attends to the next token in its sentence with a weight of a
   * tenth of its layer.
   */
  private static List<HeadOffset> offsets(SyntheticRun run) {
    List<HeadOffset> offsets = new ArrayList<>();
    run.profiles()
        .forEach(
            head -> {
              for (int offset : OFFSETS) {
                double share = offset == 1 ? .05 + head.layer() / 20. : .01;
                offsets.add(
                    new HeadOffset(
                        "run", head.layer(), head.head(), "token", true, offset, 99, share));
                offsets.add(
                    new HeadOffset(
                        "run", head.layer(), head.head(), "token", false, offset, 99, .02));
              }
            });
    return offsets;
  }

  private static List<HeadDistance> distances(int count, int heads) {
    List<HeadDistance> distances = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        if (i != j) {
          double x = i % heads - j % heads;
          double y = i / heads - j / heads;
          double distance = Math.hypot(x, y) / 30 + random.nextDouble() / 1000;
          distances.add(
              new HeadDistance(
                  "run",
                  i / heads,
                  i % heads,
                  j / heads,
                  j % heads,
                  new Interval(distance, .9 * distance, 1.1 * distance)));
        }
      }
    }
    return distances;
  }
}

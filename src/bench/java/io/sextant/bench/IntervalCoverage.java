package io.sextant.bench;

import io.sextant.math.Interval;
import io.sextant.math.Ratio;
import io.sextant.profile.state.SkewedMoments;
import io.sextant.profile.state.SlotArray;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Measures how often the 95 % interval of a share, computed from a subset of the pairs, contains
 * the share of all pairs, by the size of the share and for every part that enough pairs have.
 * Subsets are sampled with replacement. Some heads give much of their attention to targets in few
 * pairs, and a subset without any of these does not know of them; so the coverage of the subsets
 * that have one is measured too.
 */
final class IntervalCoverage {
  private static final int DRAWS = 300;
  private static final int[] SIZES = {100, 200, 300};
  private static final int FEWEST_PAIRS = 300;

  /** A pair is rare if its residual exceeds this fraction of the greatest one. */
  private static final double RARE = 1 / 3.;

  /** The upper bounds of the classes of shares. */
  private static final double[] CLASSES = {.001, .01, .1, 1};

  private final RecordedPairs recorded;

  IntervalCoverage(RecordedPairs recorded) {
    this.recorded = recorded;
  }

  /**
   * The coverage of the intervals in one class of shares, and that of plain Student's t intervals.
   *
   * @param below the upper bound of the shares
   * @param part the part; null for all parts
   * @param slots the number of combinations of head and part
   * @param least the lowest coverage among them
   * @param seen the fraction of the subsets that have a rare pair
   * @param ofSeen the coverage of these subsets
   */
  record Row(
      String share,
      int pairs,
      double below,
      String part,
      int slots,
      double coverage,
      double least,
      double symmetric,
      double seen,
      double ofSeen) {}

  /** The results for all classes. */
  record Result(List<Row> rows) implements Finding {
    @Override
    public void print(PrintStream out) {
      out.printf(
          "  %-14s %5s %6s %-32s %6s  held least plain%n", "", "pairs", "under", "", "slots");
      for (Row row : rows) {
        out.printf(
            Locale.ROOT,
            "  %-14s %5d %6.3f %-32s %6d  %.3f %.3f %.3f  %.3f  %.3f%n",
            row.share,
            row.pairs,
            row.below,
            row.part == null ? "all parts" : row.part,
            row.slots,
            row.coverage,
            row.least,
            row.symmetric,
            row.seen,
            row.ofSeen);
      }
    }
  }

  /** The share of a head and part, and how often its intervals contained it. */
  private record Slot(
      String part, double share, double held, double symmetric, double seen, double heldSeen) {}

  Result run() {
    List<Row> rows = new ArrayList<>();
    add("share", RecordedPairs.Sums::mass, RecordedPairs.Sums::queriesBySlot, rows);
    add("share_content", RecordedPairs.Sums::mass, RecordedPairs.Sums::content, rows);
    add("norm_share", RecordedPairs.Sums::norms, RecordedPairs.Sums::normTotal, rows);
    return new Result(rows);
  }

  private void add(
      String share,
      Function<RecordedPairs.Sums, SlotArray> x,
      Function<RecordedPairs.Sums, SlotArray> y,
      List<Row> rows) {
    for (int size : SIZES) {
      List<Slot> slots = new ArrayList<>();
      for (int part = 0; part < recorded.layout().parts().size(); part++) {
        List<RecordedPairs.Sums> pairs = recorded.with(part);
        if (pairs.size() >= FEWEST_PAIRS) {
          slots.addAll(slots(part, pairs, size, x, y));
        }
      }
      double above = 0;
      for (double below : CLASSES) {
        double least = above;
        List<Slot> some = slots.stream().filter(s -> s.share >= least && s.share < below).toList();
        rows.add(row(share, size, below, null, some));
        above = below;
      }
      for (String part : slots.stream().map(Slot::part).distinct().toList()) {
        List<Slot> small =
            slots.stream()
                .filter(s -> s.part.equals(part) && s.share >= CLASSES[0] && s.share < CLASSES[1])
                .toList();
        if (!small.isEmpty()) {
          rows.add(row(share, size, CLASSES[1], part, small));
        }
      }
    }
  }

  private static Row row(String share, int size, double below, String part, List<Slot> slots) {
    return new Row(
        share,
        size,
        below,
        part,
        slots.size(),
        mean(slots, Slot::held),
        slots.stream().mapToDouble(Slot::held).min().orElse(Double.NaN),
        mean(slots, Slot::symmetric),
        mean(slots, Slot::seen),
        mean(slots, Slot::heldSeen) / mean(slots, Slot::seen));
  }

  private static double mean(List<Slot> slots, ToDoubleFunction<Slot> value) {
    return slots.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  private List<Slot> slots(
      int part,
      List<RecordedPairs.Sums> pairs,
      int size,
      Function<RecordedPairs.Sums, SlotArray> x,
      Function<RecordedPairs.Sums, SlotArray> y) {
    int heads = recorded.layout().heads();
    SkewedMoments all = new SkewedMoments(part + 1, heads);
    pairs.forEach(pair -> all.add(part, x.apply(pair), y.apply(pair), part));
    int[] held = new int[heads];
    int[] symmetric = new int[heads];
    int[] seen = new int[heads];
    int[] heldSeen = new int[heads];
    boolean[][] rare = rare(part, pairs, all, x, y);
    Random random = new Random(part);
    for (int draw = 0; draw < DRAWS; draw++) {
      SkewedMoments some = new SkewedMoments(part + 1, heads);
      int[] sample = random.ints(size, 0, pairs.size()).toArray();
      for (int i : sample) {
        some.add(part, x.apply(pairs.get(i)), y.apply(pairs.get(i)), part);
      }
      for (int head = 0; head < heads; head++) {
        double truth = all.ratio(part, head).value();
        Ratio ratio = some.ratio(part, head);
        boolean[] ofHead = rare[head];
        int has = Arrays.stream(sample).anyMatch(i -> ofHead[i]) ? 1 : 0;
        int holds = holds(ratio.interval(), truth);
        held[head] += holds;
        seen[head] += has;
        heldSeen[head] += has * holds;
        symmetric[head] +=
            holds(new Ratio(size, ratio.value(), ratio.variance()).interval(), truth);
      }
    }
    var of = recorded.layout().parts().get(part);
    List<Slot> slots = new ArrayList<>();
    for (int head = 0; head < heads; head++) {
      slots.add(
          new Slot(
              of.pattern().key() + "." + of.name(),
              all.ratio(part, head).value(),
              (double) held[head] / DRAWS,
              (double) symmetric[head] / DRAWS,
              (double) seen[head] / DRAWS,
              (double) heldSeen[head] / DRAWS));
    }
    return slots;
  }

  /** Returns which pairs are rare, by head. */
  private static boolean[][] rare(
      int part,
      List<RecordedPairs.Sums> pairs,
      SkewedMoments all,
      Function<RecordedPairs.Sums, SlotArray> x,
      Function<RecordedPairs.Sums, SlotArray> y) {
    boolean[][] rare = new boolean[x.apply(pairs.get(0)).heads()][pairs.size()];
    for (int head = 0; head < rare.length; head++) {
      double share = all.ratio(part, head).value();
      double[] residuals = new double[pairs.size()];
      for (int i = 0; i < residuals.length; i++) {
        RecordedPairs.Sums pair = pairs.get(i);
        residuals[i] = x.apply(pair).at(part, head) - share * y.apply(pair).at(part, head);
      }
      double least = RARE * Arrays.stream(residuals).max().orElseThrow();
      for (int i = 0; i < residuals.length; i++) {
        rare[head][i] = residuals[i] > least;
      }
    }
    return rare;
  }

  private static int holds(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
  }
}

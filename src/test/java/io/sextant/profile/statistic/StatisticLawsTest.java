package io.sextant.profile.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.pattern.Patterns;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.OffsetSums;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The laws of a mergeable state, for each statistic separately. */
class StatisticLawsTest {
  private static final int HEADS = 3;
  private static final int PAIRS = 12;
  private static final Layout LAYOUT =
      new Layout(1, HEADS, List.of(Patterns.named("next"), Patterns.named("related_other")));

  /** A statistic and the constructor of its empty state. */
  record Kind(String name, Supplier<HeadStatistic> empty) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Kind> kinds() {
    return Stream.concat(
            Stream.of(
                new Kind("share", () -> new Share(LAYOUT)),
                new Kind("macro share", () -> new MacroShare(LAYOUT)),
                new Kind("top1", () -> new Top1(LAYOUT)),
                new Kind("best offset", () -> new BestOffset(LAYOUT)),
                new Kind("Clark's share", () -> new ClarkShare(LAYOUT)),
                new Kind("norm share", () -> new NormShare(LAYOUT)),
                new Kind("matched targets", () -> new MatchedTargets(LAYOUT)),
                new Kind("offset error", () -> new OffsetError(LAYOUT)),
                new Kind("auc", () -> new Auc(LAYOUT, 2))),
            IntStream.range(0, LAYOUT.nulls())
                .boxed()
                .flatMap(
                    chance ->
                        Stream.of(
                            new Kind(
                                "lift " + chance,
                                () ->
                                    new Lift(
                                        LAYOUT,
                                        chance,
                                        Layout.NULLS.get(chance),
                                        Lift.NullError.NONE)),
                            new Kind(
                                "consistency " + chance, () -> new Consistency(LAYOUT, chance)))))
        .toList();
  }

  @Provide
  Arbitrary<Kind> kind() {
    return Arbitraries.of(kinds());
  }

  @Property(tries = 150)
  void anySplitMergesToTheWhole(
      @ForAll("kind") Kind kind,
      @ForAll @IntRange(max = PAIRS) int first,
      @ForAll @IntRange(max = PAIRS) int second,
      @ForAll long seed) {
    int low = Math.min(first, second);
    int high = Math.max(first, second);
    HeadStatistic merged = over(kind, seed, 0, low);
    merged.merge(over(kind, seed, low, high));
    merged.merge(over(kind, seed, high, PAIRS));
    assertClose(merged, over(kind, seed, 0, PAIRS));
  }

  @Property(tries = 60)
  void theEmptyStateChangesNothingOnEitherSide(@ForAll("kind") Kind kind, @ForAll long seed) {
    byte[] bytes = bytes(over(kind, seed, 0, PAIRS));
    HeadStatistic left = kind.empty().get();
    left.merge(over(kind, seed, 0, PAIRS));
    HeadStatistic right = over(kind, seed, 0, PAIRS);
    right.merge(kind.empty().get());
    assertThat(bytes(left)).isEqualTo(bytes);
    assertThat(bytes(right)).isEqualTo(bytes);
  }

  @Property(tries = 60)
  void whatIsWrittenReadsBackBitForBit(@ForAll("kind") Kind kind, @ForAll long seed)
      throws IOException {
    byte[] bytes = bytes(over(kind, seed, 0, PAIRS));
    HeadStatistic read = over(kind, seed + 1, 0, 3);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    read.read(in);
    assertThat(in.read()).isEqualTo(-1);
    assertThat(bytes(read)).isEqualTo(bytes);
  }

  @Property(tries = 60)
  void aPairMovesTheStateOfWhatItSaysSomethingOf(@ForAll("kind") Kind kind, @ForAll long seed) {
    Random random = new Random(seed);
    PairSums pair = pair(random);
    HeadStatistic statistic = kind.empty().get();
    byte[] before = bytes(statistic);
    boolean said = take(statistic, pair);
    assertThat(Arrays.equals(bytes(statistic), before)).isEqualTo(!said);
  }

  @Test
  void contentSharesRestOnTheSharesOfTheSamePairs() {
    Share share = new Share(LAYOUT);
    ContentShare content = new ContentShare(LAYOUT, share);
    PairSums pair = pair(new Random(3));
    take(share, pair);
    take(content, pair);
    int part = LAYOUT.indexOf("next", "all");
    assertThat(content.coverage(part, 1))
        .isCloseTo(pair.content.at(part, 1) / pair.queries[part], within(1e-12));
    assertThat(content.of(part, 1).value())
        .isCloseTo(pair.mass.at(part, 1) / pair.content.at(part, 1), within(1e-12));
  }

  private static HeadStatistic over(Kind kind, long seed, int from, int to) {
    HeadStatistic statistic = kind.empty().get();
    for (int i = from; i < to; i++) {
      take(statistic, pair(new Random(seed * 31 + i)));
    }
    return statistic;
  }

  private static boolean take(HeadStatistic statistic, PairSums pair) {
    boolean said = false;
    for (int part = 0; part < LAYOUT.parts().size(); part++) {
      if (statistic.applies(pair, part)) {
        statistic.addPair(part, pair, part);
        statistic.addCluster(part, pair, part);
        said = true;
      }
    }
    return said;
  }

  /** Returns random sums of a pair; some parts have no query. */
  private static PairSums pair(Random random) {
    PairSums pair = new PairSums(LAYOUT);
    pair.fold = random.nextInt(Calibration.FOLDS);
    for (int part = 0; part < LAYOUT.parts().size(); part++) {
      pair.queries[part] = random.nextInt(4);
      pair.top1Queries[part] = pair.queries[part];
      pair.clarkApplies[part] = random.nextInt(5) > 0;
      pair.queriesBySlot.fill(part, pair.queries[part]);
      pair.targetOffsets.add(part, random.nextInt(OffsetSums.BINS), pair.queries[part]);
      for (PairSums.NullSums chance : pair.nulls) {
        chance.trials[part] = random.nextInt(3) * pair.queries[part];
        chance.compared.fill(part, chance.trials[part]);
        chance.queries.fill(part, random.nextInt(pair.queries[part] + 1));
      }
      pair.matched.fill(part, random.nextInt(3));
      pair.unmatched.fill(part, random.nextInt(3));
      for (int head = 0; head < HEADS; head++) {
        double content = (.3 + random.nextDouble()) * pair.queries[part];
        pair.content.set(part, head, content);
        pair.mass.set(part, head, content * random.nextDouble());
        pair.top1.set(part, head, random.nextInt(pair.queries[part] + 1));
        pair.clark.set(part, head, .1 + random.nextDouble());
        pair.normMass.set(part, head, .1 + random.nextDouble());
        pair.normTotal.set(part, head, 2 + random.nextDouble());
        for (PairSums.NullSums chance : pair.nulls) {
          chance.observed.set(part, head, .1 + random.nextDouble());
          chance.expected.set(part, head, .1 + random.nextDouble());
          chance.leftOut.set(part, head, .1 + random.nextDouble());
          chance.wins.set(part, head, chance.trials[part] / 2.);
          chance.content.set(part, head, chance.queries.at(part, head) * random.nextDouble());
        }
      }
    }
    return pair;
  }

  private static byte[] bytes(HeadStatistic statistic) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      statistic.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Compares states, in which every 8 bytes are a count or a sum; sums may differ in their last
   * bits.
   */
  private static void assertClose(HeadStatistic actual, HeadStatistic expected) {
    byte[] got = bytes(actual);
    byte[] want = bytes(expected);
    assertThat(got).hasSameSizeAs(want);
    ByteBuffer left = ByteBuffer.wrap(got);
    ByteBuffer right = ByteBuffer.wrap(want);
    while (left.hasRemaining()) {
      long a = left.getLong();
      long b = right.getLong();
      if (a != b) {
        assertThat(Double.longBitsToDouble(a)).isCloseTo(Double.longBitsToDouble(b), within(1e-9));
      }
    }
  }
}

package io.sextant.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.table.row.HeadPattern;
import io.sextant.text.SentencePair;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The laws of a mergeable state. */
class StateLawsTest {
  private static final int PAIRS = 24;
  private static final SyntheticHeads HEADS =
      new SyntheticHeads(SyntheticHeads.NOISE, SyntheticHeads.NEXT)
          .with((pair, key) -> 1 + key % 3);

  @Property(tries = 40)
  void anySplitMergesToTheWhole(
      @ForAll @IntRange(max = PAIRS) int first, @ForAll @IntRange(max = PAIRS) int second) {
    List<SentencePair> corpus = HeadProfilerTest.corpus(PAIRS, 0);
    int low = Math.min(first, second);
    int high = Math.max(first, second);
    ProfileState merged = HEADS.profile(corpus.subList(0, low));
    merged.merge(HEADS.profile(corpus.subList(low, high)));
    merged.merge(HEADS.profile(corpus.subList(high, PAIRS)));
    assertSame(merged, HEADS.profile(corpus));
  }

  @Property(tries = 40)
  void mergingIsAssociative(
      @ForAll @IntRange(max = PAIRS) int first, @ForAll @IntRange(max = PAIRS) int second) {
    List<SentencePair> corpus = HeadProfilerTest.corpus(PAIRS, 0);
    int low = Math.min(first, second);
    int high = Math.max(first, second);
    ProfileState left = HEADS.profile(corpus.subList(0, low));
    left.merge(HEADS.profile(corpus.subList(low, high)));
    left.merge(HEADS.profile(corpus.subList(high, PAIRS)));
    ProfileState tail = HEADS.profile(corpus.subList(low, high));
    tail.merge(HEADS.profile(corpus.subList(high, PAIRS)));
    ProfileState right = HEADS.profile(corpus.subList(0, low));
    right.merge(tail);
    assertSame(left, right);
  }

  @Test
  void theEmptyStateChangesNothing() throws IOException {
    ProfileState state = HEADS.profile(HeadProfilerTest.corpus(PAIRS, 0));
    byte[] before = HeadProfilerTest.bytes(state);
    state.merge(HEADS.emptyState());
    assertThat(HeadProfilerTest.bytes(state)).isEqualTo(before);
    ProfileState empty = HEADS.emptyState();
    empty.merge(state);
    assertThat(HeadProfilerTest.bytes(empty)).isEqualTo(before);
  }

  @Test
  void whatIsWrittenReadsBackBitForBit() throws IOException {
    byte[] written = HeadProfilerTest.bytes(HEADS.profile(HeadProfilerTest.corpus(PAIRS, 4)));
    ProfileState read = HEADS.emptyState();
    read.mergeFrom(new DataInputStream(new ByteArrayInputStream(written)));
    assertThat(HeadProfilerTest.bytes(read)).isEqualTo(written);
  }

  @Test
  void statesOfDifferentHeadsAreNotMerged() {
    ProfileState other =
        new SyntheticHeads(SyntheticHeads.NEXT).profile(HeadProfilerTest.corpus(3, 0));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> HEADS.emptyState().merge(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1x1 next.all");
  }

  private static void assertSame(ProfileState actual, ProfileState expected) {
    assertThat(actual.profiled()).isEqualTo(expected.profiled());
    List<HeadPattern> got = actual.tables("r", HeadProfilerTest.THRESHOLDS).patterns();
    List<HeadPattern> want = expected.tables("r", HeadProfilerTest.THRESHOLDS).patterns();
    assertThat(got).hasSameSizeAs(want);
    for (int i = 0; i < want.size(); i++) {
      assertClose(got.get(i), want.get(i));
    }
  }

  private static void assertClose(HeadPattern got, HeadPattern want) {
    assertThat(got.nClusters()).isEqualTo(want.nClusters());
    assertThat(got.nQueries()).isEqualTo(want.nQueries());
    double[][] values = {
      {got.share().value(), want.share().value()},
      {got.share().low(), want.share().low()},
      {got.shareContent().high(), want.shareContent().high()},
      {got.shareClark(), want.shareClark()},
      {got.normShare().value(), want.normShare().value()},
      {got.top1().value(), want.top1().value()},
      {got.lift().value(), want.lift().value()},
      {got.lift().low(), want.lift().low()},
      {got.consistency().value(), want.consistency().value()}
    };
    for (double[] value : values) {
      if (Double.isNaN(value[1])) {
        assertThat(value[0]).isNaN();
      } else {
        assertThat(value[0]).isCloseTo(value[1], within(1e-7));
      }
    }
  }
}

package io.sextant.profile;

import static io.sextant.profile.SyntheticHeads.pair;
import static io.sextant.profile.SyntheticHeads.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.config.Thresholds;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import io.sextant.profile.similarity.HeadMap;
import io.sextant.table.row.HeadOffset;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.HeadProfile;
import io.sextant.table.row.RejectReason;
import io.sextant.text.SentencePair;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public class HeadProfilerTest {
  private static final Cuts CUTS =
      new Cuts(new Cut(0.5, 2, 0), new Cut(0.3, 2, 0), new Cut(0.1, 2, 0));
  static final Thresholds THRESHOLDS = new Thresholds(20, 100, 0.75, 0.01, CUTS, CUTS, CUTS);

  /** A pair of 4 and 5 tokens, which has twelve positions with its delimiters. */
  private static final List<SentencePair> TWELVE =
      List.of(pair("x", null, "one two three four", "five six seven eight nine"));

  @Test
  void uniformAndPerfectNextHeadsHaveTheirClosedForms() {
    HeadTables tables =
        new SyntheticHeads(SyntheticHeads.UNIFORM, SyntheticHeads.NEXT)
            .profile(TWELVE)
            .tables("run", THRESHOLDS);
    List<HeadPattern> rows = tables.patterns();

    HeadPattern uniform = row(rows, 0, "next", "all");
    assertThat(uniform.nClusters()).isEqualTo(1);
    assertThat(uniform.nQueries()).isEqualTo(3 + 4);
    assertThat(uniform.share().value()).isCloseTo(1 / 12.0, within(1e-7));
    assertThat(uniform.nullShare()).isCloseTo(1 / 12.0, within(1e-12));
    assertThat(uniform.lift().value()).isCloseTo(1, within(1e-6));
    assertThat(uniform.shareClark()).isCloseTo(.07639, within(5e-6));
    assertThat(uniform.coverage()).isCloseTo(9 / 12.0, within(1e-6));
    assertThat(row(rows, 0, "self", "all").shareClark()).isCloseTo(.08333, within(5e-6));
    assertThat(row(rows, 0, "delimiter", "sep").shareClark()).isCloseTo(.16667, within(5e-6));
    assertThat(row(rows, 0, "delimiter", "all").share().value()).isCloseTo(.25, within(1e-6));
    assertThat(row(rows, 0, "delimiter", "all").top1().value()).isNaN();

    HeadPattern next = row(rows, 1, "next", "all");
    assertThat(next.share().value()).isEqualTo(1);
    assertThat(next.shareMacro()).isEqualTo(1);
    assertThat(next.top1().value()).isEqualTo(1);
    assertThat(next.lift().value()).isCloseTo(12, within(1e-9));
    assertThat(next.shareClark()).isCloseTo(.91667, within(5e-6));
    assertThat(next.consistency().value()).isEqualTo(1);
    assertThat(row(rows, 1, "previous", "all").share().value()).isZero();

    HeadProfile profile = tables.profiles(HeadMap.NONE).get(0);
    assertThat(profile.entropyAllRows().value()).isCloseTo(2.48491, within(5e-6));
    assertThat(profile.entropy().value()).isCloseTo(Math.log(12), within(1e-6));
    assertThat(profile.entropyRatio().value()).isCloseTo(1, within(1e-6));
    assertThat(profile.confidence().value()).isCloseTo(1 / 12.0, within(1e-7));
    assertThat(tables.profiles(HeadMap.NONE).get(1).meanDistance().value())
        .isCloseTo(1, within(1e-6));
    assertThat(tables.profiles(HeadMap.NONE).get(1).clarkLabels()).isEqualTo("next");
  }

  @Test
  void whatIsBroadForClarkTakesLongInputsAndNormalisedEntropyDoesNot() {
    HeadProfile twelve = uniformProfile(TWELVE);
    assertThat(twelve.entropyRatioAllRows().value()).isCloseTo(1, within(1e-6));
    assertThat(twelve.clarkLabels()).isEqualTo("broad_normalized");
    // ln 44 = 3.784 and ln 45 = 3.807.
    SentencePair of44 = pair("x", null, "a ".repeat(20).trim(), "b ".repeat(21).trim());
    SentencePair of45 = pair("x", null, "a ".repeat(21).trim(), "b ".repeat(21).trim());
    assertThat(uniformProfile(List.of(of44)).clarkLabels()).isEqualTo("broad_normalized");
    assertThat(uniformProfile(List.of(of45)).clarkLabels()).isEqualTo("broad,broad_normalized");
  }

  private static HeadProfile uniformProfile(List<SentencePair> pairs) {
    return new SyntheticHeads(SyntheticHeads.UNIFORM)
        .profile(pairs)
        .tables("run", THRESHOLDS)
        .profiles(HeadMap.NONE)
        .get(0);
  }

  @Test
  void clarksShareIsOverAllInputsThoseWithoutTargetsToo() {
    // Both pairs have eight positions; a uniform head gives a punctuation mark an eighth.
    List<SentencePair> one =
        List.of(
            pair("x", null, "one two .", "three four"),
            pair("y", null, "one two three", "four five"));
    List<HeadPattern> rows =
        new SyntheticHeads(SyntheticHeads.UNIFORM)
            .profile(one)
            .tables("run", THRESHOLDS)
            .patterns();
    HeadPattern punctuation = row(rows, 0, "punctuation", "all");
    assertThat(punctuation.nClusters()).isEqualTo(1);
    assertThat(punctuation.share().value()).isCloseTo(1 / 8., within(1e-7));
    assertThat(punctuation.shareClark()).isCloseTo(1 / 16., within(1e-7));
    assertThat(row(rows, 0, "self", "all").shareClark()).isCloseTo(1 / 8., within(1e-7));
    assertThat(row(rows, 0, "next", "leak").shareClark()).isNaN();
  }

  @Test
  void delimitersAreNoShareOfTheAttentionToContent() {
    List<HeadPattern> rows =
        new SyntheticHeads(SyntheticHeads.UNIFORM, SyntheticHeads.NOISE)
            .profile(corpus(20, 0))
            .tables("run", THRESHOLDS)
            .patterns();
    assertThat(rows)
        .filteredOn(row -> row.pattern().equals("delimiter") || row.part().equals("leak"))
        .hasSizeGreaterThan(10)
        .allSatisfy(row -> assertThat(row.shareContent().value()).isNaN())
        .allSatisfy(row -> assertThat(row.shareContent().high()).isNaN());
    assertThat(rows)
        .filteredOn(row -> !row.pattern().equals("delimiter") && !row.part().equals("leak"))
        .allSatisfy(row -> assertThat(row.shareContent().value()).isBetween(0.0, 1.0));
  }

  @Test
  void normsWeighWhatAttentionMoves() {
    HeadTables tables =
        new SyntheticHeads(SyntheticHeads.UNIFORM, SyntheticHeads.NEXT)
            .with(SyntheticHeads.QUIET_DELIMITERS)
            .profile(TWELVE)
            .tables("run", THRESHOLDS);
    List<HeadPattern> rows = tables.patterns();
    double moved = 9 * 1 + 3 * .1;
    assertThat(row(rows, 0, "next", "all").normShare().value()).isCloseTo(1 / moved, within(1e-6));
    assertThat(row(rows, 0, "delimiter", "sep").normShare().value())
        .isCloseTo(.2 / moved, within(1e-6));
    assertThat(row(rows, 1, "next", "all").normShare().value()).isEqualTo(1);
    assertThat(row(rows, 1, "previous", "all").normShare().value()).isZero();

    HeadProfile uniform = tables.profiles(HeadMap.NONE).get(0);
    assertThat(uniform.delimiter().value()).isCloseTo(.25, within(1e-6));
    assertThat(uniform.normDelimiter().value()).isCloseTo(.3 / moved, within(1e-6));
    assertThat(uniform.noopIndex().value()).isCloseTo(.3 / moved / .25, within(1e-6));
    HeadProfile next = tables.profiles(HeadMap.NONE).get(1);
    // The last words of the two sentences attend to [SEP]: 2 of 9 rows, with a tenth of the norm.
    assertThat(next.normDelimiter().value()).isCloseTo(.2 / 7.2, within(1e-6));
  }

  @Test
  void equalNormsChangeNoShare() {
    HeadTables tables =
        new SyntheticHeads(SyntheticHeads.NOISE)
            .with((pair, key) -> 2.5)
            .profile(corpus(20, 0))
            .tables("run", THRESHOLDS);
    assertThat(tables.patterns())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.normShare().value()).isCloseTo(row.share().value(), within(1e-6)));
    assertThat(tables.profiles(HeadMap.NONE))
        .allSatisfy(row -> assertThat(row.noopIndex().value()).isCloseTo(1, within(1e-5)));
  }

  @Test
  void withoutNormsNothingIsSaidOfThem() {
    HeadTables tables =
        new SyntheticHeads(SyntheticHeads.UNIFORM).profile(TWELVE).tables("run", THRESHOLDS);
    assertThat(tables.patterns()).allSatisfy(row -> assertThat(row.normShare().value()).isNaN());
    assertThat(tables.profiles(HeadMap.NONE))
        .allSatisfy(row -> assertThat(row.normDelimiter().value()).isNaN())
        .allSatisfy(row -> assertThat(row.noopIndex().value()).isNaN());
  }

  @Test
  void onlyTheStratumOfAllPairsHasPlaces() {
    List<HeadProfile> profiles =
        new SyntheticHeads(SyntheticHeads.UNIFORM)
            .profile(TWELVE)
            .tables("run", THRESHOLDS)
            .profiles(new HeadMap(new double[][] {{.25, -.5}}));
    assertThat(profiles.get(0).stratum()).isEqualTo("all");
    assertThat(profiles.get(0).mapX()).isEqualTo(.25);
    assertThat(profiles.get(0).mapY()).isEqualTo(-.5);
    assertThat(profiles.subList(1, profiles.size()))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.mapX()).isNaN());
  }

  @Test
  void offsetProfileOfTheNextHeadIsOneAtPlusOne() {
    List<HeadOffset> offsets =
        new SyntheticHeads(SyntheticHeads.NEXT).profile(TWELVE).tables("run", THRESHOLDS).offsets();
    assertThat(offsets)
        .filteredOn(offset -> offset.sameSentence() && offset.offset() == 1)
        .singleElement()
        .satisfies(
            offset -> {
              assertThat(offset.nKeys()).isEqualTo(3 + 4);
              assertThat(offset.share()).isEqualTo(1);
            });
    assertThat(offsets)
        .filteredOn(offset -> !(offset.sameSentence() && offset.offset() == 1))
        .allSatisfy(offset -> assertThat(offset.share()).isZero());
    assertThat(offsets.stream().mapToLong(HeadOffset::nKeys).sum()).isEqualTo(9 * 9);
  }

  @Test
  void aHeadThatExhibitsAPatternIsLabelledAndShown() {
    ProfileState state =
        new SyntheticHeads(SyntheticHeads.NOISE, SyntheticHeads.NEXT).profile(corpus(40, 0));
    HeadTables tables = state.tables("run", THRESHOLDS);
    assertThat(row(tables.patterns(), 1, "next", "all").grade()).isEqualTo("dominant");
    assertThat(row(tables.patterns(), 0, "next", "all").grade()).isEqualTo("none");
    assertThat(row(tables.patterns(), 1, "next", "leak").grade()).isNull();
    assertThat(tables.profiles(HeadMap.NONE).get(1).primaryLabel()).isEqualTo("next");
    assertThat(tables.profiles(HeadMap.NONE).get(0).primaryLabel()).isNull();
    assertThat(state.chooseExemplars(tables))
        .anySatisfy(
            choice ->
                assertThat(choice.shows())
                    .anySatisfy(
                        show -> {
                          assertThat(show.head()).isEqualTo(1);
                          assertThat(show.pattern()).isEqualTo("next");
                          assertThat(show.score()).isEqualTo(1);
                        }));
  }

  @Test
  void tooFewPairsAreInsufficient() {
    HeadTables tables =
        new SyntheticHeads(SyntheticHeads.NEXT).profile(corpus(19, 0)).tables("run", THRESHOLDS);
    assertThat(row(tables.patterns(), 0, "next", "all").grade()).isEqualTo("insufficient");
  }

  @Test
  void theStateDoesNotDependOnTheBatches() throws IOException {
    byte[] expected = bytes(new SyntheticHeads(SyntheticHeads.NOISE).profile(corpus(30, 3)));
    for (int budget : new int[] {1, 37, 10_000}) {
      SyntheticHeads heads = new SyntheticHeads(SyntheticHeads.NOISE);
      assertThat(bytes(profile(heads, corpus(30, 3), budget)))
          .as("budget " + budget)
          .isEqualTo(expected);
    }
  }

  @Test
  void equalPairsRunOnceAndAllCount() throws IOException {
    List<SentencePair> pairs =
        List.of(
            pair("1", null, "a b c", "b d"),
            pair("2", null, "a b", "c b d"),
            pair("3", null, "a b c", "b d"),
            pair("4", null, "a b c", "b e"),
            pair("5", null, "a b c", "b d"));
    SyntheticHeads together = new SyntheticHeads(SyntheticHeads.NOISE, SyntheticHeads.NEXT);
    SyntheticHeads apart = new SyntheticHeads(SyntheticHeads.NOISE, SyntheticHeads.NEXT);
    ProfileState state = together.profile(pairs);
    assertThat(together.pairsRun()).isEqualTo(3);
    assertThat(state.profiled()).isEqualTo(5);
    assertThat(bytes(state)).isEqualTo(bytes(profile(apart, pairs, 1)));
    assertThat(apart.pairsRun()).isEqualTo(5);
  }

  @Test
  void aGroupIsOneSamplingUnit() {
    List<SentencePair> alone = corpus(30, 0);
    List<SentencePair> repeated = new ArrayList<>();
    for (SentencePair pair : alone) {
      for (int copy = 0; copy < 4; copy++) {
        repeated.add(pair(pair.id() + copy, pair.id(), pair.sentenceA(), pair.sentenceB()));
      }
    }
    SyntheticHeads heads = new SyntheticHeads(SyntheticHeads.NOISE);
    HeadPattern one =
        row(heads.profile(alone).tables("run", THRESHOLDS).patterns(), 0, "next", "all");
    HeadTables grouped = heads.profile(repeated).tables("run", THRESHOLDS);
    HeadPattern four = row(grouped.patterns(), 0, "next", "all");
    assertThat(four.nClusters()).isEqualTo(30);
    assertThat(grouped.profiles(HeadMap.NONE).get(0).nClusters()).isEqualTo(30);
    assertThat(four.nQueries()).isEqualTo(4 * one.nQueries());
    assertThat(four.share().value()).isCloseTo(one.share().value(), within(1e-12));
    assertThat(four.share().low()).isCloseTo(one.share().low(), within(1e-9));
    assertThat(four.lift().high()).isCloseTo(one.lift().high(), within(1e-9));
    assertThat(four.consistency()).isEqualTo(one.consistency());
  }

  @Test
  void pairsThatCannotBeProfiledAreRejectedWithTheReason() {
    List<RejectReason> reasons = new ArrayList<>();
    SyntheticHeads heads = new SyntheticHeads(1.001, SyntheticHeads.UNIFORM);
    ProfileState state = heads.emptyState();
    HeadProfiler profiler =
        heads.profiler(state, 512, (pair, reason, detail) -> reasons.add(reason));
    TWELVE.forEach(profiler::add);
    profiler.finish();
    assertThat(reasons).containsExactly(RejectReason.ATTENTION_NOT_NORMALISED);
    assertThat(state.profiled()).isZero();
    assertThat(state.tables("run", THRESHOLDS).patterns()).isEmpty();
  }

  @Test
  void aNanInAMapIsNotNormalised() {
    List<RejectReason> reasons = new ArrayList<>();
    SyntheticHeads heads = new SyntheticHeads((pair, query, key) -> Double.NaN);
    HeadProfiler profiler =
        heads.profiler(heads.emptyState(), 512, (pair, reason, detail) -> reasons.add(reason));
    TWELVE.forEach(profiler::add);
    profiler.finish();
    assertThat(reasons).containsExactly(RejectReason.ATTENTION_NOT_NORMALISED);
  }

  @Test
  void patternsWithoutQueriesHaveNoRow() {
    List<HeadPattern> rows =
        new SyntheticHeads(SyntheticHeads.UNIFORM)
            .profile(List.of(pair("x", null, "one two", null)))
            .tables("run", THRESHOLDS)
            .patterns();
    assertThat(rows).extracting(HeadPattern::pattern).doesNotContain("related_other");
    assertThat(rows).extracting(HeadPattern::pattern).contains("next", "delimiter");
    assertThat(rows)
        .filteredOn(row -> row.pattern().equals("delimiter"))
        .extracting(HeadPattern::part)
        .doesNotContain("second_sep");
  }

  /**
   * Returns pairs of different lengths. If {@code groupSize} > 0, each group has that many pairs.
   */
  public static List<SentencePair> corpus(int pairs, int groupSize) {
    return IntStream.range(0, pairs)
        .mapToObj(
            i ->
                pair(
                    "p%03d".formatted(i),
                    groupSize == 0 ? null : "g%03d".formatted(i / groupSize),
                    "a b c d e " + "f g ".repeat(i % 7) + ".",
                    "h " + "a i##j ".repeat(1 + i % 5) + "k"))
        .toList();
  }

  private static ProfileState profile(
      SyntheticHeads heads, List<SentencePair> pairs, int batchTokens) {
    ProfileState state = heads.emptyState();
    HeadProfiler profiler = heads.profiler(state, batchTokens, (pair, reason, detail) -> {});
    pairs.forEach(profiler::add);
    profiler.finish();
    return state;
  }

  static byte[] bytes(ProfileState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}

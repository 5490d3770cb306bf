package io.sextant.profile.label;

import static io.sextant.profile.HeadProfilerTest.corpus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.config.Thresholds;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import io.sextant.profile.HeadTables;
import io.sextant.profile.SyntheticHeads;
import io.sextant.profile.statistic.Strata;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.LabelSensitivity;
import io.sextant.table.row.LabelStability;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTablesTest {
  private static final int NEXT = 0;
  private static final Thresholds THRESHOLDS =
      new Thresholds(
          10,
          50,
          0.75,
          0.01,
          new Cuts(new Cut(0.5, 2, 0), new Cut(0.3, 2, 0), new Cut(0.1, 2, 0)),
          new Cuts(new Cut(0.6, 2, 0), new Cut(0.4, 2, 0), new Cut(0.25, 2, 0)),
          new Cuts(new Cut(0.4, 3, 0.8), new Cut(0.2, 2, 0.7), new Cut(0.05, 1.5, 0.6)));

  /**
   * The first head gives the next token all weight, the second just over half; the third is noise.
   */
  private static final SyntheticHeads HEADS =
      new SyntheticHeads(
          SyntheticHeads.NEXT,
          (pair, query, key) -> key == query + 1 ? 1.2 * (pair.size() - 1) : 1,
          SyntheticHeads.NOISE);

  @Test
  void theHalvesAreProfiledAsIfTheyWereTheCorpus() {
    List<SentencePair> corpus = corpus(80, 0);
    List<SentencePair> first =
        corpus.stream().filter(pair -> Strata.half(pair) == Strata.FIRST_HALF).toList();
    assertThat(first).hasSizeBetween(25, 55);
    List<LabelStability> rows = HEADS.profile(corpus).tables("run", THRESHOLDS).stability();
    List<HeadPattern> half = HEADS.profile(first).tables("run", THRESHOLDS).patterns();
    assertThat(rows).extracting(LabelStability::pattern).contains("next", "delimiter", "related");
    for (LabelStability row : rows) {
      if (row.pattern().equals("next") || row.pattern().equals("previous")) {
        HeadPattern alone = SyntheticHeads.row(half, row.head(), row.pattern(), row.part());
        assertThat(row.shareFirst()).isCloseTo(alone.share().value(), within(1e-12));
        assertThat(row.gradeFirst()).isEqualTo(alone.grade());
      }
    }
    assertThat(rows)
        .filteredOn(row -> row.head() == NEXT && row.pattern().equals("next"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.grade()).isEqualTo("dominant");
              assertThat(row.gradeSecond()).isEqualTo("dominant");
              assertThat(row.shareSecond()).isEqualTo(1);
            });
  }

  @Test
  void pairsOfAGroupAreInOneHalf() {
    List<SentencePair> corpus = corpus(60, 5);
    for (SentencePair pair : corpus) {
      SentencePair sibling = SyntheticHeads.pair("other", pair.group(), "a", "b");
      assertThat(Strata.half(pair)).isEqualTo(Strata.half(sibling));
    }
    assertThat(corpus.stream().map(Strata::half).distinct()).hasSize(2);
  }

  @Test
  void aHalfWithoutPairsIsInsufficient() {
    List<LabelStability> rows =
        HEADS.profile(new ArrayList<>(corpus(1, 0))).tables("run", THRESHOLDS).stability();
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(Double.isNaN(row.shareFirst()) != Double.isNaN(row.shareSecond()))
                  .isTrue();
              assertThat(row.gradeFirst()).isEqualTo("insufficient");
              assertThat(row.gradeSecond()).isEqualTo("insufficient");
            });
  }

  @Test
  void laxerCutsLabelMoreHeadsAndStricterOnesFewer() {
    List<LabelSensitivity> rows =
        HEADS.profile(corpus(80, 0)).tables("run", THRESHOLDS).sensitivity();
    List<LabelSensitivity> share =
        rows.stream()
            .filter(row -> row.pattern().equals("next") && row.cut().equals("share"))
            .toList();
    assertThat(share).extracting(LabelSensitivity::factor).containsExactly(.8, .9, 1., 1.1, 1.25);
    // The second head's share is about .55: dominant at .5, strong at 1.25 times that.
    assertThat(share).extracting(LabelSensitivity::nDominant).containsExactly(2, 2, 2, 1, 1);
    assertThat(share).extracting(LabelSensitivity::nStrong).containsExactly(0, 0, 0, 1, 1);
    assertThat(share).extracting(LabelSensitivity::nChanged).containsExactly(0, 0, 0, 1, 1);
    assertThat(rows)
        .filteredOn(row -> row.factor() == 1)
        .allSatisfy(row -> assertThat(row.nChanged()).isZero());
    assertThat(rows)
        .filteredOn(row -> row.cut().equals("auc"))
        .extracting(LabelSensitivity::pattern)
        .isNotEmpty()
        .containsOnly("related", "related_other", "predictive_subword");
  }

  @Test
  void theHalfWidthIsThatOfTheWidestIntervalOnceThereAreEnoughPairs() {
    HeadTables tables = HEADS.profile(corpus(40, 0)).tables("run", THRESHOLDS);
    double widest =
        tables.patterns().stream()
            .filter(row -> row.stratum().equals("all"))
            .filter(row -> row.pattern().equals("next") && row.part().equals("all"))
            .mapToDouble(row -> (row.share().high() - row.share().low()) / 2)
            .max()
            .getAsDouble();
    assertThat(tables.halfWidth(List.of("next"))).isCloseTo(widest, within(1e-12));
    assertThat(tables.halfWidth(List.of())).isGreaterThanOrEqualTo(widest);
    assertThat(HEADS.profile(corpus(9, 0)).tables("run", THRESHOLDS).halfWidth(List.of("next")))
        .isInfinite();
    assertThat(HEADS.emptyState().tables("run", THRESHOLDS).halfWidth(List.of())).isInfinite();
  }
}

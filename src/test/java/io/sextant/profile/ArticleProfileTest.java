package io.sextant.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.AttentionModels;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.linguistics.Language;
import io.sextant.linguistics.RelatedWords;
import io.sextant.pattern.Patterns;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.profile.state.Unit;
import io.sextant.table.row.HeadPattern;
import io.sextant.testing.RealModel;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Profiles the article's pair without Spark, with the real weights: its heads must come first among
 * the 144.
 */
class ArticleProfileTest {
  private static List<HeadPattern> rows;

  @BeforeAll
  static void profile() {
    BertModel bert = RealModel.bert();
    ProfileState state = ProfileState.empty(bert.config(), Patterns.all(), List.of(Unit.TOKEN), 0);
    try (PairEncoder encoder = new PairEncoder(bert, bert.config().positions());
        AttentionRunner runner =
            AttentionModels.shared(bert.fingerprint(), "nd4j", Precision.F32, () -> bert)
                .newRunner()) {
      HeadProfiler profiler =
          new HeadProfiler(
              PairAnalysis.of(encoder::encode, new RelatedWords(Language.ENGLISH)::in),
              runner,
              Calibration.flat(144, List.of(Unit.TOKEN)),
              512,
              new ExemplarLimits(0, 0, 1),
              (pair, reason, detail) -> {
                throw new AssertionError(reason + " " + detail);
              },
              state);
      profiler.add(
          new SentencePair(
              "article",
              null,
              "I went to the store.",
              "At the store, I bought fresh strawberries."));
      profiler.finish();
    }
    rows = state.tables("run", HeadProfilerTest.THRESHOLDS).patterns();
  }

  @Test
  void theArticlesHeadsComeFirst() {
    assertThat(heads("next", "all").get(0)).isEqualTo("2-0");
    assertThat(heads("related", "all").get(0)).isEqualTo("2-6");
    assertThat(heads("related_other", "all").get(0)).isEqualTo("10-10");
    assertThat(heads("predictive_subword", "all").get(0)).isEqualTo("2-1");
    assertThat(heads("previous", "all").subList(0, 5)).contains("0-2");
  }

  @Test
  void onePairSupportsNoLabel() {
    assertThat(rows).extracting(HeadPattern::grade).containsOnly("insufficient", null);
  }

  /** Returns the heads as layer-head, by descending share. */
  private static List<String> heads(String pattern, String part) {
    return rows.stream()
        .filter(row -> row.stratum().equals("all"))
        .filter(row -> row.pattern().equals(pattern) && row.part().equals(part))
        .sorted(Comparator.comparingDouble((HeadPattern row) -> row.share().value()).reversed())
        .map(row -> row.layer() + "-" + row.head())
        .toList();
  }
}

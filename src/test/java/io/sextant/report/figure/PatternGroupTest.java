package io.sextant.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.math.Interval;
import io.sextant.report.Grids;
import io.sextant.report.RichRun;
import io.sextant.report.SyntheticRun;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PatternKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternGroupTest {
  private final SyntheticRun run = SyntheticRun.of(12, 12);
  private final RunManifest manifest = run.manifest();
  private final PatternWords words = new PatternWords(List.of());

  @Test
  void patternsComeInTheOrderOfTheReportAndUnknownOnesLast() {
    List<HeadPattern> rows =
        List.of(row("zebra", "all", "none"), row("self", "all", "none"), row("next", "all", null));
    assertThat(PatternGroup.of(manifest, rows, words))
        .extracting(PatternGroup::pattern)
        .containsExactly("next", "self", "zebra");
    assertThat(words.title("new_pattern")).isEqualTo("New pattern");
  }

  @Test
  void gradedPartIsTheMainOne() {
    assertThat(Grids.of(run, "related").part()).isEqualTo("content_words");
    assertThat(Grids.of(run, "delimiter").part()).isEqualTo("all");
    assertThat(Grids.of(run, "own_sentence").isLabel()).isFalse();
  }

  @Test
  void contentPatternsAreJudgedByTheirShareOfContent() {
    assertThat(words.judgedBy("related_other")).isEqualTo("share_content");
    assertThat(words.judgedBy("predictive_subword")).isEqualTo("share_content");
    assertThat(words.judgedBy("next")).isEqualTo("share");
    assertThat(words.judgedBy("predictive_mlm")).isEqualTo("rank_correlation");
  }

  @Test
  void whatIsOnlyMeasuredByWordsIsShownByWords() {
    PatternGroup group =
        PatternGroup.of(manifest, RichRun.withMaskedLm(run).patterns(), words).stream()
            .filter(some -> some.pattern().equals("predictive_mlm"))
            .findFirst()
            .orElseThrow();
    assertThat(group.main().score(11, 11)).isEqualTo(.143);
    assertThat(group.main().isLabel()).isFalse();
  }

  @Test
  void strongestHeadLeadsAndUnsupportedOnesComeLast() {
    ScoreGrid next = Grids.of(run, "next");
    assertThat(next.strongest().get(0)).extracting("layer", "head").containsExactly(2, 0);
    ScoreGrid token = Grids.of(run, "predictive_subword");
    assertThat(token.strongest().subList(140, 144))
        .allMatch(row -> row.grade().equals("insufficient"));
  }

  @Test
  void otherStrataAreLeftOut() {
    assertThatThrownBy(() -> PatternGroup.of(manifest, List.of(), words))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("nothing to draw");
  }

  @Test
  void rowsOfAnotherModelAreNamed() {
    SyntheticRun larger = SyntheticRun.of(13, 12);
    assertThatThrownBy(() -> PatternGroup.of(manifest, larger.patterns(), words))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("layer 12 head 0")
        .hasMessageContaining("12 layers of 12 heads");
  }

  @Test
  void namesThatWouldLeaveTheDirectoryAreRefused() {
    assertThatThrownBy(() -> PatternGroup.of(manifest, List.of(row("../next", "all", null)), words))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'../next'");
  }

  private static HeadPattern row(String pattern, String part, String grade) {
    return Table.HEAD_PATTERNS
        .row()
        .set(new PatternKey("run", 0, 0, pattern, part, "token", "all"))
        .set("n_clusters", 1L)
        .set("n_queries", 1L)
        .set("share", new Interval(.5, .4, .6))
        .set("share_content", new Interval(.5, .4, .6))
        .set("null_share", .1)
        .set("null_name", "uniform")
        .set("lift", new Interval(5, 4, 6))
        .set("consistency", 1.)
        .set("q_value", .01)
        .set("grade", grade)
        .set("score", new Interval(.5, .4, .6))
        .set("judged_by", "share")
        .set("exhibits", false)
        .set("headline", grade != null)
        .build();
  }
}

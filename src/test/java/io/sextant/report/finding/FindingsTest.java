package io.sextant.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.math.Interval;
import io.sextant.table.Manifests;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PatternKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final List<HeadPattern> rows = new ArrayList<>();

  @Test
  void threeLinesSayWhatWasFoundWhatIsSurprisingAndHowFarToTrustIt() {
    add("next", 2, 9, "strong", .48, 20);
    add("next", 2, 0, "dominant", .98, 40);
    add("next", 3, 0, "none", .03, 1);
    add("self", 1, 1, "present", .25, 9);
    List<String> lines = findings(run()).lines();
    assertThat(lines.get(0))
        .isEqualTo(
            "Next word: 2 heads (2-0: .98, .97 to .99); Itself: 1 head (1-1: .25, .24 to .26)");
    assertThat(lines.get(1)).isEqualTo("no head that looks at a position seems to look at content");
    assertThat(lines.get(2))
        .startsWith("12 pairs, 95 % intervals of at most ± .010,")
        .contains("cuts: share over .10 (position)");
    assertThat(lines).hasSize(3);
  }

  @Test
  void patternsBeyondThreeAreCounted() {
    for (String pattern : List.of("next", "previous", "self", "delimiter", "punctuation")) {
      add(pattern, 0, 0, "present", .3, 5);
    }
    assertThat(findings(run()).lines().get(0)).endsWith("; and 2 more patterns");
  }

  @Test
  void aPositionalHeadThatItsOwnOffsetsExplainIsNoContentHead() {
    add("next", 2, 0, "dominant", .98, 40);
    add("next", 5, 5, "none", .02, 1);
    content(2, 0, "none", 4, new Interval(1.02, .95, 1.1));
    content(5, 5, "none", 4, new Interval(1.02, .95, 1.1));
    Findings findings = findings(run());
    assertThat(findings.lines().get(1))
        .isEqualTo(
            "1 head that looks at a position seems to look at content, but no more than chance"
                + " explains, such as 2-0");
    assertThat(findings.data().get("lookalikes"))
        .asList()
        .singleElement()
        .asString()
        .contains("gives “Identical or related words” 4.0 times what uniform attention would give")
        .contains("only 1.0 times what the head's own offsets would")
        .contains("(95 % interval .95 to 1.1): it exhibits “Next word”");
  }

  @Test
  void aHeadThatIsAboveChanceOrNotEvenAboveUniformAttentionDoesNotSurprise() {
    add("next", 2, 0, "dominant", .98, 40);
    add("next", 2, 1, "dominant", .98, 40);
    content(2, 0, "none", 4, new Interval(1.2, 1.1, 1.3));
    content(2, 1, "none", 1.5, new Interval(1, .9, 1.1));
    assertThat(findings(run()).lines().get(1)).startsWith("no head");
  }

  @Test
  void whatIsNotThereHasAReason() {
    add("next", 2, 0, "insufficient", .9, 30);
    assertThat(findings(run()).lines().get(0))
        .isEqualTo(
            "There are too few pairs to say which heads exhibit a pattern: grades need 200, this"
                + " run has 150, so 50 are missing. Profile more, or accept wider intervals"
                + " with --set grades.min-pairs=150.");
    assertThat(findings(run()).lines().get(1))
        .isEqualTo("too few pairs to say which heads only seem to look at content");
    add("next", 2, 1, "none", .01, 1);
    assertThat(findings(run()).lines().get(0)).isEqualTo("no head exhibits a pattern");
  }

  @Test
  void clustersThatAreFewerThanTheInputsMayBeGroups() {
    add("next", 2, 0, "insufficient", .9, 30);
    RunManifest grouped =
        run().toBuilder()
            .counts(new RunManifest.Counts(400, 400, 0, 0, 0, 1, 1))
            .configuration(Map.of("grades.min-pairs", "200"))
            .build();
    assertThat(findings(grouped).lines().get(0)).startsWith("There are too few pairs or groups");
    assertThat(findings(grouped).data().toString())
        .contains("too few pairs or groups of them: 150 of 200");
  }

  @Test
  void anInputOfSingleSentencesHasNoPairs() {
    add("next", 2, 0, "dominant", .98, 40);
    RunManifest singles = run().toBuilder().configuration(Map.of("input.singles", true)).build();
    assertThat(findings(singles).lines().get(2)).startsWith("12 sentences,");
  }

  private Findings findings(RunManifest run) {
    return Findings.of(run, rows, List.of());
  }

  private static RunManifest run() {
    return Manifests.small()
        .model(new RunManifest.Model("m", "/m", "f", null, null, 12, 12, 8))
        .counts(new RunManifest.Counts(12, 12, 0, 0, 0, 1, 1))
        .configuration(Map.of("grades.min-pairs", 200, "grades.position.present.share", .1))
        .build();
  }

  private void add(String pattern, int layer, int head, String grade, double share, double lift) {
    rows.add(row(pattern, layer, head, grade, lift, new Interval(lift, lift - 1, lift + 1), share));
  }

  private void content(int layer, int head, String grade, double uniform, Interval lift) {
    rows.add(row("related", layer, head, grade, uniform, lift, .2));
  }

  private static HeadPattern row(
      String pattern,
      int layer,
      int head,
      String grade,
      double uniform,
      Interval lift,
      double share) {
    return Table.HEAD_PATTERNS
        .row()
        .set(new PatternKey("run", layer, head, pattern, "all", "token", "all"))
        .set("n_clusters", 150L)
        .set("n_queries", 9_000L)
        .set("score", new Interval(share, share - .01, share + .01))
        .set("lift", lift)
        .set("lift_uniform", uniform)
        .set("null_name", "offset")
        .set("grade", grade)
        .set("judged_by", "share")
        .set("exhibits", List.of("present", "strong", "dominant").contains(grade))
        .set("headline", true)
        .build();
  }
}

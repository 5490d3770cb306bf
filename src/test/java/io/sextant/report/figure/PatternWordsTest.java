package io.sextant.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.catalogue.Null;
import io.sextant.catalogue.Title;
import io.sextant.report.page.CatalogueData;
import io.sextant.table.row.CatalogueRow;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the names of a run's patterns. */
class PatternWordsTest {
  private static final List<CatalogueRow> RUN =
      List.of(
          row("pattern", "mine", 1, "My pattern", "content", "#123456", "1"),
          row("pattern", "next", 0, "The one after", "position", "#332288", "N"),
          row("pattern", "next", 0, "Of another run", "position", "#332288", "N"),
          row("pattern", "loud", 2, "Loud\u202e", "position", "red;x", "LOUD"),
          row("part", "all", 0, "everything", null, null, null),
          row("null", "uniform", 0, "even attention", null, null, null),
          row("stratum", "odd", 0, "odd pairs", "length", null, null));

  private final PatternWords words = new PatternWords(RUN);

  @Test
  void theRunsOwnWordsComeFirst() {
    assertThat(words.title("mine")).isEqualTo("My pattern");
    assertThat(words.title("next")).isEqualTo("The one after");
    assertThat(words.meaning("mine")).isEqualTo("About mine.");
    assertThat(words.color("mine") + words.letter("mine")).isEqualTo("#1234561");
    assertThat(words.part("all")).isEqualTo("everything");
    CatalogueData.Rest page = new CatalogueData(words).all();
    assertThat(page.nulls())
        .contains(new Null("uniform", "lift_uniform", "even attention"))
        .contains(new Null("offset", "lift_offset", "the head's own offsets"));
    assertThat(page.strata())
        .startsWith(new Title("odd", "odd pairs"))
        .contains(new Title("period", "ending with a period"));
  }

  @Test
  void whatTheRunDoesNotNameIsNamedByThisProgram() {
    assertThat(words.title("previous")).isEqualTo("Previous word");
    assertThat(words.part("content_words")).isEqualTo("content words");
    assertThat(words.title("in_no_catalogue")).isEqualTo("In no catalogue");
    assertThat(words.part("no_part")).isEqualTo("no part");
  }

  @Test
  void patternsComeInTheOrderOfTheRunThenOfThisProgramAndUnknownOnesLast() {
    assertThat(Stream.of("zebra", "self", "ant", "mine", "previous", "next").sorted(words.order()))
        .containsExactly("next", "mine", "previous", "self", "ant", "zebra");
  }

  @Test
  void aPatternIsJudgedAsItsFamilyIs() {
    assertThat(words.judgedBy("mine")).isEqualTo("share_content");
    assertThat(words.judgedBy("predictive_mlm")).isEqualTo("rank_correlation");
    assertThat(words.judgedBy("in_no_catalogue")).isEqualTo("share");
  }

  @Test
  void aRunsWordsAreTextAndItsColoursColours() {
    assertThat(words.title("loud")).isEqualTo("Loud\ufffd");
    assertThat(words.color("loud")).isEqualTo("#777777");
    assertThat(words.letter("loud")).hasSize(1);
  }

  private static CatalogueRow row(
      String kind,
      String key,
      int place,
      String title,
      String family,
      String color,
      String letter) {
    String sentence = kind.equals("pattern") ? "About " + key + "." : null;
    return new CatalogueRow("run", kind, key, place, title, sentence, family, color, letter);
  }
}

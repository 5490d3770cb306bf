package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sextant.math.Interval;
import io.sextant.table.row.HeadCoreference;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.HeadPos;
import io.sextant.table.row.HeadRelation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that dependencies, coreference and parts of speech are drawn as patterns are. */
class SyntaxPageIT extends PageInBrowser {
  @TempDir static Path folder;
  private static Path file;

  @BeforeAll
  static void write() {
    SyntheticRun run = SyntheticRun.of(12, 12);
    RunTables plain = RichRun.plain(run);
    RunTables annotated =
        new RunTables(
            plain.patterns(),
            plain.scores(),
            plain.profiles(),
            List.of(),
            List.of(),
            List.of(),
            rows(),
            List.of());
    Report.write(run.manifest(), annotated, EffectRows.NONE, folder, Pictures.NONE);
    file = folder.resolve("index.html");
  }

  /**
   * Returns rows in which head 8-10 finds determiners and head 5-4 antecedents, and head 3-2 looks
   * at nouns; others are below the baselines.
   */
  private static SyntaxRows rows() {
    Random random = new Random(5);
    List<HeadRelation> relations = new ArrayList<>();
    List<HeadCoreference> coreference = new ArrayList<>();
    List<HeadPos> tags = new ArrayList<>();
    for (int i = 0; i < 144; i++) {
      HeadKey key = new HeadKey("run", i / 12, i % 12);
      double noise = .3 * random.nextDouble();
      relations.add(relation(key, "det", "dependent_to_head", i == 8 * 12 + 10 ? .94 : noise, .51));
      relations.add(relation(key, "det", "head_to_dependent", noise, .48));
      relations.add(relation(key, "obj", "head_to_dependent", i == 8 * 12 + 10 ? .8 : noise, .4));
      coreference.add(new HeadCoreference(key, 700, interval(i == 5 * 12 + 4 ? .65 : noise), .5));
      tags.add(
          new HeadPos(
              key,
              "NOUN",
              900,
              .25,
              .2,
              interval(i == 3 * 12 + 2 ? .75 : .2 * random.nextDouble()),
              3));
    }
    return new SyntaxRows(relations, coreference, tags);
  }

  private static HeadRelation relation(
      HeadKey key, String relation, String direction, double accuracy, double baseline) {
    return new HeadRelation(key, relation, direction, 900, interval(accuracy), 1, baseline);
  }

  private static Interval interval(double value) {
    return new Interval(value, value - .02, value + .02);
  }

  @Test
  void relationsCoreferenceAndTagsHaveMapsTablesAndBaselines() {
    page = syntax(1400, ColorScheme.LIGHT);
    assertThat(page.locator(".small-map .title").allTextContents())
        .containsExactly("det", "obj", "Coreference", "Part of speech NOUN");
    assertThat(page.locator(".small-map >> nth=0").textContent()).endsWith("1 head above");
    assertThat(text(8 * 12 + 10)).isEqualTo(".94");
    assertThat(page.locator(".map .legend .null text").textContent()).isEqualTo("baseline .51");
    Browser.assertCount(page.locator(".map .cell text[font-weight='700']"), 1);
    page.hover(".map .cell[data-head='106']");
    assertThat(page.locator(".tip").textContent())
        .contains("accuracy.940 (.920 to .960)", "best fixed offset +1.510", "over it1.84", "n900");
    assertThat(page.locator("tbody tr >> nth=0").textContent()).startsWith("8-10.940");
    page.selectOption("label:has-text('Part') select", "head_to_dependent");
    assertThat(page.locator(".map .legend .null text").textContent()).isEqualTo("baseline .48");
    page.click(".small-map:has-text('Coreference')");
    assertThat(text(5 * 12 + 4)).isEqualTo(".65");
    page.click(".small-map:has-text('NOUN')");
    assertThat(page.locator("tbody tr >> nth=0").textContent())
        .startsWith("3-2.750.730 to .770.250frequency of the tag3.00");
    assertThat(page.url()).contains("#syntax?relation=tag+NOUN");
  }

  @Test
  void theHeadsPageShowsItsSyntax() {
    page = syntax(1400, ColorScheme.LIGHT);
    page.click(".map .cell[data-head='106']");
    page.click("text=open its page");
    assertThat(page.locator("h3").allTextContents()).contains("Syntax against its baselines");
    assertThat(page.locator(".share-row[data-pattern='relation det']").textContent())
        .contains(".940");
    assertThat(page.locator(".share-row[data-pattern='relation det'] title").textContent())
        .endsWith(": .510");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axeFindsNothing(ColorScheme paper) {
    page = syntax(1400, paper);
    Accessibility.assertNothingIsFound(page, "syntax");
    Browser.assertCount(page.locator("img"), 0);
  }

  private static Page syntax(int width, ColorScheme paper) {
    Page page = browser.show(file, width, paper);
    page.click("nav button:text-is('Syntax')");
    return page;
  }

  private String text(int head) {
    return page.locator(".map .cell[data-head='" + head + "'] text").textContent();
  }
}

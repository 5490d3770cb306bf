package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings();

  @Test
  void threePatternsAreNamedByTheirStrongestPartAndItsTwoStrongestHeads() {
    add("next", "all", 2, 9, "dominant", .99);
    add("next", "all", 2, 0, "dominant", 1);
    add("next", "all", 5, 5, "present", .2);
    add("delimiter", "sep", 7, 1, "strong", .5);
    add("delimiter", "first_sep", 7, 2, "dominant", .8);
    add("own_sentence", "all", 0, 0, null, 1);
    add("previous", "all", 3, 3, "present", .3);
    add("self", "all", 1, 1, "present", .25);
    add("related", "content_words", 4, 4, "none", .9);
    assertThat(findings.lines())
        .containsExactly(
            "next: 2-0 and 2-9, 1.00", "delimiter, first sep: 7-2, 0.80", "previous: 3-3, 0.30");
  }

  @Test
  void whatIsNotThereHasAReason() {
    add("next", "all", 2, 0, "insufficient", 1);
    assertThat(findings.lines()).singleElement().asString().contains("too few pairs");
    add("next", "all", 2, 1, "none", .01);
    assertThat(findings.lines()).containsExactly("no head exhibits a pattern");
  }

  private void add(String pattern, String part, int layer, int head, String grade, double value) {
    boolean exhibits = grade != null && List.of("present", "strong", "dominant").contains(grade);
    findings.add(new Findings.Score(pattern, part, layer, head, grade, exhibits, value));
  }
}

package io.sextant.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests that the address of a page holds what its reader sees. */
class ScriptPlaceIT {
  private static final String VIEWS = "[['maps', 'Heat maps'], ['head', 'Head']]";
  private static Scripts scripts;

  @BeforeAll
  static void open() {
    scripts = Scripts.open();
  }

  @AfterAll
  static void close() {
    if (scripts != null) {
      scripts.close();
    }
  }

  @Test
  void aPlaceIsReadAsItWasWritten() {
    String place =
        "{ view: 'maps', pinned: 24, look: { pattern: 'next', filter: 'share > .1 & é', part: '' } }";
    assertThat(run("m.writePlace(" + place + ")"))
        .isEqualTo("maps/24?pattern=next&filter=share+%3E+.1+%26+%C3%A9");
    assertThat(
            run(
                "JSON.stringify(m.readPlace('#' + m.writePlace("
                    + place
                    + "), null, "
                    + VIEWS
                    + "))"))
        .isEqualTo(
            "{\"view\":\"maps\",\"pinned\":24,\"look\":"
                + "{\"pattern\":\"next\",\"filter\":\"share > .1 & é\"}}");
  }

  @Test
  void anEmptyAddressIsTheFirstPlaceAndAHeadIsANumber() {
    assertThat(run("m.readPlace('', 'first', " + VIEWS + ")")).isEqualTo("first");
    assertThat(run("m.readPlace('#head/x', null, " + VIEWS + ").pinned")).isNull();
    assertThat(run("m.writePlace({ view: 'head', pinned: 0, look: {} })")).isEqualTo("head/0");
  }

  @Test
  void aViewThatThePageHasNotIsTheFirstPlace() {
    assertThat(run("m.readPlace('#maps/3', 'first', [['heads', 'Head view']])")).isEqualTo("first");
    assertThat(run("m.readPlace('#top', 'first', " + VIEWS + ")")).isEqualTo("first");
  }

  private static Object run(String expression) {
    return scripts.run("place", expression);
  }
}

package io.sextant.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PrintableTest {

  @Property
  void anyTextBecomesShortAndFitForXml(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 40) int length) {
    String cut = Printable.cut(text, length);
    assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(length);
    assertThat(cut.codePoints())
        .allMatch(point -> point >= ' ' && point != 0xfffe && point != 0xffff)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT);
  }

  @Example
  void readableTextStays() {
    assertThat(Printable.cut("שלום 日本 😀", 20)).isEqualTo("שלום 日本 😀");
  }

  @Example
  void directionOverridesAndControlsAreShown() {
    assertThat(Printable.cut("a\u202eb\u0000c\ud800", 20)).isEqualTo("a\ufffdb\ufffdc\ufffd");
  }

  @Example
  void longTextIsCutBetweenCodePoints() {
    assertThat(Printable.cut("😀😀😀", 2)).isEqualTo("😀…");
    assertThat(Printable.cut("😀😀", 2)).isEqualTo("😀😀");
  }

  @Example
  void joinersOfWordsAreKept() {
    assertThat(Printable.cut("می\u200cخواهم", 20)).isEqualTo("می\u200cخواهم");
  }
}

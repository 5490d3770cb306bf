package io.sextant.linguistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssociationTest {

  @Test
  void agreesWithAWorkedTable() {
    // Cells 8, 12, 2, 78; the expected values were computed independently of this code.
    Association association = new Association(100, 20, 10, 8);
    assertThat(association.logLikelihoodRatio()).isCloseTo(19.39103213591441, within(1e-12));
    assertThat(association.normalizedPmi()).isCloseTo(0.5488690815000704, within(1e-12));
    assertThat(association.isAttraction()).isTrue();
  }

  @Test
  void independentWordsHaveNeither() {
    Association association = new Association(400, 80, 100, 20);
    assertThat(association.logLikelihoodRatio()).isCloseTo(0, within(1e-12));
    assertThat(association.normalizedPmi()).isCloseTo(0, within(1e-12));
    assertThat(association.isAttraction()).isFalse();
  }

  @Test
  void wordsThatAreNeverApartHaveTheGreatest() {
    Association association = new Association(64, 32, 32, 32);
    assertThat(association.logLikelihoodRatio()).isCloseTo(128 * Math.log(2), within(1e-12));
    assertThat(association.normalizedPmi()).isCloseTo(1, within(1e-12));
    // p = 1/4 each and 1/8 jointly: ln 2 / ln 8.
    assertThat(new Association(64, 16, 16, 8).normalizedPmi()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void wordsOfEveryPairSayNothing() {
    Association association = new Association(50, 50, 50, 50);
    assertThat(association.logLikelihoodRatio()).isZero();
    assertThat(association.isAttraction()).isFalse();
  }

  @Test
  void wordsThatAvoidEachOtherAreNoAttractionThoughTheRatioIsHigh() {
    Association association = new Association(1000, 500, 500, 10);
    assertThat(association.logLikelihoodRatio()).isGreaterThan(1000);
    assertThat(association.normalizedPmi()).isNegative();
    assertThat(association.isAttraction()).isFalse();
  }

  @Property
  void staysInItsBoundsAndKnowsNoOrder(
      @ForAll @IntRange(min = 1, max = 60) int joint,
      @ForAll @IntRange(max = 60) int word,
      @ForAll @IntRange(max = 60) int other,
      @ForAll @IntRange(min = 1, max = 60) int neither) {
    long pairs = (long) joint + word + other + neither;
    Association one = new Association(pairs, joint + word, joint + other, joint);
    Association turned = new Association(pairs, joint + other, joint + word, joint);
    assertThat(one.logLikelihoodRatio()).isNotNegative().isLessThanOrEqualTo(2 * pairs);
    assertThat(one.normalizedPmi()).isBetween(-1.0, 1 + 1e-12);
    assertThat(turned.normalizedPmi()).isCloseTo(one.normalizedPmi(), within(1e-12));
    assertThat(turned.logLikelihoodRatio()).isCloseTo(one.logLikelihoodRatio(), within(1e-9));
  }
}

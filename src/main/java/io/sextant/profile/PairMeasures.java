package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.text.EncodedPair;
import java.util.List;

/** Several measures that read the same maps, in a fixed order. */
record PairMeasures(List<PairMeasure> measures) implements PairMeasure {

  @Override
  public void check(EncodedPair pair) {
    measures.forEach(measure -> measure.check(pair));
  }

  @Override
  public Reading open(EncodedPair pair) {
    List<Reading> readings = measures.stream().map(measure -> measure.open(pair)).toList();
    return new Reading() {
      @Override
      public void read(int layer, AttentionMap map) {
        readings.forEach(reading -> reading.read(layer, map));
      }

      @Override
      public void keep() {
        readings.forEach(Reading::keep);
      }
    };
  }

  @Override
  public void finish() {
    measures.forEach(PairMeasure::finish);
  }
}

package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.EncoderLayer;
import io.sextant.bert.layout.ModelLayouts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedLayersTest {

  @Test
  void sharedWeightsAreConvertedOnceAndOthersEach() {
    assertThat(conversions(GoldenModel.ALBERT)).isEqualTo(1);
    assertThat(conversions(GoldenModel.BERT)).isEqualTo(2);
  }

  private static int conversions(GoldenModel golden) {
    List<EncoderLayer> layers = ModelLayouts.open(golden.directory()).weights().layers();
    List<EncoderLayer> converted = new ArrayList<>();
    List<EncoderLayer> result =
        SharedLayers.of(
            layers,
            layer -> {
              converted.add(layer);
              return layer;
            });
    assertThat(result).isEqualTo(layers);
    return converted.size();
  }
}

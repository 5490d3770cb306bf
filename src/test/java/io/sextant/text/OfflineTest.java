package io.sextant.text;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.util.Utils;
import io.sextant.testing.RealModel;
import org.junit.jupiter.api.Test;

class OfflineTest {

  /** DJL checks this setting before it sends telemetry or downloads a library. */
  @Test
  void anEncoderPutsTheTokenizersLibraryOffline() {
    System.clearProperty("ai.djl.offline");
    assertThat(Utils.isOfflineMode()).isFalse();
    try (PairEncoder encoder = new PairEncoder(RealModel.bert(), 16)) {
      assertThat(Utils.isOfflineMode()).isTrue();
      assertThat(encoder.encode(new SentencePair("1", null, "a", "b")).size()).isEqualTo(5);
    }
  }
}

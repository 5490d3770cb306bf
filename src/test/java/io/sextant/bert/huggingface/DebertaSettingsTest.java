package io.sextant.bert.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.attention.GoldenModel;
import io.sextant.bert.BertConfig;
import io.sextant.bert.Position;
import io.sextant.bert.RelativeBuckets;
import io.sextant.bert.files.JsonFile;
import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebertaSettingsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ObjectNode json;

  @BeforeEach
  void read() throws IOException {
    byte[] text = Files.readAllBytes(GoldenModel.DEBERTA_V2.directory().resolve("config.json"));
    json = (ObjectNode) MAPPER.readTree(text);
  }

  @Test
  void theDesignIsThatOfTheConfiguration() {
    BertConfig config = config().encoder();
    assertThat(config.design().position())
        .isEqualTo(new Position.Disentangled(new RelativeBuckets(8, 40), true, true, true, true));
    assertThat(config.scoreScale()).isEqualTo(1 / Math.sqrt(3 * config.headSize()));
    assertThat(config.layerNormEpsilon()).isEqualTo(1e-7);
    assertThat(config.takesPairs()).isTrue();
    assertThat(config().tokenTypes()).isFalse();
    assertThat(config().firstPosition()).isEqualTo(HuggingFaceConfig.NO_POSITIONS);
  }

  @Test
  void aRangeThatIsNotGivenIsThatOfThePositions() {
    json.put("max_relative_positions", -1);
    assertThat(position().buckets()).isEqualTo(new RelativeBuckets(8, 160));
    json.remove("max_relative_positions");
    json.put("position_buckets", -1);
    assertThat(position().buckets()).isEqualTo(new RelativeBuckets(160, 0));
  }

  @Test
  void theTermsMayBeATextAndOne() {
    json.put("pos_att_type", "C2P");
    assertThat(position().toPosition()).isTrue();
    assertThat(position().toContent()).isFalse();
    assertThat(config().encoder().scoreScale())
        .isEqualTo(1 / Math.sqrt(2 * config().encoder().headSize()));
  }

  @Test
  void bucketsNeedNoLogarithmsIfAllPairsAreShort() {
    json.put("max_position_embeddings", 5).put("max_relative_positions", 5);
    assertThat(position().buckets()).isEqualTo(new RelativeBuckets(8, 5));
    json.put("max_position_embeddings", 6);
    assertRefused(
        "position_buckets is 8, expected at least 2, and half of it less than"
            + " max_relative_positions - 1 = 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conv_kernel_size | 3 | conv_kernel_size is 3, expected 0: a convolution",
        "relative_attention | false | relative_attention is false, expected true",
        "embedding_size | 12 | embedding_size is 12, expected 24",
        "attention_head_size | 64 | attention_head_size is 64, expected 12",
        "pos_att_type | [] | pos_att_type is [], expected c2p, p2c or both",
        "pos_att_type | [\"p2p\"] | pos_att_type is [\"p2p\"], expected only c2p and p2c",
        "norm_rel_ebd | \"rms\" | norm_rel_ebd is \"rms\", expected only none and layer_norm",
        "position_buckets | 1 | position_buckets is 1, expected at least 2",
        "position_buckets | 1.5 | position_buckets is 1.5, expected an integer",
        "share_att_key | 1 | share_att_key is 1, expected true or false",
        "hidden_act | \"tanh\" | hidden_act is \"tanh\", expected gelu"
      })
  void whatIsNotComputedIsRefusedByName(String key, String value, String message)
      throws IOException {
    json.set(key, MAPPER.readTree(value));
    assertRefused(message);
  }

  @Test
  void aConvolutionOfNoWidthIsNone() {
    json.put("conv_kernel_size", 0);
    assertThat(position().shared()).isTrue();
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::config)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  private Position.Disentangled position() {
    return (Position.Disentangled) config().encoder().design().position();
  }

  private HuggingFaceConfig config() {
    return HuggingFaceConfig.of(JsonFile.parse("config", json.toString()));
  }
}

package io.sextant.bert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.layout.ModelLayouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuggingFaceMaskedLmTest {
  private static final String BIAS = "cls.predictions.bias";
  private static final String DECODER = "cls.predictions.decoder.weight";

  @TempDir private Path directory;
  private TinyHuggingFace tiny;

  @BeforeEach
  void make() {
    tiny = new TinyHuggingFace(new TinyBert("bert/").withMaskedLm());
  }

  @Test
  void itIsTheHeadOfGooglesCheckpoint() {
    BertModel google = open(new TinyBert("bert/").withMaskedLm().checkpoint());
    assertThat(head().fingerprint()).isEqualTo(google.maskedLm().fingerprint());
    assertThat(head().mask()).isEqualTo(4);
    assertThat(new TinyHuggingFace(new TinyBert("bert/")).files())
        .satisfies(files -> assertThat(open(files).maskedLm()).isNull());
  }

  @Test
  void itIsNoPartOfTheModelsOwnFingerprint() {
    BertModel bare = open(new TinyHuggingFace(new TinyBert("bert/")).files());
    assertThat(open(tiny.files()).fingerprint()).isEqualTo(bare.fingerprint());
  }

  @Test
  void itsFingerprintSeesWhatItSays() {
    String expected = head().fingerprint();
    tiny.tensors.computeIfPresent(BIAS, (name, stored) -> stored.changed());
    String otherBias = head().fingerprint();
    tiny.config.put("hidden_act", "relu");
    String otherActivation = head().fingerprint();
    tiny.tensors.put(DECODER, tiny.tensors.get("bert.embeddings.word_embeddings.weight"));
    tiny.config.put("tie_word_embeddings", false);
    String ownDecoder = head().fingerprint();
    tiny.tensors.computeIfPresent(DECODER, (name, stored) -> stored.changed());
    assertThat(
            new String[] {expected, otherBias, otherActivation, ownDecoder, head().fingerprint()})
        .doesNotHaveDuplicates();
  }

  @Test
  void aTiedDecoderIsTheWordEmbeddingsWhateverLiesBesideIt() {
    assertThat(head().decoder()).isNull();
    tiny.tensors.put(DECODER, tiny.tensors.get("bert.embeddings.word_embeddings.weight").changed());
    assertThat(head().decoder()).isNull();
    tiny.config.put("tie_word_embeddings", false);
    assertThat(head().decoder().name()).isEqualTo(DECODER);
    tiny.tensors.remove(DECODER);
    assertRefused("tensor " + DECODER + " is missing");
  }

  @Test
  void theBiasMayLieWithTheDecoder() {
    tiny.tensors.put("cls.predictions.decoder.bias", tiny.tensors.remove(BIAS));
    assertThat(head().outputBias().name()).isEqualTo("cls.predictions.decoder.bias");
    tiny.tensors.remove("cls.predictions.decoder.bias");
    assertRefused("tensor cls.predictions.decoder.bias is missing");
  }

  @Test
  void theMaskIsWhatTheTokenizersFilesName() {
    Map<String, byte[]> files = tiny.files();
    files.put("special_tokens_map.json", TinyBert.utf8("{\"mask_token\":{\"content\":\"word\"}}"));
    assertThat(open(files).maskedLm().mask()).isEqualTo(5);
    files.put("tokenizer_config.json", TinyBert.utf8("{\"mask_token\":\"##s\"}"));
    assertThat(open(files).maskedLm().mask()).isEqualTo(6);
    files.put("tokenizer_config.json", TinyBert.utf8("{\"mask_token\":\"<blank>\"}"));
    assertThat(open(files).maskedLm().mask()).isNegative();
  }

  private MaskedLmHead head() {
    return open(tiny.files()).maskedLm();
  }

  private void assertRefused(String message) {
    Refusal.assertRefused(this::head, message);
  }

  private BertModel open(Map<String, byte[]> files) {
    try {
      return ModelLayouts.open(
          TinyBert.write(files, Files.createTempDirectory(directory, "model")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

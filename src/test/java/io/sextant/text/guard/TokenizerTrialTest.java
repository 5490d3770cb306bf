package io.sextant.text.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.attention.GoldenModel;
import io.sextant.bert.BertModel;
import io.sextant.bert.Vocabulary;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TokenizerTrialTest {
  private static final BertModel BERT = ModelLayouts.open(GoldenModel.BERT.directory());

  @Test
  void aTokenizerThatWorksPassesAndLeavesNothingBehind() throws IOException {
    long before = folders();
    TokenizerTrial.require(BERT);
    assertThat(folders()).isEqualTo(before);
  }

  @Test
  void whatTheLibraryRefusesIsRefusedInItsWords() {
    String json = BERT.vocabulary().tokenizerJson().replace("\"WordPiece\"", "\"MyModel\"");
    assertThatThrownBy(() -> TokenizerTrial.require(with(json)))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("tokenizer.json of model bert cannot be read: ");
  }

  /**
   * The bounds check would reject this file; here it represents a fault of the library that the
   * bounds check does not cover.
   */
  @Test
  void whatEndsTheProcessDoesNotEndThisOne() {
    String json =
        "{\"normalizer\":{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"\"},\"model\":{\"type\":\"WordLevel\",\"vocab\":{\"a\":0},\"unk_token\":\"a\"}}";
    assertThat(TokenizerTrial.run(json, "tokenizer.json"))
        .doesNotContain(TrialMain.WORKS, TrialMain.REFUSED);
  }

  @Test
  void aModelWithoutATokenizerJsonNeedsNoTrial() {
    BertModel plain = ModelLayouts.open(GoldenModel.BERT_CASED.directory());
    long start = System.nanoTime();
    TokenizerTrial.require(plain);
    assertThat(System.nanoTime() - start).isLessThan(50_000_000L);
  }

  private static BertModel with(String json) {
    Vocabulary vocabulary = new Vocabulary(BERT.vocabulary().tokens(), json);
    return new BertModel(BERT.name(), BERT.config(), vocabulary, BERT.weights(), "");
  }

  private static long folders() throws IOException {
    try (var paths = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return paths
          .filter(path -> path.getFileName().toString().startsWith("sextant-trial"))
          .count();
    }
  }
}

package io.sextant.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sextant.attention.GoldenModel;
import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text as the tokenizer.json of a BERT is either rejected or can encode a pair. */
class TokenizerFuzzTest {
  private static final String FILE = "tokenizer.json";
  private static final SentencePair PAIR =
      new SentencePair("1", null, "The cat [SEP] sat, \u00e9\ud83d\ude00.", "It didn't.");

  private static Path directory;

  static Stream<byte[]> tokenizers() {
    return Stream.of(GoldenModel.BERT, GoldenModel.ROBERTA, GoldenModel.XLM_ROBERTA)
        .map(model -> read(model.directory().resolve(FILE)));
  }

  @BeforeAll
  static void copyModel() throws IOException {
    directory = Files.createTempDirectory("tokenizer");
    try (Stream<Path> files = Files.list(GoldenModel.BERT.directory())) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
    // This architecture uses tokenizer.json as it is.
    Files.writeString(
        directory.resolve("tokenizer_config.json"),
        "{\"tokenizer_class\":\"PreTrainedTokenizerFast\"}");
  }

  @AfterAll
  static void deleteModel() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @MethodSource("tokenizers")
  @FuzzTest(maxDuration = "100s")
  void anyTokenizerEncodesOrIsRefused(byte[] json) throws IOException {
    Files.write(directory.resolve(FILE), json);
    try {
      BertModel model = ModelLayouts.open(directory);
      try (PairEncoder encoder = new PairEncoder(model, 40)) {
        EncodedPair pair = encoder.encode(PAIR);
        assertThat(pair.size()).isBetween(5, 40);
        for (int id : pair.ids()) {
          assertThat(id).isBetween(0, model.config().vocabularySize() - 1);
        }
      }
    } catch (BadInputException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

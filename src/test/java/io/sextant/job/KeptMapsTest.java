package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.PartialRunException;
import io.sextant.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the maps that the chunks keep of pairs that may be shown. */
class KeptMapsTest extends SparkTest {
  private static final Map<String, Object> RESUME =
      Map.of("input.id", "id", "output.existing", "resume");

  @Test
  void keptMapsAreReadAndMissingOnesComputedToTheSameBits() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(150));
    run(TWO_CORES, input, "whole", Map.of("input.id", "id"));
    assertThat(tables("whole").get(Table.EXEMPLARS.name())).isNotEmpty();

    assertThatThrownBy(
            () -> run(TWO_CORES, input, "cut", Map.of("input.id", "id", "max-chunks", 4)))
        .isInstanceOf(PartialRunException.class);
    List<Path> maps = maps("cut");
    assertThat(maps).hasSize(4).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    for (Path file : maps) {
      Files.writeString(file, "no maps");
    }
    assertThatThrownBy(() -> run(TWO_CORES, input, "cut", RESUME))
        .hasStackTraceContaining("maps-00000")
        .hasStackTraceContaining("delete it and --resume the run");
    for (Path file : maps) {
      Files.delete(file);
    }
    run(TWO_CORES, input, "cut", RESUME);
    assertThat(tables("cut")).isEqualTo(tables("whole"));
  }

  @Test
  void aRunThatKeepsMapsIsOverwritten() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    run(TWO_CORES, input, "run", Map.of("input.id", "id", "output.keep-chunks", true));
    assertThat(maps("run")).isNotEmpty();
    run(TWO_CORES, input, "run", Map.of("input.id", "id", "output.existing", "overwrite"));
    assertThat(folder.resolve("run/_chunks")).doesNotExist();
  }

  private List<Path> maps(String output) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(output).resolve("_chunks"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("maps-")).toList();
    }
  }
}

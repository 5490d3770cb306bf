package io.sextant.job.folder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(folder.resolve("run/inner"));
    Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(folder.resolve("running"));
    Files.writeString(folder.resolve("run/inner/in.tsv"), "x");
    Files.writeString(folder.resolve("data/in.tsv"), "x");
    Files.writeString(folder.resolve("running/in.tsv"), "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("run"));
    Files.createSymbolicLink(folder.resolve("data/into"), folder.resolve("run/inner"));
  }

  @Test
  void anInputInTheOutputIsRefusedByEveryWayThatLeadsThere() {
    for (String input :
        new String[] {
          "run",
          "run/inner",
          "run/inner/in.tsv",
          "run/inner/*.tsv",
          "link/inner",
          "data/../run",
          "data/into",
          "r?n/inner"
        }) {
      assertThatThrownBy(() -> places("run").refuseInput(at(input)))
          .as(input)
          .isInstanceOf(BadInputException.class)
          .hasMessageContainingAll(at(input), "choose another --output");
    }
    assertThatThrownBy(() -> places("link").refuseInput(at("run/inner/in.tsv")))
        .isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> places("run").refuseInputFile("file:" + at("data/into/in.tsv")))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void anOutputInAnInputFolderIsRefusedThereOrNot() {
    for (String output : new String[] {"data/run", "data/a/b", "data/into/../x", "data"}) {
      assertThatThrownBy(() -> places(output).refuseInput(at("data")))
          .as(output)
          .isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void aModelInTheOutputIsRefused() {
    assertThatThrownBy(() -> places("run").refuse("model", at("link/inner")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("the model " + at("link/inner") + " lies in the output");
  }

  @Test
  void placesSideBySideAreFine() {
    assertThatCode(
            () -> {
              places("run").refuseInput(at("data/in.tsv"));
              places("run").refuseInput(at("running"));
              places("data/out").refuseInput(at("data/*.tsv"));
              places("run").refuse("model", at("running"));
              places("run").refuse("model", "name:of a submitted file");
              places("run").refuseInput(at("absent/*.tsv"));
            })
        .doesNotThrowAnyException();
  }

  private Places places(String output) {
    return new Places(at(output), new Configuration());
  }

  private String at(String name) {
    return folder + "/" + name;
  }
}

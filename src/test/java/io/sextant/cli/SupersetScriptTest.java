package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Tests {@code jobs/superset.sh}. */
class SupersetScriptTest {
  private static final String ADDRESS = "postgresql://reader@host/it's?a=1&b=\\2";

  @TempDir Path folder;

  @Test
  void theZipHoldsTheAddressAndEveryFile() throws Exception {
    Path zip = folder.resolve("sextant.zip");
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder("jobs/superset.sh", ADDRESS, zip.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    try (ZipFile files = new ZipFile(zip.toFile());
        InputStream database =
            files.getInputStream(files.getEntry("sextant/databases/Sextant.yaml"))) {
      String text = new String(database.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Object> yaml = new Yaml().load(text);
      assertThat(yaml).containsEntry("sqlalchemy_uri", ADDRESS);
      List<String> names = files.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .contains(
              "sextant/metadata.yaml",
              "sextant/dashboards/Sextant.yaml",
              "sextant/datasets/Sextant/runs.yaml");
    }
  }
}

package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts in {@code jobs/} do before Java starts, with a Maven that only makes files. */
class JobsTest {
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo built >>builds.txt
      mkdir -p target
      touch target/sextant-1-all.jar
      echo spark.jar >target/spark.classpath
      """;

  @TempDir Path root;

  @BeforeEach
  void checkout() throws IOException {
    Files.createDirectories(root.resolve("jobs"));
    Files.createDirectories(root.resolve("src/main"));
    Files.createDirectories(root.resolve("bin"));
    Files.writeString(root.resolve("pom.xml"), "");
    Files.copy(Path.of("jobs/env.sh"), root.resolve("jobs/env.sh"));
    Files.writeString(root.resolve("bin/mvn"), MAVEN);
    assertThat(root.resolve("bin/mvn").toFile().setExecutable(true)).isTrue();
  }

  @Test
  void aFreshCheckoutIsBuiltOnceAndAgainWhenASourceIsNewer() throws Exception {
    assertThat(findJar()).endsWith("target/sextant-1-all.jar");
    assertThat(findJar()).endsWith("target/sextant-1-all.jar");
    assertThat(root.resolve("builds.txt")).content().hasLineCount(1);
    Path source = Files.writeString(root.resolve("src/main/New.java"), "");
    Files.setLastModifiedTime(
        source, FileTime.fromMillis(System.currentTimeMillis() + TimeUnit.HOURS.toMillis(1)));
    Files.delete(root.resolve("builds.txt"));
    script("find_jar || true");
    assertThat(root.resolve("builds.txt")).exists();
  }

  private String findJar() throws Exception {
    return script("find_jar; echo \"$JAR\"");
  }

  private String script(String commands) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", "set -euo pipefail; source jobs/env.sh; " + commands);
    builder.directory(root.toFile()).redirectError(root.resolve("err.txt").toFile());
    builder
        .environment()
        .merge("PATH", root.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(root.resolve("err.txt"))).isZero();
    return out.strip();
  }
}

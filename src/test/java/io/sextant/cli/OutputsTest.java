package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.Manifests;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunState;
import io.sextant.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which inputs and outputs report, compare, view and export refuse. */
class OutputsTest {
  @TempDir Path folder;

  private final PrintStream systemErr = System.err;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setErr(systemErr);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report --run RUN --output hdfs://host/report",
        "compare --run RUN --run RUN --output s3a://bucket/difference",
        "view --model MODEL --output hdfs://host/view.html cat",
        "export --run RUN --to csv:hdfs://host/tables",
        "export --run RUN --to duckdb:s3a://bucket/runs.duckdb"
      })
  void anAddressIsRefusedInOneSentence(String command) throws IOException {
    run(RunState.SUCCEEDED);
    assertThat(Cli.run(command.replace("RUN", run()).split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(errors()).contains("an address: give a local path").hasLineCount(1);
    assertThat(Path.of("hdfs:")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "MERGING", "WRITING", "CLEARING"})
  void tablesOfARunThatHasNotEndedAreNotRead(RunState state) throws IOException {
    run(state);
    String[] commands = {
      "report --run RUN",
      "compare --run RUN --run RUN --output " + folder.resolve("difference"),
      "export --run RUN --to csv:" + folder.resolve("csv")
    };
    for (String command : commands) {
      err.reset();
      assertThat(Cli.run(command.replace("RUN", run()).split(" "))).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(errors())
          .contains("its status is '" + state.status() + "'; finish the run first")
          .hasLineCount(1);
    }
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("run"));
    assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("run"));
    assertThat(folder.resolve("run/report")).doesNotExist();
  }

  @Test
  void aRunWithoutTablesIsNotRead() throws IOException {
    run(RunState.FAILED);
    Files.delete(folder.resolve("run/head_patterns/part-00000.zstd.parquet"));
    Files.delete(folder.resolve("run/head_patterns"));
    assertThat(Cli.run("report", "--run", run())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains("has no tables to read").hasLineCount(1);
  }

  private String run() {
    return folder.resolve("run").toString();
  }

  private void run(RunState state) throws IOException {
    Files.createDirectories(folder.resolve("run"));
    RunDirectory directory = RunDirectory.at(run(), new Configuration());
    directory.write(Manifests.small().state(state).build());
    directory.write(Table.HEAD_PATTERNS, Collections.emptyIterator());
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

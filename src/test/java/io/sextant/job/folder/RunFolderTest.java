package io.sextant.job.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.table.Manifests;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.RunState;
import io.sextant.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
  @TempDir Path folder;

  @Test
  void whatIsNotThereOrEmptyIsFree() throws IOException {
    assertThat(look().state()).isEqualTo(RunState.ABSENT);
    assertThat(look().isFree()).isTrue();
    Files.createDirectory(run());
    assertThat(look().isFree()).isTrue();
  }

  /** The process was killed, or the disk was full, before the first run.json. */
  @Test
  void aFolderWithALeaseAndDraftsOnlyIsFree() {
    write("_lease", "half");
    write("_writing/0a1b2c3d-0000-1111-2222-333344445555/.run.json.1", "");
    write("._lease.time.0a1b2c3d-0000-1111-2222-333344445555", "");
    assertThat(look().state()).isEqualTo(RunState.RESERVED);
    assertThat(look().strangers()).isEmpty();
    assertThat(look().isFree()).isTrue();
  }

  @Test
  void aRunThatMeasuredNothingIsFreeAndOneThatDidIsNot() {
    manifest(RunState.FAILED);
    assertThat(look().isFree()).isTrue();
    write("report/index.html", "old");
    assertThat(look().isFree()).isTrue();
    write("_chunks/chunk-000000", "x");
    assertThat(look().isFree()).isFalse();
    delete("_chunks/chunk-000000");
    write("head_patterns/part-00000.zstd.parquet", "x");
    assertThat(look().isFree()).isFalse();
    delete("head_patterns/part-00000.zstd.parquet");
    manifest(RunState.SUCCEEDED);
    assertThat(look().isFree()).as("tables that were lost").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "precious.txt",
        "head_patterns/notes.md",
        "head_patterns/part-00000.zstd.parquet/inner",
        "_chunks/chunk-000000.bak",
        "_writing/post.md",
        "report/me.tex",
        "report/deeper/index.html",
        "run.json.bak",
        "_lock",
        ".git/HEAD",
        "heads_patterns/part-00000.zstd.parquet"
      })
  void aFileThatNoRunMakesIsNamedAndNothingIsDeleted(String stranger) {
    manifest(RunState.SUCCEEDED);
    write("rejects/part-00000.zstd.parquet", "x");
    write(stranger, "precious");
    RunFolder found = look();
    assertThat(found.strangers()).hasSize(1);
    assertThat(stranger).startsWith(found.strangers().get(0));
    assertThatThrownBy(() -> found.clear(directory()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll(found.strangers().get(0), "not overwritten");
    assertThat(files()).contains("rejects/part-00000.zstd.parquet", stranger);
    assertThat(look().state()).isEqualTo(RunState.SUCCEEDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"experiment\":1}",
        "{}",
        "[]",
        "",
        "not json",
        "{\"run_id\":\"/../../pwned\",\"status\":\"succeeded\"}",
        "{\"run_id\":\"a\",\"status\":\"done\",\"model\":{},\"input\":{},\"engine\":{},\"counts\":{}}"
      })
  void aForeignManifestIsRefusedByName(String json) {
    write("run.json", json);
    write("head_patterns/part-00000.zstd.parquet", "x");
    assertThatThrownBy(this::look)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("run.json");
  }

  @Test
  void tablesWithoutAManifestAreNobodys() {
    write("head_patterns/part-00000.zstd.parquet", "x");
    assertThat(look().strangers()).containsExactly("head_patterns");
    assertThatThrownBy(() -> look().refuseStrangers())
        .hasMessageContainingAll("no run.json", "head_patterns");
  }

  @Test
  void clearingDeletesWhatARunMakesAndLeavesTheMark() {
    for (Table<?> table : Table.all()) {
      write(table.name() + "/part-00000.zstd.parquet", "x");
      write(table.name() + "/.part-00000.zstd.parquet.crc", "x");
    }
    manifest(RunState.SUCCEEDED);
    write("_chunks/chunk-000011", "x");
    write("_chunks/predictive_mlm", "x");
    write("report/index.html", "x");
    write("report/delimiter.first_sep.png", "x");
    write("report/related_other.lift.svg", "x");
    write("report/overview.pdf", "x");
    write("report/.sextant-draft-1234/next.png", "x");
    write("notebooks/01-tour.html", "x");
    write("_lease", "held");
    look().clear(directory());
    assertThat(files()).containsExactlyInAnyOrder("run.json", "_lease");
    assertThat(look().state()).isEqualTo(RunState.CLEARING);
    assertThat(look().isFree()).as("nothing is left of it").isTrue();
  }

  @Test
  void aTableThatIsMissingChangedOrAnothersIsAFault() {
    manifest(RunState.RUNNING);
    write("head_offsets/part-00000.zstd.parquet", "one");
    write("pair_scores/part-00000.zstd.parquet", "two");
    RunManifest whole = manifest(RunState.SUCCEEDED, WholeTables.of(directory()));
    assertThat(WholeTables.faults(directory(), whole)).isEmpty();
    write("head_offsets/part-00000.zstd.parquet", "eno");
    assertThat(WholeTables.faults(directory(), whole))
        .containsExactly("head_offsets has changed since the run wrote it");
    delete("head_offsets/part-00000.zstd.parquet");
    write("pair_scores/part-00001.zstd.parquet", "x");
    write("rejects/part-00000.zstd.parquet", "x");
    assertThat(WholeTables.faults(directory(), whole))
        .containsExactlyInAnyOrder(
            "head_offsets is missing",
            "pair_scores has changed since the run wrote it",
            "rejects was not written by this run");
  }

  @ParameterizedTest
  @EnumSource
  void everyStateCanBeLeftAndOnlyThoseWithAManifestHaveAStatus(RunState state) {
    assertThat(Stream.of(RunState.values()).filter(next -> next.mayFollow(state))).isNotEmpty();
    if (state.hasManifest()) {
      assertThat(RunState.of(state.status())).isEqualTo(state);
    } else {
      assertThatThrownBy(() -> RunState.of(state.status())).isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void aRunDoesNotSucceedButByWritingItsTables() {
    assertThat(Stream.of(RunState.values()).filter(RunState.SUCCEEDED::mayFollow))
        .containsExactly(RunState.WRITING);
    assertThat(Stream.of(RunState.values()).filter(RunState.WRITING::mayFollow))
        .containsExactly(RunState.MERGING);
  }

  private RunFolder look() {
    return RunFolder.look(directory());
  }

  private RunDirectory directory() {
    return RunDirectory.at(run().toString(), new Configuration());
  }

  private Path run() {
    return folder.resolve("run");
  }

  private void manifest(RunState state) {
    manifest(state, Map.of());
  }

  private RunManifest manifest(RunState state, Map<String, RunManifest.TableFiles> tables) {
    RunManifest manifest = Manifests.small().state(state).tables(tables).build();
    try {
      Files.createDirectories(run());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    directory().write(manifest);
    return manifest;
  }

  private void write(String name, String text) {
    try {
      Path file = run().resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String name) {
    try {
      Files.delete(run().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> files() {
    try (Stream<Path> files = Files.walk(run())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> run().relativize(file).toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

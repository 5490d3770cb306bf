package io.sextant.job.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.job.row.InputRow;
import io.sextant.job.row.InputSummary;
import io.sextant.job.row.ReadRow;
import io.sextant.job.row.RowFold;
import io.sextant.table.RunDirectory;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilesTest {
  private static final Parting ONE_FILE = new Parting(1);

  @TempDir Path folder;

  @Test
  void everythingOfARowIsReadBack() {
    InputRow full =
        row("id", "group", "a \ud83d\ude00", "b\u0000\n", new Annotation("1\tA\n", "", "[]"));
    InputRow bare = row(null, null, "x".repeat(100_000), null, Annotation.NONE);
    InputRow bad =
        new InputRow(
            row("bad", null, null, null, Annotation.NONE).pair(),
            new ReadRow.Fault(RejectReason.MALFORMED_ROW, "the reason", "the row"),
            Long.MIN_VALUE);
    RowFiles.Written written = write(files("r", ONE_FILE), List.of(full, bare, bad));
    assertThat(written.slices()).hasSize(1);
    assertThat(written.rows().rows()).isEqualTo(3);
    assertThat(read(files("r", ONE_FILE), written.slices().get(0)))
        .containsExactlyInAnyOrder(full, bare, bad);
  }

  @Test
  void aFileThatIsWrittenAgainHasTheSameBytesInWhateverOrderTheRowsArrive() throws IOException {
    List<InputRow> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(row("id" + i % 50, null, "sentence " + i % 20, "other", Annotation.NONE));
    }
    write(files("one", ONE_FILE), rows);
    Collections.shuffle(rows, new Random(1));
    write(files("other", ONE_FILE), rows);
    assertThat(Files.readAllBytes(part("one"))).isEqualTo(Files.readAllBytes(part("other")));
  }

  @Test
  void aSliceHoldsTheRowsOfItsChunkAlone() {
    List<PlacedRow> placed = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      placed.add(new PlacedRow(i % 3 == 0 ? 1 : 5, row("id" + i, null, "a", "b", Annotation.NONE)));
    }
    Collections.sort(placed);
    RowFiles files = files("r", ONE_FILE);
    RowFiles.Written written = files.write(0, placed.iterator());
    assertThat(written.slices()).extracting(RowSlice::chunk).containsExactly(1, 5);
    assertThat(written.slices()).extracting(RowSlice::rows).containsExactly(30L, 60L);
  }

  @Test
  void aChangedByteIsFoundUnlessItChangesNothing() throws IOException {
    RowFiles files = files("r", ONE_FILE);
    List<InputRow> rows = List.of(row("id", null, "a sentence", "another", Annotation.NONE));
    RowSlice slice = write(files, rows).slices().get(0);
    int found = 0;
    assertThat(files.damage(slice)).isNull();
    byte[] whole = Files.readAllBytes(part("r"));
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(part("r"), changed);
      // Zstandard's header has bits without a meaning for what is read.
      if (files.damage(slice) == null) {
        assertThat(read(files, slice)).as("byte %d", at).isEqualTo(rows);
      } else {
        found++;
      }
    }
    assertThat(found).isGreaterThan(whole.length - 4);
    Files.write(part("r"), java.util.Arrays.copyOf(whole, whole.length - 1));
    assertThat(files.damage(slice)).isNotNull();
    Files.delete(part("r"));
    assertThatThrownBy(() -> files.read(slice))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("--resume");
  }

  @Test
  void anIndexBelongsToOneRunAndIsNotThereIfItIsDamaged() throws IOException {
    RunDirectory run = directory("r");
    assertThat(StagedRows.find(run, "run-1")).isNull();
    InputSummary census = new InputSummary(7, "rows", "rows in files");
    RowSlice slice = new RowSlice(2, 10, 20, 7);
    StagedRows.commit(
        run, "run-1", census, 4, List.of(new RowFiles.Written(List.of(slice), new RowFold())));
    assertThat(StagedRows.find(run, "run-1").census()).isEqualTo(census);
    assertThat(StagedRows.find(run, "run-1").count(new int[] {0, 2})).isEqualTo(7);
    assertThat(StagedRows.find(run, "run-2")).isNull();
    Path index = folder.resolve("r/_rows/index");
    byte[] whole = Files.readAllBytes(index);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(index, changed);
      StagedRows found = StagedRows.find(run, "run-1");
      if (found != null) {
        assertThat(found.census()).as("byte %d", at).isEqualTo(census);
        assertThat(found.count(new int[] {0, 1, 2, 3})).as("byte %d", at).isEqualTo(7);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 15, 16, 17, 256, 1023, 1024, 1025, 244_141})
  void filesHoldConsecutiveChunksAndAreFew(int chunks) {
    Parting parting = new Parting(chunks);
    int[] parts = IntStream.range(0, chunks).map(parting::partOf).toArray();
    assertThat(parts).isSorted().startsWith(0).endsWith(parting.parts() - 1);
    assertThat(IntStream.of(parts).distinct().count()).isEqualTo(parting.parts());
    assertThat(parting.parts()).isLessThanOrEqualTo(Math.max(16, (chunks + 63) / 64));
  }

  private RowFiles.Written write(RowFiles files, List<InputRow> rows) {
    return files.write(0, rows.stream().map(row -> new PlacedRow(0, row)).sorted().iterator());
  }

  private static List<InputRow> read(RowFiles files, RowSlice slice) {
    List<InputRow> rows = new ArrayList<>();
    files.read(slice).forEachRemaining(rows::add);
    return rows;
  }

  private Path part(String run) {
    return folder.resolve(run).resolve("_rows/part-00000");
  }

  private RowFiles files(String run, Parting parting) {
    return new RowFiles(directory(run), parting);
  }

  private RunDirectory directory(String run) {
    return RunDirectory.at(folder.resolve(run).toString(), new Configuration());
  }

  private static InputRow row(String id, String group, String a, String b, Annotation annotation) {
    return new InputRow(new SentencePair(id, group, a, b, annotation, "file"), null, 17);
  }
}

package io.sextant.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.row.Reject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StableFooterTest {
  @TempDir Path folder;

  @Test
  void theOrderInWhichAProcessListsEncodingsLeavesNoTrace() throws IOException {
    RunDirectory run = RunDirectory.at(folder.resolve("run").toString(), new Configuration());
    Reject reject = new Reject("run", "null_id", "the id is null", "a.tsv", null, "text");
    run.write(Table.REJECTS, List.of(reject, reject).iterator());
    Path file = folder.resolve("run/rejects/part-00000.zstd.parquet");
    byte[] written = Files.readAllBytes(file);
    byte[] reversed = reversed(written);
    assertThat(reversed).isNotEqualTo(written);

    Path other = Files.write(folder.resolve("other.parquet"), reversed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StableFooter.copy(other, out);
    assertThat(out.toByteArray()).isEqualTo(written);
    assertThat(run.read(Table.REJECTS)).containsExactly(reject, reject);
  }

  /**
   * Returns the same file as written by a process whose hash set iterates in the opposite order.
   */
  private static byte[] reversed(byte[] file) throws IOException {
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
    int start = file.length - 8 - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, length));
    for (ColumnChunk column : footer.getRow_groups().get(0).getColumns()) {
      assertThat(column.getMeta_data().getEncodings()).hasSizeGreaterThan(1);
      Collections.reverse(column.getMeta_data().getEncodings());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, start);
    Util.writeFileMetaData(footer, out);
    out.writeBytes(Arrays.copyOfRange(file, file.length - 8, file.length));
    return out.toByteArray();
  }
}

package io.sextant.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * Writes one file of a table. A draft is written to the temporary directory of this machine and
 * copied to its place when the writer is closed. Equal rows give equal bytes in every process.
 */
public final class PartWriter<R extends Record> implements Closeable {
  private final FileSystem files;
  private final Path target;
  private final DraftFolder folder;
  private final java.nio.file.Path draft;
  private final ParquetWriter<R> writer;
  private boolean closed;

  PartWriter(Table<R> table, FileSystem files, Path target) throws IOException {
    this.files = files;
    this.target = target;
    this.folder = DraftFolder.temporary();
    this.draft = folder.path().resolve(table.name() + ".parquet");
    this.writer = table.draft(files.getConf(), new Path(draft.toUri()));
  }

  public void write(R row) throws IOException {
    writer.write(row);
  }

  /** Copies the file to its place. Closing the writer again has no effect. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      writer.close();
      try (OutputStream out = files.create(target, true)) {
        StableFooter.copy(draft, out);
      }
    } finally {
      folder.close();
    }
  }
}

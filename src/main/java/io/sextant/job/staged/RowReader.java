package io.sextant.job.staged;

import io.sextant.job.row.InputRow;
import io.sextant.table.RunDirectory;
import java.io.Serializable;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads staged rows on an executor.
 *
 * @param output the run directory
 */
record RowReader(String output, Parting parting, SerializableConfiguration hadoop)
    implements Serializable {

  Stream<InputRow> stream(RowSlice slice) {
    return StreamSupport.stream(
        Spliterators.spliterator(
            files().read(slice), slice.rows(), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  String damage(RowSlice slice) {
    return files().damage(slice);
  }

  private RowFiles files() {
    return new RowFiles(RunDirectory.at(output, hadoop.value()), parting);
  }
}

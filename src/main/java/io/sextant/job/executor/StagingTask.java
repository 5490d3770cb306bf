package io.sextant.job.executor;

import io.sextant.job.folder.LeaseFence;
import io.sextant.job.staged.Parting;
import io.sextant.job.staged.PlacedRow;
import io.sextant.job.staged.RowFiles;
import io.sextant.table.RunDirectory;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** Writes the staged rows of one file on an executor. */
public final class StagingTask
    implements Function2<
        Integer, Iterator<Tuple2<PlacedRow, Integer>>, Iterator<RowFiles.Written>> {
  private static final long serialVersionUID = 1L;

  private final TaskSettings.Target target;
  private final SerializableConfiguration hadoop;
  private final Parting parting;

  public StagingTask(
      TaskSettings.Target target, SerializableConfiguration hadoop, Parting parting) {
    this.target = target;
    this.hadoop = hadoop;
    this.parting = parting;
  }

  @Override
  public Iterator<RowFiles.Written> call(
      Integer part, Iterator<Tuple2<PlacedRow, Integer>> arriving) {
    RunDirectory run =
        RunDirectory.at(target.output(), hadoop.value()).fenced(new LeaseFence(target.lease()));
    Iterator<PlacedRow> rows =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return arriving.hasNext();
          }

          @Override
          public PlacedRow next() {
            return arriving.next()._1();
          }
        };
    return List.of(new RowFiles(run, parting).write(part, rows)).iterator();
  }
}

package io.sextant.job.stage;

import io.sextant.fault.BadInputException;
import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.executor.StagingTask;
import io.sextant.job.row.InputRow;
import io.sextant.job.row.RowFold;
import io.sextant.job.run.Run;
import io.sextant.job.staged.Parting;
import io.sextant.job.staged.PlacedRow;
import io.sextant.job.staged.RowFiles;
import io.sextant.job.staged.StagedRows;
import java.util.List;
import java.util.Locale;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** Stages the rows of the input: it writes each chunk's rows together to the run's folder. */
public final class StagingStage {
  private final JavaSparkContext context;
  private final Run run;

  public StagingStage(JavaSparkContext context, Run run) {
    this.context = context;
    this.run = run;
  }

  /**
   * Writes the rows.
   *
   * @throws BadInputException if they are other rows than were counted
   */
  public StagedRows run(JavaRDD<InputRow> rows) {
    context.setJobDescription("sextant: stage the rows");
    ChunkPlan plan = run.plan();
    Parting parting = new Parting(plan.chunks());
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    List<RowFiles.Written> written =
        parted(rows, plan)
            .mapPartitionsWithIndex(new StagingTask(run.task().target(), hadoop, parting), false)
            .collect();
    RowFold all = new RowFold();
    written.forEach(part -> all.add(part.rows()));
    if (!all.fingerprint().equals(run.census().placement())) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "the input changed while it was read: its rows had fingerprint %s at first and %s later; --overwrite the run",
              run.census().placement(),
              all.fingerprint()));
    }
    return StagedRows.commit(
        run.directory(), run.task().target().identity(), run.census(), plan.chunks(), written);
  }

  /** Returns the rows, divided among the files and in the order in which they are written. */
  public static JavaPairRDD<PlacedRow, Integer> parted(JavaRDD<InputRow> rows, ChunkPlan plan) {
    return rows.mapToPair(row -> new Tuple2<>(new PlacedRow(plan.chunkOf(row), row), 0))
        .repartitionAndSortWithinPartitions(new ByPart(new Parting(plan.chunks())));
  }

  /** Assigns each row to the partition that writes its file. */
  private static final class ByPart extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final Parting parting;

    ByPart(Parting parting) {
      this.parting = parting;
    }

    @Override
    public int numPartitions() {
      return parting.parts();
    }

    @Override
    public int getPartition(Object placed) {
      return parting.partOf(((PlacedRow) placed).chunk());
    }
  }
}

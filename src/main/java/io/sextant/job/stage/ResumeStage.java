package io.sextant.job.stage;

import io.sextant.job.chunk.ChunkStore;
import io.sextant.job.run.Run;
import io.sextant.table.RunDirectory;
import java.io.PrintStream;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * Checks every committed chunk of a run that is resumed, on the executors. A damaged chunk is
 * reported and deleted, so that it is computed again.
 */
public final class ResumeStage {
  private static final int TASKS_A_CORE = 4;

  private final JavaSparkContext context;
  private final Run run;
  private final PrintStream out;

  public ResumeStage(JavaSparkContext context, Run run, PrintStream out) {
    this.context = context;
    this.run = run;
    this.out = out;
  }

  public void run() {
    long start = System.nanoTime();
    List<Integer> committed = List.copyOf(run.store().committed());
    if (committed.isEmpty()) {
      return;
    }
    context.setJobDescription("sextant: check " + committed.size() + " chunks");
    out.println("checking " + committed.size() + " chunks");
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    String output = run.task().target().output();
    String identity = run.task().target().identity();
    int tasks = Math.min(committed.size(), TASKS_A_CORE * context.defaultParallelism());
    for (Tuple2<Integer, String> damaged :
        context
            .parallelize(committed, tasks)
            .map(chunk -> new Tuple2<>(chunk, damage(output, hadoop, identity, chunk)))
            .filter(checked -> checked._2() != null)
            .collect()) {
      out.println("chunk " + damaged._1() + " is damaged and computed again: " + damaged._2());
      run.store().delete(damaged._1());
    }
    run.record().took("check", start);
  }

  private static String damage(
      String output, SerializableConfiguration hadoop, String identity, int chunk) {
    return new ChunkStore(RunDirectory.at(output, hadoop.value()), identity).damage(chunk);
  }
}

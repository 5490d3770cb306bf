package io.sextant.job.stage;

import io.sextant.fault.BadInputException;
import io.sextant.job.executor.ProbeTask;
import io.sextant.job.executor.TaskSettings;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Opens the model on every executor before anything is measured, so that an executor that cannot
 * open it is reported at once by name. An executor that joins later is checked by its first task.
 */
public final class ProbeStage {
  private final JavaSparkContext context;

  public ProbeStage(JavaSparkContext context) {
    this.context = context;
  }

  /**
   * Opens the model on every executor.
   *
   * @throws BadInputException if an executor cannot open it; the message names all such executors
   *     and their faults
   */
  public void run(Broadcast<TaskSettings> settings) {
    context.setJobDescription("sextant: open the model on every executor");
    // There are as many tasks as cores, so that every executor gets one.
    int tasks =
        Math.max(context.defaultParallelism(), context.sc().getExecutorMemoryStatus().size());
    TreeSet<String> faults =
        new TreeSet<>(
            context
                .parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
                .map(new ProbeTask(settings))
                .filter(fault -> !fault.isEmpty())
                .collect());
    if (!faults.isEmpty()) {
      throw new BadInputException("the model cannot be opened on " + String.join("; on ", faults));
    }
  }
}

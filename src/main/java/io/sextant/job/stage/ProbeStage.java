package io.sextant.job.stage;

import io.sextant.fault.BadInputException;
import io.sextant.job.executor.ProbeTask;
import io.sextant.job.executor.TaskSettings;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Opens the model on every executor before anything is measured, so that one that cannot is known
 * at once and by name. Executors that join later are held to the same by their first task.
 */
public final class ProbeStage {
  private final JavaSparkContext context;

  public ProbeStage(JavaSparkContext context) {
    this.context = context;
  }

  /**
   * Opens it.
   *
   * @throws BadInputException naming every executor that cannot, and why
   */
  public void run(Broadcast<TaskSettings> settings) {
    context.setJobDescription("sextant: open the model on every executor");
    // As many tasks as cores: the first wave of them reaches every executor.
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

package io.sextant.job;

import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.ModelCache;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/** Opens checkpoints where no Spark runs. */
public final class Checkpoints {
  private Checkpoints() {}

  /**
   * Opens the checkpoint at a path of this machine, or at an address on a Hadoop file system, from
   * which it is copied as for a run.
   *
   * @throws io.sextant.fault.BadInputException if it cannot be used
   */
  public static BertModel open(String model, Configuration hadoop) {
    return LoadedModel.tried(
        LoadedModel.isRemote(model)
            ? ModelCache.ofThisMachine(hadoop).open(model)
            : ModelLayouts.open(Path.of(model)));
  }
}

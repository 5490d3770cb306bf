package io.sextant.job;

import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.ModelCache;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/** Opens checkpoints in a process that has no Spark session. */
public final class Checkpoints {
  private Checkpoints() {}

  /**
   * Opens the checkpoint at a local path, or copies it from an address on a Hadoop file system into
   * this machine's {@link ModelCache} and opens the copy.
   *
   * @throws io.sextant.fault.BadInputException if the checkpoint cannot be used
   */
  public static BertModel open(String model, Configuration hadoop) {
    return LoadedModel.tried(
        LoadedModel.isRemote(model)
            ? ModelCache.ofThisMachine(hadoop).open(model)
            : ModelLayouts.open(Path.of(model)));
  }
}

package io.sextant.job.executor;

import io.sextant.attention.AttentionRunner;
import io.sextant.fault.MachineFault;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/**
 * Tries on an executor whether the model and the backend can be opened. Returns the fault with the
 * executor's name, or an empty string if there is none.
 */
public final class ProbeTask implements Function<Integer, String> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;

  public ProbeTask(Broadcast<TaskSettings> settings) {
    this.settings = settings;
  }

  @Override
  public String call(Integer task) {
    try (AttentionRunner runner = LoadedModel.of(settings.value()).newRunner()) {
      return "";
    } catch (RuntimeException | LinkageError | InternalError e) {
      String told = String.valueOf(e.getMessage());
      if (e instanceof Error) {
        told = MachineFault.of(e).orElse(told);
      }
      String host = SparkEnv.get().blockManager().blockManagerId().host();
      return "executor " + SparkEnv.get().executorId() + " of " + host + ": " + told;
    }
  }
}

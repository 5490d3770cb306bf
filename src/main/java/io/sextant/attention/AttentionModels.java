package io.sextant.attention;

import io.sextant.bert.BertModel;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The models of this JVM: each is opened once, by the first task that asks, and shared by all. They
 * stay until the process ends and gives their memory back; freeing them in a shutdown hook could
 * pull weights from under a task that still runs.
 */
public final class AttentionModels {

  private record Key(String model, String backend, Precision precision) {}

  private static final ConcurrentHashMap<Key, AttentionModel> OPEN = new ConcurrentHashMap<>();

  private AttentionModels() {}

  /**
   * The shared model. Callers do not close it. A failure to open is not remembered: the next call
   * tries again.
   *
   * @param key tells models apart: the fingerprint, or the path where it cannot change
   * @param backend a {@link Backend#name}
   * @param precision as {@link Backend#settle} returned it
   * @param weights opens the checkpoint; called only when the model is not there yet
   * @throws io.sextant.fault.BadInputException if the backend is unknown, or it or the processor
   *     cannot run the precision
   */
  public static AttentionModel shared(
      String key, String backend, Precision precision, Supplier<BertModel> weights) {
    return OPEN.computeIfAbsent(
        new Key(key, backend, precision),
        absent -> Backend.of(backend).open(weights.get(), precision));
  }
}

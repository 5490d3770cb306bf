package io.sextant.attention;

import io.sextant.bert.BertModel;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The models of this JVM. Each is opened once, by the first task that needs it, and shared by all
 * tasks. The models stay open until the process ends. They are not freed in a shutdown hook,
 * because a task might still be running then.
 */
public final class AttentionModels {

  private record Key(String model, String backend, Precision precision) {}

  private static final ConcurrentHashMap<Key, AttentionModel> OPEN = new ConcurrentHashMap<>();

  private AttentionModels() {}

  /**
   * Returns the shared model, which callers must not close. If it cannot be opened, the next call
   * tries again.
   *
   * @param key identifies the model: its fingerprint, or its path if the files cannot change
   * @param backend a {@link Backend#name}
   * @param precision a result of {@link Backend#settle}
   * @param weights opens the checkpoint; it is called only if the model is not open yet
   * @throws io.sextant.fault.BadInputException if the backend is unknown, or if the backend or the
   *     processor does not support the precision
   */
  public static AttentionModel shared(
      String key, String backend, Precision precision, Supplier<BertModel> weights) {
    return OPEN.computeIfAbsent(
        new Key(key, backend, precision),
        absent -> Backend.of(backend).open(weights.get(), precision));
  }
}

package io.sextant.job.executor;

import io.sextant.attention.AttentionCache;
import java.lang.ref.SoftReference;

/**
 * The attention of the pairs that were calibrated on in this JVM, which {@link ChunkTask} then need
 * not compute again. It takes at most an eighth of the heap. Between tasks, Java's collector may
 * take it where memory is short. Without it the chunks have the same bits.
 */
public final class CalibratedAttention {
  private static final int PART_OF_HEAP = 8;

  /** What the attention of a pair depends on, besides the pair. */
  private record Key(String run, TaskSettings.Checkpoint checkpoint, TaskSettings.Engine engine) {}

  private static Key key;
  private static SoftReference<AttentionCache> kept = new SoftReference<>(null);

  private CalibratedAttention() {}

  /** Returns what is kept for a run; what was kept for another run is forgotten. */
  public static synchronized AttentionCache of(TaskSettings task) {
    Key wanted = new Key(task.runId(), task.checkpoint(), task.engine());
    AttentionCache cache = kept.get();
    if (cache == null || !wanted.equals(key)) {
      key = wanted;
      cache = new AttentionCache(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
      kept = new SoftReference<>(cache);
    }
    return cache;
  }

  /** Forgets what is kept. */
  public static synchronized void clear() {
    kept.clear();
  }
}

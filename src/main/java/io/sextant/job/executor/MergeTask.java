package io.sextant.job.executor;

import io.sextant.bert.BertConfig;
import io.sextant.job.chunk.ChunkStore;
import io.sextant.job.chunk.MergeTree;
import io.sextant.job.chunk.MergedState;
import io.sextant.table.RunDirectory;
import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** Merges the children of a node of the {@link MergeTree} on an executor, without the model. */
public final class MergeTask implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;
  private final BertConfig model;
  private final SerializableConfiguration hadoop;

  public MergeTask(
      Broadcast<TaskSettings> settings, BertConfig model, SerializableConfiguration hadoop) {
    this.settings = settings;
    this.model = model;
    this.hadoop = hadoop;
  }

  /** Merges the committed chunks of a node of the first level, which are in ascending order. */
  public Tuple2<Integer, byte[]> chunks(List<Integer> chunks) {
    MergedState merged = empty();
    TaskSettings.Target target = settings.value().target();
    ChunkStore store =
        new ChunkStore(RunDirectory.at(target.output(), hadoop.value()), target.identity());
    chunks.forEach(chunk -> merged.take(store, chunk));
    return new Tuple2<>(MergeTree.parent(chunks.get(0)), merged.pack());
  }

  /** Merges the states of all children of a node, which arrive in ascending order. */
  public Iterator<Tuple2<Integer, byte[]>> nodes(Iterator<Tuple2<Integer, byte[]>> children) {
    if (!children.hasNext()) {
      return Collections.emptyIterator();
    }
    MergedState merged = empty();
    int child = 0;
    while (children.hasNext()) {
      Tuple2<Integer, byte[]> next = children.next();
      child = next._1();
      merged.merge(next._2());
    }
    return List.of(new Tuple2<>(MergeTree.parent(child), merged.pack())).iterator();
  }

  private MergedState empty() {
    return new MergedState(settings.value().emptyStates(model));
  }
}

package io.sextant.job.stage;

import io.sextant.bert.BertConfig;
import io.sextant.job.chunk.MergeTree;
import io.sextant.job.chunk.MergedState;
import io.sextant.job.executor.MergeTask;
import io.sextant.job.executor.TaskSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Merges committed chunks on the executors by the {@link MergeTree}. The driver receives the root.
 */
public final class MergeStage {
  private final JavaSparkContext context;
  private final TaskSettings task;
  private final BertConfig model;
  private final int chunks;

  /**
   * Creates the stage of a run.
   *
   * @param chunks the number of all chunks of the run, committed or not
   */
  public MergeStage(JavaSparkContext context, TaskSettings task, BertConfig model, int chunks) {
    this.context = context;
    this.task = task;
    this.model = model;
    this.chunks = chunks;
  }

  /** Merges the given chunks. */
  public MergedState run(SortedSet<Integer> committed) {
    MergedState root = new MergedState(task.emptyStates(model));
    if (committed.isEmpty()) {
      return root;
    }
    context.setJobDescription("sextant: merge " + committed.size() + " chunks");
    Broadcast<TaskSettings> settings = context.broadcast(task);
    try {
      MergeTask merge =
          new MergeTask(
              settings, model, new SerializableConfiguration(context.hadoopConfiguration()));
      List<List<Integer>> leaves = leaves(committed);
      JavaPairRDD<Integer, byte[]> level =
          context.parallelize(leaves, leaves.size()).mapToPair(merge::chunks);
      int nodes = MergeTree.parents(chunks);
      while (nodes > 1) {
        nodes = MergeTree.parents(nodes);
        level =
            level
                .repartitionAndSortWithinPartitions(new MergeTree.ByParent(nodes))
                .mapPartitionsToPair(merge::nodes);
      }
      level.collect().forEach(node -> root.merge(node._2()));
      return root;
    } finally {
      settings.destroy();
    }
  }

  /** Returns the chunks of each node of the first level that has any. */
  private static List<List<Integer>> leaves(SortedSet<Integer> committed) {
    TreeMap<Integer, List<Integer>> leaves = new TreeMap<>();
    for (int chunk : committed) {
      leaves.computeIfAbsent(MergeTree.parent(chunk), absent -> new ArrayList<>()).add(chunk);
    }
    return List.copyOf(leaves.values());
  }
}
